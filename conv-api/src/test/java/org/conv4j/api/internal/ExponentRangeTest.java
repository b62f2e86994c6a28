package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exponents of numbers and of arrays of them. */
class ExponentRangeTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "-1, 0",
    "1.99, 0",
    "2, 1",
    "-3, 1",
    "0.75, -1",
    "0x1.fffffffffffffp1023, 1023",
    "0x1p-1022, -1022",
    "0x0.fffffffffffffp-1022, -1023",
    "0x1p-1023, -1023",
    "0x1p-1050, -1050",
    "-0x0.0000000000003p-1022, -1073",
    "0x0.0000000000001p-1022, -1074",
  })
  void an_exponent_is_the_true_one_also_of_a_subnormal_number(double value, int exponent) {
    assertThat(ExponentRange.of(value)).isEqualTo(exponent);
  }

  @Test
  void a_range_is_from_the_smallest_to_the_largest_that_is_finite_and_not_zero() {
    assertThat(ExponentRange.of(new double[] {4, 0, -0.25, 9, -0.0}))
        .isEqualTo(new ExponentRange(-2, 3, true));
    assertThat(ExponentRange.of(new float[] {4, 0, -0.25f, 9, -0f}))
        .isEqualTo(new ExponentRange(-2, 3, true));
    assertThat(ExponentRange.of(new double[] {-3})).isEqualTo(new ExponentRange(1, 1, true));
    assertThat(ExponentRange.of(new float[] {-3})).isEqualTo(new ExponentRange(1, 1, true));
  }

  @Test
  void the_ends_of_the_type_are_finite() {
    assertThat(ExponentRange.of(new double[] {Double.MAX_VALUE, -Double.MIN_VALUE}))
        .isEqualTo(new ExponentRange(-1074, 1023, true));
    assertThat(ExponentRange.of(new float[] {Float.MAX_VALUE, -Float.MIN_VALUE}))
        .isEqualTo(new ExponentRange(-149, 127, true));
  }

  @Test
  void what_is_not_finite_is_said_and_has_no_exponent() {
    for (double odd : new double[] {Double.NaN, INFINITY, -INFINITY}) {
      assertThat(ExponentRange.of(new double[] {2, odd, 0.5}))
          .isEqualTo(new ExponentRange(-1, 1, false));
      assertThat(ExponentRange.of(new float[] {2, (float) odd, 0.5f}))
          .isEqualTo(new ExponentRange(-1, 1, false));
      assertThat(ExponentRange.of(new double[] {odd}).isEmpty()).isTrue();
      assertThat(ExponentRange.of(new double[] {odd}).finite()).isFalse();
    }
  }

  @Test
  void zeros_have_no_exponent() {
    for (ExponentRange none :
        new ExponentRange[] {
          ExponentRange.of(new double[0]),
          ExponentRange.of(new double[] {0, -0.0}),
          ExponentRange.of(new float[0]),
          ExponentRange.of(new float[] {0, -0f})
        }) {
      assertThat(none.isEmpty()).isTrue();
      assertThat(none.finite()).isTrue();
    }
    assertThat(new ExponentRange(3, 3, true).isEmpty()).isFalse();
    assertThat(new ExponentRange(3, 4, true).isEmpty()).isFalse();
  }

  @Test
  void two_ranges_make_the_one_that_holds_both() {
    ExponentRange a = new ExponentRange(-5, 2, true);
    ExponentRange b = new ExponentRange(-1, 9, true);
    assertThat(a.and(b)).isEqualTo(new ExponentRange(-5, 9, true));
    assertThat(b.and(a)).isEqualTo(new ExponentRange(-5, 9, true));
    assertThat(a.and(new ExponentRange(0, 0, false))).isEqualTo(new ExponentRange(-5, 2, false));
    assertThat(new ExponentRange(0, 0, false).and(a)).isEqualTo(new ExponentRange(-5, 2, false));
  }

  @Test
  void an_empty_range_adds_nothing_but_that_it_is_not_finite() {
    ExponentRange some = new ExponentRange(4, 7, true);
    ExponentRange none = ExponentRange.of(new double[] {0});
    ExponentRange odd = ExponentRange.of(new double[] {Double.NaN});
    assertThat(some.and(none)).isEqualTo(some);
    assertThat(none.and(some)).isEqualTo(some);
    assertThat(some.and(odd)).isEqualTo(new ExponentRange(4, 7, false));
    assertThat(odd.and(some)).isEqualTo(new ExponentRange(4, 7, false));
    assertThat(none.and(none).isEmpty()).isTrue();
    assertThat(none.and(none).finite()).isTrue();
    assertThat(none.and(odd).finite()).isFalse();
  }
}
