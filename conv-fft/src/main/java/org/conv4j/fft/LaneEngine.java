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
  /** This many numbers of both parts stay in the second-level cache. */
  private static final int CACHED = 1 << 16;

  /** This many stay in the last-level cache, or in one core's share of it. */
  private static final int NEAR = 1 << 18;

  /** About what stages take for each row, by radix, to know which lengths to try. */
  private static final double[] RELATIVE = {0, 0, 2.6, 4, 3.6, 6.6, 0, 0, 5};

  /** Nanoseconds to multiply a row of numbers and to add up the products, as measured. */
  private static final double PRODUCT = 4;

  /** What it takes in addition if the kernel comes from beyond the second-level cache. */
  private static final double READ = 6.4;

  /** What a kernel takes beyond its transform. */
  private static final double KERNEL = 900;

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
  public TileSteps<A> steps(TilePlan plan) {
    return inLanes(plan) ? new LaneBlocks<>(plan, lanes, 1) : new LaneSteps<>(plan, lanes);
  }

  @Override
  public void count(TilePlan plan, Channels channels, Costs costs) {
    if (inLanes(plan)) {
      countBlocks(plan, channels, costs);
    } else {
      countGrid(plan, channels, costs);
    }
  }

  @Override
  public double sumNanos(TilePlan plan, Channels channels) {
    double rows = plan.elements() / (plan.complex() ? 1 : 2) / lanes.count();
    double kept = SpectralSums.kept(rows * lanes.count() * channels.inputs());
    double jobs = (double) plan.tiles() * channels.items();
    double kernels = channels.kernels() * rows;
    // Kernels that do not stay in the cache are written there once, and read several times.
    double reads = kernels * lanes.count() > CACHED ? Math.ceil(jobs / kept) + 1 : 0;
    return kernels * (jobs * PRODUCT + reads * READ) + KERNEL * channels.kernels();
  }

  /**
   * The length of the rows that a long sequence is cut into: in whole lanes, a divisor of the
   * whole, and not longer than its square root unless there is no other.
   */
  static int width(int n, int lanes) {
    for (int width = (int) Math.sqrt(2.0 * n) / lanes * lanes; width > lanes; width -= lanes) {
      if (n % width == 0) {
        return width;
      }
    }
    return lanes;
  }

  @Override
  public double lengthCost(int length) {
    return length
        * (RELATIVE[2] * BatchPlan.count(length, 2)
            + RELATIVE[3] * BatchPlan.count(length, 3)
            + RELATIVE[4] * BatchPlan.count(length, 4)
            + RELATIVE[5] * BatchPlan.count(length, 5)
            + RELATIVE[8] * BatchPlan.count(length, 8));
  }

  private static void stages(Costs costs, double transforms, int n) {
    double rows = transforms * n;
    costs.add(Part.LANE_RADIX_2, rows * BatchPlan.count(n, 2));
    costs.add(Part.LANE_RADIX_3, rows * BatchPlan.count(n, 3));
    costs.add(Part.LANE_RADIX_4, rows * BatchPlan.count(n, 4));
    costs.add(Part.LANE_RADIX_5, rows * BatchPlan.count(n, 5));
    costs.add(Part.LANE_RADIX_8, rows * BatchPlan.count(n, 8));
  }

  private void countBlocks(TilePlan plan, Channels channels, Costs costs) {
    int v = lanes.count();
    int n = key(plan, 0).length();
    double batches = Math.ceil((double) plan.tiles() / v);
    double there = channels.there() * batches;
    double back = channels.back() * batches;
    double transforms = there + back + channels.kernels();
    costs.add(Part.LANE_BATCH, back + channels.kernels());
    stages(costs, transforms, n);
    costs.add(Part.LANE_MOVE, transforms * n);
    costs.add(Part.LANE_ROOM, 2.0 * n * v);
    costs.add(Part.LANE_MEMORY, n * v > CACHED ? (there + back) / 2 * n : 0);
  }

  private void countGrid(TilePlan plan, Channels channels, Costs costs) {
    double tiles = plan.tiles();
    double points = 1;
    for (int axis = 0; axis < plan.rank(); axis++) {
      points *= key(plan, axis).length();
    }
    new GridCount(plan, costs, points).all(tiles, channels);
    costs.add(Part.LANE_TILE, tiles * channels.back());
    costs.add(Part.LANE_ROOM, (plan.rank() > 2 ? 3 : 2) * points);
  }

  /** Counts passes over tiles of several axes, or of a long one that is cut into rows. */
  private final class GridCount {
    private final TilePlan plan;
    private final Costs costs;
    private final double points;

    GridCount(TilePlan plan, Costs costs, double points) {
      this.plan = plan;
      this.costs = costs;
      this.points = points;
    }

    void all(double tiles, Channels channels) {
      passes(tiles * channels.there(), Use.SIGNAL);
      passes(tiles * channels.back(), Use.OUTPUT);
      passes(channels.kernels(), Use.KERNEL);
    }

    /** One way. */
    private void passes(double times, Use use) {
      int v = lanes.count();
      if (plan.rank() == 1) {
        int n = key(plan, 0).length();
        int width = width(n, v);
        int height = n / width;
        double columns = Math.min(1, (double) use.of(plan.axis(0)) / width) * width;
        pass(times * Math.ceil(columns / v), height);
        pass(times * Math.ceil((double) height / v), width);
        return;
      }
      int rank = plan.rank();
      double before = 1;
      for (int axis = 0; axis < rank; axis++) {
        double after = 1;
        for (int inner = axis + 1; inner < rank; inner++) {
          int used = use.of(plan.axis(inner));
          after *= inner == rank - 1 ? Math.ceil((double) used / v) : used;
        }
        int n = key(plan, axis).length();
        // Rows along the last axis are in lanes by groups of the axis before.
        double groups = axis == rank - 1 ? Math.ceil(before / v) : before * after;
        pass(times * groups, n);
        before *= n;
      }
    }

    private void pass(double groups, int n) {
      costs.add(Part.LANE_GROUP, groups);
      stages(costs, groups, n);
      costs.add(Part.LANE_MOVE, groups * n);
      costs.add(Part.LANE_MEMORY, points > CACHED ? groups * n : 0);
      costs.add(Part.LANE_FAR, points > NEAR ? groups * n : 0);
    }
  }

  /** What is known of a tile along an axis. */
  private enum Use {
    SIGNAL,
    KERNEL,
    OUTPUT;

    int of(TileAxis axis) {
      return switch (this) {
        case SIGNAL -> axis.used();
        case KERNEL -> axis.span().kernel();
        case OUTPUT -> axis.step();
      };
    }
  }
}
