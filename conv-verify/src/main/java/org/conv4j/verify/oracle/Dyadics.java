package org.conv4j.verify.oracle;

import java.math.BigInteger;

/**
 * Binary fractions with a common exponent: element {@code i} is {@code digits[i] * 2^exponent}.
 * Every finite {@code double} is one.
 *
 * @param digits the integers
 * @param exponent the exponent of two that all share
 */
@SuppressWarnings("ArrayRecordComponent") // read by sums, never compared
record Dyadics(BigInteger[] digits, int exponent) {
  /** The exponent of the unit in the last place of subnormal numbers. */
  private static final int LEAST = -1074;

  static Dyadics of(double[] values) {
    int exponent = Integer.MAX_VALUE;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not finite: " + value);
      }
      if (value != 0) {
        exponent = Math.min(exponent, lastPlace(value));
      }
    }
    BigInteger[] digits = new BigInteger[values.length];
    for (int i = 0; i < values.length; i++) {
      digits[i] =
          values[i] == 0
              ? BigInteger.ZERO
              : BigInteger.valueOf(significand(values[i]))
                  .shiftLeft(lastPlace(values[i]) - exponent);
    }
    return new Dyadics(digits, exponent == Integer.MAX_VALUE ? 0 : exponent);
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

  /** {@code integer * 2^exponent}, rounded to 62 bits before it is rounded to a double. */
  static double toDouble(BigInteger integer, int exponent) {
    int excess = Math.max(0, integer.bitLength() - 62);
    return Math.scalb((double) integer.shiftRight(excess).longValue(), exponent + excess);
  }
}
