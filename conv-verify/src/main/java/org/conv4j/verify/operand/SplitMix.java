package org.conv4j.verify.operand;

/**
 * SplitMix64, the source of operands; easy to write again in any language.
 *
 * <p>Source: G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators,
 * OOPSLA 2014, <a href="https://doi.org/10.1145/2660193.2660195">doi:10.1145/2660193.2660195</a>.
 */
public final class SplitMix {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /**
   * A stream of numbers.
   *
   * @param seed where it starts
   */
  public SplitMix(long seed) {
    state = seed;
  }

  /** 64 random bits. */
  long next() {
    state += GAMMA;
    long z = state;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** A multiple of 2^-53, 0 &lt;= value &lt; 1. */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /**
   * An integer.
   *
   * @param low the smallest
   * @param high the largest
   * @return {@code low <= value <= high}
   */
  public long between(long low, long high) {
    return low + Long.remainderUnsigned(next(), high - low + 1);
  }
}
