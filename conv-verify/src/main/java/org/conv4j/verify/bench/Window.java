package org.conv4j.verify.bench;

import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;

/**
 * A box of the full result.
 *
 * @param full the shape of the full result
 * @param offset the index in it of the first element of the box
 * @param shape the shape of the box
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record Window(Shape full, int[] offset, Shape shape) {
  static Window whole(Shape full) {
    return new Window(full, new int[full.rank()], full);
  }

  /** The flat index in the full result of an element of the box. */
  int flat(int element) {
    if (full.equals(shape)) {
      return element;
    }
    int flat = 0;
    int rest = element;
    int stride = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      flat += (rest % shape.extent(axis) + offset[axis]) * stride;
      rest /= shape.extent(axis);
      stride *= full.extent(axis);
    }
    return flat;
  }

  /** The index vector in the full result of an element of the box. */
  int[] index(int element) {
    int[] index = new int[full.rank()];
    Moves.unravel(flat(element), full, index);
    return index;
  }
}
