package org.conv4j.fft;

/**
 * Numbers in rows and columns, which come into lanes and go back: as many neighbouring columns at a
 * time as there are lanes.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
abstract class Sheet<A> {
  private final Lanes<A> lanes;

  /** Where the numbers are. */
  private final Box<A> box;

  private Sheet(Lanes<A> lanes, Box<A> box) {
    this.lanes = lanes;
    this.box = box;
  }

  /**
   * A sheet.
   *
   * @param box of rank 2, or of rank 1, which is cut into rows
   * @param width the length of such rows, a multiple of the number of lanes
   */
  static <A> Sheet<A> of(Lanes<A> lanes, Box<A> box, int width) {
    return box.rank() == 1 ? new Roll<>(lanes, box, width) : new Grid<>(lanes, box);
  }

  /** The first column that has a number. */
  abstract int firstColumn();

  /** The column after the last that has a number. */
  abstract int endColumn();

  /** The first row of which all lanes have a number. */
  abstract int firstRow(int column);

  /** The row after the last of which all lanes have a number. */
  abstract int endRow(int column);

  /** Moves what is in rows of which some lanes have a number, and not all. */
  abstract void pieces(int column, int row, int end, Mover mover);

  /** Where a number is, if it is anywhere. */
  abstract int place(int row, int column);

  /** The distance of places from row to row. */
  abstract int stride();

  /** Moves {@code count} numbers of one lane, from a row on. */
  interface Mover {
    void move(int row, int column, int count);
  }

  /**
   * Fills lanes with rows {@code row} to {@code end}, row r from {@code start + r * lanes} on.
   *
   * @param column the first one; what has no number is zero
   */
  void load(int column, int row, int end, A buffer, int start) {
    int v = lanes.count();
    int first = clamp(firstRow(column), row, end);
    int last = clamp(endRow(column), first, end);
    lanes.clear(buffer, start + row * v, start + first * v);
    lanes.lines(
        box.array(), place(first, column), stride(), buffer, start + first * v, v, last - first);
    lanes.clear(buffer, start + last * v, start + end * v);
    pieces(
        column,
        row,
        end,
        (r, c, count) ->
            lanes.copy(
                box.array(), place(r, c), stride(), buffer, start + r * v + c - column, v, count));
  }

  private static int clamp(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  /** The reverse of {@link #load}. */
  void store(int column, int row, int end, A buffer, int start) {
    int v = lanes.count();
    int first = clamp(firstRow(column), row, end);
    int last = clamp(endRow(column), first, end);
    lanes.lines(
        buffer, start + first * v, v, box.array(), place(first, column), stride(), last - first);
    pieces(
        column,
        row,
        end,
        (r, c, count) ->
            lanes.copy(
                buffer, start + r * v + c - column, v, box.array(), place(r, c), stride(), count));
  }

  /** The rows and columns of a box of rank 2. */
  private static final class Grid<A> extends Sheet<A> {
    private final Box<A> box;
    private final int lanes;

    Grid(Lanes<A> lanes, Box<A> box) {
      super(lanes, box);
      this.box = box;
      this.lanes = lanes.count();
    }

    @Override
    int firstColumn() {
      return box.first()[1];
    }

    @Override
    int endColumn() {
      return box.isEmpty() ? firstColumn() : box.end()[1];
    }

    private boolean isWhole(int column) {
      return column >= box.first()[1] && column + lanes <= box.end()[1];
    }

    @Override
    int firstRow(int column) {
      return isWhole(column) ? box.first()[0] : 0;
    }

    @Override
    int endRow(int column) {
      return isWhole(column) ? box.end()[0] : 0;
    }

    @Override
    int place(int row, int column) {
      return box.start() + row * box.strides()[0] + column;
    }

    @Override
    int stride() {
      return box.strides()[0];
    }

    @Override
    void pieces(int column, int row, int end, Mover mover) {
      int first = Math.max(row, box.first()[0]);
      int count = Math.min(end, box.end()[0]) - first;
      if (isWhole(column) || count <= 0) {
        return;
      }
      int endColumn = Math.min(column + lanes, box.end()[1]);
      for (int c = Math.max(column, box.first()[1]); c < endColumn; c++) {
        mover.move(first, c, count);
      }
    }
  }

  /** A box of rank 1, cut into rows. */
  private static final class Roll<A> extends Sheet<A> {
    private final int start;
    private final int first;
    private final int end;
    private final int width;
    private final int lanes;

    Roll(Lanes<A> lanes, Box<A> box, int width) {
      super(lanes, box);
      this.start = box.start();
      this.first = box.first()[0];
      this.end = Math.max(first, box.end()[0]);
      this.width = width;
      this.lanes = lanes.count();
    }

    private boolean isOneRow() {
      return first < end && first / width == (end - 1) / width;
    }

    @Override
    int firstColumn() {
      return isOneRow() ? first % width : 0;
    }

    @Override
    int endColumn() {
      if (first == end) {
        return 0;
      }
      return isOneRow() ? (end - 1) % width + 1 : width;
    }

    @Override
    int firstRow(int column) {
      return Math.max(0, Math.floorDiv(first - column + width - 1, width));
    }

    @Override
    int endRow(int column) {
      return Math.max(firstRow(column), Math.floorDiv(end - lanes - column, width) + 1);
    }

    @Override
    int place(int row, int column) {
      return start + row * width + column;
    }

    @Override
    int stride() {
      return width;
    }

    @Override
    void pieces(int column, int row, int end, Mover mover) {
      int before = firstRow(column) - 1;
      piece(before, column, row, end, mover);
      piece(endRow(column), column, row, end, mover);
    }

    private void piece(int row, int column, int firstRow, int endRow, Mover mover) {
      if (row < firstRow || row >= endRow) {
        return;
      }
      int from = Math.max(column, first - row * width);
      int to = Math.min(column + lanes, end - row * width);
      for (int c = from; c < to; c++) {
        mover.move(row, c, 1);
      }
    }
  }
}
