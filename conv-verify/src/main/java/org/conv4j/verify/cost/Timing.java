package org.conv4j.verify.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.conv4j.verify.measure.Stopwatch;

/** Times one call out of hundreds: warms up for a moment and measures in short turns. */
final class Timing {
  /** A step of warming up, in seconds. */
  private static final double STEP = 0.01;

  /** How long to warm up at least, unless a single call takes longer, in seconds. */
  private static final double WARM_UP = 0.05;

  /** How long a turn takes at least, in seconds. */
  private static final double TURN = 0.02;

  /** A first impression is the fastest call within this many seconds. */
  private static final double IMPRESSION = 0.01;

  private final Supplier<Object> call;
  private final Stopwatch stopwatch;
  private final List<Double> seconds = new ArrayList<>();

  Timing(Supplier<Object> call) {
    this.call = call;
    this.stopwatch = new Stopwatch(call, STEP);
  }

  /** The fastest of the first calls, of at least one; the first of all may have to build tables. */
  double impression() {
    long start = System.nanoTime();
    double fastest = Double.POSITIVE_INFINITY;
    long before = start;
    do {
      Object result = call.get();
      long after = System.nanoTime();
      fastest = Math.min(fastest, (after - before) * 1e-9);
      if (result == null) {
        throw new IllegalStateException("returned null");
      }
      before = after;
    } while ((before - start) * 1e-9 < IMPRESSION);
    return fastest;
  }

  /** Calls until that gets no faster; returns seconds per call. */
  double warmUp() {
    return stopwatch.warmUp(WARM_UP, 3);
  }

  /** Takes a turn. */
  void measure() {
    seconds.add(stopwatch.measure(TURN, 1));
  }

  /** Seconds per call, one for each turn. */
  List<Double> seconds() {
    return seconds;
  }
}
