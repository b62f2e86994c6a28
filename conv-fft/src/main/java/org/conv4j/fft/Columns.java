package org.conv4j.fft;

/**
 * Some neighbouring columns of complex numbers in lanes, on their way between a pair of sheets and
 * a transform: a few blocks of as many as there are lanes, one behind the other. Several are moved
 * together, a few rows at a time, because rows are far apart in memory and a processor fetches more
 * than one line there.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class Columns<A> {
  private static final int MOST_BLOCKS = 16;

  /** This many numbers of one part leave room for others in the second-level cache. */
  private static final int CACHED = 1 << 15;

  /** Rows far apart that are moved before the next block has its turn. */
  private static final int ROWS_AT_ONCE = 16;

  /** Rows of this many numbers or more are far apart. */
  private static final int FAR = 512;

  private final int v;
  private final int rows;
  private final int size;
  private final A re;
  private final A im;

  /**
   * Room for columns.
   *
   * @param rows the length of a column
   * @param room rows that there is room for, at least as many
   * @param most how many blocks there are in all
   */
  Columns(Lanes<A> lanes, int rows, int room, int most) {
    this.v = lanes.count();
    this.rows = rows;
    this.size = room * v;
    int blocks = Math.min(most, blocks(v, rows));
    this.re = lanes.allocate(blocks * size);
    this.im = lanes.allocate(blocks * size);
  }

  /** How many blocks are moved together. */
  static int blocks(int lanes, int rows) {
    return Math.max(1, Math.min(MOST_BLOCKS, CACHED / (rows * lanes)));
  }

  A re() {
    return re;
  }

  A im() {
    return im;
  }

  /** Where a block begins. */
  int start(int block) {
    return block * size;
  }

  /** Fills some blocks from a column on. */
  void load(Sheet<A> sheetRe, Sheet<A> sheetIm, int column, int count) {
    load(sheetRe, column, count, re);
    load(sheetIm, column, count, im);
  }

  private void load(Sheet<A> sheet, int column, int count, A data) {
    int atOnce = sheet.stride() < FAR ? rows : ROWS_AT_ONCE;
    for (int row = 0; row < rows; row += atOnce) {
      int end = Math.min(rows, row + atOnce);
      for (int block = 0; block < count; block++) {
        sheet.load(column + block * v, row, end, data, start(block));
      }
    }
  }

  /** Takes some blocks back. */
  void store(Sheet<A> sheetRe, Sheet<A> sheetIm, int column, int count) {
    store(sheetRe, column, count, re);
    store(sheetIm, column, count, im);
  }

  private void store(Sheet<A> sheet, int column, int count, A data) {
    int atOnce = sheet.stride() < FAR ? rows : ROWS_AT_ONCE;
    for (int row = 0; row < rows; row += atOnce) {
      int end = Math.min(rows, row + atOnce);
      for (int block = 0; block < count; block++) {
        sheet.store(column + block * v, row, end, data, start(block));
      }
    }
  }
}
