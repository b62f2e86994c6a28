package org.conv4j.verify.selftest;

/** What a law says about a mutant. */
public enum Fate {
  /** The law does not hold for it. */
  KILLED,
  /** The law holds for it. */
  SURVIVED,
  /** The law is about something that it does not claim. */
  NOT_APPLICABLE
}
