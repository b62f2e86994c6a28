package org.conv4j.verify.bench;

/** What was asked for cannot be run at all; the message says why, for whoever asked. */
public final class UnusableWorker extends Exception {
  private static final long serialVersionUID = 1;

  /** What the command line puts before its messages. */
  private static final String PREFIX = "conv-verify: ";

  UnusableWorker(String message, Throwable cause) {
    super(message, cause);
  }

  /** The message of a worker that ended with one for people, or what became of it. */
  static UnusableWorker of(String who, WorkerFailure failure) {
    String message = failure.getMessage();
    int own = message.indexOf(PREFIX);
    return new UnusableWorker(
        own < 0 ? who + " " + message : message.substring(own + PREFIX.length()), failure);
  }
}
