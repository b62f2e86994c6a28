package org.conv4j.verify.operand;

/** Extents for measurements, drawn log-uniformly because small and large ones matter equally. */
public final class LogUniform {
  private final SplitMix random;

  /**
   * A stream of draws.
   *
   * @param seed where SplitMix64 starts
   */
  public LogUniform(long seed) {
    random = new SplitMix(seed);
  }

  /**
   * An extent from 1 to {@code most}: {@code floor((most + 1)^u)} for {@code u} uniform from 0 to
   * below 1, so that {@code n} has the probability {@code log((n + 1) / n) / log(most + 1)}.
   *
   * @param most the largest
   * @return the extent
   */
  public int extent(int most) {
    double drawn = Math.floor(Math.exp(random.unit() * Math.log(most + 1.0)));
    return (int) Math.max(1, Math.min(most, drawn));
  }

  /**
   * A choice with equal chances.
   *
   * @param count how many there are
   * @return from 0 to below {@code count}
   */
  public int index(int count) {
    return (int) random.between(0, count - 1);
  }
}
