package org.conv4j.verify.cli;

/** The user asked for something that cannot be done. The message says why, in one line. */
class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUsage(String message) {
    super(message);
  }

  WrongUsage(String message, Throwable cause) {
    super(message, cause);
  }
}
