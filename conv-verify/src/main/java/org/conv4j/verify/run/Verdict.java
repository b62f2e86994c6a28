package org.conv4j.verify.run;

/** What a run says of its subject. */
public enum Verdict {
  /**
   * Every check that applies was made, as often as it should be, there was at least one, and all
   * that bind passed or were expected to fail.
   */
  CONFORMANT,
  /**
   * So far as it went: all that was asked for was made and passed, and that was less than
   * everything, or with less effort.
   */
  PARTIAL,
  /** A check that binds failed, or a failure was expected that cannot come. */
  NOT_CONFORMANT,
  /** Nothing failed, but nothing was checked, or not all that was asked for. */
  INCOMPLETE
}
