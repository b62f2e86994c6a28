package org.conv4j.verify.report;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Outcome.Failed;
import org.conv4j.verify.run.Outcome.NotRun;
import org.conv4j.verify.run.Outcome.Passed;
import org.conv4j.verify.run.Outcome.Skipped;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Verdict;

/** A report in lines of text: what failed and how, then counts, then the verdict. */
public final class TextReport {
  /** Golden vectors that are shown whole; the others are named. */
  private static final int VECTORS_IN_FULL = 3;

  private static final int VECTORS_NAMED = 10;

  private final PrintWriter out;

  /**
   * A text report.
   *
   * @param out where it is written
   */
  public TextReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * Writes what a run against one subject found.
   *
   * @param report the report
   */
  public void write(Report report) {
    out.println("subject " + report.subject());
    out.println("  claims   " + report.claims());
    failures(report, Kind.LAW);
    failures(report, Kind.VECTOR);
    counts("laws    ", report, Kind.LAW);
    counts("vectors ", report, Kind.VECTOR);
    for (Kind kind : Kind.values()) {
      reasons(report, kind, Skipped.class, Skipped::reason, "skipped");
      reasons(report, kind, NotRun.class, NotRun::reason, "not run");
    }
    if (report.largestFraction() > 0) {
      out.printf(Locale.ROOT, "  error    at most %.3g of the bound%n", report.largestFraction());
    }
    out.printf(
        Locale.ROOT,
        "  time     %.1f s, seed %d%n",
        report.time().toMillis() / 1000.0,
        report.settings().seed());
    out.println("  " + verdict(report));
  }

  private static String verdict(Report report) {
    return switch (report.verdict()) {
      case CONFORMANT -> "conformant";
      case NOT_CONFORMANT -> "NOT CONFORMANT, broken: " + broken(report);
      case INCOMPLETE -> "INCOMPLETE: nothing failed, but not everything that applies was checked";
    };
  }

  private static String broken(Report report) {
    List<String> laws =
        failed(report, Kind.LAW).stream().map(r -> r.check().id()).collect(Collectors.toList());
    int vectors = failed(report, Kind.VECTOR).size();
    if (vectors > 0) {
      laws.add(vectors + (vectors == 1 ? " golden vector" : " golden vectors"));
    }
    return String.join(", ", laws);
  }

  private static List<Result> failed(Report report, Kind kind) {
    return report.results().stream()
        .filter(r -> r.check().kind() == kind && r.check().binding())
        .filter(r -> r.outcome() instanceof Failed)
        .toList();
  }

  private void failures(Report report, Kind kind) {
    int shown = 0;
    StringBuilder rest = new StringBuilder();
    int left = 0;
    for (Result result : report.results()) {
      if (result.check().kind() != kind || !(result.outcome() instanceof Failed failed)) {
        continue;
      }
      if (kind == Kind.LAW || shown < VECTORS_IN_FULL) {
        failure(result.check(), failed);
      } else if (shown < VECTORS_IN_FULL + VECTORS_NAMED) {
        rest.append(rest.isEmpty() ? "" : ", ").append(result.check().id());
      } else {
        left++;
      }
      shown++;
    }
    if (!rest.isEmpty()) {
      out.println("  FAILED   " + rest + (left > 0 ? " and " + left + " more" : ""));
    }
  }

  private void failure(Check check, Failed failed) {
    String word = check.binding() ? "FAILED   " : "SURPRISE ";
    out.println("  " + word + "[" + check.id() + "] " + check.title());
    failed.failure().lines().forEach(line -> out.println("             " + line));
  }

  private void counts(String name, Report report, Kind kind) {
    StringBuilder line = new StringBuilder("  " + name + " ");
    line.append(report.count(kind, Passed.class)).append(" passed, ");
    line.append(report.count(kind, Failed.class)).append(" failed, ");
    line.append(report.count(kind, Skipped.class)).append(" skipped");
    long notRun = report.count(kind, NotRun.class);
    if (notRun > 0) {
      line.append(", ").append(notRun).append(" NOT RUN");
    }
    out.println(line);
  }

  private <O extends Outcome> void reasons(
      Report report, Kind kind, Class<O> type, Function<O, String> reason, String word) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (Result result : report.results()) {
      if (result.check().kind() == kind && type.isInstance(result.outcome())) {
        String why = reason.apply(type.cast(result.outcome()));
        counts.merge(why, 1, Integer::sum);
        ids.merge(why, result.check().id(), (a, b) -> a + ", " + b);
      }
    }
    counts.forEach(
        (why, count) ->
            out.println(
                "  "
                    + word
                    + "  "
                    + (kind == Kind.LAW ? ids.get(why) : count + " vectors")
                    + ": "
                    + why));
  }

  /**
   * Writes the last line: the verdict on all subjects.
   *
   * @param reports one for each subject
   */
  public void conclude(List<Report> reports) {
    Map<Verdict, List<String>> subjects =
        reports.stream()
            .collect(
                Collectors.groupingBy(
                    Report::verdict,
                    LinkedHashMap::new,
                    Collectors.mapping(Report::subject, Collectors.toList())));
    out.println(
        "verdict: "
            + subjects.entrySet().stream()
                .map(e -> word(e.getKey()) + " " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; ")));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ":";
  }
}
