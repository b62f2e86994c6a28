package org.conv4j.verify.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.verify.law.Subject;

/**
 * A check that ends as it was told to.
 *
 * @param kind law or vector
 * @param id its identifier
 * @param binding whether a failure counts
 * @param outcome how it ends
 */
public record FixedCheck(Kind kind, String id, boolean binding, Outcome outcome) implements Check {
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
      results.add(new Result(check, check.outcome(), Duration.ZERO));
    }
    return new Report(
        subject, Capabilities.basic(), results, Settings.standard(), Duration.ofMillis(1234));
  }
}
