package org.conv4j.verify.layer.vector;

import java.util.Objects;
import java.util.Optional;
import org.conv4j.api.Accuracy;
import org.conv4j.api.NdArray;
import org.conv4j.verify.vector.file.Provenance;

/**
 * A call and its right result.
 *
 * <p>{@code expected} is the exact result: wrapped for integers, rounded to nearest once for
 * floating-point numbers. {@code accuracy} says how near a result by plain sums must come. Where it
 * is {@link Accuracy#EXACT}, no sum of the terms is rounded, in whatever order and with or without
 * fused operations. Where it is {@link Accuracy#COMPONENTWISE}, the bound of that class holds. An
 * implementation that claims another class is held to the bound of that one. The sign of a zero is
 * not determined.
 *
 * <pre>{@code
 * for (LayerVector vector : LayerVectors.all()) {
 *   NdArray actual = vector.call().by(LayerConvolvers.auto());
 * }
 * }</pre>
 *
 * @param id a readable name that no other vector has, for example {@code
 *     "layer.convolve.r2.n1.5x6-3x2.c1-2.float64.9"}
 * @param call the operation with operands and options
 * @param expected the right result, of the promoted dtype
 * @param accuracy {@code EXACT} or {@code COMPONENTWISE}
 * @param source where others have the same vector; empty if it is of this project alone
 * @param provenance where {@code expected} comes from
 */
public record LayerVector(
    String id,
    LayerCall call,
    NdArray expected,
    Accuracy accuracy,
    Optional<String> source,
    Provenance provenance) {

  /**
   * Copies the result.
   *
   * @param id a name that no other vector has
   * @param call the operation with operands and options
   * @param expected the right result, copied
   * @param accuracy {@code EXACT} or {@code COMPONENTWISE}
   * @param source where others have the same vector
   * @param provenance where {@code expected} comes from
   * @throws NullPointerException if a component is null
   */
  public LayerVector {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(call, "call");
    expected = expected.copy();
    Objects.requireNonNull(accuracy, "accuracy");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(provenance, "provenance");
  }

  /**
   * The right result.
   *
   * @return a fresh copy
   */
  @Override
  public NdArray expected() {
    return expected.copy();
  }

  /** The identifier and the call in one line, without data. */
  @Override
  public String toString() {
    return id + ": " + call + ", gives " + expected.shape();
  }
}
