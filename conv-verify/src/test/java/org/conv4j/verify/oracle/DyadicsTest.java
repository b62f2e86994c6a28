package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DyadicsTest {
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
  void aDoubleComesBackAsItWent(double magnitude) {
    for (double value : new double[] {magnitude, -magnitude}) {
      Dyadics dyadics = Dyadics.of(new double[] {value});
      // Adding 0.0 takes away the sign of a zero, which no fraction has.
      assertThat(Dyadics.toDouble(dyadics.digits()[0], dyadics.exponent())).isEqualTo(value + 0.0);
      assertThat(decimal(dyadics, 0)).isEqualByComparingTo(new BigDecimal(value));
    }
  }

  @Test
  void allElementsShareOneExponent() {
    double[] values = {0.75, -0.0, 6, Double.MIN_VALUE, -Double.MAX_VALUE, 0x1p-1022};
    Dyadics dyadics = Dyadics.of(values);
    assertThat(dyadics.exponent()).isEqualTo(-1074);
    for (int i = 0; i < values.length; i++) {
      assertThat(decimal(dyadics, i)).isEqualByComparingTo(new BigDecimal(values[i]));
    }
  }

  @Test
  void theExponentIsThatOfTheLowestBitSet() {
    Dyadics dyadics = Dyadics.of(new double[] {6, -20, 0});
    assertThat(dyadics.exponent()).isEqualTo(1);
    assertThat(dyadics.digits())
        .containsExactly(BigInteger.valueOf(3), BigInteger.valueOf(-10), BigInteger.ZERO);
    assertThat(dyadics.bits()).isEqualTo(4);
  }

  @Test
  void zerosAloneHaveExponentZero() {
    Dyadics dyadics = Dyadics.of(new double[] {0.0, -0.0});
    assertThat(dyadics.exponent()).isZero();
    assertThat(dyadics.digits()).containsOnly(BigInteger.ZERO);
    assertThat(dyadics.bits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(double value) {
    assertThatThrownBy(() -> Dyadics.of(new double[] {1, value}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not finite: " + value);
  }

  @ParameterizedTest
  @CsvSource({"1, 1024, Infinity", "-1, 1024, -Infinity", "1, -1076, 0.0", "3, -1074, 1.5e-323"})
  void whatNoDoubleHoldsBecomesInfiniteOrZero(BigInteger integer, int exponent, double expected) {
    assertThat(Dyadics.toDouble(integer, exponent)).isEqualTo(expected);
  }

  @Test
  void longIntegersAreRoundedWithinOneUnitInTheLastPlace() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      BigInteger integer = new BigInteger(1 + random.nextInt(400), random);
      BigInteger signed = random.nextBoolean() ? integer : integer.negate();
      double exact = signed.doubleValue();
      assertThat(Math.abs(Dyadics.toDouble(signed, 0) - exact))
          .isLessThanOrEqualTo(Math.ulp(exact));
    }
  }

  /** Element {@code i}, exactly. */
  static BigDecimal decimal(Dyadics dyadics, int i) {
    BigDecimal digits = new BigDecimal(dyadics.digits()[i]);
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(dyadics.exponent()));
    return dyadics.exponent() < 0 ? digits.divide(power) : digits.multiply(power);
  }
}
