package org.conv4j.verify.run;

import java.time.Duration;

/**
 * How a run goes about it.
 *
 * @param seed decides which recipes are drawn; the same seed draws the same
 * @param tries recipes drawn for each law
 * @param limit how long one call or one group of calls on one recipe may take
 */
public record Settings(long seed, int tries, Duration limit) {
  /**
   * Seed 1, 100 tries, 10 seconds.
   *
   * @return those settings
   */
  public static Settings standard() {
    return new Settings(1, 100, Duration.ofSeconds(10));
  }

  /**
   * These settings with another seed.
   *
   * @param other the seed
   * @return a changed copy
   */
  public Settings withSeed(long other) {
    return new Settings(other, tries, limit);
  }

  /**
   * These settings with another limit of time.
   *
   * @param other the limit
   * @return a changed copy
   */
  public Settings withLimit(Duration other) {
    return new Settings(seed, tries, other);
  }
}
