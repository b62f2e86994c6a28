package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The work that kernels say they have, against that of loops that count what they are given. */
class CountedWorkTest {
  /** Tiles, and taps on them, of a kernel that really runs. */
  private static final class CountingMicro implements MicroKernel<double[]> {
    private final PlainMicroKernel plain = new PlainMicroKernel(2, 40);
    private final boolean down;
    private double tiles;
    private double cost;
    private double largest;

    /** Of the buffer: rows cleared in part or as a whole, and elements written, zeros or not. */
    private double passes;

    private double clears;
    private double written;
    private int end;

    CountingMicro(DirectPlan plan) {
      this.down = Tiling.of(plan, plain.lanes(), plain.rowStride()).down();
    }

    private void count(int group, int groups, double[] x) {
      tiles++;
      largest = Math.max(largest, x.length);
      cost += groups * (group == 4 ? 20 : group == 2 ? 12 : 9);
    }

    /** Rows begin at multiples of their stride, if tiles have several, and else where one ends. */
    private void finishPass() {
      if (end == 0) {
        return;
      }
      passes++;
      int rows = down ? (end - 1) / rowStride() + 1 : 1;
      int width = end - (rows - 1) * rowStride();
      written += (double) rows * width;
      end = 0;
    }

    @Override
    public int lanes() {
      return plain.lanes();
    }

    @Override
    public int rowStride() {
      return plain.rowStride();
    }

    @Override
    public double[] newArray(int length) {
      return plain.newArray(length);
    }

    @Override
    public void clear(double[] data, int from, int to) {
      if (from == 0 && end > 0) {
        finishPass();
      }
      clears++;
      end = Math.max(end, to);
      plain.clear(data, from, to);
    }

    @Override
    public void gather(double[] from, int[] index, int count, double[] to) {
      plain.gather(from, index, count, to);
    }

    @Override
    public void rows(
        int group,
        double[] x,
        int p,
        int[] offset,
        double[] w,
        int count,
        double[] start,
        int s,
        int ss,
        double[] y,
        int q,
        int ys) {
      count(group, count, x);
      plain.rows(group, x, p, offset, w, count, start, s, ss, y, q, ys);
    }

    @Override
    public void columns(
        int group,
        double[] x,
        int p,
        int[] offset,
        double[] w,
        int count,
        double[] start,
        int s,
        double[] y,
        int q) {
      count(group, count, x);
      plain.columns(group, x, p, offset, w, count, start, s, y, q);
    }

    @Override
    public boolean inRange(double[] y, int from, int to, double tiny) {
      return plain.inRange(y, from, to, tiny);
    }
  }

  private static final class CountingTaps implements Taps<double[]> {
    private final DoubleTaps taps = new DoubleTaps();
    private double loops;
    private double factors;
    private double terms;

    private void count(int group, int outputs) {
      loops++;
      factors += group;
      terms += (double) group * outputs;
    }

    @Override
    public double[] newArray(int length) {
      return taps.newArray(length);
    }

    @Override
    public void one(double[] h, int tap, double[] a, double[] y, int from, int to) {
      count(1, to - from);
      taps.one(h, tap, a, y, from, to);
    }

    @Override
    public void two(double[] h, int tap, double[] a, double[] b, double[] y, int from, int to) {
      count(2, to - from);
      taps.two(h, tap, a, b, y, from, to);
    }

    @Override
    public void four(
        double[] h,
        int tap,
        double[] a,
        double[] b,
        double[] c,
        double[] d,
        double[] y,
        int from,
        int to) {
      count(4, to - from);
      taps.four(h, tap, a, b, c, d, y, from, to);
    }

    @Override
    public boolean inRange(double[] y, int from, int to, double tiny) {
      return taps.inRange(y, from, to, tiny);
    }
  }

  private static Tally counted(Kernel<double[]> kernel, DirectPlan plan) {
    Tally tally = new Tally();
    kernel.count(plan, tally);
    return tally;
  }

  private static void run(Kernel<double[]> kernel, DirectPlan plan, Operands operands) {
    double[] x = Operands.doubles(plan.swapped() ? operands.in2() : operands.in1(), 1).doubles();
    double[] h = Operands.doubles(plan.swapped() ? operands.in1() : operands.in2(), 2).doubles();
    double[] y = new double[plan.rows() * plan.columns()];
    Consumer<Block> worker = kernel.worker(plan, x, h, Rows.joined(y), true);
    for (Block block : plan.blocks(kernel.blockExtents(plan))) {
      worker.accept(block);
    }
  }

  /** Taps of which the last group is whole, so that no zeros follow them in the buffer. */
  static Stream<String> shapes() {
    return Stream.of(
        "90x80 * 7x5",
        "64x64 * 4x4",
        "64x64 * 5x5",
        "64x64 * 6x6",
        "40x3 * 5x60",
        "12x13x14 * 3x2x4",
        "8x9x40 * 2x3x4",
        "20x30x4 * 1x7x1",
        "9x257 * 256x9",
        "60x50 * 7x9",
        "50x40 * 3x9",
        "40x50 * 9x3",
        "5x6x7 * 2x2x2",
        "3x4x5x6 * 2x2x2x2",
        "400x7 * 90x3");
  }

