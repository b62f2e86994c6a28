package org.conv4j.verify.oracle;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Binary fractions as sums produce them: element {@code i} is {@code digits[i] * 2^exponent}.
 *
 * @param digits the integers
 * @param exponent the exponent of two that all share
 */
@SuppressWarnings("ArrayRecordComponent") // read by sums, never compared
record Dyadics(BigInteger[] digits, int exponent) {
  private static final int DOUBLE_BITS = 53;

  /** The numbers that some fractions are. */
  static Dyadics of(Fractions fractions) {
    BigInteger[] digits = new BigInteger[fractions.length()];
    Arrays.setAll(digits, fractions::digit);
    return new Dyadics(digits, fractions.exponent());
  }

  /** The sum or the difference, element by element. */
  Dyadics plus(Dyadics other, int sign) {
    int common = Math.min(exponent, other.exponent);
    BigInteger[] sum = new BigInteger[digits.length];
    for (int i = 0; i < sum.length; i++) {
      BigInteger a = digits[i].shiftLeft(exponent - common);
      BigInteger b = other.digits[i].shiftLeft(other.exponent - common);
      sum[i] = sign < 0 ? a.subtract(b) : a.add(b);
    }
    return new Dyadics(sum, common);
  }

  /** One element minus a number. */
  Scaled distance(int index, double from) {
    BigInteger digit = digits[index];
    // Quick where nothing is wrong: so short a digit is a double, and so is its multiple.
    if (digit.bitLength() <= DOUBLE_BITS
        && exponent >= Fractions.LEAST
        && Math.scalb(digit.doubleValue(), exponent) == from
        && Double.isFinite(from)) {
      return Scaled.ZERO;
    }
    Fractions other = Fractions.of(new double[] {from});
    int common = Math.min(exponent, other.exponent());
    BigInteger difference =
        digit
            .shiftLeft(exponent - common)
            .subtract(other.digit(0).shiftLeft(other.exponent() - common));
    return Scaled.of(difference.abs(), common);
  }
}
