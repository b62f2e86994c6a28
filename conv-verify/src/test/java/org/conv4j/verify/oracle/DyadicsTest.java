package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
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
  void whatIsNotFiniteCountsAsZero(double value) {
    Dyadics dyadics = Dyadics.of(new double[] {3, value});
    assertThat(dyadics.digits()).containsExactly(BigInteger.valueOf(3), BigInteger.ZERO);
  }

  @Test
  void longsAreThemselves() {
    Dyadics dyadics = Dyadics.of(new long[] {Long.MIN_VALUE, 0, 12});
    assertThat(dyadics.exponent()).isZero();
    assertThat(dyadics.digits())
        .containsExactly(
            BigInteger.valueOf(Long.MIN_VALUE), BigInteger.ZERO, BigInteger.valueOf(12));
  }

  @Test
  void sumsAndDifferencesAreExact() {
    Dyadics a = Dyadics.of(new double[] {1, Double.MAX_VALUE});
    Dyadics b = Dyadics.of(new double[] {Double.MIN_VALUE, 1});
    for (int sign : new int[] {1, -1}) {
      Dyadics sum = a.plus(b, sign);
      for (int i = 0; i < 2; i++) {
        BigDecimal other = decimal(b, i).multiply(BigDecimal.valueOf(sign));
        assertThat(decimal(sum, i)).isEqualByComparingTo(decimal(a, i).add(other));
      }
    }
  }

  @Test
  void magnitudesLoseTheirSigns() {
    assertThat(Dyadics.of(new double[] {-3, 0, 5}).abs().digits())
        .containsExactly(BigInteger.valueOf(3), BigInteger.ZERO, BigInteger.valueOf(5));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0",
    "1, 0, 1",
    "1, -1, 2",
    "1, 1.0000000000000002, 0x1p-52",
    "0x1p1000, 0, 0x1p1000",
    "0, 0x1p-1074, 0x1p-1074",
  })
  void theDistanceOfTwoDoublesIsTheirDifference(double of, double from, double distance) {
    assertThat(Dyadics.of(new double[] {of}).distance(0, from).doubleValue()).isEqualTo(distance);
  }

  @Test
  void theSumOfSquaresIsExactBeyondTheRangeOfDoubles() {
    Scaled squares = Dyadics.of(new double[] {0x3p1000, -0x4p1000, 0}).squares();
    assertThat(squares).isEqualTo(new Scaled(25.0 / 16, 2004));
    assertThat(squares.squareRoot()).isEqualTo(new Scaled(1.25, 1002));
  }

  /** Element {@code i}, exactly. */
  static BigDecimal decimal(Dyadics dyadics, int i) {
    BigDecimal digits = new BigDecimal(dyadics.digits()[i]);
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(dyadics.exponent()));
    return dyadics.exponent() < 0 ? digits.divide(power) : digits.multiply(power);
  }
}
