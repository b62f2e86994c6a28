package org.conv4j.verify.certificate;

import org.conv4j.verify.run.Outcome;

/** How a check ended, in a word. */
enum Status {
  PASSED(Outcome.Passed.class, true),
  FAILED(Outcome.Failed.class, true),
  EXPECTED(Outcome.Expected.class, true),
  NOT_CLAIMED(Outcome.NotClaimed.class, false),
  SKIPPED(Outcome.Skipped.class, false),
  NOT_RUN(Outcome.NotRun.class, false);

  private final Class<? extends Outcome> type;
  private final boolean executed;

  Status(Class<? extends Outcome> type, boolean executed) {
    this.type = type;
    this.executed = executed;
  }

  static Status of(Outcome outcome) {
    for (Status status : values()) {
      if (status.type.isInstance(outcome)) {
        return status;
      }
    }
    throw new IllegalArgumentException("no such outcome: " + outcome);
  }

  static Status parse(String word) {
    return Words.parse(Status.class, word);
  }

  /** Whether the subject was called. */
  boolean executed() {
    return executed;
  }

  String word() {
    return Words.of(this);
  }
}
