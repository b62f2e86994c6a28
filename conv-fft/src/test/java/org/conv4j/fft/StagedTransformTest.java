package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.conv4j.api.DType;
import org.conv4j.api.contract.Operands;
import org.conv4j.fft.BatchPlan.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which stages go over which blocks, and that nothing depends on it. {@link BatchTransformTest}
 * takes many more lengths, and vectors; these answer at once, which mutation testing needs.
 */
class StagedTransformTest {
  private static final int LANES = 3;

  private static final int START = 5;

  /** Of 24 rows in blocks of 24, 12 and 4. */
  private static final BatchPlan PLAN = BatchPlan.of(BatchPlan.Key.complex(24), 2, 3, 4);

  /** Notes what is done to which rows, and leaves the numbers alone. */
  private static final class Noting extends StagedTransform<double[]> {
    private final List<String> notes = new ArrayList<>();

    Noting(int cachedRows) {
      super(PLAN, new PlainLanes(LANES), cachedRows);
    }

    private void note(String what, int start, int first, int count) {
      assertThat((start - START) % LANES).isZero();
      notes.add(what + " row " + (start - START) / LANES + " block " + first + "+" + count);
    }

    @Override
    void forward(Stage stage, double[] re, double[] im, int start, int block, int blocks) {
      note("split in " + stage.radix(), start, block, blocks);
    }

    @Override
    void inverse(Stage stage, double[] re, double[] im, int start, int block, int blocks) {
      note("join " + stage.radix(), start, block, blocks);
    }

    @Override
    void multiply(
        double[] re, double[] im, int start, double[] kRe, double[] kIm, int from, int to) {
      assertThat((start - START) / LANES).isEqualTo(from);
      notes.add("multiply " + from + " to " + to);
    }

    @Override
    public void addProduct(
        Spectrum<double[]> sum, Spectrum<double[]> x, Spectrum<double[]> kernel, int from, int to) {
      throw new AssertionError("a product alone");
    }

    @Override
    public void addFour(
        List<Spectrum<double[]>> x,
        List<Spectrum<double[]>> h,
        int first,
        Spectrum<double[]> sum,
        int from,
        int to) {
      throw new AssertionError("products alone");
    }

    List<String> forwards() {
      forward(new double[0], new double[0], START);
      return notes;
    }

    List<String> inverses() {
      inverse(new double[0], new double[0], START);
      return notes;
    }

    List<String> convolutions() {
      convolve(new double[0], new double[0], START, new double[0], new double[0]);
      return notes;
    }
  }

