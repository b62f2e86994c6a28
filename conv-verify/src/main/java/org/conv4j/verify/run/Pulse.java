package org.conv4j.verify.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CancellationException;

/** What a check is doing, and since when: how one that hangs is found out. */
public final class Pulse {
  /**
   * A thing that is being done.
   *
   * @param token what makes it again
   * @param since when it began, by {@link System#nanoTime}
   * @param thread what does it
   * @param cpuSince what that had spent of a processor's time when it began, in nanoseconds
   */
  record Beat(String token, long since, long thread, long cpuSince) {
    /** The time of a processor that was spent on it so far; 0 if that cannot be had. */
    long cpuNanos() {
      return Math.max(0, THREADS.getThreadCpuTime(thread) - cpuSince);
    }
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long deadline;
  private volatile Beat last;
  private volatile boolean stopped;

  /** A check that may take as long as it takes. */
  Pulse(String token) {
    this(token, Long.MAX_VALUE);
  }

  /**
   * A check that should be done by a time.
   *
   * @param token what makes it again
   * @param deadline by {@link System#nanoTime}; {@code Long.MAX_VALUE} for none
   */
  Pulse(String token, long deadline) {
    this.deadline = deadline;
    beat(token);
  }

  /** Whether the check should be done by now. */
  boolean overdue() {
    return deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0;
  }

  /**
   * Tells that something new begins.
   *
   * @param token what makes it again
   */
  void beat(String token) {
    if (stopped) {
      throw new CancellationException("given up: " + token);
    }
    long thread = Thread.currentThread().getId();
    last = new Beat(token, System.nanoTime(), thread, THREADS.getThreadCpuTime(thread));
  }

  /** Ends the check at its next beat; nobody waits for it any more. */
  void stop() {
    stopped = true;
  }

  Beat last() {
    return last;
  }
}
