package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.spec.Spec;

/**
 * The failures: first the one to begin with, then the others.
 *
 * @param lead the failure to begin with; none if nothing failed
 * @param heading what to do with it
 * @param others how many others there are, in a sentence
 * @param laws failed laws except the lead
 * @param vectors failed golden vectors except the lead
 * @param expected what failed as expected, by expectation
 */
record Failures(
    List<Item> lead,
    String heading,
    String others,
    Items laws,
    Items vectors,
    List<Forgiven> expected) {
  /** The most golden vectors to show, out of thousands; laws, which say more, are all shown. */
  private static final int MOST_VECTORS = 10;

  private static final String ON_VECTORS =
      "No law failed, so look at what only golden vectors have: many pairs of element types,"
          + " scalars, NumPy’s convention and NumPy’s correlation. If none of these is at fault,"
          + " the kit may be: please report it.";

  private static final String ON_CALLS =
      "The call itself is at fault, whatever the law is about. The command below prints the"
          + " operands before it makes the call; if it hangs, a thread dump (`jstack`) shows"
          + " where.";

  /**
   * One failure.
   *
   * @param anchor its place in the page
   * @param id the identifier of the check, as HTML
   * @param name the same, as text
   * @param kind law or golden vector, and what its failure means
   * @param title what was checked
   * @param what what is wrong
   * @param advice the likely mistake, as HTML; empty if unknown
   * @param law whether it is a law
   * @param counterexample operands, expected, got; empty if it concerns no operands
   * @param command the words of the command that makes the check again
   */
  record Item(
      String anchor,
      String id,
      String name,
      String kind,
      String title,
      String what,
      String advice,
      boolean law,
      String counterexample,
      List<String> command) {}

  /** Failures of one kind. */
  record Items(List<Item> shown, String count, String more) {
    static Items of(List<Item> all, String noun) {
      List<Item> shown = new ArrayList<>();
      int vectors = 0;
      for (Item item : all) {
        vectors += item.law ? 0 : 1;
        if (item.law || vectors <= MOST_VECTORS) {
          shown.add(item);
        }
      }
      int more = all.size() - shown.size();
      return new Items(
          shown,
          Labels.counted(all.size(), noun),
          more > 0 ? Labels.counted(more, "more golden vector") : "");
    }

    boolean any() {
      return !shown.isEmpty();
    }
  }

  /** Failures that one entry forgives. */
  record Forgiven(
      String id, String reason, String link, boolean web, String expires, Items checks) {}

  static Failures of(Report report, Rerun rerun) {
    Optional<Result> root = report.rootCause();
    List<Result> failures =
        report
            .failures()
            .sorted(Comparator.comparing(result -> result.check().binding() ? 0 : 1))
            .toList();
    Optional<Result> lead = root.or(() -> failures.stream().findFirst());
    List<Result> laws = others(failures, lead, Kind.LAW);
    List<Result> vectors = others(failures, lead, Kind.VECTOR);
    return new Failures(
        lead.stream()
            .map(r -> item(r, failure(r), report, rerun, advice(r, failure(r), ON_VECTORS)))
            .toList(),
        root.isPresent() ? "Fix this first" : "Begin here",
        others(laws.size(), vectors.size(), root.isPresent()),
        items(laws, report, rerun, lead.isPresent() ? "other law" : "law"),
        items(vectors, report, rerun, "golden vector"),
        expected(report, rerun));
  }

  boolean any() {
    return !lead.isEmpty();
  }

  boolean anyExpected() {
    return !expected.isEmpty();
  }

  private static List<Result> others(List<Result> failures, Optional<Result> lead, Kind kind) {
    return failures.stream()
        .filter(result -> result.check().kind() == kind && !lead.equals(Optional.of(result)))
        .toList();
  }

  private static String others(int laws, int vectors, boolean becauseOfIt) {
    List<String> counts = new ArrayList<>();
    if (laws > 0) {
      counts.add(Labels.counted(laws, "other law"));
    }
    if (vectors > 0) {
      counts.add(Labels.counted(vectors, "golden vector"));
    }
    if (counts.isEmpty()) {
      return "Nothing else failed.";
    }
    return String.join(" and ", counts)
        + (laws + vectors == 1 ? " fails" : " fail")
        + " as well"
        + (becauseOfIt ? ", most likely because of it." : ".");
  }

  private static Items items(List<Result> failures, Report report, Rerun rerun, String noun) {
    return Items.of(
        failures.stream()
            .map(r -> item(r, failure(r), report, rerun, advice(r, failure(r), "")))
            .toList(),
        noun);
  }

  private static Failure failure(Result result) {
    return ((Outcome.Failed) result.outcome()).failure();
  }

  /** A rule's advice on wrong results does not help if there is no result. */
  private static String advice(Result result, Failure failure, String onVectors) {
    if (!failure.concernsACall()) {
      return failure.token().contains("/") ? ON_CALLS : "";
    }
    boolean isLaw = result.check().kind() == Kind.LAW;
    return isLaw ? Spec.advice(result.check().id()).orElse("") : onVectors;
  }

  private static Item item(
      Result result, Failure failure, Report report, Rerun rerun, String advice) {
    Check check = result.check();
    List<String> lines = failure.lines();
    return new Item(
        Labels.anchor(check),
        Labels.breakable(check.id()),
        check.id(),
        check.binding()
            ? Labels.noun(check.kind()) + ", must hold"
            : Labels.noun(check.kind()) + ", should hold: does not count against conformance",
        check.title(),
        failure.what(),
        html(advice),
        check.kind() == Kind.LAW,
        // The first line is what is wrong, the last one is the token; both are told by themselves.
        String.join("\n", lines.subList(1, lines.size() - 1)),
        rerun.words(check, failure, report.settings()));
  }

  /** A line of Markdown; the specification uses only code between backticks. */
  private static String html(String markdown) {
    return Text.escaped(markdown).replaceAll("&#x60;(.*?)&#x60;", "<code>$1</code>");
  }

  private static List<Forgiven> expected(Report report, Rerun rerun) {
    Map<ExpectedFailure, List<Item>> entries = new LinkedHashMap<>();
    for (Result result : report.results()) {
      if (result.outcome() instanceof Outcome.Expected expected) {
        entries
            .computeIfAbsent(expected.expectation(), entry -> new ArrayList<>())
            .add(item(result, expected.failure(), report, rerun, ""));
      }
    }
    List<Forgiven> forgiven = new ArrayList<>();
    entries.forEach(
        (entry, items) ->
            forgiven.add(
                new Forgiven(
                    entry.id(),
                    entry.reason(),
                    entry.link(),
                    entry.link().matches("https?://.*"),
                    entry.expires().toString(),
                    Items.of(items, "check"))));
    return forgiven;
  }
}
