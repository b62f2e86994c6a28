package org.conv4j.verify.junit;

import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Result;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Tells JUnit how a check ended. */
final class JUnitOutcome {
  private JUnitOutcome() {}

  /** Returns if the check passed; throws what JUnit takes for a failed or skipped test if not. */
  static void report(Result result) {
    Check check = result.check();
    Outcome outcome = result.outcome();
    if (outcome instanceof Outcome.Skipped skipped) {
      throw new TestAbortedException(skipped.reason());
    } else if (outcome instanceof Outcome.NotRun notRun) {
      throw failed("[" + check.id() + "] was not run: " + notRun.reason(), null);
    } else if (outcome instanceof Outcome.Failed failed) {
      String message = message(check, failed.failure());
      if (!check.binding()) {
        throw new TestAbortedException("should hold, but does not: " + message);
      }
      throw failed(message, failed.failure());
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
