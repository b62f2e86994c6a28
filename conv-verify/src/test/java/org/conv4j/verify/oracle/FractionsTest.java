package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionsTest {
  /** Powers of two over all exponents with full, short and empty significands, and the extremes. */
  static DoubleStream magnitudes() {
    DoubleStream scaled =
        IntStream.rangeClosed(-1074, 1023)
            .filter(e -> e % 13 == 0 || e < -1070 || e > 1018 || Math.abs(e + 1022) < 3)
            .mapToDouble(e -> Math.scalb(1.0, e))
            .flatMap(power -> DoubleStream.of(power, 1.5 * power, Math.nextDown(power)));
    return DoubleStream.concat(
        scaled,
        DoubleStream.of(0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 1.0 / 3, 1e22));
  }

  @ParameterizedTest
  @MethodSource("magnitudes")
  void a_double_comes_back_as_it_went(double magnitude) {
    for (double value : new double[] {magnitude, -magnitude}) {
      Fractions fractions = Fractions.of(new double[] {value});
      assertThat(DyadicsTest.decimal(DyadicsTest.dyadics(fractions), 0))
          .isEqualByComparingTo(new BigDecimal(value));
    }
  }

  @Test
  void all_elements_share_one_exponent() {
    double[] values = {0.75, -0.0, 6, Double.MIN_VALUE, -Double.MAX_VALUE, 0x1p-1022};
    Fractions fractions = Fractions.of(values);
    assertThat(fractions.exponent()).isEqualTo(-1074);
    for (int i = 0; i < values.length; i++) {
      assertThat(DyadicsTest.decimal(DyadicsTest.dyadics(fractions), i))
          .isEqualByComparingTo(new BigDecimal(values[i]));
    }
  }

  @Test
  void the_exponent_is_that_of_the_lowest_bit_set() {
    Fractions fractions = Fractions.of(new double[] {6, -20, 0});
    assertThat(fractions.exponent()).isEqualTo(1);
    assertThat(DyadicsTest.dyadics(fractions).digits())
        .containsExactly(BigInteger.valueOf(3), BigInteger.valueOf(-10), BigInteger.ZERO);
    assertThat(fractions.bits()).isEqualTo(4);
  }

  @Test
  void zeros_alone_have_exponent_zero() {
    Fractions fractions = Fractions.of(new double[] {0.0, -0.0});
    assertThat(fractions.exponent()).isZero();
    assertThat(DyadicsTest.dyadics(fractions).digits()).containsOnly(BigInteger.ZERO);
    assertThat(fractions.bits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void what_is_not_finite_counts_as_zero(double value) {
    Fractions fractions = Fractions.of(new double[] {3, value});
    assertThat(DyadicsTest.dyadics(fractions).digits())
        .containsExactly(BigInteger.valueOf(3), BigInteger.ZERO);
  }

  @Test
  void longs_are_themselves() {
    Fractions fractions = Fractions.of(new long[] {Long.MIN_VALUE, 0, 12});
    assertThat(fractions.exponent()).isZero();
    assertThat(DyadicsTest.dyadics(fractions).digits())
        .containsExactly(
            BigInteger.valueOf(Long.MIN_VALUE), BigInteger.ZERO, BigInteger.valueOf(12));
  }

  @Test
  void magnitudes_lose_their_signs() {
    assertThat(DyadicsTest.dyadics(Fractions.of(new double[] {-3, 0, 5}).abs()).digits())
        .containsExactly(BigInteger.valueOf(3), BigInteger.ZERO, BigInteger.valueOf(5));
  }

  @Test
  void the_sum_of_squares_is_exact_beyond_the_range_of_doubles() {
    Scaled squares = Fractions.of(new double[] {0x3p1000, -0x4p1000, 0}).squares();
    assertThat(squares).isEqualTo(new Scaled(25.0 / 16, 2004));
    assertThat(squares.squareRoot()).isEqualTo(new Scaled(1.25, 1002));
  }
}
