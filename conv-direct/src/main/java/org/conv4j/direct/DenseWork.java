package org.conv4j.direct;

/**
 * Counts the work of a {@link DenseKernel}. It does what the kernel does with the limits of blocks
 * and taps; since those of one axis do not depend on the others, sums over all blocks are products
 * of sums over axes.
 */
final class DenseWork {
  private final DirectPlan plan;
  private final Tiling tiling;
  private final int[] outputs;
  private final int[] taps;

  private final int rowStride;

  private double passes = 1;
  private double groups = 1;
  private double rows = 1;
  private double present = 1;
  private double copied = 1;
  private double tiles = 1;
  private double cost = 1;

  /** Rows of the largest buffer, and elements of its rows. */
  private double height = 1;

  private double width;

  /**
   * @param plan the shapes and the window
   * @param tiling which tiles and groups
   * @param outputs of a block, on each axis
   * @param taps that are treated at once, on each axis
   * @param rowStride elements from row to row of the buffer, where taps are grouped down
   */
  DenseWork(DirectPlan plan, Tiling tiling, int[] outputs, int[] taps, int rowStride) {
    this.plan = plan;
    this.tiling = tiling;
    this.outputs = outputs;
    this.taps = taps;
    this.rowStride = rowStride;
  }

  /** Adds the work on elements of the given size in bytes. */
  void addTo(Tally tally, int bytes) {
    countRow();
    for (int axis = 0; axis < plan.last(); axis++) {
      countAxis(axis);
    }
    boolean rank1 = plan.last() == 0;
    tally.add(Work.DENSE_PASS, passes);
    tally.add(Work.DENSE_GROUP, groups);
    tally.add(Work.DENSE_ROW, rank1 ? 0 : rows);
    tally.add(Work.DENSE_ROW_COPY, rank1 ? 0 : present);
    tally.add(Work.DENSE_COPY, copied * bytes / Double.BYTES);
    double buffer = height * (tiling.down() ? Math.max(width, rowStride) : width);
    tally.add(Work.DENSE_BUFFER, buffer * bytes / Double.BYTES);
    tally.add(Work.DENSE_TILE, tiles);
    tally.add(Work.DENSE_TAPS, cost);
  }

  private static double sizes(TapGroups groups) {
    return Math.max(
        1,
        (groups.fours() > 0 ? 1 : 0) + (groups.twos() > 0 ? 1 : 0) + (groups.ones() > 0 ? 1 : 0));
  }

  private static double number(TapGroups groups) {
    return groups.fours() / 4.0 + groups.twos() / 2.0 + groups.ones();
  }

  private void countRow() {
    int last = plan.last();
    long strips = Tally.parts(plan.columns(), outputs[last]);
    int samples = Tally.samples(strips);
    double[] sums = new double[5];
    for (int i = 0; i < samples; i++) {
      addStrip(Tally.sample(i, strips), sums);
    }
    double weight = (double) strips / samples;
    passes *= sums[0] * weight;
    rows *= sums[0] * weight;
    present *= sums[0] * weight;
    copied *= sums[1] * weight;
    tiles *= sums[2] * weight;
    groups *= sums[3] * weight;
    cost *= sums[4] * weight;
  }

  /** Those chunks of taps that meet x in a strip: whole ones, and the last of a row of taps. */
  private void addStrip(long strip, double[] sums) {
    int last = plan.last();
    int step = plan.step();
    long first = strip * outputs[last] + plan.offset()[last];
    long extent = Math.min(outputs[last], plan.columns() - strip * outputs[last]);
    long low = Math.max(0, (first - plan.x()[last]) / step);
    long high = Math.min(plan.h()[last], (first + extent - 1) / step + 1);
    long from = low / taps[last];
    long to = Tally.parts(high, taps[last]);
    long rest = plan.h()[last] - (to - 1) * taps[last];
    addChunks(first, extent, from, to - from - 1, taps[last], sums);
    addChunks(first, extent, to - 1, 1, Math.min(rest, taps[last]), sums);
  }

  private void addChunks(
      long first, long extent, long from, long count, long chunk, double[] sums) {
    if (count <= 0) {
      return;
    }
    int last = plan.last();
    long span = (chunk - 1) * plan.step();
    long start = first - from * taps[last] * plan.step() - span;
    TapGroups row = tiling.groups((int) chunk);
    double across = Tally.parts(extent, tiling.columns());
    double wide = across * tiling.columns() + span;
    boolean inPlace = last == 0 && start >= 0 && start + wide <= plan.x()[0];
    width = inPlace ? width : Math.max(width, wide);
    sums[0] += count;
    sums[1] += inPlace ? 0 : count * wide;
    sums[2] += count * across * (tiling.down() ? 1 : sizes(row));
    sums[3] += count * (tiling.down() ? chunk : number(row));
    sums[4] += count * across * (tiling.down() ? chunk : row.cost());
  }

  private void countAxis(int axis) {
    long blocks = Tally.parts(plan.y()[axis], outputs[axis]);
    int samples = Tally.samples(blocks);
    double[] sums = new double[6];
    double highest = 0;
    for (int i = 0; i < samples; i++) {
      highest = Math.max(highest, addBlock(axis, Tally.sample(i, blocks), sums));
    }
    double weight = (double) blocks / samples;
    passes *= sums[0] * weight;
    rows *= sums[1] * weight;
    copied *= sums[1] * weight;
    present *= sums[2] * weight;
    tiles *= sums[3] * weight;
    groups *= sums[4] * weight;
    cost *= sums[5] * weight;
    height *= highest;
  }

  /** Returns the most rows of x that a portion of the taps of a block needs. */
  private double addBlock(int axis, long block, double[] sums) {
    long first = block * outputs[axis] + plan.offset()[axis];
    long extent = Math.min(outputs[axis], plan.y()[axis] - block * outputs[axis]);
    long low = Math.max(0, first - plan.x()[axis] + 1);
    long high = Math.min(plan.h()[axis], first + extent);
    long from = low / taps[axis];
    long portions = Tally.parts(high, taps[axis]) - from;
    int samples = Tally.samples(portions);
    double[] some = new double[6];
    double highest = 0;
    for (int i = 0; i < samples; i++) {
      long begin = (from + Tally.sample(i, portions)) * taps[axis];
      long lo = Math.max(low, begin);
      long hi = Math.min(high, begin + taps[axis]);
      highest = Math.max(highest, addPortion(axis, first, extent, lo, hi, some));
    }
    for (int i = 0; i < some.length; i++) {
      sums[i] += some[i] * portions / samples;
    }
    return highest;
  }

  private double addPortion(int axis, long first, long extent, long low, long high, double[] sums) {
    boolean grouped = tiling.down() && axis == plan.last() - 1;
    long lo = grouped ? low / 4 * 4 : low;
    long hi = grouped ? (high + 3) / 4 * 4 : high;
    double down = grouped ? Tally.parts(extent, tiling.rows()) : extent;
    double above = down * (grouped ? tiling.rows() : 1) + hi - lo - 1;
    double top = first - hi + 1;
    sums[0]++;
    sums[1] += above;
    sums[2] += Math.max(0, Math.min(plan.x()[axis], top + above) - Math.max(0, top));
    TapGroups all = tiling.groups(plan.h()[axis]);
    double share = Math.min(1, (hi - lo) / (double) plan.h()[axis]);
    sums[3] += down * (grouped ? Math.max(1, sizes(all) * share) : 1);
    sums[4] += grouped ? number(all) * share : hi - lo;
    sums[5] += down * (grouped ? all.cost() * share : hi - lo);
    return above;
  }
}
