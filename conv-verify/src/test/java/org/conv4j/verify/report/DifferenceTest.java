package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void the_first_and_the_worst_element_are_told_with_both_values() {
    assertThat(Difference.lines(NdArray.of(1.0, 2, 3, 4), NdArray.of(1.0, 2.5, 3, 8)))
        .containsExactly(
            "first wrong at [1]: expected 2.0 (0x1.0p1), got 2.5 (0x1.4p1), error 0.500",
            "worst at [3]: expected 4.0 (0x1.0p2), got 8.0 (0x1.0p3), error 4.00",
            "2 of 4 elements are wrong",
            "at indices 1, 3",
            " 0",
            " .9.9",
            ". exact, 9 up to 4.0");
  }

  @Test
  void complex_integer_and_single_values_are_told_as_what_they_are() {
    NdArray expected = NdArray.wrapComplex(new double[] {1}, new double[] {0}, Shape.of(1));
    NdArray got = NdArray.wrapComplex(new double[] {1}, new double[] {Double.NaN}, Shape.of(1));
    assertThat(Difference.lines(expected, got))
        .startsWith(
            "first wrong at [0]: expected 1.0 + 0.0j (0x1.0p0, 0x0.0p0), got 1.0 + NaNj (0x1.0p0,"
                + " NaN)",
            "1 of 1 element is wrong");
    assertThat(Difference.lines(NdArray.of(1L), NdArray.of(Long.MIN_VALUE)))
        .startsWith("first wrong at [0]: expected 1, got -9223372036854775808, error 9.22e+18");
    assertThat(Difference.lines(NdArray.of(0.5f), NdArray.of(0.1f)))
        .startsWith(
            "first wrong at [0]: expected 0.5 (0x1.0p-1), got 0.1 (0x1.99999ap-4), error 0.400");
  }

  @Test
  void a_scalar_has_an_index_too() {
    assertThat(Difference.lines(NdArray.scalar(1), NdArray.scalar(2)))
        .startsWith(
            "first wrong at [()]: expected 1.0 (0x1.0p0), got 2.0 (0x1.0p1), error 1.00",
            "1 of 1 element is wrong");
  }

  @Test
  void roundings_are_counted_apart() {
    assertThat(Difference.lines(NdArray.of(1.0, 1), NdArray.of(1 + Math.ulp(1.0), 3)))
        .contains("1 of 2 elements are wrong, 1 more differ by 1.1e-13 or less, as by rounding");
  }

  @Test
  void other_shapes_and_types_are_told() {
    assertThat(Difference.lines(NdArray.of(1.0, 2), NdArray.of(1.0)))
        .containsExactly("the shape is (1,), expected (2,)");
    assertThat(Difference.lines(NdArray.of(1.0), NdArray.of(2.0f)))
        .startsWith(
            "the dtype is float32, compared with float64",
            "first wrong at [0]: expected 1.0" + " (0x1.0p0), got 2.0 (0x1.0p1), error 1.00");
  }

  @Test
  void where_all_values_agree_signs_of_zeros_are_looked_at() {
    assertThat(Difference.lines(NdArray.of(1.0, 0.0), NdArray.of(1.0, -0.0)))
        .containsExactly(
            "values agree, signs of zeros do not, first at [1]: expected 0.0 (0x0.0p0), got -0.0"
                + " (-0x0.0p0)");
    assertThat(Difference.lines(NdArray.of(1.0), NdArray.of(1.0)))
        .containsExactly("all 1 values agree; what is wrong is something else");
  }
}
