package org.conv4j.verify.edge;

import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * The defining sum on wrapping integers, as plainly as it can be written, for operands of any rank.
 */
final class EmbeddedSum {
  private EmbeddedSum() {}

  /** The window of the convolution of two {@code INT64} arrays. */
  static long[] of(NdArray in1, NdArray in2, Geometry geometry) {
    Shape full = geometry.full();
    int[] a = numbers(geometry.in1(), new int[full.rank()], full);
    int[] b = numbers(geometry.in2(), new int[full.rank()], full);
    int[] window = numbers(geometry.output(), geometry.offset(), full);
    long[] sums = new long[full.size()];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sums[a[i] + b[j]] += in1.longs()[i] * in2.longs()[j];
      }
    }
    long[] result = new long[window.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = sums[window[i]];
    }
    return result;
  }

  /** For each element of a box at an offset, the flat index it has in the full result. */
  private static int[] numbers(Shape box, int[] offset, Shape full) {
    int[] numbers = new int[box.size()];
    for (int i = 0; i < numbers.length; i++) {
      int rest = i;
      int stride = 1;
      for (int axis = box.rank() - 1; axis >= 0; axis--) {
        numbers[i] += (rest % box.extent(axis) + offset[axis]) * stride;
        rest /= box.extent(axis);
        stride *= full.extent(axis);
      }
    }
    return numbers;
  }
}
