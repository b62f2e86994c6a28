package org.conv4j.verify.cli;

/** Something was asked for that cannot be done; the message says why, in one line. */
class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUsage(String message) {
    super(message);
  }

  WrongUsage(String message, Throwable cause) {
    super(message, cause);
  }
}
