package org.conv4j.verify.oracle;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Binary fractions as operands hold them: element {@code i} is {@code significands[i] *
 * 2^(shifts[i] + exponent)}. Every finite {@code double} is one, and so is every {@code long}.
 *
 * @param significands the integers
 * @param shifts none of them negative
 * @param exponent the exponent of two that all share
 */
@SuppressWarnings("ArrayRecordComponent") // read by sums, never compared
record Fractions(long[] significands, int[] shifts, int exponent) {
  /** The exponent of the unit in the last place of subnormal numbers. */
  static final int LEAST = -1074;

  /** The numbers of an array; those that are not finite count as zero. */
  static Fractions of(double[] values) {
    long[] significands = new long[values.length];
    int[] shifts = new int[values.length];
    int exponent = Integer.MAX_VALUE;
    for (int i = 0; i < values.length; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      long magnitude = magnitude(bits);
      if (magnitude != 0 && Double.isFinite(values[i])) {
        int zeros = Long.numberOfTrailingZeros(magnitude);
        long odd = magnitude >> zeros;
        significands[i] = bits < 0 ? -odd : odd;
        shifts[i] = exponentOf(bits) + zeros;
        exponent = Math.min(exponent, shifts[i]);
      }
    }
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = significands[i] == 0 ? 0 : shifts[i] - exponent;
    }
    return new Fractions(significands, shifts, exponent == Integer.MAX_VALUE ? 0 : exponent);
  }

  static Fractions of(long[] values) {
    return new Fractions(values.clone(), new int[values.length], 0);
  }

  private static long magnitude(long bits) {
    long fraction = bits & 0xfffffffffffffL;
    return (bits >> 52 & 0x7ff) == 0 ? fraction : fraction | 1L << 52;
  }

  private static int exponentOf(long bits) {
    return Math.max(1, (int) (bits >> 52 & 0x7ff)) - 1 + LEAST;
  }

  int length() {
    return significands.length;
  }

  /** Element {@code i} in units of the common exponent. */
  BigInteger digit(int i) {
    return BigInteger.valueOf(significands[i]).shiftLeft(shifts[i]);
  }

  /** The elements in units of the common exponent, if they have at most 64 bits. */
  long[] words() {
    long[] words = significands.clone();
    Arrays.setAll(words, i -> words[i] << shifts[i]);
    return words;
  }

  /** The number of bits of the largest magnitude, in units of the common exponent. */
  int bits() {
    int bits = 0;
    for (int i = 0; i < significands.length; i++) {
      int own = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(significands[i]));
      bits = Math.max(bits, own + shifts[i]);
    }
    return bits;
  }

  int longestShift() {
    int longest = 0;
    for (int shift : shifts) {
      longest = Math.max(longest, shift);
    }
    return longest;
  }

  /** The magnitudes; for doubles only, because the smallest {@code long} has none. */
  Fractions abs() {
    long[] magnitudes = new long[length()];
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = Math.absExact(significands[i]);
    }
    return new Fractions(magnitudes, shifts, exponent);
  }

  /** The sum of the squares. */
  Scaled squares() {
    ExactSums sum = new ExactSums(1, this, this);
    for (int i = 0; i < significands.length; i++) {
      sum.add(0, significands[i], significands[i], 2 * shifts[i]);
    }
    return Scaled.of(sum.get(0), 2 * exponent);
  }
}
