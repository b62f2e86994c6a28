package org.conv4j.verify.law;

/** How binding a law is. */
public enum Level {
  /** A convolver that breaks it is not conformant. */
  MUST,
  /** A convolver that breaks it is conformant, but its users will be surprised. */
  SHOULD
}
