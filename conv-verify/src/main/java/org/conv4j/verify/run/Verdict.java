package org.conv4j.verify.run;

/** What a run says about its subject. */
public enum Verdict {
  /**
   * At least one check applied, every one that applied was made as often as it should be, and all
   * of level MUST passed or were expected to fail.
   */
  CONFORMANT,
  /**
   * Everything that was asked for was made and passed, but that was less than everything, or with
   * less effort.
   */
  PARTIAL,
  /** A check of level MUST failed, or a failure was expected that cannot occur. */
  NOT_CONFORMANT,
  /** Nothing failed, but nothing was checked, or not everything that was asked for. */
  INCOMPLETE
}
