package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.contract.LiteralSum;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Convolutions of small whole numbers in tiles on the engines in plain Java: one for each way
 * through the code. {@link TileConvolutionTest} takes many more, and vectors; these answer at once,
 * which mutation testing needs.
 */
class ExactTilesTest {
  private static final TileConvolutionTest.Kind<double[]> ROWS =
      new TileConvolutionTest.Kind<>("rows", RowEngine.DOUBLES, DoublePrecision.INSTANCE);
  private static final TileConvolutionTest.Kind<float[]> FLOAT_ROWS =
      new TileConvolutionTest.Kind<>("floats", RowEngine.FLOATS, FloatPrecision.INSTANCE);
  private static final TileConvolutionTest.Kind<double[]> THREE =
      new TileConvolutionTest.Kind<>(
          "3 lanes", new LaneEngine<>("plain", new PlainLanes(3)), DoublePrecision.INSTANCE);
  private static final TileConvolutionTest.Kind<double[]> EIGHT =
      new TileConvolutionTest.Kind<>(
          "8 lanes", new LaneEngine<>("plain", new PlainLanes(8)), DoublePrecision.INSTANCE);

  private static final List<TileConvolutionTest.Kind<double[]>> BOTH = List.of(ROWS, THREE);

  /** Operands, and tiles as {@link Tiling} has them; lengths are products of 2, 3 and 5. */
  static Stream<Arguments> vectors() {
    return Stream.of(
        Arguments.of("1 * 1", "48"),
        Arguments.of("100 * 17", "144"),
        Arguments.of("100 * 17", "48o"),
        Arguments.of("1000 * 20", "48o"),
        Arguments.of("900 * 33", "240o"),
        Arguments.of("700 * 100", "480o"),
        // Windows behind the middle of a tile, and kernels of which the end does not count.
        Arguments.of("400 * 40", "64o"),
        Arguments.of("100 * 61", "64o"),
        Arguments.of("5 * 40", "48"));
  }

  static Stream<Arguments> grids() {
    return Stream.of(
        Arguments.of("30x20 * 5x3", "36x24"),
        Arguments.of("30x20 * 5x3", "12ox24"),
        Arguments.of("30x20 * 5x3", "12ox8o"),
        Arguments.of("3x60 * 2x31", "4x90"),
        Arguments.of("40x3 * 31x2", "72x4"),
        Arguments.of("7x8x9 * 3x2x4", "10x10x12"),
        Arguments.of("7x8x9 * 3x2x4", "10x5ox6o"),
        Arguments.of("5x6x9 * 5x1x1", "10x6x10"),
        Arguments.of("4x5x3x6 * 2x3x2x5", "6x4ox4x8o"),
        Arguments.of("2x3x2x3x4 * 2x1x2x2x3", "4x3x3x4x6"),
        Arguments.of("3x4 * 9x20", "12x24"),
        Arguments.of("3x2x50 * 2x2x3", "4x3x54"));
  }

  private static List<double[][]> channels(NdArray... parts) {
    return Arrays.stream(parts).map(part -> new double[][] {part.doubles()}).toList();
  }

  private static double[] literal(NdArray x, NdArray h, Geometry geometry) {
    return LiteralSum.of(x, h).window(geometry).plain().doubles();
  }

  private static double[] rounded(double[] data) {
    return Arrays.stream(data).map(value -> Math.rint(value) + 0.0).toArray();
  }

  private static double[] sum(double[] a, double[] b, double sign) {
    double[] sum = a.clone();
    Arrays.setAll(sum, i -> a[i] + sign * b[i] + 0.0);
    return sum;
  }

  private static void real(TileConvolutionTest.Kind<?> kind, String text, String lengths) {
    Operands.of(text).modes().forEach(mode -> real(kind, text, lengths, mode));
  }

  private static void real(
      TileConvolutionTest.Kind<?> kind, String text, String lengths, Mode mode) {
    Operands operands = Operands.of(text);
    NdArray x = Operands.integers(operands.in1(), 1);
    NdArray h = Operands.integers(operands.in2(), 2);
    Geometry geometry = operands.geometry(mode);
    TilePlan plan = Tiling.plan(geometry, false, false, lengths);
    double[][] y = kind.convolve(plan, channels(x), channels(h), 1, 2).get(0);
    assertThat(rounded(y[0]))
        .as("%s %s %s", kind, mode, plan)
        .isEqualTo(sum(literal(x, h, geometry), new double[y[0].length], 1));
  }

  private static void complex(TileConvolutionTest.Kind<?> kind, String text, String lengths) {
    Operands operands = Operands.of(text);
    NdArray xr = Operands.integers(operands.in1(), 1);
    NdArray xi = Operands.integers(operands.in1(), 2);
    NdArray hr = Operands.integers(operands.in2(), 3);
    NdArray hi = Operands.integers(operands.in2(), 4);
    Geometry geometry = operands.geometry(Mode.SAME);
    TilePlan plan = Tiling.plan(geometry, false, true, lengths);
    List<double[][]> x = List.<double[][]>of(new double[][] {xr.doubles(), xi.doubles()});
    List<double[][]> h = List.<double[][]>of(new double[][] {hr.doubles(), hi.doubles()});
    double[][] y = kind.convolve(plan, x, h, 1, 2).get(0);
    assertThat(rounded(y[0]))
        .as("%s %s", kind, plan)
        .isEqualTo(sum(literal(xr, hr, geometry), literal(xi, hi, geometry), -1));
    assertThat(rounded(y[1]))
        .as("%s %s", kind, plan)
        .isEqualTo(sum(literal(xr, hi, geometry), literal(xi, hr, geometry), 1));
  }

