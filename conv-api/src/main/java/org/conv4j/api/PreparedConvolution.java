package org.conv4j.api;

/**
 * A convolution whose second operand, shapes and mode are fixed, for many first operands. Immutable
 * and thread-safe.
 *
 * @see Convolver#prepare
 */
@FunctionalInterface
public interface PreparedConvolution {
  /**
   * Convolves one more first operand with the prepared one.
   *
   * @param in1 of the shape that was prepared for
   * @return what {@link Convolver#convolve(NdArray, NdArray, Mode)} returns for it
   * @throws IllegalArgumentException if its shape is another
   */
  NdArray apply(NdArray in1);
}
