package org.conv4j.verify.cli;

/** A subject cannot be loaded. The message tells its author why. */
final class UnusableSubject extends WrongUsage {
  private static final long serialVersionUID = 1;

  UnusableSubject(String message) {
    super(message);
  }

  UnusableSubject(String message, Throwable cause) {
    super(message, cause);
  }
}
