package org.conv4j.api;

/**
 * One spatial axis of a layer: tap {@code t} of output {@code o} meets the input at {@code o *
 * stride + t * dilation - before}, and a zero where that is no index of the input.
 *
 * @param input the extent of the input
 * @param kernel the extent of the kernel
 * @param stride how far the window moves from one output to the next
 * @param dilation how far apart neighbouring taps are
 * @param before the zeros before the input
 * @param after the zeros after the input, of which the last may meet no tap
 * @param output the number of outputs
 * @see LayerGeometry#axis
 */
public record LayerAxis(
    int input, int kernel, int stride, int dilation, int before, int after, int output) {

  /**
   * The axis of a layer.
   *
   * @throws IllegalArgumentException if no window fits
   * @throws ArithmeticException if a size exceeds an int
   */
  static LayerAxis of(int input, int kernel, LayerOptions options, int axis) {
    int stride = options.stride(axis);
    int dilation = options.dilation(axis);
    Padding padding = options.padding();
    int window = window(kernel, dilation);
    int total = 0;
    if (padding.isSame()) {
      long reach = (long) (ceilDiv(input, stride) - 1) * stride + window;
      total = Math.toIntExact(Math.max(reach - input, 0));
    }
    int before = padding.before(axis, total);
    int after = padding.after(axis, total);
    int padded = Math.addExact(Math.addExact(input, before), after);
    if (padded < window) {
      throw new IllegalArgumentException(
          "the window must not be larger than the padded input, but on spatial axis "
              + axis
              + " a kernel of "
              + kernel
              + (dilation == 1 ? "" : " with dilation " + dilation + " covers " + window)
              + " and the input has "
              + input
              + (padded == input ? "" : ", with padding " + padded));
    }
    int last = (padded - window) / stride;
    if (options.rounding() == Rounding.UP
        && (padded - window) % stride != 0
        && (last + 1L) * stride < (long) input + before) {
      last++;
    }
    return new LayerAxis(input, kernel, stride, dilation, before, after, last + 1);
  }

  /**
   * The axis of the layer whose transpose takes a number of outputs back to an input.
   *
   * @throws IllegalArgumentException if the input would have no element, or too much output padding
   *     is asked for
   * @throws ArithmeticException if a size exceeds an int
   */
  static LayerAxis ofTransposed(int output, int kernel, LayerOptions options, int axis) {
    int stride = options.stride(axis);
    int dilation = options.dilation(axis);
    int more = options.outputPadding(axis);
    if (more >= Math.max(stride, dilation)) {
      throw new IllegalArgumentException(
          "output padding must be less than the stride or the dilation, but on spatial axis "
              + axis
              + " it is "
              + more
              + " with stride "
              + stride
              + " and dilation "
              + dilation);
    }
    Padding padding = options.padding();
    int window = window(kernel, dilation);
    long reach = (long) (output - 1) * stride + window + more;
    int total = 0;
    if (padding.isSame()) {
      total = Math.toIntExact(Math.max(reach - (long) output * stride, 0));
    }
    int before = padding.before(axis, total);
    int after = padding.after(axis, total);
    long input = padding.isSame() ? (long) output * stride : reach - before - after;
    if (input < 1) {
      throw new IllegalArgumentException(
          "a transposed layer must leave an output, but on spatial axis "
              + axis
              + " padding of "
              + before
              + " and "
              + after
              + " cuts all of "
              + reach);
    }
    return new LayerAxis(Math.toIntExact(input), kernel, stride, dilation, before, after, output);
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend - 1) / divisor + 1;
  }

  private static int window(int kernel, int dilation) {
    return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
  }

  /**
   * The extent of the input that one output sees.
   *
   * @return {@code dilation * (kernel - 1) + 1}, also called the effective kernel
   */
  public int window() {
    return window(kernel, dilation);
  }

  /**
   * The element of the input that a tap meets.
   *
   * @param o the output, from 0
   * @param t the tap, from 0
   * @return an index from 0 to {@code input - 1}, or -1 where the tap meets a zero of the padding
   */
  public int inputIndex(int o, int t) {
    long index = (long) o * stride + (long) t * dilation - before;
    return index < 0 || index >= input ? -1 : (int) index;
  }
}
