package org.conv4j.fft;

import java.util.Arrays;
import org.conv4j.fft.Costs.Part;

/**
 * Counts what {@link RowEngine} does for a plan. Tiles count as if all had the same part of the
 * signal, and of the outputs, as they have on the average.
 */
final class RowCosts {
  /** A stage of radix 4 is two doublings; what others are, relative to that, has been measured. */
  private static final double RADIX_2 = 1.3;

  private static final double RADIX_3 = 2.4;
  private static final double RADIX_5 = 5;

  /** Real numbers of a row from which on it is beyond the second-level cache. */
  private static final int LONG = 1 << 19;

  private final TilePlan plan;
  private final Costs costs;
  private final double tiles;

  /** Tiles of the signals, of the outputs, and kernels. */
  private final double there;

  private final double back;
  private final double kernels;

  private RowCosts(TilePlan plan, Channels channels, Costs costs) {
    this.plan = plan;
    this.costs = costs;
    this.tiles = plan.tiles();
    this.there = tiles * channels.there();
    this.back = tiles * channels.back();
    this.kernels = channels.kernels();
  }

  /** All but the parts that every convolution has. */
  static void ofRows(TilePlan plan, Channels channels, Costs costs) {
    new RowCosts(plan, channels, costs).rows();
  }

  /** The same where tiles stand side by side. */
  static void ofLanes(TilePlan plan, RowArithmetic<?> arithmetic, Costs costs) {
    new RowCosts(plan, Channels.ONE, costs).lanes(arithmetic.width());
  }

  /** The same for tiles of several axes. */
  static void ofGrid(TilePlan plan, GridPasses<?> passes, Channels channels, Costs costs) {
    new RowCosts(plan, channels, costs).grid(passes);
  }

  private void rows() {
    double length = plan.last().length();
    double numbers = plan.complex() ? 2 * length : length;
    double work = (there + back + kernels) * numbers * Math.log(length) / Math.log(2);
    boolean power = Integer.bitCount(plan.last().length()) == 1;
    costs.add(Part.ROW_TILE, back);
    costs.add(power ? Part.ROW_POWER : Part.ROW_MIXED, work);
    costs.add(Part.ROW_LONG, numbers >= LONG ? work : 0);
    costs.add(Part.ROW_MOVE, (there + 2 * back + kernels) * numbers);
  }

  private void lanes(int width) {
    TileAxis axis = plan.last();
    double parts = plan.complex() ? 2 : 1;
    double pairs = WideRows.key(axis.length(), plan.complex()).length();
    double blocks = Math.ceil(tiles / width);
    costs.add(Part.ROW_TILE, tiles);
    transforms((int) pairs, 2 * blocks + 1, 2 * tiles + 1);
    costs.add(Part.WIDE_TURN, parts * tiles * (axis.length() + axis.step()));
    costs.add(Part.WIDE_ROW, pairs * blocks);
    costs.add(Part.WIDE_MEMORY, pairs * width);
  }

  /**
   * Transforms of columns of n numbers, in blocks. The logarithm of n is weighted by how long the
   * stages take.
   */
  private void transforms(int n, double blocks, double columns) {
    int rest = n;
    double odd = 0;
    for (; rest % 5 == 0; rest /= 5) {
      odd += RADIX_5;
    }
    for (; rest % 3 == 0; rest /= 3) {
      odd += RADIX_3;
    }
    int twos = Integer.numberOfTrailingZeros(rest);
    double even = twos + twos % 2 * (RADIX_2 - 1);
    costs.add(Part.WIDE_ROW, n * (odd + even) * blocks);
    costs.add(Part.WIDE_ODD, n * odd * columns);
    costs.add(Part.WIDE_BUTTERFLY, n * even * columns);
  }

  private void grid(GridPasses<?> passes) {
    int[] kernel = plan.axes().stream().mapToInt(axis -> axis.span().kernel()).toArray();
    int[] given = plan.axes().stream().mapToInt(RowCosts::averageInput).toArray();
    int[] asked = plan.axes().stream().mapToInt(RowCosts::averageOutput).toArray();
    costs.add(Part.ROW_TILE, back);
    TileBox all = passes.layout().whole();
    TileBox end = through(passes, all, kernel, kernels);
    columns(passes, end, passes.layout().turningAxis(), kernels);
    through(passes, all, given, there);
    through(passes, all, asked, back);
    columns(passes, end, passes.layout().turningAxis(), there + back);
    double arrays = 2.0 * passes.layout().size();
    costs.add(Part.WIDE_MEMORY, arrays);
  }

  private static int averageInput(TileAxis axis) {
    long sum = 0;
    for (int tile = 0; tile < axis.tiles(); tile++) {
      sum += axis.end(tile) - axis.first(tile);
    }
    return (int) Math.ceil((double) sum / axis.tiles());
  }

  private static int averageOutput(TileAxis axis) {
    return (int) Math.ceil((double) axis.span().output() / axis.tiles());
  }

  /**
   * Rows, and columns along all axes but the last of the order, one way.
   *
   * @param some how many numbers on each axis are not zero, or are needed
   * @return what there is then
   */
  private TileBox through(GridPasses<?> passes, TileBox all, int[] some, double times) {
    TileBox box = new TileBox(new int[some.length], some);
    int last = plan.rank() - 1;
    double rows = box.rows();
    double blocks = Math.ceil(rows / passes.rows().width());
    int pairs = passes.rows().pairs();
    double parts = plan.complex() ? 2 : 1;
    transforms(pairs, times * blocks, times * rows);
    costs.add(Part.WIDE_TURN, times * rows * (parts * some[last] + 2.0 * pairs));
    for (int axis : passes.layout().order().subList(0, last - 1)) {
      columns(passes, box, axis, times);
      box = box.with(axis, 0, all.end()[axis]);
    }
    return box;
  }

  /** Columns along an axis. To copy them takes little, and is part of what a number takes. */
  private void columns(GridPasses<?> passes, TileBox box, int axis, double times) {
    ColumnBlocks blocks = passes.blocks(box, axis);
    int length = passes.columns(axis).length();
    transforms(length, times * blocks.count(), times * blocks.all());
  }

  @Override
  public String toString() {
    return plan + ": " + Arrays.toString(costs.counts());
  }
}
