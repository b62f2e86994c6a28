package org.conv4j.verify.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.Processes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ends of the range: of exponents, of sizes and of the heap. */
class RangeTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  static Stream<Convolver> implementations() {
    return Stream.of(new DirectConvolver(), new FftConvolver());
  }

  private static void same(
      Convolver convolver, double[] a, double[] b, Mode mode, double... expected) {
    double[] got = convolver.convolve(a, b, mode);
    assertThat(got)
        .as("%s of %s and %s", convolver, Arrays.toString(a), Arrays.toString(b))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void a_result_that_fits_survives_intermediate_overflow(Convolver convolver) {
    same(
        convolver,
        new double[] {1e200, 1, 1},
        new double[] {1e200, 1},
        Mode.FULL,
        INF,
        2e200,
        1e200,
        1);
    same(convolver, new double[] {1e308, 1e308, -1e308}, new double[] {1, 1, 1}, Mode.VALID, 1e308);
    same(convolver, new double[] {1e200, 1e200}, new double[] {1e200, -1e200}, Mode.VALID, 0);
    same(convolver, new double[] {1e300}, new double[] {1e-300}, Mode.FULL, 1e300 * 1e-300);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void a_result_that_fits_survives_intermediate_underflow(Convolver convolver) {
    double[] tiny = new double[1 << 10];
    Arrays.fill(tiny, 0x1p-542);
    // Each product is 2^-1084 and rounds to zero; 1024 of them are the smallest subnormal.
    double[] valid = convolver.convolve(tiny, tiny, Mode.VALID);
    assertThat(valid).containsExactly(Double.MIN_VALUE);
  }

  /** Whole numbers and what is not a number; transforms may be off by their rounding. */
  private static void sameWhole(
      Convolver convolver, double[] a, double[] b, Mode mode, double... expected) {
    double[] got = convolver.convolve(a, b, mode);
    for (int i = 0; i < got.length; i++) {
      if (Double.isFinite(got[i])) {
        assertThat(got[i]).isCloseTo(Math.rint(got[i]), within(16 * Math.ulp(16.0)));
        got[i] = Math.rint(got[i]);
      }
    }
    assertThat(got)
        .as("%s of %s and %s", convolver, Arrays.toString(a), Arrays.toString(b))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void non_finite_elements_stay_where_the_definition_has_them(Convolver convolver) {
    sameWhole(
        convolver,
        new double[] {1, NAN, 2, 3, 4},
        new double[] {1, 1},
        Mode.FULL,
        1,
        NAN,
        NAN,
        5,
        7,
        4);
    sameWhole(
        convolver,
        new double[] {1, INF, 2, 3, -INF},
        new double[] {1, 0, 1},
        Mode.FULL,
        1,
        INF,
        NAN,
        INF,
        -INF,
        NAN,
        -INF);
    sameWhole(
        convolver, new double[] {1, 2, 3}, new double[] {INF, -INF}, Mode.SAME, INF, NAN, NAN);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void in_two_dimensions_the_edge_stays_clean(Convolver convolver) {
    double[][] image = {{1, 2, 3}, {4, 5, 6}, {7, 8, NAN}};
    double[][] got = convolver.convolve(image, new double[][] {{1, 1}, {1, 1}}, Mode.SAME);
    double[][] expected = {{1, 3, 5}, {5, 12, 16}, {11, 24, NAN}};
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double want = expected[row][column];
        double have = got[row][column];
        assertThat(Double.isNaN(want) ? Double.isNaN(have) : Math.abs(want - have) < 1e-12)
            .as("%s: (%s, %s) is %s", convolver, row, column, have)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void a_result_too_large_for_java_is_refused_before_anything_is_allocated(Convolver convolver) {
    NdArray kernel = NdArray.zeros(DType.FLOAT64, Shape.of(2, 3));
    Shape huge = Shape.of(50_000, 50_000);
    assertThatThrownBy(() -> convolver.prepare(kernel, huge, Mode.FULL))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("(50000, 50000)")
        .hasMessageContaining("(2, 3)");
  }

  @Test
  void a_heap_that_is_too_small_leaves_the_convolvers_usable() throws Exception {
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        List.of(Processes.java(), "-Xmx48m", "-cp", classPath, SmallHeap.class.getName());
    Processes.Result result = Processes.run(Path.of("."), Map.of(), command);
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.out().lines())
        .containsExactly(
            "direct: out of memory, then [3.0, 6.0]", "fft: out of memory, then [3.0, 6.0]");
  }

  /** Runs in a JVM of its own: convolves until the heap is full, then once more. */
  static final class SmallHeap {
    private SmallHeap() {}

    /** Prints a line for each implementation. */
    public static void main(String[] args) {
      implementations()
          .forEach(
              convolver -> {
                String what = "enough memory";
                try {
                  NdArray a = NdArray.zeros(DType.FLOAT64, Shape.of(1 << 11, 1 << 10));
                  a.doubles()[5] = 1;
                  convolver.convolve(a, a, Mode.FULL);
                } catch (OutOfMemoryError e) {
                  what = "out of memory";
                }
                double[] y = convolver.convolve(new double[] {1, 2}, new double[] {3}, Mode.FULL);
                Arrays.setAll(y, i -> Math.rint(y[i]));
                System.out.println(convolver.name() + ": " + what + ", then " + Arrays.toString(y));
              });
    }
  }
}
