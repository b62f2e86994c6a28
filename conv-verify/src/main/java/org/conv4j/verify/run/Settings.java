package org.conv4j.verify.run;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of a run.
 *
 * @param seed decides which recipes are drawn; the same seed draws the same
 * @param effort how much is tried
 * @param tries recipes drawn for each law
 * @param limit how long one call or one group of calls on one recipe may take
 * @param budget how long the whole run should take; laws are then tried less often, though never
 *     less than with {@link Effort#SMOKE}, and what is not begun in time is not run
 * @param shrinkingSteps the most recipes to look at for one smaller than the one that failed
 */
public record Settings(
    long seed,
    Effort effort,
    int tries,
    Duration limit,
    Optional<Duration> budget,
    int shrinkingSteps) {
  private static final int SHRINKING_STEPS = 2000;

  /**
   * Checks that nothing is missing.
   *
   * @param seed as above
   * @param effort as above
   * @param tries as above
   * @param limit as above
   * @param budget as above
   * @param shrinkingSteps as above
   * @throws IllegalArgumentException if {@code tries} or a duration is not positive
   */
  public Settings {
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(budget, "budget");
    if (tries <= 0 || !isPositive(limit) || !budget.map(Settings::isPositive).orElse(true)) {
      throw new IllegalArgumentException(
          "tries, limit and budget must be positive, not "
              + tries
              + ", "
              + limit
              + budget.map(time -> ", " + time).orElse(""));
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  /**
   * Seed 1, a limit of 10 seconds, no budget.
   *
   * @param effort how much is tried
   * @return those settings
   */
  public static Settings of(Effort effort) {
    return new Settings(
        1, effort, effort.tries(), Duration.ofSeconds(10), Optional.empty(), SHRINKING_STEPS);
  }

  /**
   * Seed 1, {@link Effort#STANDARD}, 100 tries, a limit of 10 seconds, no budget.
   *
   * @return those settings
   */
  public static Settings standard() {
    return of(Effort.STANDARD);
  }

  /**
   * These settings with another seed.
   *
   * @param other the seed
   * @return a changed copy
   */
  public Settings withSeed(long other) {
    return new Settings(other, effort, tries, limit, budget, shrinkingSteps);
  }

  /**
   * These settings with another number of tries.
   *
   * @param other how many recipes are drawn for each law, positive
   * @return a changed copy
   */
  public Settings withTries(int other) {
    return new Settings(seed, effort, other, limit, budget, shrinkingSteps);
  }

  /**
   * These settings with another limit of time.
   *
   * @param other the limit for one recipe, positive
   * @return a changed copy
   */
  public Settings withLimit(Duration other) {
    return new Settings(seed, effort, tries, other, budget, shrinkingSteps);
  }

  /**
   * These settings with a time for the whole run.
   *
   * @param other the budget, positive
   * @return a changed copy
   */
  public Settings withBudget(Duration other) {
    return new Settings(seed, effort, tries, limit, Optional.of(other), shrinkingSteps);
  }

  /**
   * These settings without shrinking, for runs that ask only whether something fails.
   *
   * @return a changed copy
   */
  public Settings withoutShrinking() {
    return new Settings(seed, effort, tries, limit, budget, 0);
  }
}
