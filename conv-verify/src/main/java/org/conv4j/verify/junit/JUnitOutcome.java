package org.conv4j.verify.junit;

import java.util.List;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Tells JUnit how a check ended. */
final class JUnitOutcome {
  private JUnitOutcome() {}

  /** Returns if the check passed; throws what JUnit takes for a failed or skipped test if not. */
  static void report(Check check, Outcome outcome) {
    if (outcome instanceof Outcome.NotClaimed unclaimed) {
      throw new TestAbortedException("not claimed: " + unclaimed.what());
    } else if (outcome instanceof Outcome.Skipped skipped) {
      throw new TestAbortedException(skipped.reason());
    } else if (outcome instanceof Outcome.NotRun notRun) {
      throw failed("[" + check.id() + "] was not run: " + notRun.reason(), null);
    } else if (outcome instanceof Outcome.Expected expected) {
      ExpectedFailure why = expected.expectation();
      throw new TestAbortedException(
          "expected to fail until " + why.expires() + ": " + why.reason() + ", " + why.link());
    } else if (outcome instanceof Outcome.Failed failed) {
      String message = message(check, failed.failure());
      if (!check.binding()) {
        throw new TestAbortedException("should hold, but does not: " + message);
      }
      throw failed(message, failed.failure());
    }
  }

  /** Fails for expected failures that cannot come. */
  static void requireNothingStale(List<String> stale) {
    if (!stale.isEmpty()) {
      throw failed(String.join(System.lineSeparator(), stale), null);
    }
  }

  private static String message(Check check, Failure failure) {
    String indent = System.lineSeparator() + "  ";
    return "[" + check.id() + "] " + check.title() + indent + String.join(indent, failure.lines());
  }

  private static AssertionFailedError failed(String message, Failure failure) {
    AssertionFailedError error =
        failure == null
            ? new AssertionFailedError(message)
            : new AssertionFailedError(message, failure.cause().orElse(null));
    // The frames are all the kit's own; what the subject threw keeps its own, as the cause.
    error.setStackTrace(new StackTraceElement[0]);
    return error;
  }
}
