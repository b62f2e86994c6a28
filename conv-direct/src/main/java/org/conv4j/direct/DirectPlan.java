package org.conv4j.direct;

import java.util.Arrays;
import org.conv4j.api.Geometry;

/**
 * What a direct convolution will do: the extents of the sliding operand x, of the taps h and of the
 * output y, and the offset of the output window in the full result, each of rank 1 or more.
 *
 * <p>The shapes are brought into a form that kernels are fast on, without moving an element:
 *
 * <ul>
 *   <li>The operand with the longer last axis slides, whichever came first, and the larger one if
 *       these are equal: the full result is the same.
 *   <li>Axes on which both operands have one element are left out.
 *   <li>A short last axis on which h has one element, such as colours, is joined to the one before:
 *       a row then has the elements of all colours, and its taps are {@code step} apart. Not if h
 *       is longer than x on that one: few of the many taps would meet anything.
 * </ul>
 *
 * @param swapped whether x is the second operand
 * @param x extents of the sliding operand
 * @param h extents of the taps
 * @param y extents of the output
 * @param offset index in the full result of the first output
 * @param step how far the taps of a row are apart
 */
@SuppressWarnings("ArrayRecordComponent") // read by kernels, never compared
record DirectPlan(boolean swapped, int[] x, int[] h, int[] y, int[] offset, int step) {
  /** A last axis at least this long makes rows that are worth a loop of their own. */
  private static final int LONG_ROW = 64;

  static DirectPlan of(Geometry geometry) {
    int[] a = geometry.in1().toArray();
    int[] b = geometry.in2().toArray();
    int[] y = geometry.output().toArray();
    int[] offset = geometry.offset();
    int rank = 0;
    for (int axis = 0; axis < a.length; axis++) {
      if (a[axis] > 1 || b[axis] > 1) {
        a[rank] = a[axis];
        b[rank] = b[axis];
        y[rank] = y[axis];
        offset[rank++] = offset[axis];
      }
    }
    if (rank == 0) {
      int[] one = {1};
      return new DirectPlan(false, one, one, one, new int[1], 1);
    }
    boolean swapped =
        b[rank - 1] == a[rank - 1]
            ? geometry.in2().size() > geometry.in1().size()
            : b[rank - 1] > a[rank - 1];
    return joined(swapped, swapped ? b : a, swapped ? a : b, y, offset, rank);
  }

  private static DirectPlan joined(
      boolean swapped, int[] x, int[] h, int[] y, int[] offset, int rank) {
    int last = rank - 1;
    int step = 1;
    while (last > 0
        && h[last] == 1
        && x[last] == y[last]
        && y[last] < LONG_ROW
        && h[last - 1] <= x[last - 1]) {
      step = x[last];
      last--;
      x[last] *= step;
      y[last] *= step;
      offset[last] *= step;
    }
    return new DirectPlan(
        swapped,
        Arrays.copyOf(x, last + 1),
        Arrays.copyOf(h, last + 1),
        Arrays.copyOf(y, last + 1),
        Arrays.copyOf(offset, last + 1),
        step);
  }

  int last() {
    return y.length - 1;
  }

  int columns() {
    return y[last()];
  }

  int rows() {
    int rows = 1;
    for (int axis = 0; axis < last(); axis++) {
      rows *= y[axis];
    }
    return rows;
  }

  /** Elements of the operand that slides. */
  double sizeOfX() {
    double size = 1;
    for (int extent : x) {
      size *= extent;
    }
    return size;
  }

  Block whole() {
    return new Block(new int[y.length], y);
  }

  /**
   * Blocks that cover the output.
   *
   * @param extents how large a block is on each axis; those at the end may be smaller
   */
  Block[] blocks(int[] extents) {
    int count = 1;
    for (int axis = 0; axis < y.length; axis++) {
      count = Math.multiplyExact(count, (y[axis] - 1) / extents[axis] + 1);
    }
    Block[] blocks = new Block[count];
    for (int i = 0; i < count; i++) {
      int[] from = new int[y.length];
      int[] to = new int[y.length];
      int rest = i;
      for (int axis = last(); axis >= 0; axis--) {
        int along = (y[axis] - 1) / extents[axis] + 1;
        from[axis] = rest % along * extents[axis];
        to[axis] = from[axis] + Math.min(extents[axis], y[axis] - from[axis]);
        rest /= along;
      }
      blocks[i] = new Block(from, to);
    }
    return blocks;
  }

  /** Written out, because a record compares and prints arrays by identity. */
  @Override
  public String toString() {
    return "x "
        + Arrays.toString(x)
        + ", h "
        + Arrays.toString(h)
        + (step == 1 ? "" : ", " + step + " apart")
        + ", y "
        + Arrays.toString(y)
        + " at "
        + Arrays.toString(offset)
        + (swapped ? ", swapped" : "");
  }
}
