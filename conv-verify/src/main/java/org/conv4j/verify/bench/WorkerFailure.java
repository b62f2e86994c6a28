package org.conv4j.verify.bench;

/** A worker that did not start, ended, answered with an error or did not answer in time. */
final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  WorkerFailure(String message) {
    super(message);
  }

  WorkerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
