package org.conv4j.api;

/**
 * A convolution whose kernel, shapes and mode are fixed, for many signals. Immutable and
 * thread-safe.
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
}
