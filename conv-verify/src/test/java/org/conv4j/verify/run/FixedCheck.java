package org.conv4j.verify.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conv4j.api.Capabilities;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Evidence;
import org.conv4j.verify.subject.Subject;

/**
 * A check that ends as it was told to.
 *
 * @param kind law or vector
 * @param id its identifier
 * @param binding whether a failure counts
 * @param smoke whether it is made first
 * @param outcome how it ends
 * @param fraction the fraction of an error bound that it uses
 */
public record FixedCheck(
    Kind kind, String id, boolean binding, boolean smoke, Outcome outcome, double fraction)
    implements Check {
  /**
   * A check that uses nothing of a bound.
   *
   * @param kind law or vector
   * @param id its identifier
   * @param binding whether a failure counts
   * @param outcome how it ends
   */
  public FixedCheck(Kind kind, String id, boolean binding, Outcome outcome) {
    this(kind, id, binding, false, outcome, 0);
  }

  /**
   * This check with a fraction of a bound.
   *
   * @param used the fraction
   * @return a changed copy
   */
  public FixedCheck using(double used) {
    return new FixedCheck(kind, id, binding, smoke, outcome, used);
  }

  /**
   * This check as one that is made first.
   *
   * @return a changed copy
   */
  public FixedCheck first() {
    return new FixedCheck(kind, id, binding, true, outcome, fraction);
  }

  @Override
  public String title() {
    return "The title of " + id + ".";
  }

  @Override
  public Outcome check(Subject subject, Settings settings, Pulse pulse) {
    return outcome;
  }

  /**
   * A report of checks that took no time.
   *
   * @param subject the subject's name
   * @param checks what was checked
   * @return the report
   */
  public static Report report(String subject, FixedCheck... checks) {
    List<Result> results = new ArrayList<>();
    for (FixedCheck check : checks) {
      Evidence evidence = new Evidence(1, check.fraction(), Map.of(), new TreeMap<>(), List.of());
      results.add(new Result(check, check.outcome(), Duration.ZERO, evidence));
    }
    return report(subject, List.of(), results);
  }

  /**
   * A report of results.
   *
   * @param subject the subject's name
   * @param problems what is wrong besides
   * @param results what was found
   * @return the report
   */
  public static Report report(String subject, List<String> problems, List<Result> results) {
    return new Report(
        subject,
        new Claims.OfConvolver(Capabilities.basic()),
        Settings.standard(),
        Selection.all(),
        ExpectedFailures.none(),
        List.of("17.0.1+2"),
        Instant.parse("2030-01-02T03:04:05.678Z"),
        Duration.ofMillis(1234),
        problems,
        results);
  }
}
