package org.conv4j.verify.oracle;

import java.math.BigInteger;

/**
 * Sums of products without rounding, many at a time. Each sum is a row of digits to base 2^32, a
 * {@code long} for each. A product is added to five of them, and carries are passed on only when
 * the sum is asked for.
 */
final class ExactSums {
  private static final long MASK = 0xffff_ffffL;

  /** How many digits a product of two {@code long}s spans if it is shifted by less than a digit. */
  private static final int DIGITS_OF_PRODUCT = 5;

  private final int width;
  private final long[] digits;

  /**
   * Sums that are 0 so far.
   *
   * @param sums how many
   * @param a the elements that first factors are taken from
   * @param b the elements that second factors are taken from; no sum has more terms than the
   *     shorter of the two has elements
   */
  ExactSums(int sums, Fractions a, Fractions b) {
    this.width = width(a, b);
    this.digits = new long[Math.multiplyExact(sums, width)];
  }

  /** The number of digits of one sum. */
  static int width(Fractions a, Fractions b) {
    int shorter = Math.min(a.length(), b.length());
    int carries = Integer.SIZE - Integer.numberOfLeadingZeros(shorter);
    int bits = a.bits() + b.bits() + carries + 1; // and a sign
    int reached = (a.longestShift() + b.longestShift()) / Integer.SIZE + DIGITS_OF_PRODUCT;
    return Math.max(reached, bits / Integer.SIZE + 1);
  }

  /**
   * Adds {@code x * y * 2^shift}.
   *
   * @param sum to which sum
   * @param x a significand of the one
   * @param y a significand of the other
   * @param shift the sum of their shifts
   */
  void add(int sum, long x, long y, int shift) {
    long low = x * y;
    long high = Math.multiplyHigh(x, y);
    int at = sum * width + shift / Integer.SIZE;
    int left = shift % Integer.SIZE;
    int right = Integer.SIZE - left;
    digits[at] += (low << left) & MASK;
    digits[at + 1] += (low >>> right) & MASK;
    // Two steps, for a shift by 64 is none.
    digits[at + 2] += ((low >>> Integer.SIZE >>> right) | (high << left)) & MASK;
    digits[at + 3] += (high >>> right) & MASK;
    digits[at + 4] += high >> (Integer.SIZE - 1) >> (right + 1);
  }

  /** A sum. */
  BigInteger get(int sum) {
    byte[] bytes = new byte[width * Integer.BYTES];
    long carry = 0;
    int end = bytes.length;
    for (int i = 0; i < width; i++) {
      long digit = digits[sum * width + i] + carry;
      carry = digit >> Integer.SIZE;
      for (int k = 0; k < Integer.BYTES; k++) {
        bytes[--end] = (byte) (digit >> (k * Byte.SIZE));
      }
    }
    return new BigInteger(bytes);
  }
}
