package org.conv4j.verify.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CancellationException;

/** What a check is doing, and since when. This is how a hang is noticed. */
public final class Pulse {
  /**
   * Something that is being done.
   *
   * @param token makes it again
   * @param since when it began, by {@link System#nanoTime}
   * @param thread the thread that does it
   * @param cpuSince the processor time of that thread when it began, in nanoseconds
   */
  record Beat(String token, long since, long thread, long cpuSince) {
    /** The processor time spent on it so far; 0 if unknown. */
    long cpuNanos() {
      return Math.max(0, THREADS.getThreadCpuTime(thread) - cpuSince);
    }
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long deadline;
  private volatile Beat last;
  private volatile boolean stopped;

  /** A check without a deadline. */
  Pulse(String token) {
    this(token, Long.MAX_VALUE);
  }

  /**
   * A check with a deadline.
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
   * Notes that something new begins.
   *
   * @param token makes it again
   */
  void beat(String token) {
    if (stopped) {
      throw new CancellationException("given up: " + token);
    }
    long thread = Thread.currentThread().getId();
    last = new Beat(token, System.nanoTime(), thread, THREADS.getThreadCpuTime(thread));
  }

  /** Ends the check at its next beat, because nobody waits for it any longer. */
  void stop() {
    stopped = true;
  }

  Beat last() {
    return last;
  }
}
