package org.conv4j.fft;

/**
 * Transform lengths: which there are, what they cost, and the cheapest that is long enough.
 *
 * <p>Only products of 2, 3 and 5 count, since other factors are slow and less accurate; powers of
 * two have a faster path in the engine.
 */
final class FastLength {
  /**
   * How much longer a transform takes per {@code n log2 n} if n is not a power of two: measured at
   * 2^20 against 10^6, 1.9; less for short ones.
   */
  private static final double NOT_POWER_OF_TWO = 1.6;

  private static final int LARGEST = 1 << 30;

  private FastLength() {}

  /** The cheapest length of at least n. */
  static int atLeast(int n) {
    return cheapest(n, 1);
  }

  /** The cheapest even length of at least n, as transforms of real data want it. */
  static int evenAtLeast(int n) {
    return cheapest(n, 2);
  }

  private static int cheapest(int n, int multipleOf) {
    if (n > LARGEST) {
      throw new ArithmeticException("no transform length of at least " + n);
    }
    int powerOfTwo = Math.max(multipleOf, ceilingPowerOfTwo(n));
    int best = powerOfTwo;
    for (long fives = multipleOf; fives < powerOfTwo; fives *= 5) {
      for (long threes = fives; threes < powerOfTwo; threes *= 3) {
        long length = threes;
        while (length < n) {
          length *= 2;
        }
        if (length < powerOfTwo && cost((int) length) < cost(best)) {
          best = (int) length;
        }
      }
    }
    return best;
  }

  private static int ceilingPowerOfTwo(int n) {
    return n <= 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
  }

  /** The relative cost of a complex transform of length n: {@code n log2 n}, weighted. */
  static double cost(int n) {
    double flat = n * (Math.log(n) / Math.log(2));
    return Integer.bitCount(n) == 1 ? flat : NOT_POWER_OF_TWO * flat;
  }
}
