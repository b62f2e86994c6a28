package org.conv4j.fft;

/**
 * A part of a tile.
 *
 * @param from its first index on each axis
 * @param end the end on each axis
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record TileBox(int[] from, int[] end) {
  int size(int axis) {
    return end[axis] - from[axis];
  }

  /** The same without one axis. */
  TileBox with(int axis, int from, int end) {
    TileBox box = new TileBox(this.from.clone(), this.end.clone());
    box.from[axis] = from;
    box.end[axis] = end;
    return box;
  }

  /** How many rows it has, along the last axis. */
  int rows() {
    int rows = 1;
    for (int axis = 0; axis < from.length - 1; axis++) {
      rows *= size(axis);
    }
    return rows;
  }

  /** Where a row begins. */
  int[] row(int number) {
    int[] index = from.clone();
    int rest = number;
    for (int axis = from.length - 2; axis >= 0; axis--) {
      index[axis] += rest % size(axis);
      rest /= size(axis);
    }
    return index;
  }
}
