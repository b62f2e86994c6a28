package org.conv4j.verify.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Outcome.Expected;
import org.conv4j.verify.run.Outcome.Failed;
import org.conv4j.verify.run.Outcome.NotClaimed;
import org.conv4j.verify.run.Outcome.NotRun;
import org.conv4j.verify.run.Outcome.Passed;
import org.conv4j.verify.run.Outcome.Skipped;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Verdict;
import org.conv4j.verify.spec.Spec;

/** A report in lines of text: what failed and how, then counts, then the verdict. */
public final class TextReport {
  /** The most golden vectors to show whole; the others are named. */
  private static final int VECTORS_IN_FULL = 3;

  private static final int VECTORS_NAMED = 10;

  /** The most laws to name for one reason; more are counted. */
  private static final int LAWS_NAMED = 8;

  private static final String INDENT = " ".repeat(13);

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
    Optional<Result> root = report.rootCause();
    if (root.isPresent()) {
      cascade(root.get(), report.failures().toList());
    } else {
      failures(report, Kind.LAW);
      failures(report, Kind.VECTOR);
    }
    expected(report);
    report.problems().forEach(problem -> out.println("  WRONG    " + problem));
    counts("laws    ", report, Kind.LAW);
    counts("vectors ", report, Kind.VECTOR);
    for (Kind kind : Kind.values()) {
      reasons(report, kind, NotClaimed.class, o -> "not claimed: " + o.what(), "        ");
      reasons(report, kind, Skipped.class, Skipped::reason, "skipped ");
      reasons(report, kind, NotRun.class, NotRun::reason, "not run ");
      reasons(report, kind, Passed.class, o -> o.shortened().orElse(null), "hurried ");
      reasons(report, kind, Passed.class, o -> o.remark().orElse(null), "        ");
    }
    double fraction = report.largestFraction();
    if (fraction > 0) {
      out.printf(Locale.ROOT, "  error    at most %.3g of the bound%n", fraction);
    }
    out.printf(
        Locale.ROOT,
        "  time     %.1f s, seed %d, effort %s%n",
        report.time().toMillis() / 1000.0,
        report.settings().seed(),
        word(report.settings().effort()));
    out.println("  " + verdict(report));
  }

  private static String verdict(Report report) {
    return switch (report.verdict()) {
      case CONFORMANT -> "conformant" + butForExpected(report);
      case PARTIAL -> "passed what was asked for, which is not everything" + butForExpected(report);
      case NOT_CONFORMANT -> "NOT CONFORMANT, " + broken(report);
      case INCOMPLETE ->
          "INCOMPLETE: nothing failed, but nothing was checked, or not everything"
              + " that was asked for";
    };
  }

  private static String butForExpected(Report report) {
    long expected =
        report.count(Kind.LAW, Expected.class) + report.count(Kind.VECTOR, Expected.class);
    return expected == 0 ? "" : ", but for " + expected + " expected failures";
  }

  private static String broken(Report report) {
    List<String> broken =
        failed(report, Kind.LAW).stream().map(r -> r.check().id()).collect(Collectors.toList());
    int vectors = failed(report, Kind.VECTOR).size();
    if (vectors > 0) {
      broken.add(vectors + (vectors == 1 ? " golden vector" : " golden vectors"));
    }
    return broken.isEmpty()
        ? "for what is expected to fail and does not"
        : "broken: " + String.join(", ", broken);
  }

  private static List<Result> failed(Report report, Kind kind) {
    return report.failures().filter(r -> r.check().kind() == kind && r.check().binding()).toList();
  }

  /** One failure in full, and the replay tokens of those that it most likely caused. */
  private void cascade(Result root, List<Result> failures) {
    failure(root.check(), failure(root));
    List<Result> others = failures.stream().filter(result -> !result.equals(root)).toList();
    if (others.isEmpty()) {
      return;
    }
    List<Result> laws = of(Kind.LAW, others);
    List<Result> vectors = of(Kind.VECTOR, others);
    List<String> counts = new ArrayList<>();
    if (!laws.isEmpty()) {
      counts.add(laws.size() + (laws.size() == 1 ? " other law" : " other laws"));
    }
    if (!vectors.isEmpty()) {
      counts.add(vectors.size() + (vectors.size() == 1 ? " golden vector" : " golden vectors"));
    }
    out.println(
        "  ROOT     fix this first: "
            + String.join(" and ", counts)
            + " fail as well, most likely because of it");
    laws.forEach(result -> out.println(INDENT + "replay " + failure(result).token()));
    vectors.stream()
        .limit(VECTORS_IN_FULL)
        .forEach(result -> out.println(INDENT + "replay " + failure(result).token()));
    if (vectors.size() > VECTORS_IN_FULL) {
      out.println(INDENT + "… and " + (vectors.size() - VECTORS_IN_FULL) + " more vectors");
    }
  }

  private static List<Result> of(Kind kind, List<Result> results) {
    return results.stream().filter(result -> result.check().kind() == kind).toList();
  }

  private static Failure failure(Result result) {
    return ((Failed) result.outcome()).failure();
  }

  private void failures(Report report, Kind kind) {
    List<Result> failures = of(kind, report.failures().toList());
    int full = kind == Kind.LAW ? failures.size() : Math.min(VECTORS_IN_FULL, failures.size());
    failures.subList(0, full).forEach(result -> failure(result.check(), failure(result)));
    if (failures.size() > full) {
      List<String> rest = failures.stream().skip(full).map(result -> result.check().id()).toList();
      out.println("  FAILED   " + named(rest, VECTORS_NAMED));
    }
  }

  private static String named(List<String> names, int most) {
    return names.stream().limit(most).collect(Collectors.joining(", "))
        + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
  }

  private void failure(Check check, Failure failure) {
    String word = check.binding() ? "FAILED   " : "SURPRISE ";
    out.println("  " + word + "[" + check.id() + "] " + check.title());
    failure.lines().forEach(line -> out.println(INDENT + line));
    Spec.advice(check.id()).ifPresent(this::advice);
  }

  private void advice(String advice) {
    String label = "look at   ";
    String hanging = INDENT + " ".repeat(label.length());
    List<String> words = List.of(advice.replace("`", "").split(" ", -1));
    List<String> lines = Lines.filled(hanging, words);
    out.println(INDENT + label + lines.get(0).strip());
    lines.stream().skip(1).forEach(out::println);
  }

  private void expected(Report report) {
    Map<ExpectedFailure, List<String>> entries = new LinkedHashMap<>();
    for (Result result : report.results()) {
      if (result.outcome() instanceof Expected expected) {
        entries
            .computeIfAbsent(expected.expectation(), entry -> new ArrayList<>())
            .add(result.check().id());
      }
    }
    entries.forEach(
        (entry, ids) ->
            out.println(
                "  expected "
                    + named(ids, VECTORS_NAMED)
                    + ": "
                    + entry.reason()
                    + " ("
                    + entry.link()
                    + ", until "
                    + entry.expires()
                    + ")"));
  }

  private void counts(String name, Report report, Kind kind) {
    StringBuilder line = new StringBuilder("  " + name + " ");
    line.append(report.count(kind, Passed.class)).append(" passed, ");
    line.append(report.count(kind, Failed.class)).append(" failed");
    further(line, report.count(kind, Expected.class), " failed as expected");
    further(line, report.count(kind, NotClaimed.class), " not claimed");
    further(line, report.count(kind, Skipped.class), " skipped");
    further(line, report.count(kind, NotRun.class), " NOT RUN");
    out.println(line);
  }

  private static void further(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append(", ").append(count).append(what);
    }
  }

  /** Groups checks by a reason; those without one are left out. */
  private <O extends Outcome> void reasons(
      Report report, Kind kind, Class<O> type, Function<O, String> reason, String word) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (Result result : report.results()) {
      if (result.check().kind() == kind && type.isInstance(result.outcome())) {
        String why = reason.apply(type.cast(result.outcome()));
        if (why != null) {
          ids.computeIfAbsent(why, w -> new ArrayList<>()).add(result.check().id());
        }
      }
    }
    ids.forEach((why, some) -> out.println("  " + word + " " + counted(kind, some) + ": " + why));
  }

  private static String counted(Kind kind, List<String> ids) {
    if (kind == Kind.LAW && ids.size() <= LAWS_NAMED) {
      return String.join(", ", ids);
    }
    String what = kind == Kind.LAW ? "law" : "vector";
    return ids.size() + " " + what + (ids.size() == 1 ? "" : "s");
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
                .map(e -> word(e.getKey()) + ": " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; ")));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
