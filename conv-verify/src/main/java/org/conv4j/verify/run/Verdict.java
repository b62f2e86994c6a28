package org.conv4j.verify.run;

/** What a run says of its subject. */
public enum Verdict {
  /** Every check that applies was made, there was at least one, and all that bind passed. */
  CONFORMANT,
  /** A check that binds failed. */
  NOT_CONFORMANT,
  /** Nothing failed, but nothing was checked, or not all that applies. */
  INCOMPLETE
}
