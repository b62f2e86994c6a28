package org.conv4j.verify.vector;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.conv4j.api.Convention;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.vector.file.Provenance;

/**
 * Two operands and the right result.
 *
 * <p>{@code expected} is a library's answer if the definition allows it: integers wrapped exactly,
 * floating-point results within {@link org.conv4j.api.Accuracy#COMPONENTWISE} of the exact ones,
 * non-finite values {@link org.conv4j.api.NonFinite#LOCAL}. If the library is wrong, it is the
 * exact result, rounded to nearest, and {@code deviation} holds what the library answered.
 *
 * <p>Immutable: arrays are copied on the way in and out, so a convolver that spoils its operands
 * does not spoil the vector. The sign of a zero in {@code expected} is the library's own; the
 * definition of convolution does not determine it.
 *
 * <pre>{@code
 * for (GoldenVector vector : GoldenVectors.all()) {
 *   GoldenVector asked = vector.asConvolution();
 *   NdArray actual = convolver.convolve(asked.in1(), asked.in2(), asked.mode());
 * }
 * }</pre>
 *
 * @param id a readable name that no other vector has, for example {@code
 *     "scipy.same.r2.3x4-2x3.uniform.0"}
 * @param operation what is asked for
 * @param convention whose rules decide the shape of the result
 * @param mode which part of the full result is expected
 * @param in1 the first operand
 * @param in2 the second operand
 * @param expected the right result, of the promoted dtype, rounded as the library rounds
 * @param deviation what a library answers instead; empty where none is known to be wrong
 * @param provenance where {@code expected} comes from
 */
public record GoldenVector(
    String id,
    Operation operation,
    Convention convention,
    Mode mode,
    NdArray in1,
    NdArray in2,
    NdArray expected,
    Optional<Deviation> deviation,
    Provenance provenance) {

  /**
   * Copies the arrays.
   *
   * @param id a name that no other vector has
   * @param operation what is asked for
   * @param convention whose rules decide the shape of the result
   * @param mode which part of the full result is expected
   * @param in1 the first operand, copied
   * @param in2 the second operand, copied
   * @param expected the right result, copied
   * @param deviation what a library answers instead, if one is wrong
   * @param provenance where {@code expected} comes from
   * @throws NullPointerException if a component is null
   */
  public GoldenVector {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(convention, "convention");
    Objects.requireNonNull(mode, "mode");
    in1 = Objects.requireNonNull(in1, "in1").copy();
    in2 = Objects.requireNonNull(in2, "in2").copy();
    expected = Objects.requireNonNull(expected, "expected").copy();
    Objects.requireNonNull(deviation, "deviation");
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
   * The right result.
   *
   * @return a fresh copy
   */
  @Override
  public NdArray expected() {
    return expected.copy();
  }

  /**
   * The same demand as a convolution.
   *
   * <p>A correlation becomes the convolution of {@code in1} with {@code in2} reversed and
   * conjugated. In NumPy's convention, if {@code in2} is longer, it becomes the convolution of
   * {@code in2} with {@code in1} reversed and conjugated. The result of that, reversed and
   * conjugated, is expected here, as in {@code numpy.correlate}: the windows of {@code same}
   * differ.
   *
   * @return this vector if it is a convolution; else one of the same identifier, without the
   *     deviation, which is that of the correlation
   */
  public GoldenVector asConvolution() {
    if (operation == Operation.CONVOLVE) {
      return this;
    }
    boolean swap = convention == Convention.NUMPY && in2.size() > in1.size();
    return new GoldenVector(
        id,
        Operation.CONVOLVE,
        convention,
        mode,
        swap ? in2 : in1,
        (swap ? in1 : in2).reversed().conjugate(),
        swap ? expected.reversed().conjugate() : expected,
        Optional.empty(),
        provenance);
  }

  /** The identifier, operation, mode and shapes in one line, without data. */
  @Override
  public String toString() {
    return id
        + ": "
        + operation.name().toLowerCase(Locale.ROOT)
        + " "
        + in1.shape()
        + " and "
        + in2.shape()
        + " "
        + mode
        + " ("
        + convention
        + ") gives "
        + expected.shape();
  }
}
