package org.conv4j.direct;

import java.util.Arrays;
import org.conv4j.api.Geometry;
import org.conv4j.api.Shape;

/**
 * What a direct convolution will do: the extents of the sliding operand x, of the taps h and of the
 * output y, and the offset of the output window in the full result, each of rank 1 or more.
 *
 * <p>The operand with the longer last axis slides, whichever came first: the full result is the
 * same, and rows are what the kernels are fast on. A scalar counts as one row of one element.
 *
 * @param swapped whether x is the second operand
 * @param x extents of the sliding operand
 * @param h extents of the taps
 * @param y extents of the output
 * @param offset index in the full result of the first output
 */
@SuppressWarnings("ArrayRecordComponent") // read by kernels, never compared
record DirectPlan(boolean swapped, int[] x, int[] h, int[] y, int[] offset) {
  /** Outputs in one block, about: small enough to share out, large enough to be worth a task. */
  private static final int BLOCK = 1 << 14;

  /**
   * Part of the output: rows, counted over all outer axes, and columns, counted on the last.
   *
   * @param fromRow the first row
   * @param toRow after the last row
   * @param fromColumn the first column
   * @param toColumn after the last column
   */
  record Block(int fromRow, int toRow, int fromColumn, int toColumn) {}

  static DirectPlan of(Geometry geometry) {
    int[] a = atLeast1d(geometry.in1());
    int[] b = atLeast1d(geometry.in2());
    int[] y = atLeast1d(geometry.output());
    int[] offset = Arrays.copyOf(geometry.offset(), y.length);
    int last = y.length - 1;
    boolean swapped = b[last] > a[last];
    return swapped ? new DirectPlan(true, b, a, y, offset) : new DirectPlan(false, a, b, y, offset);
  }

  private static int[] atLeast1d(Shape shape) {
    return shape.rank() == 0 ? new int[] {1} : shape.toArray();
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

  Block whole() {
    return new Block(0, rows(), 0, columns());
  }

  /** Blocks of about equal work that cover the output: whole rows, or parts of long ones. */
  Block[] blocks() {
    int rowsAtOnce = Math.max(1, BLOCK / columns());
    int columnsAtOnce = Math.min(columns(), BLOCK);
    int down = (rows() - 1) / rowsAtOnce + 1;
    int across = (columns() - 1) / columnsAtOnce + 1;
    Block[] blocks = new Block[Math.multiplyExact(down, across)];
    for (int i = 0; i < blocks.length; i++) {
      int row = i / across * rowsAtOnce;
      int column = i % across * columnsAtOnce;
      blocks[i] =
          new Block(
              row,
              Math.min(rows(), row + rowsAtOnce),
              column,
              Math.min(columns(), column + columnsAtOnce));
    }
    return blocks;
  }

  /** Written out, since a record compares and prints arrays by identity. */
  @Override
  public String toString() {
    return "x "
        + Arrays.toString(x)
        + ", h "
        + Arrays.toString(h)
        + ", y "
        + Arrays.toString(y)
        + " at "
        + Arrays.toString(offset)
        + (swapped ? ", swapped" : "");
  }
}
