package org.conv4j.verify.oracle;

import java.math.BigInteger;

/**
 * Binary fractions with a common exponent: element {@code i} is {@code digits[i] * 2^exponent}.
 * Every finite {@code double} is one, and so is every {@code long}.
 *
 * @param digits the integers
 * @param exponent the exponent of two that all share
 */
@SuppressWarnings("ArrayRecordComponent") // read by sums, never compared
record Dyadics(BigInteger[] digits, int exponent) {
  private static final int DOUBLE_BITS = 53;

  /** The exponent of the unit in the last place of subnormal numbers. */
  private static final int LEAST = -1074;

  /** The numbers of an array; those that are not finite count as zero. */
  static Dyadics of(double[] values) {
    int exponent = Integer.MAX_VALUE;
    for (double value : values) {
      if (value != 0 && Double.isFinite(value)) {
        exponent = Math.min(exponent, lastPlace(value));
      }
    }
    BigInteger[] digits = new BigInteger[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      digits[i] =
          value == 0 || !Double.isFinite(value)
              ? BigInteger.ZERO
              : BigInteger.valueOf(significand(value)).shiftLeft(lastPlace(value) - exponent);
    }
    return new Dyadics(digits, exponent == Integer.MAX_VALUE ? 0 : exponent);
  }

  static Dyadics of(long[] values) {
    BigInteger[] digits = new BigInteger[values.length];
    for (int i = 0; i < values.length; i++) {
      digits[i] = BigInteger.valueOf(values[i]);
    }
    return new Dyadics(digits, 0);
  }

  /** The exponent of the lowest bit that is set, for a value other than 0. */
  private static int lastPlace(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return exponentOf(bits) + Long.numberOfTrailingZeros(magnitude(bits));
  }

  /** The odd integer that gives the value times a power of two. */
  private static long significand(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long magnitude = magnitude(bits);
    long odd = magnitude >> Long.numberOfTrailingZeros(magnitude);
    return bits < 0 ? -odd : odd;
  }

  private static long magnitude(long bits) {
    long fraction = bits & 0xfffffffffffffL;
    return (bits >> 52 & 0x7ff) == 0 ? fraction : fraction | 1L << 52;
  }

  private static int exponentOf(long bits) {
    return Math.max(1, (int) (bits >> 52 & 0x7ff)) - 1 + LEAST;
  }

  /** The number of bits of the largest magnitude. */
  int bits() {
    int bits = 0;
    for (BigInteger digit : digits) {
      bits = Math.max(bits, digit.abs().bitLength());
    }
    return bits;
  }

  /** The magnitudes. */
  Dyadics abs() {
    BigInteger[] magnitudes = new BigInteger[digits.length];
    for (int i = 0; i < digits.length; i++) {
      magnitudes[i] = digits[i].abs();
    }
    return new Dyadics(magnitudes, exponent);
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

  /** One element less a number. */
  Scaled distance(int index, double from) {
    BigInteger digit = digits[index];
    // Quick where nothing is wrong: so short a digit is a double, and so is its multiple.
    if (digit.bitLength() <= DOUBLE_BITS
        && exponent >= LEAST
        && Math.scalb(digit.doubleValue(), exponent) == from
        && Double.isFinite(from)) {
      return Scaled.ZERO;
    }
    Dyadics one = new Dyadics(new BigInteger[] {digits[index]}, exponent);
    Dyadics difference = one.plus(of(new double[] {from}), -1);
    return Scaled.of(difference.digits[0].abs(), difference.exponent);
  }

  /** The sum of the squares. */
  Scaled squares() {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger digit : digits) {
      sum = sum.add(digit.multiply(digit));
    }
    return Scaled.of(sum, 2 * exponent);
  }
}
