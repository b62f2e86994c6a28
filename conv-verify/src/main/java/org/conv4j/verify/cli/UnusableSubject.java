package org.conv4j.verify.cli;

/** A subject that cannot be loaded; the message says why, for its author. */
final class UnusableSubject extends WrongUsage {
  private static final long serialVersionUID = 1;

  UnusableSubject(String message) {
    super(message);
  }

  UnusableSubject(String message, Throwable cause) {
    super(message, cause);
  }
}
