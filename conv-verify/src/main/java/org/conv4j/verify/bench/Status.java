package org.conv4j.verify.bench;

/** What became of a contestant. */
enum Status {
  /** It was measured. */
  MEASURED("measured"),
  /** Its result is wrong, so that its time is of no interest. */
  WRONG("WRONG"),
  /** It did not start, ended, or did not answer. */
  FAILED("failed"),
  /** The machine does not have it. */
  MISSING("missing"),
  /** A call takes too long to be worth measuring. */
  TOO_SLOW("too slow");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