  @Test
  void what_fits_the_cache_goes_through_all_stages_as_a_whole() {
    assertThat(new Noting(24).forwards())
        .containsExactly(
            "split in 2 row 0 block 0+1",
            "split in 3 row 0 block 0+2",
            "split in 4 row 0 block 0+6");
    assertThat(new Noting(24).inverses())
        .containsExactly(
            "join 4 row 0 block 0+6", "join 3 row 0 block 0+2", "join 2 row 0 block 0+1");
    assertThat(new Noting(24).convolutions())
        .containsExactly(
            "split in 2 row 0 block 0+1",
            "split in 3 row 0 block 0+2",
            "split in 4 row 0 block 0+6",
            "multiply 0 to 24",
            "join 4 row 0 block 0+6",
            "join 3 row 0 block 0+2",
            "join 2 row 0 block 0+1");
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 23})
  void a_block_too_large_for_the_cache_is_split_and_each_part_finished_before_the_next(int rows) {
    assertThat(new Noting(rows).forwards())
        .containsExactly(
            "split in 2 row 0 block 0+1",
            "split in 3 row 0 block 0+1",
            "split in 4 row 0 block 0+3",
            "split in 3 row 12 block 1+1",
            "split in 4 row 12 block 3+3");
    assertThat(new Noting(rows).inverses())
        .containsExactly(
            "join 4 row 0 block 0+3",
            "join 3 row 0 block 0+1",
            "join 4 row 12 block 3+3",
            "join 3 row 12 block 1+1",
            "join 2 row 0 block 0+1");
    assertThat(new Noting(rows).convolutions())
        .containsExactly(
            "split in 2 row 0 block 0+1",
            "split in 3 row 0 block 0+1",
            "split in 4 row 0 block 0+3",
            "multiply 0 to 12",
            "join 4 row 0 block 0+3",
            "join 3 row 0 block 0+1",
            "split in 3 row 12 block 1+1",
            "split in 4 row 12 block 3+3",
            "multiply 12 to 24",
            "join 4 row 12 block 3+3",
            "join 3 row 12 block 1+1",
            "join 2 row 0 block 0+1");
  }

  /** The last stage has its product in between, so that it is done at once whatever its size. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 11})
  void blocks_are_split_until_they_fit(int rows) {
    List<String> forward = new ArrayList<>(List.of("split in 2 row 0 block 0+1"));
    List<String> both = new ArrayList<>(forward);
    for (int block = 0; block < 6; block++) {
      int row = 4 * block;
      if (block % 3 == 0) {
        forward.add("split in 3 row " + row + " block " + block / 3 + "+1");
        both.add("split in 3 row " + row + " block " + block / 3 + "+1");
      }
      forward.add("split in 4 row " + row + " block " + block + "+1");
      both.add("split in 4 row " + row + " block " + block + "+1");
      both.add("multiply " + row + " to " + (row + 4));
      both.add("join 4 row " + row + " block " + block + "+1");
      if (block % 3 == 2) {
        both.add("join 3 row " + (row - 8) + " block " + block / 3 + "+1");
      }
    }
    both.add("join 2 row 0 block 0+1");
    assertThat(new Noting(rows).forwards()).isEqualTo(forward);
    assertThat(new Noting(rows).convolutions()).isEqualTo(both);
    assertThat(new Noting(rows).inverses())
        .isEqualTo(both.stream().filter(note -> note.startsWith("join")).toList());
  }

  // ---- Numbers --------------------------------------------------------------------------------

  private static double[] integers(int count, int which) {
    SplittableRandom random = new SplittableRandom(Operands.SEED + which);
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> random.nextInt(-9, 10));
    return numbers;
  }

  private static BatchTransformTest.Kind plain(int lanes, int cachedRows) {
    return new BatchTransformTest.Kind(
        "plain, " + lanes + " lanes, " + cachedRows + " rows cached",
        DType.FLOAT64,
        plan -> Batch.of(new PlainBatch(plan, new PlainLanes(lanes), cachedRows)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "8, 8", "24, 6", "30, 10", "64, 64", "128, 8"})
  void spectra_are_those_of_the_definition_and_come_back(int n, int cachedRows) {
    BatchTransformTest.requireSpectrum(
        plain(2, cachedRows), BatchPlan.of(BatchPlan.Key.complex(n)));
    BatchTransformTest.requireSpectrum(plain(2, cachedRows), BatchPlan.of(BatchPlan.Key.folded(n)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 5", "24, 6", "64, 64", "90, 30", "128, 8"})
  void products_of_spectra_are_cyclic_convolutions(int n, int cachedRows) {
    BatchTransformTest.requireConvolution(plain(LANES, cachedRows), n, false);
    BatchTransformTest.requireConvolution(plain(LANES, cachedRows), n, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 48, 128, 360, 1024})
  void the_size_of_the_cache_changes_no_bit(int n) {
    for (BatchPlan.Key key : List.of(BatchPlan.Key.complex(n), BatchPlan.Key.folded(n))) {
      BatchPlan plan = BatchPlan.of(key);
      double[] kernelRe = integers(n, 3);
      double[] kernelIm = integers(n, 4);
      double[][] expected = null;
      for (int cachedRows : new int[] {n, n / 2 + 1, 16, 1}) {
        PlainBatch batch = new PlainBatch(plan, new PlainLanes(LANES), cachedRows);
        double[] re = integers(n * LANES, 1);
        double[] im = integers(n * LANES, 2);
        batch.forward(re, im, 0);
        double[][] results = {re.clone(), im.clone(), re, im, re.clone(), im.clone()};
        batch.inverse(re, im, 0);
        batch.convolve(results[4], results[5], 0, kernelRe, kernelIm);
        expected = expected == null ? results : expected;
        assertThat(results).as("%s, %d rows", key, cachedRows).isDeepEqualTo(expected);
      }
    }
  }

  // ---- Runs -----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void runs_come_in_and_go_out_wherever_they_are(int lanes) {
    int n = 12;
    Batch batch = plain(lanes, n).maker().apply(BatchPlan.of(BatchPlan.Key.complex(n)));
    double[] source = integers(60, 5);
    for (int length : new int[] {0, 1, lanes, n - 1, n}) {
      for (int count : new int[] {1, Math.max(1, lanes - 1), lanes}) {
        for (int step : new int[] {1, 7, n, 15}) {
          for (int start : new int[] {-20, -8, 0, 5, 20, 55, 70}) {
            BatchTransformTest.requireMoves(
                batch, new Blocks<>(source, start, step, count, length, 0, source.length));
            BatchTransformTest.requireMoves(
                batch, new Blocks<>(source, start, step, count, length, 9, 40));
          }
        }
      }
    }
  }

  @Test
  void columns_and_rows_are_as_many_as_the_plan_has() {
    PlainBatch batch = new PlainBatch(PLAN, new PlainLanes(LANES));
    assertThat(batch.length()).isEqualTo(24);
    assertThat(batch.lanes()).isEqualTo(LANES);
    assertThat(batch.order()).isEqualTo(PLAN.order());
  }
}
