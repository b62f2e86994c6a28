package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Transform lengths. Only products of 2, 3 and 5 count, since other factors are slow and less
 * accurate.
 */
final class FastLength {
  /** The longest transform of all. */
  static final int LARGEST = 1 << 30;

  private FastLength() {}

  /**
   * The lengths in a range, in rising order.
   *
   * @param from the least
   * @param to the most; those above 2^30 are left out
   * @param unit a product of 2, 3 and 5 of which all are multiples
   */
  static List<Integer> between(long from, long to, int unit) {
    List<Integer> lengths = new ArrayList<>();
    long most = Math.min(to, LARGEST);
    for (long fives = unit; fives <= most; fives *= 5) {
      for (long threes = fives; threes <= most; threes *= 3) {
        for (long length = threes; length <= most; length *= 2) {
          if (length >= from) {
            lengths.add((int) length);
          }
        }
      }
    }
    Collections.sort(lengths);
    return lengths;
  }

  /** The shortest power of two of at least n. */
  static int powerOfTwo(long n) {
    if (n > LARGEST) {
      throw new ArithmeticException(
          "no transform of " + n + " elements along an axis; the longest has " + LARGEST);
    }
    return n <= 1 ? 1 : Integer.highestOneBit((int) n - 1) << 1;
  }
}
