package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorBoundsTest {
  private static final double U = 0x1p-53;

  private static double[] bound(Accuracy accuracy, NdArray a, NdArray b, Mode mode) {
    Geometry geometry = Geometry.of(a.shape(), b.shape(), mode, Convention.SCIPY);
    return ErrorBounds.of(accuracy, a, b, geometry).doubles();
  }

  /** Sums from the first term to the last, or from the last to the first. */
  private static double[] sums(Cases c, boolean backwards) {
    Embedding embedding = new Embedding(c.geometry());
    double[] full = new double[embedding.size()];
    int n = c.in1().size();
    for (int step = 0; step < n; step++) {
      int i = backwards ? n - 1 - step : step;
      for (int j = 0; j < c.in2().size(); j++) {
        full[embedding.in1()[i] + embedding.in2()[j]] +=
            c.in1().doubles()[i] * c.in2().doubles()[j];
      }
    }
    return Arrays.stream(embedding.output()).mapToDouble(k -> full[k]).toArray();
  }

  @ParameterizedTest
  @EnumSource(
      value = Accuracy.class,
      names = {"COMPONENTWISE", "NORMWISE"})
  void the_bound_holds_for_sums_in_either_order(Accuracy accuracy) {
    for (Cases c : Cases.random(2000, 3)) {
      Dyadics exact = c.exact();
      double[] bound = ErrorBounds.of(accuracy, c.in1(), c.in2(), c.geometry()).doubles();
      for (boolean backwards : new boolean[] {false, true}) {
        double[] computed = sums(c, backwards);
        for (int i = 0; i < computed.length; i++) {
          if (Double.isFinite(computed[i])) {
            assertThat(exact.distance(i, computed[i]).doubleValue())
                .as("%s", c)
                .isLessThanOrEqualTo(bound[i]);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Accuracy.class,
      names = {"EXACT", "COMPONENTWISE"})
  void the_uniform_bound_is_no_less_than_that_of_any_element(Accuracy accuracy) {
    for (Cases c : Cases.random(500, 4)) {
      double uniform = ErrorBounds.uniform(accuracy, c.in1(), c.in2(), c.geometry());
      for (double bound : ErrorBounds.of(accuracy, c.in1(), c.in2(), c.geometry()).doubles()) {
        assertThat(bound).as("%s", c).isLessThanOrEqualTo(uniform * (1 + 1e-12));
      }
    }
  }

  @Test
  void the_uniform_bound_of_transforms_is_that_of_the_norms() {
    NdArray a = NdArray.of(3.0, 4.0);
    NdArray b = NdArray.of(5.0, 12.0);
    Geometry geometry = Geometry.of(a.shape(), b.shape(), Mode.FULL, Convention.SCIPY);
    double factor = Accuracy.normwiseFactor(DType.FLOAT64, a.shape(), b.shape());
    assertThat(ErrorBounds.uniform(Accuracy.NORMWISE, a, b, geometry))
        .isCloseTo(5 * 13 * factor, within(1e-12 * factor));
    NdArray integers = a.cast(DType.INT64);
    assertThat(ErrorBounds.uniform(Accuracy.NORMWISE, integers, integers, geometry)).isZero();
  }

  /** By hand: at most m = 2 terms, magnitudes |1||4|, |1||5|+|2||4|, |2||5|. */
  @Test
  void the_componentwise_bound_is_the_formula_by_hand() {
    double[] bound =
        bound(Accuracy.COMPONENTWISE, NdArray.of(1.0, -2), NdArray.of(-4.0, 5), Mode.FULL);
    double factor = 2 * U / (1 - 2 * U);
    double[] byHand = {4 * factor, 13 * factor, 10 * factor};
    for (int i = 0; i < byHand.length; i++) {
      assertThat(bound[i]).isCloseTo(byHand[i], within(1e-12 * byHand[i]));
    }
  }

  /**
   * By hand: a full result of 3 needs 2 levels and one more, so 1 + 18 roundings of u and 10 of u
   * sqrt 5, times the norms sqrt 5 and sqrt 41; larger than the sums above.
   */
  @Test
  void the_normwise_bound_is_the_formula_by_hand() {
    double[] bound = bound(Accuracy.NORMWISE, NdArray.of(1.0, -2), NdArray.of(-4.0, 5), Mode.FULL);
    double byHand = (18 + 10 * Math.sqrt(5)) * U * Math.sqrt(5) * Math.sqrt(41);
    assertThat(bound).hasSize(3);
    for (double element : bound) {
      assertThat(element).isCloseTo(byHand, within(1e-12 * byHand));
    }
  }

  @Test
  void the_normwise_bound_is_nowhere_below_the_componentwise() {
    for (Cases c : Cases.random(300, 5)) {
      double[] normwise =
          ErrorBounds.of(Accuracy.NORMWISE, c.in1(), c.in2(), c.geometry()).doubles();
      double[] componentwise =
          ErrorBounds.of(Accuracy.COMPONENTWISE, c.in1(), c.in2(), c.geometry()).doubles();
      for (int i = 0; i < normwise.length; i++) {
        assertThat(normwise[i]).as("%s", c).isGreaterThanOrEqualTo(componentwise[i]);
      }
    }
  }

  @Test
  void a_mode_has_its_window_of_the_bound() {
    NdArray a = NdArray.of(1.0, 2, 3, 4);
    NdArray b = NdArray.of(1.0, 1, 1);
    double[] full = bound(Accuracy.COMPONENTWISE, a, b, Mode.FULL);
    assertThat(bound(Accuracy.COMPONENTWISE, a, b, Mode.SAME))
        .containsExactly(Arrays.copyOfRange(full, 1, 5));
    assertThat(bound(Accuracy.COMPONENTWISE, a, b, Mode.VALID))
        .containsExactly(Arrays.copyOfRange(full, 2, 4));
  }

  @ParameterizedTest
  @EnumSource(Accuracy.class)
  void nothing_is_allowed_on_zeros_but_underflow(Accuracy accuracy) {
    NdArray zeros = NdArray.zeros(NdArray.of(1.0).dtype(), Shape.of(2, 3));
    NdArray b = NdArray.wrap(new double[] {1, 2, 3, 4}, Shape.of(2, 2));
    assertThat(bound(accuracy, zeros, b, Mode.FULL)).containsOnly(4 * Double.MIN_VALUE);
  }
}
