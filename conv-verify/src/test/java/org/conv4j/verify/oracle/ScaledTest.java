package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScaledTest {
  @ParameterizedTest
  @MethodSource("org.conv4j.verify.oracle.FractionsTest#magnitudes")
  void a_double_comes_back_as_it_went(double value) {
    Scaled scaled = Scaled.of(value);
    assertThat(scaled.doubleValue()).isEqualTo(value);
    if (value != 0) {
      assertThat(scaled.significand()).isGreaterThanOrEqualTo(1).isLessThan(2);
    }
  }

  @Test
  void range_has_no_end() {
    Scaled large = Scaled.of(Double.MAX_VALUE);
    Scaled small = Scaled.of(Double.MIN_VALUE);
    assertThat(large.times(large).exponent()).isEqualTo(2047);
    assertThat(small.times(small)).isEqualTo(new Scaled(1, -2148));
    assertThat(large.times(large).squareRoot().doubleValue()).isEqualTo(Double.MAX_VALUE);
    assertThat(large.times(large).doubleValue()).isInfinite();
    assertThat(small.times(small).doubleValue()).isZero();
  }

  @Test
  void sums_and_quotients_are_those_of_doubles_where_these_have_them() {
    double[] values = {1, 3, 0x1p-30, 0x1.8p40, 1e-300, 1e300, Double.MIN_VALUE};
    for (double a : values) {
      for (double b : values) {
        assertThat(Scaled.of(a).plus(Scaled.of(b)).doubleValue()).isEqualTo(a + b);
        assertThat(Scaled.of(a).dividedBy(Scaled.of(b))).isEqualTo(a / b);
        assertThat(Scaled.of(a).max(Scaled.of(b)).doubleValue()).isEqualTo(Math.max(a, b));
      }
    }
    assertThat(Scaled.of(3).plus(Scaled.ZERO)).isEqualTo(Scaled.of(3));
    assertThat(Scaled.ZERO.dividedBy(Scaled.ZERO)).isZero();
    assertThat(Scaled.of(1).dividedBy(Scaled.ZERO)).isInfinite();
  }

  @Test
  void integers_keep_sixty_bits() {
    BigInteger digits = BigInteger.ONE.shiftLeft(5000).add(BigInteger.ONE.shiftLeft(4960));
    assertThat(Scaled.of(digits, -5000)).isEqualTo(new Scaled(1 + 0x1p-40, 0));
    assertThat(Scaled.of(BigInteger.ZERO, 7)).isEqualTo(Scaled.ZERO);
  }
}
