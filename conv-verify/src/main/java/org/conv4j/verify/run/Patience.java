package org.conv4j.verify.run;

import java.util.HashMap;
import java.util.Map;
import org.conv4j.verify.operand.Case;

/**
 * Leaves out operands that a subject is too slow for. The plainest convolver may run through a
 * whole operand for each output and still be right, but at 2^16 elements it takes minutes.
 *
 * <p>The time of a call is guessed from the last one of its pace: it grows at most with the work.
 */
final class Patience {
  /** Calls that take less are not left out. */
  private static final double CHEAP_NANOS = 0.4e9;

  /**
   * A subject none of whose calls took this long is fast, whatever the guess, which is a high one.
   */
  private static final double FAST_NANOS = 0.05e9;

  /** How many costly calls are made all the same, so that not all large operands are left out. */
  private static final int MOST_DEAR = 3;

  /** Calls with less work than this say nothing about large ones. */
  private static final double SMALL_WORK = 1e5;

  private record Past(double work, double nanos) {
    double rate() {
      return nanos / work;
    }
  }

  private final double limitNanos;
  private final Map<Object, Past> last = new HashMap<>();
  private long slowestNanos;
  private int dear;
  private int leftOut;

  /**
   * @param limitNanos how long a call may take
   */
  Patience(double limitNanos) {
    this.limitNanos = limitNanos;
  }

  /** Whether to make a call, which is counted as left out if not. */
  boolean allows(Case some) {
    Past past = last.get(some.pace());
    double rate = past == null ? slowestOfAll() : past.rate();
    double expected = rate * some.work();
    if (slowestNanos < FAST_NANOS || expected <= Math.min(CHEAP_NANOS, limitNanos / 8)) {
      return true;
    }
    if (expected < limitNanos / 4 && dear < MOST_DEAR) {
      dear++;
      return true;
    }
    leftOut++;
    return false;
  }

  /** For the first call of its pace. */
  private double slowestOfAll() {
    return last.values().stream().mapToDouble(Past::rate).max().orElse(0);
  }

  /** Notes a call and the processor time it took. */
  void took(Case some, long nanos) {
    slowestNanos = Math.max(slowestNanos, nanos);
    if (some.work() >= SMALL_WORK) {
      last.put(some.pace(), new Past(some.work(), nanos));
    }
  }

  int leftOut() {
    return leftOut;
  }
}
