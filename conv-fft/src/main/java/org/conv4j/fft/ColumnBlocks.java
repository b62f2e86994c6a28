package org.conv4j.fft;

/**
 * The columns along one axis of a box of a tile, in blocks of neighbours. Axes further in are
 * joined as long as the box has all of them, and so are their columns.
 */
final class ColumnBlocks {
  private final GridLayout layout;
  private final TileBox box;
  private final int axis;

  /** Axes from this one on, except for {@link #axis}, are within a run. */
  private final int inner;

  private final int run;
  private final int blocksOfRun;
  private final int columns;

  /**
   * @param width the most columns of a block
   */
  ColumnBlocks(GridLayout layout, TileBox box, int axis, int width) {
    this.layout = layout;
    this.box = box;
    this.axis = axis;
    int last = box.from().length - 1;
    int joined = last;
    int length = layout.stride(last - 1);
    while (joined - 1 > axis && length == layout.stride(joined - 1)) {
      joined--;
      length = box.size(joined) * layout.stride(joined);
    }
    this.inner = joined;
    this.run = length;
    int fewest = (run + width - 1) / width;
    this.columns = (run + fewest - 1) / fewest;
    this.blocksOfRun = (run + columns - 1) / columns;
  }

  /** How many blocks there are. */
  int count() {
    int count = blocksOfRun;
    for (int i = 0; i < inner; i++) {
      count = Math.multiplyExact(count, i == axis ? 1 : box.size(i));
    }
    return count;
  }

  /** All columns. */
  double all() {
    int runs = count() / blocksOfRun;
    return (double) run * runs;
  }

  /** The columns of a block. */
  int columns(int block) {
    return Math.min(columns, run - block % blocksOfRun * columns);
  }

  /** Where the first number of the first column of a block is, at index 0 of the axis. */
  int start(int block) {
    int start = block % blocksOfRun * columns;
    int rest = block / blocksOfRun;
    for (int i = box.from().length - 2; i >= 0; i--) {
      if (i >= inner) {
        start += box.from()[i] * layout.stride(i);
      } else if (i != axis) {
        start += (box.from()[i] + rest % box.size(i)) * layout.stride(i);
        rest /= box.size(i);
      }
    }
    return start;
  }
}
