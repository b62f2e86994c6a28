package org.conv4j.verify.run;

import java.time.Duration;
import org.conv4j.verify.subject.Evidence;

/**
 * A check and how it ended.
 *
 * @param check the check
 * @param outcome how it ended
 * @param time how long it took
 * @param evidence what was done
 */
public record Result(Check check, Outcome outcome, Duration time, Evidence evidence) {
  /** The result of a check that was not made. */
  static Result without(Check check, Outcome outcome) {
    return new Result(check, outcome, Duration.ZERO, Evidence.none());
  }
}
