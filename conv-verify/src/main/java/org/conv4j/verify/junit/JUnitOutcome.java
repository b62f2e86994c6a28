package org.conv4j.verify.junit;

import java.util.List;
import java.util.Optional;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * How a check ended, in the terms of JUnit.
 *
 * @param status what JUnit counts it as
 * @param message why it failed or was skipped; if it passed, empty or a remark
 * @param cause what the subject threw, if the check failed by that
 */
record JUnitOutcome(Status status, String message, Optional<Throwable> cause) {
  enum Status {
    PASSED,
    SKIPPED,
    FAILED
  }

  static JUnitOutcome of(Check check, Outcome outcome) {
    if (outcome instanceof Outcome.NotClaimed unclaimed) {
      return skipped("not claimed: " + unclaimed.what());
    } else if (outcome instanceof Outcome.Skipped skipped) {
      return skipped(skipped.reason());
    } else if (outcome instanceof Outcome.NotRun notRun) {
      return failed("[" + check.id() + "] was not run: " + notRun.reason());
    } else if (outcome instanceof Outcome.Expected expected) {
      ExpectedFailure why = expected.expectation();
      return skipped(
          "expected to fail until " + why.expires() + ": " + why.reason() + ", " + why.link());
    } else if (outcome instanceof Outcome.Failed failed) {
      String message = message(check, failed.failure());
      return check.binding()
          ? new JUnitOutcome(Status.FAILED, message, failed.failure().cause())
          : skipped("should hold, but does not: " + message);
    }
    Outcome.Passed passed = (Outcome.Passed) outcome;
    return new JUnitOutcome(
        Status.PASSED, passed.shortened().or(passed::remark).orElse(""), Optional.empty());
  }

  /** The outcome of a check that every expected failure can come. */
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

  private static String message(Check check, Failure failure) {
    String indent = System.lineSeparator() + "  ";
    return "[" + check.id() + "] " + check.title() + indent + String.join(indent, failure.lines());
  }

  /** Returns if the check passed; throws what JUnit takes for a failed or skipped test if not. */
  void report() {
    switch (status) {
      case PASSED -> {}
      case SKIPPED -> throw new TestAbortedException(message);
      case FAILED -> throw error();
    }
  }

  /** What JUnit takes for a failed test. */
  AssertionFailedError error() {
    AssertionFailedError error = new AssertionFailedError(message, cause.orElse(null));
    // The frames are all the kit's own; what the subject threw keeps its own, as the cause.
    error.setStackTrace(new StackTraceElement[0]);
    return error;
  }
}
