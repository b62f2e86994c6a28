package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

class ElementErrorsTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static ElementErrors of(NdArray expected, NdArray got) {
    return ElementErrors.of(expected, got).orElseThrow();
  }

  private static double[] errors(NdArray expected, NdArray got) {
    ElementErrors errors = of(expected, got);
    return IntStream.range(0, errors.size()).mapToDouble(errors::error).toArray();
  }

  @Test
  void differences_of_longs_do_not_overflow_and_a_unit_counts_beside_them() {
    NdArray expected = NdArray.of(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 5);
    NdArray got = NdArray.of(Long.MAX_VALUE, -1, Long.MAX_VALUE - 1, 5);
    assertThat(errors(expected, got)).containsExactly(0x1p64, 0x1p63, 1, 0);
    assertThat(of(expected, got).wrong()).isEqualTo(3);
    assertThat(of(expected, got).level()).isZero();
  }

  @Test
  void what_is_not_finite_must_be_the_same() {
    double nan = Double.NaN;
    assertThat(
            errors(
                NdArray.of(nan, INF, -INF, nan, 1, INF, 1),
                NdArray.of(nan, INF, INF, 1, nan, 1, INF)))
        .containsExactly(0, 0, INF, INF, INF, INF, INF);
  }

  @Test
  void zeros_of_either_sign_are_the_same_and_finite_numbers_have_a_finite_distance() {
    assertThat(errors(NdArray.of(0.0, Double.MAX_VALUE), NdArray.of(-0.0, -Double.MAX_VALUE)))
        .containsExactly(0, Double.MAX_VALUE);
  }

  @Test
  void complex_errors_are_moduli() {
    Shape three = Shape.of(3);
    NdArray expected = NdArray.wrapComplex(new float[] {1, 2, 3}, new float[] {1, 2, 3}, three);
    NdArray got = NdArray.wrapComplex(new float[] {4, 2, 3}, new float[] {5, 2, Float.NaN}, three);
    assertThat(errors(expected, got)).containsExactly(5, 0, INF);
    assertThat(errors(NdArray.of(1.0, 2, 3), expected)).containsExactly(1, 2, 3);
  }

  @Test
  void types_are_compared_by_value() {
    assertThat(errors(NdArray.of((1L << 53) + 1, 2), NdArray.of(0x1p53, Double.NaN)))
        .containsExactly(1, INF);
    assertThat(errors(NdArray.of(0x1p53), NdArray.of((1L << 53) + 1))).containsExactly(1);
    assertThat(errors(NdArray.of(1, 2), NdArray.of(1L, 3L))).containsExactly(0, 1);
  }

  @Test
  void shapes_must_agree() {
    assertThat(ElementErrors.of(NdArray.of(1.0, 2), NdArray.of(1.0))).isEmpty();
  }

  @Test
  void beside_a_mistake_roundings_are_not_wrong() {
    double rounded = 1 + 100 * Math.ulp(1.0);
    ElementErrors errors = of(NdArray.of(1.0, 1, 1, 1), NdArray.of(1.0, rounded, 1 + 1e-9, 2));
    assertThat(errors.first()).isEqualTo(2);
    assertThat(errors.wrong()).isEqualTo(2);
    assertThat(errors.rounded()).isEqualTo(1);
    assertThat(errors.worst()).isEqualTo(3);
  }

  @Test
  void where_all_errors_are_small_the_largest_are_wrong() {
    double[] off = {0, 1, 400, 2, 300};
    NdArray got = NdArray.of(DoubleStream.of(off).map(x -> 1 + x * Math.ulp(1.0)).toArray());
    ElementErrors errors = of(NdArray.of(1.0, 1, 1, 1, 1), got);
    assertThat(errors.first()).isEqualTo(2);
    assertThat(errors.wrong()).isEqualTo(2);
    assertThat(errors.rounded()).isEqualTo(2);
  }

  @Test
  void beside_a_nan_roundings_are_not_wrong() {
    ElementErrors errors =
        of(NdArray.of(1.0, 1, 1e9), NdArray.of(1 + Math.ulp(1.0), Double.NaN, 1e9));
    assertThat(errors.worst()).isEqualTo(1);
    assertThat(errors.isWrong(1)).isTrue();
  }

  @Test
  void where_zeros_are_expected_everything_else_is_wrong() {
    assertThat(of(NdArray.of(0.0, 0), NdArray.of(1e-300, 1)).wrong()).isEqualTo(2);
  }

  @Test
  void equal_arrays_have_no_wrong_element() {
    ElementErrors errors = of(NdArray.of(1.0, 2), NdArray.of(1.0, 2));
    assertThat(errors.first()).isEqualTo(-1);
    assertThat(errors.worst()).isEqualTo(-1);
    assertThat(errors.wrong()).isZero();
    assertThat(errors.largest()).isZero();
  }
}
