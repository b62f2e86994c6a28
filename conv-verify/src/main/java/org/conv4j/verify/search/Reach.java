package org.conv4j.verify.search;

/** How long the operands of a {@link Sweep} become. */
public enum Reach {
  /** Up to some 500 elements along an axis. */
  SHORT(520),
  /** Beyond 2^17 elements. */
  LONG(140_000),
  /** Beyond 2^20 elements. */
  VERY_LONG(1_100_000);

  private final int most;

  Reach(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }
}
