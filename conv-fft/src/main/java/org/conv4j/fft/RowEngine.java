package org.conv4j.fft;

import java.util.List;

/**
 * Tiles in plain Java. Rows are transformed by JTransforms, real ones to half a spectrum; columns,
 * along all other axes, side by side in loops that the virtual machine turns into vector code.
 */
final class RowEngine<A> implements TileEngine<A> {
  static final RowEngine<double[]> DOUBLES =
      new RowEngine<>(JTransformsEngine.DOUBLES, new RowDoubles());
  static final RowEngine<float[]> FLOATS =
      new RowEngine<>(JTransformsEngine.FLOATS, new RowFloats());

  private final TransformEngine<A> rows;
  private final RowArithmetic<A> arithmetic;
  private final PlanCache<Integer, WideTransform<A>> columns;

  RowEngine(TransformEngine<A> rows, RowArithmetic<A> arithmetic) {
    this.rows = rows;
    this.arithmetic = arithmetic;
    this.columns = new PlanCache<>(n -> new WideTransform<>(n, arithmetic), n -> n);
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
  public void count(TilePlan plan, Costs costs) {
    costs.add(Costs.Part.CALL, 1);
  }

  @Override
  public TileConvolution<A> convolution(TilePlan plan, int threads) {
    RowFormat<A> format = RowFormat.of(plan.last().length(), plan.complex(), rows, arithmetic);
    if (plan.rank() == 1) {
      return new LineConvolution<>(plan, threads, format, arithmetic);
    }
    List<WideTransform<A>> transforms =
        plan.axes().subList(0, plan.rank() - 1).stream()
            .map(axis -> columns.plan(axis.length()))
            .toList();
    return new GridConvolution<>(plan, threads, format, transforms, arithmetic);
  }

  @Override
  public String toString() {
    return name();
  }
}
