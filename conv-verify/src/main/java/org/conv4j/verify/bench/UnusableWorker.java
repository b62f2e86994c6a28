package org.conv4j.verify.bench;

/** What was asked for cannot be run at all; the message says why, for whoever asked. */
public final class UnusableWorker extends Exception {
  private static final long serialVersionUID = 1;

  UnusableWorker(String message, Throwable cause) {
    super(message, cause);
  }
}
