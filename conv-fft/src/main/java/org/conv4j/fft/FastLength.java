package org.conv4j.fft;

/**
 * Transform lengths: which there are, what they cost, and which is the best that is long enough.
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

  /** The length of at least n, even if asked for, that costs least. */
  static int cheapest(long n, boolean even) {
    int powerOfTwo = powerOfTwo(Math.max(n, even ? 2 : 1));
    int shortest = shortest(n, even);
    // Of lengths that are no powers of two, the shortest costs least.
    return cost(shortest) < cost(powerOfTwo) ? shortest : powerOfTwo;
  }

  /** The shortest length of at least n, even if asked for. */
  static int shortest(long n, boolean even) {
    int best = powerOfTwo(Math.max(n, even ? 2 : 1));
    int least = even ? 2 : 1;
    for (long fives = least; fives < best; fives *= 5) {
      for (long threes = fives; threes < best; threes *= 3) {
        long length = threes;
        while (length < n) {
          length *= 2;
        }
        best = (int) Math.min(best, length);
      }
    }
    return best;
  }

  /** The shortest power of two of at least n. */
  static int powerOfTwo(long n) {
    if (n > LARGEST) {
      throw new ArithmeticException(
          "no transform of " + n + " elements along an axis; the longest has " + LARGEST);
    }
    return n <= 1 ? 1 : Integer.highestOneBit((int) n - 1) << 1;
  }

  /** The relative cost of a complex transform of length n: {@code n log2 n}, weighted. */
  static double cost(int n) {
    double flat = n * (Math.log(n) / Math.log(2));
    return Integer.bitCount(n) == 1 ? flat : NOT_POWER_OF_TWO * flat;
  }
}
