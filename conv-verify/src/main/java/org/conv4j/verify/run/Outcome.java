package org.conv4j.verify.run;

import java.util.Optional;

/** How a check ended. */
public sealed interface Outcome {
  /**
   * It holds.
   *
   * @param shortened empty if it was tried as often as it should be; else why not
   * @param remark anything else worth saying
   */
  record Passed(Optional<String> shortened, Optional<String> remark) implements Outcome {
    /** Tried as often as it should be. */
    public static final Passed WHOLE = new Passed(Optional.empty(), Optional.empty());

    /** Tried less often than it should be, for a reason. */
    static Passed shortened(String why) {
      return new Passed(Optional.of(why), Optional.empty());
    }

    /** Tried as often as it should be, with something to say. */
    static Passed remarked(String remark) {
      return new Passed(Optional.empty(), Optional.of(remark));
    }
  }

  /**
   * It does not hold.
   *
   * @param failure what was found
   */
  record Failed(Failure failure) implements Outcome {}

  /**
   * It does not hold, and that was expected.
   *
   * @param failure what was found
   * @param expectation why it was expected
   */
  record Expected(Failure failure, ExpectedFailure expectation) implements Outcome {}

  /**
   * It is about something that the subject does not claim.
   *
   * @param what is not claimed
   */
  record NotClaimed(String what) implements Outcome {}

  /**
   * There is nothing to check, or it was not asked for.
   *
   * @param reason why
   */
  record Skipped(String reason) implements Outcome {}

  /**
   * The run ended before.
   *
   * @param reason why
   */
  record NotRun(String reason) implements Outcome {}
}
