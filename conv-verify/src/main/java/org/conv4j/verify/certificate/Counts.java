package org.conv4j.verify.certificate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.run.Result;

/**
 * How many checks ended how.
 *
 * @param manifest all there are
 * @param executed those for which the subject was called: passed, failed and expected
 * @param skipped all others; executed and skipped add up to the manifest
 * @param passed what holds
 * @param failed what does not
 * @param expected what does not, as was expected
 * @param notClaimed skipped, since it is about what the subject does not claim
 * @param notAsked skipped, since there is nothing to check or it was not asked for
 * @param notRun skipped, since the run ended before
 */
public record Counts(
    long manifest,
    long executed,
    long skipped,
    long passed,
    long failed,
    long expected,
    long notClaimed,
    long notAsked,
    long notRun) {
  static Counts of(List<Result> results) {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    long executed = 0;
    for (Result result : results) {
      Status status = Status.of(result.outcome());
      counts.merge(status, 1L, Long::sum);
      executed += status.executed() ? 1 : 0;
    }
    return new Counts(
        results.size(),
        executed,
        results.size() - executed,
        counts.getOrDefault(Status.PASSED, 0L),
        counts.getOrDefault(Status.FAILED, 0L),
        counts.getOrDefault(Status.EXPECTED, 0L),
        counts.getOrDefault(Status.NOT_CLAIMED, 0L),
        counts.getOrDefault(Status.SKIPPED, 0L),
        counts.getOrDefault(Status.NOT_RUN, 0L));
  }
}
