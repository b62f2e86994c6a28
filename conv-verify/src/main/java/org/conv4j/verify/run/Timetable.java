package org.conv4j.verify.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Divides a budget of time among the remaining checks, each in proportion to its weight. */
final class Timetable {
  /** A golden vector is one call; a law is a hundred or more. */
  private static final double VECTOR = 0.002;

  private static final long NONE = Long.MAX_VALUE;

  private final long end;
  private double weightToCome;

  /**
   * @param checks all checks to be made
   * @param budget for all of them; empty for no limit
   * @param start by {@link System#nanoTime}
   */
  Timetable(List<Check> checks, Optional<Duration> budget, long start) {
    this.end = budget.map(time -> start + time.toNanos()).orElse(NONE);
    this.weightToCome = checks.stream().mapToDouble(Timetable::weight).sum();
  }

  private static double weight(Check check) {
    return check.kind() == Check.Kind.VECTOR ? VECTOR : 1;
  }

  /** Whether it is too late to begin another check. */
  boolean isOver() {
    return end != NONE && System.nanoTime() - end >= 0;
  }

  /**
   * When a check should be done; time that earlier checks left over is shared by all that follow.
   */
  long deadline(Check check) {
    if (end == NONE) {
      return NONE;
    }
    long now = System.nanoTime();
    return now + (long) ((end - now) * weight(check) / weightToCome);
  }

  /** Notes that the check was made or left out. */
  void done(Check check) {
    weightToCome -= weight(check);
  }
}
