package org.conv4j.verify.layer.operand;

/**
 * The sizes of one spatial axis of a layer.
 *
 * @param extent of the input
 * @param kernel of the kernel
 * @param stride at least 1
 * @param dilation at least 1
 * @param before the zeros before the input, unless the padding is made from the sizes
 * @param after the zeros after it
 */
public record AxisSizes(int extent, int kernel, int stride, int dilation, int before, int after) {
  /**
   * An axis without stride, dilation and padding.
   *
   * @param extent of the input
   * @param kernel of the kernel
   * @return the sizes
   */
  public static AxisSizes of(int extent, int kernel) {
    return new AxisSizes(extent, kernel, 1, 1, 0, 0);
  }

  AxisSizes withExtent(int other) {
    return new AxisSizes(other, kernel, stride, dilation, before, after);
  }

  AxisSizes withKernel(int other) {
    return new AxisSizes(extent, other, stride, dilation, before, after);
  }

  AxisSizes withStride(int other) {
    return new AxisSizes(extent, kernel, other, dilation, before, after);
  }

  AxisSizes withDilation(int other) {
    return new AxisSizes(extent, kernel, stride, other, before, after);
  }

  AxisSizes withPadding(int zerosBefore, int zerosAfter) {
    return new AxisSizes(extent, kernel, stride, dilation, zerosBefore, zerosAfter);
  }
}
