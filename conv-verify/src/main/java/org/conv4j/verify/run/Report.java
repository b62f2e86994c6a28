package org.conv4j.verify.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Evidence;

/**
 * The findings of a run against one subject: one result for each check of the manifest.
 *
 * @param subject the subject's name
 * @param claims what it claims
 * @param settings how the run went about it
 * @param selection which checks it was asked for
 * @param expected what was expected to fail
 * @param java the versions of Java that it ran on: one, unless shards were merged
 * @param started when it began; of merged shards, when the first did
 * @param time how long it took; of merged shards, all together
 * @param problems what is wrong besides failures, in sentences: expected failures that cannot come
 * @param results in the order of the manifest
 */
public record Report(
    String subject,
    Claims claims,
    Settings settings,
    Selection selection,
    ExpectedFailures expected,
    List<String> java,
    Instant started,
    Duration time,
    List<String> problems,
    List<Result> results) {
  /**
   * Copies the lists.
   *
   * @param subject as above
   * @param claims as above
   * @param settings as above
   * @param selection as above
   * @param expected as above
   * @param java as above
   * @param started as above
   * @param time as above
   * @param problems as above
   * @param results as above
   */
  public Report {
    java = List.copyOf(java);
    results = List.copyOf(results);
    problems = List.copyOf(problems);
  }

  /**
   * The verdict.
   *
   * @return {@link Verdict#CONFORMANT} only if something was checked and nothing is missing
   */
  public Verdict verdict() {
    boolean failed = failures().anyMatch(result -> result.check().binding());
    if (failed || !problems.isEmpty()) {
      return Verdict.NOT_CONFORMANT;
    }
    boolean missing = results.stream().anyMatch(r -> r.outcome() instanceof Outcome.NotRun);
    boolean any = results.stream().anyMatch(r -> r.outcome() instanceof Outcome.Passed);
    if (!any || missing) {
      return Verdict.INCOMPLETE;
    }
    boolean whole =
        selection.isAll()
            && settings.effort() != Effort.SMOKE
            && results.stream().noneMatch(Report::isShortened);
    return whole ? Verdict.CONFORMANT : Verdict.PARTIAL;
  }

  private static boolean isShortened(Result result) {
    return result.outcome() instanceof Outcome.Passed passed && passed.shortened().isPresent();
  }

  /**
   * The results of checks that failed unexpectedly, including those of level SHOULD.
   *
   * @return in the order of the manifest
   */
  public Stream<Result> failures() {
    return results.stream().filter(result -> result.outcome() instanceof Outcome.Failed);
  }

  /**
   * The failure that causes most others, if there is one: the first failure of a law that is
   * checked before all others.
   *
   * @return empty if all of these laws held
   */
  public Optional<Result> rootCause() {
    List<String> order = Manifest.smoke(claims.kind());
    return failures()
        .filter(result -> result.check().smoke())
        .min(Comparator.comparingInt(result -> order.indexOf(result.check().id())));
  }

  /**
   * How many checks ended in a given way.
   *
   * @param kind laws or vectors
   * @param outcome the class of the outcome
   * @return the count
   */
  public long count(Check.Kind kind, Class<? extends Outcome> outcome) {
    return results.stream()
        .filter(r -> r.check().kind() == kind && outcome.isInstance(r.outcome()))
        .count();
  }

  /**
   * What was done in all checks that passed.
   *
   * @return the evidence of each, added up
   */
  public Evidence evidence() {
    return Evidence.sum(
        results.stream()
            .filter(result -> result.outcome() instanceof Outcome.Passed)
            .map(Result::evidence)
            .toList());
  }

  /**
   * The largest fraction of an error bound that any passed check used.
   *
   * @return 0 if there was none
   */
  public double largestFraction() {
    return evidence().largestFraction();
  }
}
