package org.conv4j.verify.oracle;

import org.conv4j.api.Geometry;
import org.conv4j.api.Shape;

/**
 * Reduces convolution of any rank to rank 1. Every index vector gets the number it has as an index
 * of the full result. The number of {@code i + j} is then the number of {@code i} plus the number
 * of {@code j}, because no sum leaves the full result.
 */
final class Embedding {
  private final int size;
  private final int[] in1;
  private final int[] in2;
  private final int[] output;

  Embedding(Geometry geometry) {
    Shape full = geometry.full();
    int[] origin = new int[full.rank()];
    size = full.size();
    in1 = positions(geometry.in1(), origin, full);
    in2 = positions(geometry.in2(), origin, full);
    output = positions(geometry.output(), geometry.offset(), full);
  }

  private static int[] positions(Shape box, int[] offset, Shape full) {
    int[] positions = new int[box.size()];
    for (int i = 0; i < positions.length; i++) {
      int rest = i;
      int stride = 1;
      for (int axis = box.rank() - 1; axis >= 0; axis--) {
        positions[i] += (rest % box.extent(axis) + offset[axis]) * stride;
        rest /= box.extent(axis);
        stride *= full.extent(axis);
      }
    }
    return positions;
  }

  /** The number of elements of the full result. */
  int size() {
    return size;
  }

  /** For each element of the first operand, its number. */
  int[] in1() {
    return in1;
  }

  /** For each element of the second operand, its number. */
  int[] in2() {
    return in2;
  }

  /** For each element of the output, its number. */
  int[] output() {
    return output;
  }
}
