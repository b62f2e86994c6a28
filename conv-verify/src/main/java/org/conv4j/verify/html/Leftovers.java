package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/**
 * What was not checked, or not as often as it should be, and why.
 *
 * @param groups one for each way in which something is missing
 */
record Leftovers(List<Group> groups) {
  /** The most golden vectors to name for one reason; laws are all named. */
  private static final int MOST_NAMED = 20;

  /** A way in which checks are missing. */
  record Group(String title, List<Reason> reasons) {}

  /** A reason, and the checks that it applies to, with identifiers as HTML. */
  record Reason(String why, String count, String ids) {}

  static Leftovers of(Report report) {
    List<Group> groups = new ArrayList<>();
    add(groups, report, "Not run", Leftovers::notRun);
    add(groups, report, "Skipped", Leftovers::skipped);
    add(
        groups,
        report,
        "Not claimed by the " + report.claims().kind().noun(),
        Leftovers::notClaimed);
    add(groups, report, "Passed, but tried less often than asked for", Leftovers::shortened);
    add(groups, report, "Passed, with a remark", Leftovers::remark);
    return new Leftovers(groups);
  }

  boolean any() {
    return !groups.isEmpty();
  }

  private static Optional<String> notRun(Outcome outcome) {
    return outcome instanceof Outcome.NotRun o ? Optional.of(o.reason()) : Optional.empty();
  }

  private static Optional<String> skipped(Outcome outcome) {
    return outcome instanceof Outcome.Skipped o ? Optional.of(o.reason()) : Optional.empty();
  }

  private static Optional<String> notClaimed(Outcome outcome) {
    return outcome instanceof Outcome.NotClaimed o ? Optional.of(o.what()) : Optional.empty();
  }

  private static Optional<String> shortened(Outcome outcome) {
    return outcome instanceof Outcome.Passed o ? o.shortened() : Optional.empty();
  }

  private static Optional<String> remark(Outcome outcome) {
    return outcome instanceof Outcome.Passed o ? o.remark() : Optional.empty();
  }

  private static void add(
      List<Group> groups,
      Report report,
      String title,
      Function<Outcome, Optional<String>> reasonOf) {
    Map<String, List<Check>> checks = new LinkedHashMap<>();
    for (Result result : report.results()) {
      reasonOf
          .apply(result.outcome())
          .ifPresent(
              why -> checks.computeIfAbsent(why, w -> new ArrayList<>()).add(result.check()));
    }
    if (!checks.isEmpty()) {
      List<Reason> reasons = new ArrayList<>();
      checks.forEach((why, some) -> reasons.add(new Reason(why, counted(some), named(some))));
      groups.add(new Group(title, reasons));
    }
  }

  private static List<String> ids(Kind kind, List<Check> checks) {
    return checks.stream().filter(check -> check.kind() == kind).map(Check::id).toList();
  }

  private static String counted(List<Check> checks) {
    List<String> counts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int count = ids(kind, checks).size();
      if (count > 0) {
        counts.add(Labels.counted(count, Labels.noun(kind)));
      }
    }
    return String.join(" and ", counts);
  }

  private static String named(List<Check> checks) {
    List<String> vectors = ids(Kind.VECTOR, checks);
    return Stream.concat(ids(Kind.LAW, checks).stream(), vectors.stream().limit(MOST_NAMED))
            .map(Labels::breakable)
            .collect(Collectors.joining(", "))
        + (vectors.size() > MOST_NAMED
            ? " and " + Labels.counted(vectors.size() - MOST_NAMED, "more golden vector")
            : "");
  }
}
