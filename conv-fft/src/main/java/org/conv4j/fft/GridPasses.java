package org.conv4j.fft;

import java.util.List;

/**
 * What the tiles of a plan have in common.
 *
 * @param <A> the type of arrays
 */
final class GridPasses<A> {
  private final GridLayout layout;
  private final RowFormat<A> format;
  private final List<WideTransform<A>> columns;
  private final RowArithmetic<A> arithmetic;
  private final double gain;
  private final int longest;

  GridPasses(
      TilePlan plan,
      RowFormat<A> format,
      List<WideTransform<A>> columns,
      RowArithmetic<A> arithmetic) {
    this.layout = new GridLayout(plan, format.pairs());
    this.format = format;
    this.columns = columns;
    this.arithmetic = arithmetic;
    this.gain = plan.elements() / plan.last().length() * format.gain();
    this.longest = columns.stream().mapToInt(WideTransform::length).max().orElse(1);
  }

  GridLayout layout() {
    return layout;
  }

  RowFormat<A> format() {
    return format;
  }

  RowArithmetic<A> arithmetic() {
    return arithmetic;
  }

  WideTransform<A> columns(int axis) {
    return columns.get(axis);
  }

  ColumnBlocks blocks(TileBox box, int axis) {
    return new ColumnBlocks(layout, box, axis, arithmetic.width());
  }

  /** What a number is multiplied by on the way forth and back. */
  double gain() {
    return gain;
  }

  /** The length of the longest column. */
  int longest() {
    return longest;
  }
}
