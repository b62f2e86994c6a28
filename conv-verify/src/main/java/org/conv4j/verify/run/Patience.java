package org.conv4j.verify.run;

import java.util.HashMap;
import java.util.Map;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Recipe;

/**
 * Leaves out operands that a subject is too slow for. The plainest convolver may run through a
 * whole operand for each output and still be right, but at 2^16 elements it takes minutes.
 *
 * <p>The time of a call is guessed from the last one of its kind: it grows at most with the number
 * of outputs times the length of the longer operand.
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

  /** Calls whose times can be compared. */
  private record Kind(boolean in1IsLonger, int rank, Mode mode) {}

  private record Past(double work, double nanos) {
    double rate() {
      return nanos / work;
    }
  }

  private final double limitNanos;
  private final Map<Kind, Past> last = new HashMap<>();
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
  boolean allows(Recipe recipe) {
    Past past = last.get(kind(recipe));
    double rate = past == null ? slowestOfAll() : past.rate();
    double expected = rate * work(recipe);
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

  /** For the first call of its kind. */
  private double slowestOfAll() {
    return last.values().stream().mapToDouble(Past::rate).max().orElse(0);
  }

  /** Notes a call and the processor time it took. */
  void took(Recipe recipe, long nanos) {
    slowestNanos = Math.max(slowestNanos, nanos);
    if (work(recipe) >= SMALL_WORK) {
      last.put(kind(recipe), new Past(work(recipe), nanos));
    }
  }

  int leftOut() {
    return leftOut;
  }

  private static Kind kind(Recipe recipe) {
    return new Kind(
        size(recipe, 0) >= size(recipe, 1), recipe.shapes().get(0).rank(), recipe.mode());
  }

  private static double size(Recipe recipe, int operand) {
    return recipe.shapes().get(operand).size();
  }

  private static double work(Recipe recipe) {
    double outputs = 1;
    Shape a = recipe.shapes().get(0);
    Shape b = recipe.shapes().get(1);
    for (int axis = 0; axis < a.rank(); axis++) {
      int n = a.extent(axis);
      int k = b.extent(axis);
      outputs *= recipe.mode() == Mode.VALID ? Math.abs(n - k) + 1 : n + k - 1;
    }
    return outputs * Math.max(size(recipe, 0), size(recipe, 1));
  }
}
