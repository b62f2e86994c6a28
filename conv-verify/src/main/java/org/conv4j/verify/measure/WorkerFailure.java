package org.conv4j.verify.measure;

/** A worker that did not start, ended, answered with an error or did not answer in time. */
public final class WorkerFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** What the command line puts before its messages. */
  private static final String PREFIX = "conv-verify: ";

  WorkerFailure(String message) {
    super(message);
  }

  WorkerFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The same failure, told to those who asked for the worker.
   *
   * @param who the worker, at the beginning of a sentence
   * @return with the worker's own message if it had one for people, or else with what became of it
   */
  public WorkerFailure of(String who) {
    int own = getMessage().indexOf(PREFIX);
    return new WorkerFailure(
        own < 0 ? who + " " + getMessage() : getMessage().substring(own + PREFIX.length()), this);
  }
}
