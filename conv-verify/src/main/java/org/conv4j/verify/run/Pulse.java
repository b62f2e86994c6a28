package org.conv4j.verify.run;

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

  Pulse(String token) {
    beat(token);
  }

  /**
   * Tells that something new begins.
   *
   * @param token what makes it again
   */
  void beat(String token) {
    last = new Beat(token, System.nanoTime());
  }

  Beat last() {
    return last;
  }
}
