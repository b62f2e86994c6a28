package org.conv4j.verify.html;

import java.util.ArrayList;
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

/**
 * What failed: each check with its counterexample.
 *
 * @param root the failure that the others most likely come of, if there is one
 * @param consequence how many others there are, if there is a root
 * @param laws failed laws but the root
 * @param vectors failed golden vectors but the root
 * @param lawsFolded whether laws are shown on request alone
 * @param vectorsFolded whether golden vectors are shown on request alone
 * @param expected what failed as expected, by expectation
 */
record Failures(
    List<Item> root,
    String consequence,
    List<Item> laws,
    List<Item> vectors,
    boolean lawsFolded,
    boolean vectorsFolded,
    List<Forgiven> expected) {
  /** Golden vectors that are shown without a request; laws say more. */
  private static final int MOST_VECTORS = 3;

  /**
   * One failure.
   *
   * @param anchor its place in the page
   * @param id the identifier of the check
   * @param kind law or golden vector
   * @param level what its failure means
   * @param title what was checked
   * @param what what is wrong
   * @param counterexample operands, expected, got
   * @param command makes the check again
   */
  record Item(
      String anchor,
      String id,
      String kind,
      String level,
      String title,
      String what,
      String counterexample,
      String command) {}

  /** Failures that one entry forgives. */
  record Forgiven(
      String id, String reason, String link, boolean web, String expires, List<Item> items) {
    String count() {
      return Labels.counted(items.size(), "check");
    }
  }

  static Failures of(Report report) {
    Optional<Result> root = report.rootCause();
    List<Result> others =
        report.failures().filter(result -> !root.equals(Optional.of(result))).toList();
    List<Item> laws = items(Kind.LAW, others);
    List<Item> vectors = items(Kind.VECTOR, others);
    return new Failures(
        root.stream().map(result -> item(result.check(), failure(result))).toList(),
        root.isPresent() ? consequence(laws.size(), vectors.size()) : "",
        laws,
        vectors,
        root.isPresent(),
        root.isPresent() || vectors.size() > MOST_VECTORS,
        expected(report));
  }

  boolean any() {
    return !root.isEmpty() || !laws.isEmpty() || !vectors.isEmpty();
  }

  boolean anyLaws() {
    return !laws.isEmpty();
  }

  boolean anyVectors() {
    return !vectors.isEmpty();
  }

  boolean anyExpected() {
    return !expected.isEmpty();
  }

  String count() {
    return Labels.count(root.size() + laws.size() + vectors.size());
  }

  String lawCount() {
    return Labels.counted(laws.size(), root.isEmpty() ? "law" : "other law");
  }

  String vectorCount() {
    return Labels.counted(vectors.size(), "golden vector");
  }

  private static String consequence(int laws, int vectors) {
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
        + " as well, most likely because of it.";
  }

  private static List<Item> items(Kind kind, List<Result> failures) {
    return failures.stream()
        .filter(result -> result.check().kind() == kind)
        .map(result -> item(result.check(), failure(result)))
        .toList();
  }

  private static Failure failure(Result result) {
    return ((Outcome.Failed) result.outcome()).failure();
  }

  private static Item item(Check check, Failure failure) {
    List<String> lines = failure.lines();
    return new Item(
        Labels.anchor(check),
        check.id(),
        Labels.noun(check.kind()),
        check.binding() ? "must hold" : "should hold: a surprise for users, which breaks nothing",
        check.title(),
        failure.what(),
        // The first line is what is wrong, the last one is the token; both are told by themselves.
        String.join("\n", lines.subList(1, lines.size() - 1)),
        "java -jar conv-verify-cli.jar replay " + quoted(failure.token()) + " --subject …");
  }

  /** A token as one word of a shell. */
  private static String quoted(String token) {
    return token.matches("[A-Za-z0-9_./:,@=+-]+") ? token : "'" + token.replace("'", "'\\''") + "'";
  }

  private static List<Forgiven> expected(Report report) {
    Map<ExpectedFailure, List<Item>> entries = new LinkedHashMap<>();
    for (Result result : report.results()) {
      if (result.outcome() instanceof Outcome.Expected expected) {
        entries
            .computeIfAbsent(expected.expectation(), entry -> new ArrayList<>())
            .add(item(result.check(), expected.failure()));
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
                    items)));
    return forgiven;
  }
}