  /** Three digits by two: all four sums, and with the last one left out. */
  private static void digits(TileConvolutionTest.Kind<?> kind, String text, String lengths) {
    digits(kind, text, lengths, 3);
    digits(kind, text, lengths, 4);
  }

  private static void digits(
      TileConvolutionTest.Kind<?> kind, String text, String lengths, int sums) {
    Operands operands = Operands.of(text);
    Geometry geometry = operands.geometry(Mode.SAME);
    TilePlan plan = Tiling.plan(geometry, false, false, lengths);
    NdArray[] x = new NdArray[3];
    Arrays.setAll(x, i -> Operands.integers(operands.in1(), 10 + i));
    NdArray[] h = new NdArray[2];
    Arrays.setAll(h, i -> Operands.integers(operands.in2(), 20 + i));
    List<double[][]> y = kind.convolve(plan, channels(x), channels(h), sums, 2);
    for (int shift = 0; shift < sums; shift++) {
      double[] expected = new double[geometry.output().size()];
      for (int j = Math.max(0, shift - 2); j < Math.min(2, shift + 1); j++) {
        expected = sum(expected, literal(x[shift - j], h[j], geometry), 1);
      }
      assertThat(rounded(y.get(shift)[0]))
          .as("%s %s, sum %d of %d", kind, plan, shift, sums)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void rows(String text, String lengths) {
    real(ROWS, text, lengths);
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void complex_rows(String text, String lengths) {
    complex(ROWS, text, lengths);
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void rows_of_digits(String text, String lengths) {
    digits(ROWS, text, lengths);
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void rows_of_floats(String text, String lengths) {
    real(FLOAT_ROWS, text, lengths);
    complex(FLOAT_ROWS, text, lengths);
    digits(FLOAT_ROWS, text, lengths);
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void three_lanes(String text, String lengths) {
    real(THREE, text, lengths);
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void eight_lanes(String text, String lengths) {
    real(EIGHT, text, lengths);
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void complex_lanes(String text, String lengths) {
    complex(THREE, text, lengths);
  }

  @ParameterizedTest
  @MethodSource({"vectors", "grids"})
  void lanes_of_digits(String text, String lengths) {
    digits(EIGHT, text, lengths);
  }

  /** 64 tiles or columns are as many as stand side by side, or 128 in single precision. */
  @ParameterizedTest
  @CsvSource({"3040 * 17, 64o", "6200 * 17, 64o", "3x220 * 2x31, 4x256"})
  void many_tiles_of_digits(String text, String lengths) {
    digits(ROWS, text, lengths);
    digits(FLOAT_ROWS, text, lengths);
  }

  /** Operands, outputs or both are in one half of a tile alone, or in one of its rows. */
  @ParameterizedTest
  @ValueSource(ints = {7, 20, 31, 34, 60})
  void a_window_may_be_anywhere_in_a_tile(int n) {
    for (TileConvolutionTest.Kind<?> kind : BOTH) {
      for (int k = 1; k <= n; k++) {
        real(kind, n + " * " + k, "60", Mode.VALID);
      }
      for (int k = 1; k <= Math.min(n, 12); k++) {
        real(kind, Math.min(n, 12) + "x9 * " + k + "x" + (k + 8) / 3, "12x10", Mode.VALID);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"300 * 20, 324", "30x20 * 5x3, 36x24"})
  void memory_of_a_spectrum_that_was_given_back_is_used_again(String text, String lengths) {
    Operands operands = Operands.of(text);
    TilePlan plan = Tiling.plan(operands.geometry(Mode.FULL), false, false, lengths);
    Channel<double[]> kernel = Channel.real(Operands.integers(operands.in2(), 1).doubles());
    for (TileConvolutionTest.Kind<double[]> kind : plan.rank() == 1 ? List.of(THREE) : BOTH) {
      TileConvolution<double[]> convolution = kind.engine().convolution(plan, 1);
      Spectrum<double[]> spectrum = convolution.spectrum(kernel);
      assertThat(convolution.spectrum(kernel)).as("%s", kind).isNotSameAs(spectrum);
      convolution.release(spectrum);
      assertThat(convolution.spectrum(kernel)).as("%s", kind).isSameAs(spectrum);
    }
  }

  /** The spectrum of 1 is 1 throughout, over the length; threads divide it among them. */
  @Test
  void a_spectrum_of_many_numbers_is_scaled_as_a_whole() {
    Geometry geometry = Operands.of("138000 * 1").geometry(Mode.FULL);
    TilePlan plan = Tiling.plan(geometry, false, false, "138240");
    Spectrum<double[]> spectrum =
        THREE.engine().convolution(plan, 2).spectrum(Channel.real(new double[] {1}));
    assertThat(spectrum.re()).hasSize(69120);
    assertThat(Arrays.stream(spectrum.re()).distinct()).containsExactly(1.0 / 69120);
    assertThat(Arrays.stream(spectrum.im()).map(Math::abs).distinct()).containsExactly(0.0);
  }

  /** So large that a tile, or tiles, are shared by threads; the second tap of two would be 0. */
  @ParameterizedTest
  @CsvSource({
    "16500 * 3, 17280",
    "16500 * 3, 240o",
    "128x130 * 2x2, 144x150",
    "25x25x28 * 2x2x2, 30x27x30",
  })
  void large_tiles(String text, String lengths) {
    for (TileConvolutionTest.Kind<?> kind : List.of(ROWS, EIGHT)) {
      real(kind, text, lengths, Mode.FULL);
    }
  }
}
