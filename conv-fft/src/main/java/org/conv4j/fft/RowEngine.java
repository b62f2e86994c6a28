package org.conv4j.fft;

import java.util.List;
import org.conv4j.fft.Costs.Part;

/**
 * Tiles in plain Java. Transforms of neighbours, be they rows, columns or tiles, are done side by
 * side in loops that the virtual machine turns into vector code ({@link WideTransform}). Where
 * tiles are too few for that, along one axis, JTransforms transforms one after the other.
 */
final class RowEngine<A> implements TileEngine<A> {
  static final RowEngine<double[]> DOUBLES =
      new RowEngine<>(JTransformsEngine.DOUBLES, RowDoubles.INSTANCE);
  static final RowEngine<float[]> FLOATS =
      new RowEngine<>(JTransformsEngine.FLOATS, RowFloats.INSTANCE);

  /** Tiles of one axis from which they stand side by side. */
  private static final int FEWEST_LANES = 16;

  /** Complex numbers of a tile up to which many fit the second-level cache side by side. */
  private static final int LONGEST_LANE = 1 << 11;

  /** Nanoseconds to multiply two numbers and to add the product, as measured. */
  private static final double PRODUCT = 0.5;

  private final TransformEngine<A> rows;
  private final RowArithmetic<A> arithmetic;
  private final PlanCache<BatchPlan.Key, WideTransform> columns;

  RowEngine(TransformEngine<A> rows, RowArithmetic<A> arithmetic) {
    this.rows = rows;
    this.arithmetic = arithmetic;
    this.columns = new PlanCache<>(WideTransform::new, BatchPlan.Key::length);
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public int unit(int axis, int rank, boolean complex) {
    return !complex && axis == rank - 1 ? 2 : 1;
  }

  @Override
  public double lengthCost(int length) {
    return length;
  }

  @Override
  public void count(TilePlan plan, Channels channels, Costs costs) {
    boolean several = !channels.equals(Channels.ONE);
    if (plan.rank() == 1 && (several || isInRows(plan))) {
      RowCosts.ofRows(plan, channels, costs);
    } else if (plan.rank() == 1) {
      RowCosts.ofLanes(plan, wide(plan).arithmetic(), costs);
    } else if (isTooLarge(plan)) {
      costs.add(Part.CALL, Double.POSITIVE_INFINITY);
    } else {
      RowCosts.ofGrid(plan, passes(plan), channels, costs);
    }
  }

  @Override
  public double sumNanos(TilePlan plan, Channels channels) {
    double numbers = plan.elements() / (plan.complex() ? 1 : 2);
    return PRODUCT * channels.kernels() * channels.items() * plan.tiles() * numbers;
  }

  /** Whether the spectrum of a tile has more elements than a Java array. */
  private static boolean isTooLarge(TilePlan plan) {
    return plan.elements() / (plan.complex() ? 1 : 2) > Integer.MAX_VALUE;
  }

  @Override
  public TileConvolution<A> convolution(TilePlan plan, int threads) {
    if (isInRows(plan)) {
      return lines(plan, threads);
    }
    return plan.rank() == 1
        ? new WideConvolution<>(plan, threads, wide(plan))
        : new GridConvolution<>(plan, threads, passes(plan));
  }

  private LineConvolution<A> lines(TilePlan plan, int threads) {
    RowFormat<A> format = RowFormat.of(plan.last().length(), plan.complex(), rows, arithmetic);
    return new LineConvolution<>(plan, threads, format, arithmetic);
  }

  /** Along one axis all tiles are rows. */
  @Override
  public TileSteps<A> steps(TilePlan plan) {
    return plan.rank() == 1 ? lines(plan, 1) : new GridConvolution<>(plan, 1, passes(plan));
  }

  /** Whether JTransforms does the work: few tiles, or long ones, of one axis. */
  private static boolean isInRows(TilePlan plan) {
    int pairs = WideRows.key(plan.last().length(), plan.complex()).length();
    return plan.rank() == 1 && (plan.last().tiles() < FEWEST_LANES || pairs > LONGEST_LANE);
  }

  private static int lanes(TilePlan plan) {
    int pairs = WideRows.key(plan.last().length(), plan.complex()).length();
    return (int) Math.min(lines(plan), GridPasses.mostLanes(pairs));
  }

  private WideRows<A> wide(TilePlan plan) {
    BatchPlan.Key key = WideRows.key(plan.last().length(), plan.complex());
    return new WideRows<>(columns.plan(key), arithmetic.narrow(lanes(plan)), plan.complex());
  }

  private GridPasses<A> passes(TilePlan plan) {
    List<WideTransform> transforms =
        plan.axes().subList(0, plan.rank() - 1).stream()
            .map(axis -> columns.plan(BatchPlan.Key.complex(axis.length())))
            .toList();
    return new GridPasses<>(plan, wide(plan), transforms, arithmetic);
  }

  /** How many rows there are to transform at once: all tiles, or the rows of one. */
  private static double lines(TilePlan plan) {
    double lines = plan.rank() == 1 ? plan.last().tiles() : 1;
    for (TileAxis axis : plan.axes().subList(0, plan.rank() - 1)) {
      lines *= Math.max(axis.used(), axis.step());
    }
    return lines;
  }

  @Override
  public String toString() {
    return name();
  }
}
