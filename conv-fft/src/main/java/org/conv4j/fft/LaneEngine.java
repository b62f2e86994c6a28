package org.conv4j.fft;

import org.conv4j.fft.Costs.Part;

/**
 * Transforms of many columns at once, one in each lane: of tiles in one dimension, as many at a
 * time as there are lanes, or of the columns and rows of one tile.
 *
 * <p>Real data take up half of the length of the first axis: its upper half is their imaginary part
 * ({@link BatchTransform}).
 */
final class LaneEngine<A> implements TileEngine<A> {
  /** So many numbers of both parts stay in the second-level cache. */
  private static final int CACHED = 1 << 16;

  private final String name;
  private final Lanes<A> lanes;

  LaneEngine(String name, Lanes<A> lanes) {
    this.name = name;
    this.lanes = lanes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int unit(int axis, int rank, boolean complex) {
    return (complex || axis > 0 ? 1 : 2) * (rank == 1 ? lanes.count() : 1);
  }

  /** Whether tiles go into lanes. */
  private boolean inLanes(TilePlan plan) {
    return plan.rank() == 1 && 2 * plan.tiles() > lanes.count();
  }

  /** The complex length of a transform along an axis. */
  static BatchPlan.Key key(TilePlan plan, int axis) {
    int length = plan.axis(axis).length();
    return axis == 0 && !plan.complex()
        ? BatchPlan.Key.folded(length / 2)
        : BatchPlan.Key.complex(length);
  }

  @Override
  public TileConvolution<A> convolution(TilePlan plan, int threads) {
    return inLanes(plan)
        ? new LaneBlocks<>(plan, lanes, threads)
        : new LaneGrid<>(plan, lanes, threads);
  }

  @Override
  public void count(TilePlan plan, Costs costs) {
    if (inLanes(plan)) {
      countBlocks(plan, costs);
    } else {
      countGrid(plan, costs);
    }
  }

  private void countBlocks(TilePlan plan, Costs costs) {
    int n = key(plan, 0).length();
    double batches = Math.ceil((double) plan.tiles() / lanes.count());
    double columns = batches * lanes.count();
    costs.add(Part.LANE_GROUP, batches + 1);
    costs.add(Part.LANE_BUTTERFLY, (2 * columns + lanes.count()) * flops(n));
    costs.add(Part.LANE_MOVE, 2 * columns * n);
    costs.add(Part.LANE_MEMORY, n * lanes.count() > CACHED ? 2 * columns * n : 0);
  }

  /** About as many levels of radix 2, for each of n numbers. */
  private static double flops(int n) {
    double levels = 0;
    for (BatchPlan.Stage stage : BatchPlan.of(BatchPlan.Key.complex(n)).stages()) {
      levels +=
          switch (stage.radix()) {
            case 2 -> 1.2;
            case 3 -> 2.1;
            case 4 -> 1.9;
            case 5 -> 3.4;
            default -> 2.7;
          };
    }
    return n * levels;
  }

  @Override
  public double lengthCost(int length) {
    return flops(length);
  }

  private void countGrid(TilePlan plan, Costs costs) {
    double tiles = plan.tiles();
    int rank = plan.rank();
    double points = 1;
    for (int axis = 0; axis < rank; axis++) {
      points *= key(plan, axis).length();
    }
    boolean cached = points <= CACHED;
    double signal = points;
    double kernel = points;
    double output = points;
    for (int axis = rank - 1; axis >= 0; axis--) {
      // Forward, axes before this one are transformed, and those after it have what is used.
      TileAxis one = plan.axis(axis);
      int n = key(plan, axis).length();
      double perPoint = flops(n) / n;
      int groups = lanes.count();
      costs.add(Part.LANE_BUTTERFLY, perPoint * (tiles * (signal + output) + kernel));
      costs.add(Part.LANE_GROUP, (tiles * (signal + output) + kernel) / n / groups);
      costs.add(Part.LANE_MOVE, tiles * (signal + output) + kernel);
      costs.add(Part.LANE_MEMORY, cached ? 0 : tiles * (signal + output) + kernel);
      double length = one.length();
      signal *= whole(axis, rank, one.used()) / length;
      kernel *= whole(axis, rank, one.span().kernel()) / length;
      output *= whole(axis, rank, one.outputs(0)) / length;
    }
  }

  /** Whole lanes are transformed along the last axis. */
  private double whole(int axis, int rank, int used) {
    int v = axis == rank - 1 && rank > 1 ? lanes.count() : 1;
    return (used + v - 1) / v * v;
  }
}
