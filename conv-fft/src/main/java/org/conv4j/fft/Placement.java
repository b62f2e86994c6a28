package org.conv4j.fft;

/**
 * Where a tile lies in an array.
 *
 * @param extents of the array
 * @param origin the index in the array of the tile's first element, which need not exist
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record Placement(int[] extents, int[] origin) {
  /** The place in the array of an element of the tile. */
  int offset(int[] index) {
    int offset = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      offset = offset * extents[axis] + origin[axis] + index[axis];
    }
    return offset;
  }
}
