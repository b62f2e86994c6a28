package org.conv4j.fft;

/** The rows of a box of a tile, in blocks of as many as there are lanes. */
final class RowBlocks {
  private final TileBox box;
  private final Placement place;
  private final GridLayout layout;
  private final int rows;
  private final int blocks;

  RowBlocks(TileBox box, Placement place, GridLayout layout, int width) {
    this.box = box;
    this.place = place;
    this.layout = layout;
    this.rows = box.rows();
    this.blocks = (rows + width - 1) / width;
  }

  /** How many blocks there are; their sizes differ by one at most. */
  int count() {
    return blocks;
  }

  private int first(int block) {
    return (int) ((long) rows * block / blocks);
  }

  /** The rows of a block. */
  int lanes(int block) {
    return first(block + 1) - first(block);
  }

  /** Where number 0 of each row of a block is, or would be, in arrays that begin somewhere. */
  int[] inArray(int block, int start) {
    int last = box.from().length - 1;
    int[] starts = new int[lanes(block)];
    for (int lane = 0; lane < starts.length; lane++) {
      int[] index = box.row(first(block) + lane);
      index[last] = 0;
      starts[lane] = start + place.offset(index);
    }
    return starts;
  }

  /** Where the spectrum of each row of a block is in the tile. */
  int[] inTile(int block) {
    int[] starts = new int[lanes(block)];
    for (int lane = 0; lane < starts.length; lane++) {
      starts[lane] = layout.row(box.row(first(block) + lane));
    }
    return starts;
  }
}
