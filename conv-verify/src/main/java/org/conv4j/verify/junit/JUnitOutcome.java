package org.conv4j.verify.junit;

import java.util.List;
import java.util.Optional;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * How a check ended, in JUnit's terms.
 *
 * @param status what JUnit counts it as
 * @param message why it failed or was skipped; if it passed, empty or a remark
 * @param cause what the subject threw, if that is why the check failed
 */
public record JUnitOutcome(Status status, String message, Optional<Throwable> cause) {
  /** What JUnit counts. */
  public enum Status {
    /** A test that passed. */
    PASSED,
    /** A test that was skipped or aborted. */
    SKIPPED,
    /** A test that failed. */
    FAILED
  }

  /**
   * The outcome of any check.
   *
   * @param check the check
   * @param outcome how it ended
   * @return a failure only if the check is a MUST
   */
  public static JUnitOutcome of(Check check, Outcome outcome) {
    if (outcome instanceof Outcome.NotClaimed unclaimed) {
      return skipped("not claimed: " + unclaimed.what());
    } else if (outcome instanceof Outcome.Skipped skipped) {
      return skipped(skipped.reason());
    } else if (outcome instanceof Outcome.NotRun notRun) {
      return failed("[" + check.id() + "] was not run: " + notRun.reason());
    } else if (outcome instanceof Outcome.Expected expected) {
      return skipped(expected.expectation().reasonToSkip());
    } else if (outcome instanceof Outcome.Failed failed) {
      JUnitOutcome failure = ofFailure(check, failed.failure());
      return check.binding() ? failure : skipped(shouldHold(failure.message));
    }
    Outcome.Passed passed = (Outcome.Passed) outcome;
    return new JUnitOutcome(
        Status.PASSED, passed.shortened().or(passed::remark).orElse(""), Optional.empty());
  }

  /** The outcome of the check that every expected failure can occur. */
  static JUnitOutcome ofStale(List<String> stale) {
    return stale.isEmpty()
        ? new JUnitOutcome(Status.PASSED, "", Optional.empty())
        : failed(String.join(System.lineSeparator(), stale));
  }

  private static JUnitOutcome skipped(String message) {
    return new JUnitOutcome(Status.SKIPPED, message, Optional.empty());
  }

  private static JUnitOutcome failed(String message) {
    return new JUnitOutcome(Status.FAILED, message, Optional.empty());
  }

  /**
   * The outcome of a check that failed, whether MUST or SHOULD.
   *
   * @param check the check
   * @param failure what was found
   * @return a failure whose message is the check, then what was found line by line, the replay
   *     token last
   */
  public static JUnitOutcome ofFailure(Check check, Failure failure) {
    String indent = System.lineSeparator() + "  ";
    return new JUnitOutcome(
        Status.FAILED,
        "[" + check.id() + "] " + check.title() + indent + String.join(indent, failure.lines()),
        failure.cause());
  }

  /**
   * Why a test is skipped although its check, a SHOULD, failed.
   *
   * @param message of the failure
   * @return the reason
   */
  public static String shouldHold(String message) {
    return "should hold, but does not: " + message;
  }

  /**
   * Returns if the check passed; otherwise throws what JUnit counts as a failed or skipped test.
   */
  public void report() {
    switch (status) {
      case PASSED -> {}
      case SKIPPED -> throw new TestAbortedException(message);
      case FAILED -> throw error();
    }
  }

  /**
   * What JUnit counts as a failed test.
   *
   * @return an error to throw
   */
  public AssertionFailedError error() {
    AssertionFailedError error = new AssertionFailedError(message, cause.orElse(null));
    // The frames are all the kit's own; what the subject threw keeps its own, as the cause.
    error.setStackTrace(new StackTraceElement[0]);
    return error;
  }
}
