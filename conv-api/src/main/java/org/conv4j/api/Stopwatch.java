package org.conv4j.api;

import java.util.function.LongSupplier;

/**
 * Measures how long a call takes, as SciPy's {@code choose_conv_method} does with {@code
 * measure=True}: it times batches that are long enough for the clock, and takes the best of them. A
 * call that is slow is made once. What is new is the time that Java needs to compile what is called
 * often: batches go on for a while.
 *
 * @param clock gives nanoseconds
 */
record Stopwatch(LongSupplier clock) {
  /** After the first call, further calls are begun for this long. */
  private static final long BUDGET = 100_000_000;

  /** Any clock measures a batch this long well. */
  private static final long BATCH = 500_000;

  /** By the clock of the machine. */
  static final Stopwatch SYSTEM = new Stopwatch(System::nanoTime);

  /**
   * The time of one call: that of the first if it takes all the time there is, otherwise the
   * average in the best batch of those that follow, for which nothing has to be loaded any more.
   *
   * @param call what to measure, safe to repeat
   * @return nanoseconds
   */
  double nanosPerCall(Runnable call) {
    long start = clock.getAsLong();
    long first = batch(call, 1);
    if (first > BUDGET) {
      return first;
    }
    double best = Double.POSITIVE_INFINITY;
    long calls = 1;
    do {
      long elapsed = batch(call, calls);
      best = Math.min(best, (double) elapsed / calls);
      if (elapsed < BATCH) {
        calls *= 2;
      }
    } while (clock.getAsLong() - start < BUDGET);
    return best;
  }

  private long batch(Runnable call, long calls) {
    long start = clock.getAsLong();
    for (long i = 0; i < calls; i++) {
      call.run();
    }
    return clock.getAsLong() - start;
  }
}
