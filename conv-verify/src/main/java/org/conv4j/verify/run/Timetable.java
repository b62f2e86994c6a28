package org.conv4j.verify.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deals a budget of time out to the checks to come, each in proportion to its weight. */
final class Timetable {
  /** A golden vector is one call; a law is a hundred or more. */
  private static final double VECTOR = 0.002;

  private static final long NONE = Long.MAX_VALUE;

  private final long end;
  private double weightToCome;

  /**
   * @param checks all that is to be made
   * @param budget for all of them; empty for as long as it takes
   * @param start by {@link System#nanoTime}
   */
  Timetable(List<Check> checks, Optional<Duration> budget, long start) {
    this.end = budget.map(time -> start + time.toNanos()).orElse(NONE);
    this.weightToCome = checks.stream().mapToDouble(Timetable::weight).sum();
  }

  private static double weight(Check check) {
    return check.kind() == Check.Kind.VECTOR ? VECTOR : 1;
  }

  /** Whether nothing more should be begun. */
  boolean isOver() {
    return end != NONE && System.nanoTime() - end >= 0;
  }

  /** When a check should be done; what earlier ones left over is for all that are to come. */
  long deadline(Check check) {
    if (end == NONE) {
      return NONE;
    }
    long now = System.nanoTime();
    return now + (long) ((end - now) * weight(check) / weightToCome);
  }

  /** The check is made, or left out. */
  void done(Check check) {
    weightToCome -= weight(check);
  }
}
