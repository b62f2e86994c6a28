package org.conv4j.direct;

/**
 * How the {@link DenseKernel} goes about a convolution: which tiles of outputs it computes, and
 * which taps in groups. Tiles are either 4 rows of 2 vectors, with taps grouped down the columns of
 * h, or 8 vectors of one row, with taps grouped along its rows.
 *
 * @param down whether taps are grouped down the columns
 * @param rows of a tile
 * @param columns of a tile
 * @param spread how far the taps of a group are apart; 0 if every tap is alone
 * @param chunk how many taps of a row are treated at once
 */
record Tiling(boolean down, int rows, int columns, int spread, int chunk) {
  /** This many taps of a row stay in the cache, with the outputs of a block and their factors. */
  private static final int CHUNK = 4096;

  static Tiling of(DirectPlan plan, int lanes, int rowStride) {
    Tiling along = new Tiling(false, 1, 8 * lanes, plan.step() == 1 ? lanes : 0, CHUNK);
    if (plan.last() == 0) {
      return along;
    }
    int chunk = Math.max(1, rowStride * 3 / 8 / plan.step());
    Tiling down = new Tiling(true, 4, 2 * lanes, 1, chunk);
    return down.cost(plan) < along.cost(plan) ? down : along;
  }

  /** What the taps of one plane of h cost, on all outputs and those computed in vain. */
  private double cost(DirectPlan plan) {
    int row = plan.h()[plan.last()];
    int column = plan.h()[plan.last() - 1];
    double tile = down ? row * groups(column).cost() : column * groups(row).cost();
    return tile * tiles(plan.y()[plan.last() - 1], rows) * tiles(plan.columns(), columns);
  }

  private static double tiles(int outputs, int extent) {
    return (outputs - 1) / extent + 1;
  }

  /** The groups of a number of taps. */
  TapGroups groups(int taps) {
    return spread == 0 ? new TapGroups(0, 0, taps) : TapGroups.of(taps, spread);
  }
}
