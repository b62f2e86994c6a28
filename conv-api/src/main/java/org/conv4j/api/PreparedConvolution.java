package org.conv4j.api;

import org.conv4j.api.internal.Outputs;

/**
 * A convolution whose kernel, shapes and mode are fixed, for many signals. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * PreparedConvolution smooth = convolver.prepare(NdArray.of(0.25, 0.5, 0.25), Shape.of(4), Mode.SAME);
 * NdArray out = NdArray.zeros(DType.FLOAT64, Shape.of(4));
 * smooth.apply(NdArray.of(1.0, 2, 3, 4), out); // writes into out
 * }</pre>
 *
 * @see Convolver#prepare
 */
@FunctionalInterface
public interface PreparedConvolution {
  /**
   * Convolves one more signal with the prepared kernel.
   *
   * @param signal of the shape that was prepared for, and of any type that the convolver claims
   *     together with that of the kernel; neither changed nor kept
   * @return what {@link Convolver#convolve(NdArray, NdArray, Mode)} returns for it, bit for bit, in
   *     a fresh array of the promoted type
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if its shape is another
   * @throws UnsupportedOperationException if the convolver does not claim its type
   */
  NdArray apply(NdArray signal);

  /**
   * Convolves one more signal with the prepared kernel, and writes the result into the caller's
   * array. Previous contents are overwritten, unless the call is refused.
   *
   * <p>{@code out} may be the array that was given as the kernel, because the convolution keeps a
   * copy. Unless overridden, the result is computed into an array of its own, and copied.
   *
   * @param signal as in {@link #apply(NdArray)}
   * @param out receives what {@link #apply(NdArray)} returns, bit for bit; must have its shape and
   *     type; not kept; must not be used by two calls at once
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the shape of the signal is another, if {@code out} has
   *     another shape or type than the result, if it {@linkplain NdArray#sharesStorage shares
   *     storage} with the signal, or if its real and imaginary parts are one array
   * @throws UnsupportedOperationException if the convolver does not claim the type of the signal
   */
  default void apply(NdArray signal, NdArray out) {
    NdArray result = apply(signal);
    Outputs.require(out, result.shape(), result.dtype(), signal);
    result.copyTo(0, out, 0, result.size());
  }
}
