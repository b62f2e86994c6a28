package org.conv4j.direct;

import java.util.Arrays;

/**
 * A box of outputs: on every axis, indices {@code from} to {@code to - 1}.
 *
 * @param from the first index on each axis
 * @param to after the last index on each axis
 */
@SuppressWarnings("ArrayRecordComponent") // read by kernels, never compared
record Block(int[] from, int[] to) {
  int extent(int axis) {
    return to[axis] - from[axis];
  }

  private int last() {
    return from.length - 1;
  }

  int fromColumn() {
    return from[last()];
  }

  int toColumn() {
    return to[last()];
  }

  /**
   * The rows of the output that the block has a part of, counted over all axes but the last.
   *
   * @param y the extents of the output
   */
  int[] rows(int[] y) {
    int count = 1;
    for (int axis = 0; axis < last(); axis++) {
      count *= extent(axis);
    }
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      int rest = i;
      int stride = 1;
      for (int axis = last() - 1; axis >= 0; axis--) {
        rows[i] += (from[axis] + rest % extent(axis)) * stride;
        rest /= extent(axis);
        stride *= y[axis];
      }
    }
    return rows;
  }

  /** Written out, because a record prints arrays by identity. */
  @Override
  public String toString() {
    return Arrays.toString(from) + " to " + Arrays.toString(to);
  }
}
