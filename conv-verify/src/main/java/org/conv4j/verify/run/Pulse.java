package org.conv4j.verify.run;

import java.util.concurrent.CancellationException;

/** What a check is doing, and since when: how one that hangs is found out. */
public final class Pulse {
  /**
   * A thing that is being done.
   *
   * @param token what makes it again
   * @param since when it began, by {@link System#nanoTime}
   */
  record Beat(String token, long since) {}

  private volatile Beat last;
  private volatile boolean stopped;

  Pulse(String token) {
    beat(token);
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
    last = new Beat(token, System.nanoTime());
  }

  /** Ends the check at its next beat; nobody waits for it any more. */
  void stop() {
    stopped = true;
  }

  Beat last() {
    return last;
  }
}
