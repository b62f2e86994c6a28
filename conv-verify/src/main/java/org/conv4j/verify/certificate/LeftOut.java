package org.conv4j.verify.certificate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.conv4j.verify.law.Evidence;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Result;

/**
 * Golden vectors that were not executed, for one reason.
 *
 * @param status how they ended
 * @param reason what is not claimed, or why they were skipped or not run
 * @param ids which, in the order of the manifest
 */
public record LeftOut(String status, String reason, List<String> ids) {
  /**
   * Checks that all is there.
   *
   * @param status as above
   * @param reason as above
   * @param ids as above
   */
  public LeftOut {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    ids = List.copyOf(ids);
  }

  Result restored(Check check) {
    Outcome outcome = Entry.left(Status.parse(status), reason);
    return new Result(check, outcome, Duration.ZERO, Evidence.none());
  }
}
