package org.conv4j.verify.run;

import org.conv4j.verify.search.Reach;

/** How much is tried before a law counts as obeyed. */
public enum Effort {
  /**
   * Every law on a few operands and every tenth golden vector, in a few seconds, to see whether it
   * is worth going on.
   */
  SMOKE(10, Reach.SHORT),
  /** What conformance means: every law on a hundred operands, and sizes beyond 2^16 elements. */
  STANDARD(100, Reach.LONG),
  /** Ten times as much, and sizes beyond 2^20 elements; runs for a night. */
  THOROUGH(1000, Reach.VERY_LONG);

  private final int tries;
  private final Reach reach;

  Effort(int tries, Reach reach) {
    this.tries = tries;
    this.reach = reach;
  }

  /**
   * How many recipes are drawn for each law.
   *
   * @return positive
   */
  public int tries() {
    return tries;
  }

  /**
   * Up to which size operands are tried one by one.
   *
   * @return the reach
   */
  public Reach reach() {
    return reach;
  }
}
