package org.conv4j.api;

import org.conv4j.api.internal.Outputs;

/**
 * A layer whose weights, options and input shape are fixed, for many inputs. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * PreparedLayer layer = layers.prepare(weights, bias, options, Shape.of(1, 3, 32, 32));
 * NdArray y = layer.apply(x);
 * }</pre>
 *
 * @see LayerConvolver#prepare
 */
@FunctionalInterface
public interface PreparedLayer {
  /**
   * Computes the layer for one more input.
   *
   * @param input of the shape that was prepared for, and of any type that the implementation claims
   *     together with that of the weights; neither changed nor kept
   * @return what {@link LayerConvolver#convolve(NdArray, NdArray, NdArray, LayerOptions)} returns
   *     for it, bit for bit, in a fresh array
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if its shape is another
   * @throws UnsupportedOperationException if the implementation does not claim its type
   */
  NdArray apply(NdArray input);

  /**
   * Computes the layer for one more input, and writes the result into an array of the caller's. The
   * previous contents do not matter. If the call is refused, they stay.
   *
   * <p>Unless overridden, the result is computed into an array of its own, and copied.
   *
   * @param input as in {@link #apply(NdArray)}
   * @param out receives what {@link #apply(NdArray)} returns, bit for bit; must have its shape and
   *     type; not kept; for one call at a time
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the shape of the input is another, if {@code out} has
   *     another shape or type than the result, if it {@linkplain NdArray#sharesStorage shares
   *     storage} with the input, or if its real and imaginary parts are one array
   * @throws UnsupportedOperationException if the implementation does not claim the type of the
   *     input
   */
  default void apply(NdArray input, NdArray out) {
    NdArray result = apply(input);
    Outputs.require(out, result.shape(), result.dtype(), input);
    result.copyTo(0, out, 0, result.size());
  }
}
