package org.conv4j.verify.search;

/** How long the operands of a {@link Sweep} become. */
public enum Reach {
  /** Up to some 500 elements along an axis. */
  SHORT(520, 2),
  /** Beyond 2^17 elements. */
  LONG(140_000, 24),
  /** Beyond 2^20 elements. */
  VERY_LONG(1_100_000, 200);

  private final int most;
  private final int ofKind;

  Reach(int most, int ofKind) {
    this.most = most;
    this.ofKind = ofKind;
  }

  /**
   * The longest axis of a convolution.
   *
   * @return the number of elements
   */
  public int most() {
    return most;
  }

  /**
   * How many operands of each type and regime there are, where all of these are tried.
   *
   * @return positive
   */
  public int ofKind() {
    return ofKind;
  }
}
