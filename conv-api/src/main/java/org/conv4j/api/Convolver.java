package org.conv4j.api;

import java.util.Objects;
import org.conv4j.api.internal.Parallel;

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
   * Convolves two one-dimensional signals. The result is, bit for bit, what {@link
   * #convolve(NdArray, NdArray, Mode)} gives for arrays of rank 1.
   *
   * @param in1 the first operand, not empty
   * @param in2 the second operand, not empty
   * @param mode which part of the full result to return
   * @return a fresh array
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if an operand is empty
   */
  default double[] convolve(double[] in1, double[] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    NdArray a = NdArray.wrap(in1, Shape.of(in1.length));
    NdArray b = NdArray.wrap(in2, Shape.of(in2.length));
    return convolve(a, b, mode).doubles();
  }

  /**
   * Convolves two one-dimensional signals in single precision, as {@link #convolve(double[],
   * double[], Mode)}.
   *
   * @param in1 the first operand, not empty
   * @param in2 the second operand, not empty
   * @param mode which part of the full result to return
   * @return a fresh array
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if an operand is empty
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim {@code FLOAT32}
   */
  default float[] convolve(float[] in1, float[] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    NdArray a = NdArray.wrap(in1, Shape.of(in1.length));
    NdArray b = NdArray.wrap(in2, Shape.of(in2.length));
    return convolve(a, b, mode).floats();
  }

  /**
   * Convolves two one-dimensional signals of integers modulo 2^64, as {@link #convolve(double[],
   * double[], Mode)}.
   *
   * @param in1 the first operand, not empty
   * @param in2 the second operand, not empty
   * @param mode which part of the full result to return
   * @return a fresh array
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if an operand is empty
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim {@code INT64}
   */
  default long[] convolve(long[] in1, long[] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    NdArray a = NdArray.wrap(in1, Shape.of(in1.length));
    NdArray b = NdArray.wrap(in2, Shape.of(in2.length));
    return convolve(a, b, mode).longs();
  }

  /**
   * Convolves two one-dimensional signals of integers modulo 2^32, as {@link #convolve(double[],
   * double[], Mode)}.
   *
   * @param in1 the first operand, not empty
   * @param in2 the second operand, not empty
   * @param mode which part of the full result to return
   * @return a fresh array
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if an operand is empty
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim {@code INT32}
   */
  default int[] convolve(int[] in1, int[] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    NdArray a = NdArray.wrap(in1, Shape.of(in1.length));
    NdArray b = NdArray.wrap(in2, Shape.of(in2.length));
    return convolve(a, b, mode).ints();
  }

  /**
   * Convolves two images, given as arrays of rows. The result is, bit for bit, what {@link
   * #convolve(NdArray, NdArray, Mode)} gives for {@link NdArray#of(double[][])} of both.
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
    NdArray a = NdArray.ofArgument(DType.FLOAT64, in1, "in1");
    NdArray b = NdArray.ofArgument(DType.FLOAT64, in2, "in2");
    return convolve(a, b, mode).rows();
  }

  /**
   * Convolves two images in single precision, given as arrays of rows. The result is, bit for bit,
   * what {@link #convolve(NdArray, NdArray, Mode)} gives for {@link NdArray#of(float[][])} of both.
   *
   * @param in1 the first operand, rows of one length, not empty
   * @param in2 the second operand, rows of one length, not empty
   * @param mode which part of the full result to return
   * @return a fresh array of rows
   * @throws NullPointerException if an argument or a row is null
   * @throws IllegalArgumentException if rows differ in length, an operand is empty, or the mode is
   *     {@link Mode#VALID} and neither operand is at least as large as the other on both axes
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim {@code FLOAT32}
   *     of rank 2
   */
  default float[][] convolve(float[][] in1, float[][] in2, Mode mode) {
    NdArray a = NdArray.ofArgument(DType.FLOAT32, in1, "in1");
    NdArray b = NdArray.ofArgument(DType.FLOAT32, in2, "in2");
    return convolve(a, b, mode).floatRows();
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
   * Cross-correlates two one-dimensional signals: {@code y[i] = sum over j of in1[j + lag] *
   * in2[j]}, where the lag of element {@code i} is that of {@link Convolvers#correlationLags}. The
   * result is, bit for bit, what {@link #correlate(NdArray, NdArray, Mode)} gives for arrays of
   * rank 1.
   *
   * @param in1 the first operand, not empty
   * @param in2 the second operand, not empty, slid over the first without reversal
   * @param mode which part of the full result to return
   * @return a fresh array
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if an operand is empty
   */
  default double[] correlate(double[] in1, double[] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    NdArray a = NdArray.wrap(in1, Shape.of(in1.length));
    NdArray b = NdArray.wrap(in2, Shape.of(in2.length));
    return correlate(a, b, mode).doubles();
  }

  /**
   * Cross-correlates two images, given as arrays of rows. The result is, bit for bit, what {@link
   * #correlate(NdArray, NdArray, Mode)} gives for {@link NdArray#of(double[][])} of both.
   *
   * @param in1 the first operand, rows of one length, not empty
   * @param in2 the second operand, rows of one length, not empty, slid over the first without
   *     reversal
   * @param mode which part of the full result to return
   * @return a fresh array of rows
   * @throws NullPointerException if an argument or a row is null
   * @throws IllegalArgumentException as {@link #convolve(double[][], double[][], Mode)}
   */
  default double[][] correlate(double[][] in1, double[][] in2, Mode mode) {
    NdArray a = NdArray.ofArgument(DType.FLOAT64, in1, "in1");
    NdArray b = NdArray.ofArgument(DType.FLOAT64, in2, "in2");
    return correlate(a, b, mode).rows();
  }

  /**
   * This convolver with another number of threads.
   *
   * @param threads how many may work on one call, at least 1; 1 keeps to the calling thread
   * @return a convolver that gives the same results, bit for bit; by default this convolver itself,
   *     which is right if it starts no threads
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  default Convolver withParallelism(int threads) {
    Parallel.requireThreads(threads);
    return this;
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
   * its memory grows with {@code k} and the block. Until then, each sample of a short block costs
   * one convolution.
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
}
