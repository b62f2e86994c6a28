package org.conv4j.api;

import java.util.Objects;

/**
 * Computes discrete convolutions. Every implementation, ours or yours, implements this one
 * interface; a lambda is a convolver.
 *
 * <p>The full result is, for every index vector {@code m},
 *
 * <pre>{@code F[m] = sum over j of in1[m - j] * in2[j],   0 <= m < n + k - 1 on every axis}</pre>
 *
 * where an absent element gives no term at all. A {@link Mode} selects a window of it ({@link
 * Geometry}). The result has the {@linkplain DType#promote promoted type} of the operands.
 *
 * <p>Implementations are immutable and thread-safe. They neither change nor keep their arguments,
 * return a fresh array each time, and refuse what {@link #capabilities()} does not claim. {@code
 * conv-verify} checks all of this.
 *
 * <pre>{@code
 * Convolver convolver = Convolvers.auto();
 * double[] y = convolver.convolve(new double[] {1, 2, 3}, new double[] {0, 1, 0.5}, Mode.FULL);
 * // [0.0, 1.0, 2.5, 4.0, 1.5]
 * }</pre>
 */
@FunctionalInterface
public interface Convolver {
  /**
   * Convolves two arrays.
   *
   * @param in1 the first operand, not empty
   * @param in2 the second operand, not empty, of the same rank
   * @param mode which part of the full result to return
   * @return a fresh array, of the shape {@link Geometry#output()}
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the ranks differ, an operand is empty, or the mode is
   *     {@link Mode#VALID} and neither operand is at least as large as the other on every axis
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim the call
   * @throws ArithmeticException if the result has more elements than a Java array holds
   */
  NdArray convolve(NdArray in1, NdArray in2, Mode mode);

  /**
   * A short name, for messages and for {@link Convolvers#named}.
   *
   * @return the simple name of the class unless overridden
   */
  default String name() {
    String simple = getClass().getSimpleName();
    return simple.isEmpty() ? getClass().getName() : simple;
  }

  /**
   * What this implementation claims.
   *
   * @return {@link Capabilities#basic()} unless overridden
   */
  default Capabilities capabilities() {
    return Capabilities.basic();
  }

  /**
   * Estimates how long a convolution takes here, for the automatic choice between implementations.
   * The estimate follows from the shapes alone; nothing is computed or allocated.
   *
   * @param geometry the call
   * @param dtype the type of the result
   * @return nanoseconds, or NaN if nothing is known, as here
   */
  default double estimateNanos(Geometry geometry, DType dtype) {
    return Double.NaN;
  }

  /**
   * Convolves two one-dimensional signals.
   *
   * @param in1 the first operand, not empty
   * @param in2 the second operand, not empty
   * @param mode which part of the full result to return
   * @return a fresh array
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if an operand is empty
   */
  default double[] convolve(double[] in1, double[] in2, Mode mode) {
    return convolve(vector(in1, "in1"), vector(in2, "in2"), mode).doubles();
  }

  /**
   * Convolves two images, given as arrays of rows.
   *
   * @param in1 the first operand, rows of one length, not empty
   * @param in2 the second operand, rows of one length, not empty
   * @param mode which part of the full result to return
   * @return a fresh array of rows
   * @throws NullPointerException if an argument or a row is null
   * @throws IllegalArgumentException if rows differ in length, an operand is empty, or the mode is
   *     {@link Mode#VALID} and neither operand is at least as large as the other on both axes
   */
  default double[][] convolve(double[][] in1, double[][] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    return convolve(NdArray.of(in1), NdArray.of(in2), mode).rows();
  }

  /**
   * Cross-correlates two arrays: {@code convolve(in1, conj(reverse(in2)), mode)}, which is what
   * {@code scipy.signal.correlate} returns in every mode.
   *
   * @param in1 the first operand
   * @param in2 the second operand, slid over the first without reversal
   * @param mode which part of the full result to return
   * @return a fresh array
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException as {@link #convolve(NdArray, NdArray, Mode)}
   */
  default NdArray correlate(NdArray in1, NdArray in2, Mode mode) {
    Objects.requireNonNull(in2, "in2");
    return convolve(in1, in2.reversed().conjugate(), mode);
  }

  /**
   * Prepares to convolve many signals of one shape with one kernel: {@code convolve(signal, kernel,
   * mode)}, again and again.
   *
   * <p>The type of the signals is not fixed. It may be any that {@link #capabilities()} claims
   * together with the type of the kernel; the result has the promoted type. This method refuses
   * shapes that do not go together, and a kernel that would be refused with signals of every type.
   *
   * @param kernel the second operand; copied
   * @param signalShape the shape of the first operands
   * @param mode which part of the full result to return
   * @return a convolution that gives the same results as this convolver
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException as {@link #convolve(NdArray, NdArray, Mode)}
   * @throws UnsupportedOperationException if the call is not claimed
   */
  default PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalShape, "signalShape");
    Objects.requireNonNull(mode, "mode");
    NdArray copy = kernel.copy();
    capabilities().admit(signalShape, kernel.dtype(), kernel.shape(), kernel.dtype(), mode);
    return signal -> {
      Preparation.requireShape(signal, signalShape);
      return convolve(signal, copy, mode);
    };
  }

  /**
   * Begins a one-dimensional full convolution with a signal that comes in blocks. The outputs of
   * the stream, joined, are {@code convolve(signal, kernel, FULL)}.
   *
   * <p>Unless overridden, each push convolves the block and the {@code k - 1} samples before it, so
   * its memory grows with {@code k} and the block. Until that many samples have come, short blocks
   * take one convolution for each sample.
   *
   * @param kernel the second operand, of {@code k} elements, not empty; copied
   * @param signalType the type of the samples
   * @return a stream without samples yet
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the kernel is empty or not of rank 1, or in NumPy's
   *     convention not of rank 0 or 1
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim such operands
   *     in {@link Mode#FULL} and {@link Mode#VALID}
   */
  default StreamingConvolution stream(NdArray kernel, DType signalType) {
    return new BlockStream(this, kernel, signalType);
  }

  private static NdArray vector(double[] data, String name) {
    Objects.requireNonNull(data, name);
    return NdArray.wrap(data, Shape.of(data.length));
  }
}