  static Stream<String> vectors() {
    return Stream.of(
        "1 * 1",
        "5000 * 8",
        "5000 * 9",
        "5000 * 10",
        "5000 * 12",
        "9 * 5000",
        "300 * 200",
        "641 * 8",
        "1280 * 4",
        "90x40 * 5x1",
        "300x4 * 1x1");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void the_dense_kernel_does_what_it_counts(String text) {
    assertCounted(text, Double.BYTES);
  }

  /** With a smaller buffer outputs and taps are cut on every axis. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "30x30 * 20x20",
        "90x80 * 12x9",
        "64x64 * 16x4",
        "64x64 * 12x20",
        "12x13x14 * 3x2x4",
        "7x8x9x10 * 4x4x4x4"
      })
  void in_portions_the_dense_kernel_does_what_it_counts(String text) {
    assertCounted(text, 1024);
  }

  private static void assertCounted(String text, int bytes) {
    Operands operands = Operands.of(text);
    double numbers = bytes / (double) Double.BYTES;
    for (Mode mode : operands.modes()) {
      DirectPlan plan = DirectPlan.of(operands.geometry(mode));
      CountingMicro micro = new CountingMicro(plan);
      DenseKernel<double[]> kernel = new DenseKernel<>(micro, bytes);
      Tally tally = counted(kernel, plan);
      run(kernel, plan, operands);
      micro.finishPass();
      assertThat(tally.of(Work.DENSE_TILE)).as("tiles, %s", mode).isEqualTo(micro.tiles);
      assertThat(tally.of(Work.DENSE_TAPS)).as("taps, %s", mode).isEqualTo(micro.cost);
      assertThat(tally.of(Work.DENSE_PASS)).as("passes, %s", mode).isEqualTo(micro.passes);
      // Of a row that has elements of x, what is before and what is behind them is cleared.
      assertThat(tally.of(Work.DENSE_ROW) + tally.of(Work.DENSE_ROW_COPY))
          .as("rows, %s", mode)
          .isEqualTo(micro.clears);
      assertThat(tally.of(Work.DENSE_COPY))
          .as("elements, %s", mode)
          .isEqualTo(micro.written * numbers);
      assertThat(tally.of(Work.DENSE_BUFFER))
          .as("buffer, %s", mode)
          .isEqualTo(micro.largest * numbers);
    }
  }

  /** More taps than are treated at once. */
  static Stream<String> longVectors() {
    return Stream.of("4100 * 4100");
  }

  @ParameterizedTest
  @MethodSource({"vectors", "longVectors"})
  void the_dense_kernel_does_what_it_counts_on_one_axis(String text) {
    Operands operands = Operands.of(text);
    for (Mode mode : operands.modes()) {
      DirectPlan plan = DirectPlan.of(operands.geometry(mode));
      CountingMicro micro = new CountingMicro(plan);
      DenseKernel<double[]> kernel = new DenseKernel<>(micro, Double.BYTES);
      Tally tally = counted(kernel, plan);
      run(kernel, plan, operands);
      micro.finishPass();
      assertThat(tally.of(Work.DENSE_TILE)).as("tiles, %s", mode).isEqualTo(micro.tiles);
      assertThat(tally.of(Work.DENSE_TAPS)).as("taps, %s", mode).isEqualTo(micro.cost);
      assertThat(tally.of(Work.DENSE_COPY)).as("elements, %s", mode).isEqualTo(micro.written);
      assertThat(tally.of(Work.DENSE_ROW)).as("rows, %s", mode).isZero();
      assertThat(tally.of(Work.DENSE_ROW_COPY)).as("rows, %s", mode).isZero();
    }
  }

  /** Each pass makes tables: seven rows of taps are two groups of four, five columns of these. */
  @ParameterizedTest
  @CsvSource({
    "90x80 * 7x5, FULL, 3, 30",
    "64x64 * 4x4, FULL, 2, 8",
    "64x64 * 5x5, FULL, 2, 20",
    "12x13x14 * 3x2x5, FULL, 1, 15",
    "300 * 200, FULL, 1, 50",
    "5000 * 9, VALID, 2, 6",
    "20x30x4 * 1x7x1, FULL, 1, 7",
  })
  void groups_are_put_into_tables_at_each_pass(String text, Mode mode, int passes, int groups) {
    DirectPlan plan = DirectPlan.of(Operands.of(text).geometry(mode));
    Tally tally = counted(new DenseKernel<>(new CountingMicro(plan), Double.BYTES), plan);
    assertThat(tally.of(Work.DENSE_PASS)).isEqualTo(passes);
    assertThat(tally.of(Work.DENSE_GROUP)).isEqualTo(groups);
  }

  @ParameterizedTest
  @MethodSource({"shapes", "vectors"})
  void the_scalar_kernel_does_what_it_counts(String text) {
    Operands operands = Operands.of(text);
    for (Mode mode : operands.modes()) {
      DirectPlan plan = DirectPlan.of(operands.geometry(mode));
      CountingTaps taps = new CountingTaps();
      ScalarKernel<double[]> kernel = new ScalarKernel<>(taps, Work.SCALAR_DOUBLE);
      Tally tally = counted(kernel, plan);
      run(kernel, plan, operands);
      assertThat(tally.of(Work.SCALAR_LOOP)).as("loops, %s", mode).isEqualTo(taps.loops);
      assertThat(tally.of(Work.SCALAR_TAP)).as("factors, %s", mode).isEqualTo(taps.factors);
      assertThat(tally.of(Work.SCALAR_DOUBLE)).as("terms, %s", mode).isEqualTo(taps.terms);
      assertThat(tally.of(Work.PLAIN_OUTPUT)).isEqualTo(plan.rows() * plan.columns());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "90x80 * 7x5, FULL, 96, 630, 1260", // 90 * 7 pairs of rows, five taps are two groups
    "90x80 * 7x5, VALID, 84, 588, 1176",
    "5000 * 11, FULL, 8, 8, 32", // 5010 outputs in eight strips, eleven taps are four groups
    "640 * 1, FULL, 1, 1, 1",
    "641 * 1, FULL, 2, 2, 2",
  })
  void the_scalar_kernel_goes_over_pairs_of_rows_in_strips(
      String text, Mode mode, int strips, int pairs, int groups) {
    DirectPlan plan = DirectPlan.of(Operands.of(text).geometry(mode));
    Tally tally = counted(Kernels.SCALAR.doubles(), plan);
    assertThat(tally.of(Work.SCALAR_STRIP)).isEqualTo(strips);
    assertThat(tally.of(Work.SCALAR_PAIR)).isEqualTo(pairs);
    assertThat(tally.of(Work.SCALAR_GROUP)).isEqualTo(groups);
  }

  // ---- A few doubles --------------------------------------------------------------------------

  private static final class CountingTile implements OutputTile {
    private final PlainTile plain = new PlainTile();
    private double taps;

    @Override
    public int width() {
      return plain.width();
    }

    @Override
    public Work work() {
      return plain.work();
    }

    @Override
    public void sum(double[] x, int p, int[] offset, double[] h, double[] y, int q) {
      taps += h.length;
      plain.sum(x, p, offset, h, y, q);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7x9 * 3x3", "20x8 * 4x2", "3x3 * 7x9", "5x40 * 2x3", "9x9 * 1x3", "30x2 * 5x1"})
  void rows_joined_to_one_take_the_tiles_that_are_counted(String text) {
    Operands operands = Operands.of(text);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      CountingTile tile = new CountingTile();
      Tally tally = new Tally();
      SmallConvolution.count(geometry, tile, tally);
      NdArray b = Operands.doubles(operands.in2(), 2);
      new SmallConvolution(geometry, tile, b.doubles()).apply(Operands.doubles(operands.in1(), 1));
      assertThat(tile.taps).as("%s", mode).isPositive();
      assertThat(tally.of(Work.SMALL_PLAIN_TILE)).as("%s", mode).isEqualTo(tile.taps);
      assertThat(tally.of(Work.SMALL_JOINED)).isEqualTo(1);
      double joined = geometry.output().extent(0) * geometry.full().extent(1);
      assertThat(tally.of(Work.DENSE_COPY)).isEqualTo(2 * joined);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "50 * 7, FULL, 7, 350, 56",
    "7 * 50, SAME, 7, 49, 7",
    "50 * 7, VALID, 7, 308, 44",
    "3x40 * 40x3, FULL, 360, 14400, 1764", // 3 * 40 pairs of rows, three taps each
    "3x40 * 40x3, SAME, 27, 1062, 120", // three rows of three pairs
  })
  void others_are_counted_by_rows_of_taps_and_by_terms(
      String text, Mode mode, int loops, int terms, int outputs) {
    Geometry geometry = Operands.of(text).geometry(mode);
    Tally tally = new Tally();
    SmallConvolution.count(geometry, new PlainTile(), tally);
    assertThat(tally.of(Work.SMALL_CALL)).isEqualTo(1);
    assertThat(tally.of(Work.SMALL_LOOP)).isEqualTo(loops);
    assertThat(tally.of(Work.SMALL_TERM)).isEqualTo(terms);
    assertThat(tally.of(Work.OUTPUT)).isEqualTo(outputs);
    assertThat(tally.of(Work.PLAIN_OUTPUT)).isEqualTo(outputs);
    assertThat(tally.of(Work.SMALL_JOINED)).isZero();
  }
}
