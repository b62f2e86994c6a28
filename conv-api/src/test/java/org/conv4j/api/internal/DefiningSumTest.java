package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single outputs against sums of exact decimals, which neither overflow nor underflow. */
class DefiningSumTest {
  private static final long SEED = 20260119;

  private static Shape shape(String text) {
    return Shape.of(Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray());
  }

  private static Geometry geometry(String text, Mode mode) {
    String[] shapes = text.split(" \\* ", -1);
    return Geometry.of(shape(shapes[0]), shape(shapes[1]), mode, Convention.SCIPY);
  }

  /** Odd whole numbers of either sign times a power of two. */
  private static double[] values(int size, int exponent, int which) {
    SplittableRandom random = new SplittableRandom(SEED + which);
    double[] values = new double[size];
    Arrays.setAll(values, i -> Math.scalb((double) (2 * random.nextInt(-50, 50) + 1), exponent));
    return values;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The coordinates of the i-th element. */
  private static int[] coordinates(int flat, Shape shape) {
    int[] at = new int[shape.rank()];
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      at[axis] = flat % shape.extent(axis);
      flat /= shape.extent(axis);
    }
    return at;
  }

  /** Every pair of elements is asked whether its product belongs to the output. */
  private static BigDecimal exact(Geometry geometry, int flat, double[] a, double[] b) {
    int[] output = coordinates(flat, geometry.output());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        int[] x = coordinates(i, geometry.in1());
        int[] h = coordinates(j, geometry.in2());
        boolean term = true;
        for (int axis = 0; axis < x.length; axis++) {
          term &= x[axis] + h[axis] == output[axis] + geometry.offset()[axis];
        }
        sum = term ? sum.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[j]))) : sum;
      }
    }
    return sum;
  }

  /** Exponents of products: ordinary, beyond either end of the range, and down to subnormals. */
  @ParameterizedTest
  @CsvSource({"0, 0", "900, -900", "1000, 500", "-600, -450", "-540, -540", "-1074, 3", "1000, 14"})
  void every_output_is_the_exact_sum_rounded_once(int exponent1, int exponent2) {
    for (String text : new String[] {"1 * 1", "7 * 3", "3 * 7", "4x5 * 2x3", "2x3x4 * 3x2x2"}) {
      for (Mode mode : new Mode[] {Mode.FULL, Mode.SAME}) {
        Geometry geometry = geometry(text, mode);
        double[] a = values(geometry.in1().size(), exponent1, 1);
        double[] b = values(geometry.in2().size(), exponent2, 2);
        DefiningSum sum = new DefiningSum(geometry);
        for (int flat = 0; flat < geometry.output().size(); flat++) {
          assertThat(sum.doubles(flat, new double[][] {a}, new double[][] {b}))
              .as("%s %s, output %d", text, mode, flat)
              .isEqualTo(exact(geometry, flat, a, b).doubleValue());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 * 1", "9 * 4", "4 * 9", "5x6 * 3x2", "3x1x4 * 2x2x3"})
  void floats_are_the_exact_sum_rounded_once(String text) {
    for (Mode mode : new Mode[] {Mode.FULL, Mode.SAME}) {
      for (int exponent : new int[] {-80, 0, 70}) {
        Geometry geometry = geometry(text, mode);
        double[] a = values(geometry.in1().size(), exponent, 3);
        double[] b = values(geometry.in2().size(), exponent, 4);
        DefiningSum sum = new DefiningSum(geometry);
        for (int flat = 0; flat < geometry.output().size(); flat++) {
          assertThat(sum.floats(flat, new float[][] {floats(a)}, new float[][] {floats(b)}))
              .as("%s %s, output %d", text, mode, flat)
              .isEqualTo((float) exact(geometry, flat, a, b).doubleValue());
        }
      }
    }
  }

  @Test
  void a_complex_part_is_a_sum_over_two_pairs() {
    Geometry geometry = geometry("5 * 3", Mode.FULL);
    double[] re1 = values(5, 0, 5);
    double[] im1 = values(5, 0, 6);
    double[] re2 = values(3, 0, 7);
    double[] im2 = Arrays.stream(values(3, 0, 8)).map(value -> -value).toArray();
    DefiningSum sum = new DefiningSum(geometry);
    for (int flat = 0; flat < 7; flat++) {
      double expected =
          exact(geometry, flat, re1, re2).add(exact(geometry, flat, im1, im2)).doubleValue();
      assertThat(sum.doubles(flat, new double[][] {re1, im1}, new double[][] {re2, im2}))
          .isEqualTo(expected);
      assertThat(
              sum.floats(
                  flat,
                  new float[][] {floats(re1), floats(im1)},
                  new float[][] {floats(re2), floats(im2)}))
          .isEqualTo((float) expected);
    }
  }

  /** Terms of very different sizes, of which some cancel: nothing is lost that a sum can hold. */
  @ParameterizedTest
  @CsvSource({
    "1e300 1 -1e300, 1 1 1, 0", // the one is lost to rounding, as in any sum of doubles
    "1e200 -1e200 0, 2 1e200 1e200, 0",
    "1e-200 0x1p-1000 0, 0x1p-1000 1e-200 5, 5e-200",
    "0x1p-1000 0x1p-1000 0x1p-1000, 0x1p-74 0x1p-74 0x1p-74, 0x0.0000000000003p-1022",
    "0x1p-600 0 0, 0 0 0x1p-600, 0",
    "0 0 0, 1 2 3, 0",
    "1 2 3, 0 0 0, 0",
    "0x1p1023 0x1p1023 0, 0 1 1, Infinity",
    "0x1p1023 0x1p1023 0, 0 1 -1, 0",
    "2 3 5, 7 0 11, 57", // 2*11 + 3*0 + 5*7
    "0 3 5, 7 0.5 0, 36.5",
  })
  void a_middle_output_is_the_sum(String in1, String in2, double expected) {
    DefiningSum sum = new DefiningSum(geometry("3 * 3", Mode.FULL));
    assertThat(sum.doubles(2, new double[][] {numbers(in1)}, new double[][] {numbers(in2)}))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Infinity 1 1, 1 1 1, Infinity",
    "-Infinity 1 1, 1 1 5, -Infinity",
    "1 1 1, 1 1 -Infinity, -Infinity",
    "-2 1 1, 1 1 -Infinity, Infinity",
    "Infinity 1 1, 1 1 0, NaN",
    "0 1 1, 1 1 Infinity, NaN",
    "Infinity 1 -Infinity, 1 1 1, NaN",
    "Infinity 1 -Infinity, -3 1 1, Infinity",
    "NaN 1 1, 1 1 1, NaN",
    "1 1 1, 1 NaN 1, NaN",
    "NaN 1 1, 1 1 0, NaN",
    // finite products that would overflow do not meet the infinity
    "1e300 -Infinity 1, 1 1 1e300, -Infinity",
    "-1e300 Infinity 1, 1 1 1e300, Infinity",
    "Infinity 1e-300 1, 1 1 1e-300, Infinity",
  })
  void non_finite_terms_act_as_in_the_definition(String in1, String in2, double expected) {
    DefiningSum sum = new DefiningSum(geometry("3 * 3", Mode.FULL));
    assertThat(sum.doubles(2, new double[][] {numbers(in1)}, new double[][] {numbers(in2)}))
        .isEqualTo(Double.valueOf(expected));
  }

  @Test
  void a_non_finite_element_without_a_part_in_an_output_does_not_act() {
    DefiningSum sum = new DefiningSum(geometry("3 * 2", Mode.FULL));
    double[][] a = {{1, 2, Double.NaN}};
    double[][] b = {{3, 4}};
    assertThat(sum.doubles(0, a, b)).isEqualTo(3);
    assertThat(sum.doubles(1, a, b)).isEqualTo(10);
    assertThat(sum.doubles(2, a, b)).isNaN();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
