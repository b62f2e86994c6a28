package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.conv4j.fft.BatchPlan.Stage;

/**
 * Complex transforms of columns that stand side by side: number i of each is in wide row i. The
 * spectrum is left in the order in which the stages of its {@link BatchPlan} produce it, and taken
 * back from there. The two directions together multiply by n.
 *
 * <p>What is known to be zero or to be of no interest is left out, as far as a whole leg of a stage
 * goes. Each part of a stage is taken to the end before the next one, so that short parts stay in
 * the first-level cache. Safe for concurrent use.
 */
final class WideTransform {
  private final List<Stage> stages;
  private final BatchPlan plan;
  private double[] twiddles;
  private final int length;

  /** Whether the first block has twiddles, too, that are not 1. */
  private final boolean turned;

  WideTransform(BatchPlan.Key key) {
    this.plan = BatchPlan.of(key, radices(key.length()));
    this.stages = plan.stages();
    this.length = key.length();
    this.turned = key.quarters() != 0;
  }

  /** Twiddles are made when they are first used: there are plans that are only looked at. */
  private synchronized double[] twiddles() {
    if (twiddles == null) {
      twiddles = plan.twiddles();
    }
    return twiddles;
  }

  private static int[] radices(int n) {
    List<Integer> radices = new ArrayList<>();
    int rest = n;
    for (int odd : new int[] {5, 3}) {
      for (; rest % odd == 0; rest /= odd) {
        radices.add(odd);
      }
    }
    int twos = Integer.numberOfTrailingZeros(rest);
    radices.addAll(Collections.nCopies(twos % 2, 2));
    radices.addAll(Collections.nCopies(twos / 2, 4));
    return radices.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Numbers in a column. */
  int length() {
    return length;
  }

  /** Which element of the spectrum is in each row. */
  int[] order() {
    return plan.order();
  }

  /**
   * Forward.
   *
   * @param x as many wide rows as a column has numbers
   * @param used rows from this one on, which is at least 1, count as zero, whatever they hold
   * @param columns how many there are
   * @param arithmetic as wide as the rows
   */
  <A> void forward(A[] x, int used, int columns, RowArithmetic<A> arithmetic) {
    new Run<>(x, columns, arithmetic).forward(new Part(0, 0, 0), used);
  }

  /**
   * Back.
   *
   * @param x as above
   * @param from the first row that is asked for
   * @param end the end of the rows that are asked for; others come out as anything
   * @param columns how many there are
   * @param arithmetic as wide as the rows
   */
  <A> void inverse(A[] x, int from, int end, int columns, RowArithmetic<A> arithmetic) {
    new Run<>(x, columns, arithmetic).inverse(new Part(0, 0, 0), from, end);
  }

  /**
   * One block of a stage.
   *
   * @param stage the number of the stage
   * @param block the number of the block
   * @param start its first row
   */
  private record Part(int stage, int block, int start) {
    Part leg(int q, Stage stage) {
      return new Part(this.stage + 1, block * stage.radix() + q, start + q * stage.legRows());
    }
  }

  /** One transform of some columns. */
  private final class Run<A> {
    private final A[] x;
    private final int columns;
    private final RowArithmetic<A> arithmetic;
    private final double[] w = twiddles();

    Run(A[] x, int columns, RowArithmetic<A> arithmetic) {
      this.x = x;
      this.columns = columns;
      this.arithmetic = arithmetic;
    }

    private void forward(Part part, int used) {
      if (part.stage == stages.size()) {
        return;
      }
      Stage stage = stages.get(part.stage);
      int rest = used;
      if (used <= stage.legRows()) {
        copyFirstLeg(part.start, stage, used);
      } else {
        rest = stage.legRows();
        clear(part.start + used, part.start + stage.rows());
        for (int j = 0; j < stage.legRows(); j++) {
          turn(part, stage, part.start + j, -1);
          butterfly(stage, part.start + j, -1);
        }
      }
      for (int q = 0; q < stage.radix(); q++) {
        forward(part.leg(q, stage), rest);
      }
    }

    private void inverse(Part part, int from, int end) {
      if (part.stage == stages.size()) {
        return;
      }
      Stage stage = stages.get(part.stage);
      int rows = stage.legRows();
      boolean oneLeg = from / rows == (end - 1) / rows;
      int first = oneLeg ? from % rows : 0;
      int last = oneLeg ? (end - 1) % rows + 1 : rows;
      for (int q = 0; q < stage.radix(); q++) {
        inverse(part.leg(q, stage), first, last);
      }
      for (int j = first; j < last; j++) {
        butterfly(stage, part.start + j, 1);
        turn(part, stage, part.start + j, 1);
      }
    }

    private void clear(int from, int to) {
      for (int i = from; i < to; i++) {
        arithmetic.clear(x[i], 0, 2 * arithmetic.width());
      }
    }

    /** The transform of a number and zeros is that number in all places. */
    private void copyFirstLeg(int start, Stage stage, int used) {
      int width = arithmetic.width();
      for (int q = 1; q < stage.radix(); q++) {
        for (int j = 0; j < used; j++) {
          A copy = x[start + q * stage.legRows() + j];
          System.arraycopy(x[start + j], 0, copy, 0, 2 * width);
        }
      }
    }

    /** Multiplies legs by their twiddles; those of the first block may be 1. */
    private void turn(Part part, Stage stage, int row, double sign) {
      if (part.block == 0 && !turned) {
        return;
      }
      int t = stage.twiddle(part.block);
      for (int leg = 1; leg < stage.radix(); leg++) {
        A numbers = x[row + leg * stage.legRows()];
        arithmetic.turn(numbers, w[t], sign * w[t + 1], columns);
        t += BatchPlan.PER_LEG;
      }
    }

    private void butterfly(Stage stage, int i, double sign) {
      int leg = stage.legRows();
      switch (stage.radix()) {
        case 2 -> arithmetic.two(x[i], x[i + leg]);
        case 3 -> arithmetic.three(x[i], x[i + leg], x[i + 2 * leg], sign, columns);
        case 4 -> arithmetic.four(x[i], x[i + leg], x[i + 2 * leg], x[i + 3 * leg], sign, columns);
        default ->
            arithmetic.five(
                x[i], x[i + leg], x[i + 2 * leg], x[i + 3 * leg], x[i + 4 * leg], sign, columns);
      }
    }
  }

  /** For example {@code 64 rows}. */
  @Override
  public String toString() {
    return length + " rows";
  }
}
