package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;

/**
 * What the tiles of a plan have in common.
 *
 * @param <A> the type of arrays
 */
final class GridPasses<A> {
  /** Complex numbers of a block of columns or rows: 16 MiB in double precision. */
  private static final int MOST_NUMBERS = 1 << 20;

  private final TilePlan plan;
  private final GridLayout layout;
  private final WideRows<A> rows;
  private final List<WideTransform> columns;
  private final List<RowArithmetic<A>> arithmetics = new ArrayList<>();
  private final double gain;

  GridPasses(
      TilePlan plan, WideRows<A> rows, List<WideTransform> columns, RowArithmetic<A> arithmetic) {
    this.layout = new GridLayout(plan, rows.pairs());
    this.rows = rows;
    this.columns = columns;
    this.plan = plan;
    this.gain = plan.elements() / plan.last().length() * rows.pairs();
    for (int axis = 0; axis < columns.size(); axis++) {
      ColumnBlocks all = new ColumnBlocks(layout, layout.whole(), axis, arithmetic.width());
      int width = Math.min(all.columns(0), mostLanes(columns.get(axis).length()));
      arithmetics.add(arithmetic.narrow(width));
    }
  }

  /** The length along an axis. */
  int length(int axis) {
    return plan.axis(axis).length();
  }

  GridLayout layout() {
    return layout;
  }

  WideRows<A> rows() {
    return rows;
  }

  /** The arithmetic of columns along an axis. */
  RowArithmetic<A> arithmetic(int axis) {
    return arithmetics.get(axis);
  }

  WideTransform columns(int axis) {
    return columns.get(axis);
  }

  ColumnBlocks blocks(TileBox box, int axis) {
    return new ColumnBlocks(layout, box, axis, arithmetic(axis).width());
  }

  /** Room for a spectrum. */
  Spectrum<A> spectrum() {
    return new Spectrum<>(allocate(layout.size()), allocate(layout.size()));
  }

  A allocate(int length) {
    return arithmetics.get(0).allocate(length);
  }

  /** What a number is multiplied by on the way forth and back. */
  double gain() {
    return gain;
  }

  /** How many columns or rows of a length may stand side by side in the memory of one thread. */
  static int mostLanes(int length) {
    return Math.max(1, MOST_NUMBERS / length);
  }
}
