package org.conv4j.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DyadicsTest {
  @Test
  void sums_and_differences_are_exact() {
    Dyadics a = dyadics(Fractions.of(new double[] {1, Double.MAX_VALUE}));
    Dyadics b = dyadics(Fractions.of(new double[] {Double.MIN_VALUE, 1}));
    for (int sign : new int[] {1, -1}) {
      Dyadics sum = a.plus(b, sign);
      for (int i = 0; i < 2; i++) {
        BigDecimal other = decimal(b, i).multiply(BigDecimal.valueOf(sign));
        assertThat(decimal(sum, i)).isEqualByComparingTo(decimal(a, i).add(other));
      }
    }
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
  void the_distance_of_two_doubles_is_their_difference(double of, double from, double distance) {
    assertThat(dyadics(Fractions.of(new double[] {of})).distance(0, from).doubleValue())
        .isEqualTo(distance);
  }

  /** All elements in units of the common exponent. */
  static Dyadics dyadics(Fractions fractions) {
    BigInteger[] digits = new BigInteger[fractions.length()];
    Arrays.setAll(digits, fractions::digit);
    return new Dyadics(digits, fractions.exponent());
  }

  /** Element {@code i}, exactly. */
  static BigDecimal decimal(Dyadics dyadics, int i) {
    BigDecimal digits = new BigDecimal(dyadics.digits()[i]);
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(dyadics.exponent()));
    return dyadics.exponent() < 0 ? digits.divide(power) : digits.multiply(power);
  }
}
