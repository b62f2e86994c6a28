package org.conv4j.verify.bench;

/** What a worker of the JVM is, as the last words of its command line have it. */
public enum Role {
  /** A subject, whose name follows. */
  SUBJECT,
  /** Apache Commons Math. */
  COMMONS_MATH,
  /** The calibration loop, the name of whose dtype follows. */
  PEAK
}
