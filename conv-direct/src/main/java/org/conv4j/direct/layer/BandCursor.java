package org.conv4j.direct.layer;

/**
 * Goes through the outputs of a band, a part of a row at a time. What lies between the rows of
 * outputs is skipped.
 */
final class BandCursor {
  /** By axis: outputs, extents of an image, and elements from index to index of it. */
  private final int[] ends;

  private final int[] extents;
  private final int[] strides;

  private final int[] index;
  private final int last;
  private int position;

  /**
   * At the first output of a band.
   *
   * @param plan the layer
   * @param band which one
   */
  BandCursor(LayerPlan plan, int band) {
    int rank = plan.geometry().spatialRank();
    this.ends = new int[rank];
    this.extents = new int[rank];
    this.strides = new int[rank];
    this.index = new int[rank];
    this.last = rank - 1;
    for (int a = 0; a < rank; a++) {
      ends[a] = a == 0 ? plan.rows(band) : plan.geometry().axis(a).output();
      extents[a] = plan.extent(a);
      strides[a] = plan.stride(a);
    }
  }

  /** The position of the next output; beyond all positions if there is none. */
  int position() {
    return position;
  }

  /** How many outputs are left in this row. */
  int left() {
    return ends[last] - index[last];
  }

  /** How far the next output is from the first one in an array. */
  int in(ArrayOrder order) {
    int at = 0;
    for (int a = 0; a <= last; a++) {
      at += index[a] * order.axis(a);
    }
    return at;
  }

  /**
   * Goes on.
   *
   * @param count by how many outputs, at most those left in the row
   */
  void skip(int count) {
    position += count;
    index[last] += count;
    for (int a = last; a > 0 && index[a] == ends[a]; a--) {
      position += (extents[a] - ends[a]) * strides[a];
      index[a] = 0;
      index[a - 1]++;
    }
  }
}
