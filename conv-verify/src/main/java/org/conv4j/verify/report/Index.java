package org.conv4j.verify.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.conv4j.api.Shape;

/** Turns positions in row-major order into indices as NumPy writes them. */
final class Index {
  private Index() {}

  /** The index of a flat place. */
  static int[] of(int flat, Shape shape) {
    int[] index = new int[shape.rank()];
    int rest = flat;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape.extent(axis);
      rest /= shape.extent(axis);
    }
    return index;
  }

  /** What stands behind the name of an array: {@code [0, 3]}; {@code [()]} for a scalar. */
  static String text(int flat, Shape shape) {
    return shape.rank() == 0 ? "[()]" : Arrays.toString(of(flat, shape));
  }

  /** A row of the last axis: {@code [0, 3, :]}. */
  static String row(int row, Shape shape) {
    int[] leading = Arrays.copyOf(shape.toArray(), shape.rank() - 1);
    return Arrays.stream(of(row, Shape.of(leading)))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", ", :]"));
  }
}
