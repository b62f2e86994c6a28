package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the convolver computes; kernels have their own tests. */
class DirectConvolverTest {
  private static final DirectConvolver DIRECT = new DirectConvolver();

  private static final int[] THREADS = {1, 2, 3, 8};

  static Stream<Operands> awkward() {
    return Stream.concat(Operands.awkward(), Operands.longest());
  }

  private static double[] doubles(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** The results of scipy.signal.convolve, SciPy 1.17. */
  @ParameterizedTest
  @CsvSource({
    "FULL, 1 2 3 4 6 8, 1 4 5, 1 6 16 26 37 52 62 40",
    "SAME, 1 2 3 4 6 8, 1 4 5, 6 16 26 37 52 62",
    "VALID, 1 2 3 4 6 8, 1 4 5, 16 26 37 52",
    "FULL, 1 2, 1 2 3 4 5, 1 4 7 10 13 10",
    "SAME, 1 2, 1 2 3 4 5, 7 10",
    "VALID, 1 2, 1 2 3 4 5, 4 7 10 13",
  })
  void vectors_convolve_as_in_scipy(Mode mode, String in1, String in2, String expected) {
    assertThat(DIRECT.convolve(doubles(in1), doubles(in2), mode))
        .containsExactly(doubles(expected));
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void sums_of_whole_numbers_are_exact(Operands operands) {
    NdArray in1 = Operands.integers(operands.in1(), 11);
    NdArray in2 = Operands.integers(operands.in2(), 12);
    LiteralSum literal = LiteralSum.of(in1, in2);
    for (Mode mode : operands.modes()) {
      assertThat(DIRECT.convolve(in1, in2, mode))
          .as("%s", mode)
          .isEqualTo(literal.window(operands.geometry(mode)).plain());
    }
  }

  @ParameterizedTest
  @EnumSource
  void scalars_give_their_product(Mode mode) {
    assertThat(DIRECT.convolve(NdArray.scalar(3), NdArray.scalar(-0.5), mode))
        .isEqualTo(NdArray.scalar(-1.5));
  }

  // ---- Threads --------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60000 * 101",
        "101 * 60000",
        "256x257 * 9x9",
        "9x257 * 256x9",
        "2x60000 * 2x33",
        "60x60x60 * 4x3x3",
        "10x10x9x9x9 * 3x3x2x2x2",
      })
  void any_number_of_threads_gives_the_same_bits(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = Operands.doubles(operands.in1(), 13);
    NdArray in2 = Operands.doubles(operands.in2(), 14);
    LiteralSum literal = LiteralSum.of(in1, in2);
    for (Mode mode : operands.modes()) {
      Geometry geometry = operands.geometry(mode);
      NdArray expected = DIRECT.withParallelism(1).convolve(in1, in2, mode);
      double factor = Accuracy.componentwiseFactor(DType.FLOAT64, geometry.longestSum());
      assertThat(literal.window(geometry).beyond(expected, factor)).as("%s", mode).isEmpty();
      for (int threads : THREADS) {
        assertThat(DIRECT.withParallelism(threads).convolve(in1, in2, mode))
            .as("%s, %d threads, seed %d", mode, threads, Operands.SEED)
            .isEqualTo(expected);
      }
      assertThat(DIRECT.convolve(in1, in2, mode)).as("%s, default", mode).isEqualTo(expected);
    }
    assertThat(operands.geometry(Mode.FULL).terms()).as("large enough").isGreaterThan(1 << 22);
    DirectPlan plan = DirectPlan.of(operands.geometry(Mode.FULL));
    int[] extents = Kernels.FASTEST.doubles().blockExtents(plan);
    assertThat(plan.blocks(extents)).hasSizeGreaterThan(1);
  }

  // ---- What an element has no part in -----------------------------------------------------------

  private static NdArray ones(Shape shape) {
    return Operands.filled(shape, () -> 1);
  }

  private static NdArray with(NdArray array, int at, double value) {
    NdArray changed = array.copy();
    changed.doubles()[at] = value;
    return changed;
  }

