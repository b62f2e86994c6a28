package org.conv4j.verify.run;

import java.time.Duration;
import java.util.List;
import org.conv4j.api.Capabilities;

/**
 * What a run against one subject gave: one result for each check of the manifest.
 *
 * @param subject the subject's name
 * @param claims what it claims
 * @param results in the order of the manifest
 * @param settings how the run went about it
 * @param time how long it took
 */
public record Report(
    String subject, Capabilities claims, List<Result> results, Settings settings, Duration time) {
  /**
   * Copies the list.
   *
   * @param subject as above
   * @param claims as above
   * @param results as above
   * @param settings as above
   * @param time as above
   */
  public Report {
    results = List.copyOf(results);
  }

  /**
   * The verdict.
   *
   * @return {@link Verdict#CONFORMANT} only if something was checked and nothing is missing
   */
  public Verdict verdict() {
    boolean failed =
        results.stream()
            .anyMatch(r -> r.check().binding() && r.outcome() instanceof Outcome.Failed);
    if (failed) {
      return Verdict.NOT_CONFORMANT;
    }
    boolean missing = results.stream().anyMatch(r -> r.outcome() instanceof Outcome.NotRun);
    boolean any = results.stream().anyMatch(r -> r.outcome() instanceof Outcome.Passed);
    return any && !missing ? Verdict.CONFORMANT : Verdict.INCOMPLETE;
  }

  /**
   * How many checks ended in some way.
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
   * The largest fraction of an error bound that any passed check used.
   *
   * @return 0 if there was none
   */
  public double largestFraction() {
    return results.stream()
        .map(Result::outcome)
        .filter(Outcome.Passed.class::isInstance)
        .mapToDouble(outcome -> ((Outcome.Passed) outcome).fraction())
        .max()
        .orElse(0);
  }
}
