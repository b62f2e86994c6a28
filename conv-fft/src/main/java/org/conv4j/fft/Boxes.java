package org.conv4j.fft;

/** Copies boxes between arrays of the same rank and element type, row by row. */
final class Boxes {
  private Boxes() {}

  /**
   * Copies the box of extents {@code box} at {@code fromIndex} of one array to {@code toIndex} of
   * another.
   */
  static void copy(
      Object from,
      int[] fromExtents,
      int[] fromIndex,
      Object to,
      int[] toExtents,
      int[] toIndex,
      int[] box) {
    int last = box.length - 1;
    int rows = 1;
    for (int axis = 0; axis < last; axis++) {
      rows *= box[axis];
    }
    for (int row = 0; row < rows; row++) {
      int source = start(row, box, fromExtents, fromIndex);
      int target = start(row, box, toExtents, toIndex);
      System.arraycopy(from, source, to, target, box[last]);
    }
  }

  /** Where row number {@code row} of a box begins in an array. */
  private static int start(int row, int[] box, int[] extents, int[] index) {
    int last = box.length - 1;
    int start = index[last];
    int stride = extents[last];
    for (int axis = last - 1; axis >= 0; axis--) {
      start += (row % box[axis] + index[axis]) * stride;
      row /= box[axis];
      stride *= extents[axis];
    }
    return start;
  }
}