  /** Which outputs have a term with this element of the first operand. */
  private static boolean[] touched(Operands operands, int element, Mode mode) {
    NdArray impulse = with(NdArray.zeros(DType.FLOAT64, operands.in1()), element, 1);
    double[] sum =
        LiteralSum.of(impulse, ones(operands.in2()))
            .window(operands.geometry(mode))
            .plain()
            .doubles();
    boolean[] touched = new boolean[sum.length];
    IntStream.range(0, sum.length).forEach(i -> touched[i] = sum[i] != 0);
    return touched;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 * 1",
        "6 * 3",
        "3 * 6",
        "3 * 11",
        "9 * 1",
        "4x3 * 2x2",
        "2x9 * 7x3",
        "2x3x4 * 5x1x6"
      })
  void a_non_finite_element_spoils_the_outputs_it_is_a_factor_of_and_no_others(String text) {
    Operands operands = Operands.of(text);
    NdArray in1 = ones(operands.in1());
    NdArray in2 = Operands.filled(operands.in2(), () -> 2);
    for (Mode mode : operands.modes()) {
      double[] clean = DIRECT.convolve(in1, in2, mode).doubles();
      for (int element = 0; element < in1.size(); element++) {
        boolean[] touched = touched(operands, element, mode);
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
          double[] expected = clean.clone();
          Arrays.setAll(expected, i -> touched[i] ? value : clean[i]);
          assertThat(DIRECT.convolve(with(in1, element, value), in2, mode).doubles())
              .as("%s, element %d of in1", mode, element)
              .isEqualTo(expected);
        }
      }
    }
  }

  /** In same mode a long second operand has ends that no output of the window depends on. */
  @ParameterizedTest
  @ValueSource(strings = {"1 * 9", "3 * 11", "4 * 10", "2x9 * 7x3", "3x2x4 * 8x1x9", "2x2 * 9x8"})
  void elements_outside_the_windows_support_are_not_looked_at(String text) {
    Operands operands = Operands.of(text);
    Operands mirrored = new Operands(operands.in2(), operands.in1());
    NdArray in1 = Operands.integers(operands.in1(), 15);
    NdArray in2 = Operands.integers(operands.in2(), 16);
    NdArray poisoned = in2.copy();
    Geometry geometry = operands.geometry(Mode.SAME);
    int count = 0;
    for (int element = 0; element < in2.size(); element++) {
      NdArray impulse = with(NdArray.zeros(DType.FLOAT64, mirrored.in1()), element, 1);
      double[] sum =
          LiteralSum.of(impulse, ones(mirrored.in2())).window(geometry).plain().doubles();
      if (Arrays.stream(sum).allMatch(x -> x == 0)) {
        poisoned.doubles()[element] = Double.NaN;
        count++;
      }
    }
    assertThat(count).as("elements without a part").isPositive();
    assertThat(DIRECT.convolve(in1, poisoned, Mode.SAME))
        .isEqualTo(LiteralSum.of(in1, in2).window(geometry).plain());
  }

  // ---- Scale ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"1, 1", "-40, 7", "300, 200", "-300, -100", "500, -490"})
  void powers_of_two_scale_results_exactly(int exponent1, int exponent2) {
    Operands operands = Operands.of("40x33 * 5x12");
    NdArray in1 = Operands.doubles(operands.in1(), 17);
    NdArray in2 = Operands.doubles(operands.in2(), 18);
    for (Mode mode : Mode.values()) {
      assertThat(DIRECT.convolve(scaled(in1, exponent1), scaled(in2, exponent2), mode))
          .as("%s", mode)
          .isEqualTo(scaled(DIRECT.convolve(in1, in2, mode), exponent1 + exponent2));
    }
  }

  private static NdArray scaled(NdArray array, int exponent) {
    double[] data = array.doubles().clone();
    Arrays.setAll(data, i -> Math.scalb(data[i], exponent));
    return NdArray.wrap(data, array.shape());
  }
}
