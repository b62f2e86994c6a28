package org.conv4j.verify.vector;

import java.util.Objects;
import org.conv4j.api.Convention;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/**
 * Two operands and the answer of a library to them.
 *
 * <p>Immutable: arrays are copied on the way in and on the way out, so that a convolver that spoils
 * its operands does not spoil the vector. The sign of a zero in {@code expected} is the library's
 * own; the definition of convolution does not determine it.
 *
 * <pre>{@code
 * for (GoldenVector vector : GoldenVectors.all()) {
 *   NdArray actual = convolver.convolve(vector.in1(), vector.in2(), vector.mode());
 * }
 * }</pre>
 *
 * @param id a readable name that no other vector has, for example {@code
 *     "scipy.same.r2.3x4-2x3.uniform.0"}
 * @param convention whose rules decide the shape of the result
 * @param mode which part of the full result is expected
 * @param in1 the first operand
 * @param in2 the second operand
 * @param expected the library's result, rounded as the library rounds
 * @param provenance where {@code expected} comes from
 */
public record GoldenVector(
    String id,
    Convention convention,
    Mode mode,
    NdArray in1,
    NdArray in2,
    NdArray expected,
    Provenance provenance) {

  /**
   * Copies the arrays.
   *
   * @param id a name that no other vector has
   * @param convention whose rules decide the shape of the result
   * @param mode which part of the full result is expected
   * @param in1 the first operand, copied
   * @param in2 the second operand, copied
   * @param expected the library's result, copied
   * @param provenance where {@code expected} comes from
   * @throws NullPointerException if a component is null
   */
  public GoldenVector {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(convention, "convention");
    Objects.requireNonNull(mode, "mode");
    in1 = Objects.requireNonNull(in1, "in1").copy();
    in2 = Objects.requireNonNull(in2, "in2").copy();
    expected = Objects.requireNonNull(expected, "expected").copy();
    Objects.requireNonNull(provenance, "provenance");
  }

  /**
   * The first operand.
   *
   * @return a fresh copy
   */
  @Override
  public NdArray in1() {
    return in1.copy();
  }

  /**
   * The second operand.
   *
   * @return a fresh copy
   */
  @Override
  public NdArray in2() {
    return in2.copy();
  }

  /**
   * The library's result.
   *
   * @return a fresh copy
   */
  @Override
  public NdArray expected() {
    return expected.copy();
  }

  /** The identifier, mode and shapes in one line, without data. */
  @Override
  public String toString() {
    return id
        + ": "
        + in1.shape()
        + " * "
        + in2.shape()
        + " "
        + mode
        + " ("
        + convention
        + ") gives "
        + expected.shape();
  }
}
