package org.conv4j.verify.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/** A report as JSON, in the form of {@code certificate.schema.json}. */
public final class Certificate {
  /** The identifier of the form. */
  static final String SCHEMA = "conv4j-certificate/1";

  private Certificate() {}

  /**
   * The certificate of a run.
   *
   * @param report what it found
   * @return JSON, indented
   * @throws ManifestMismatch if executed and skipped checks are not the manifest
   */
  public static String of(Report report) {
    return Json.indented(tree(report));
  }

  static ObjectNode tree(Report report) {
    ManifestMismatch.require(report);
    ObjectNode tree = Forms.MAPPER.createObjectNode();
    tree.put("schema", SCHEMA);
    tree.set("kit", json(Kit.of(report.claims().kind())));
    tree.put("subject", report.subject());
    tree.set("claims", json(report.claims()));
    tree.set("settings", settings(report));
    tree.set("java", json(report.java()));
    tree.set("started", json(report.started()));
    tree.set("seconds", json(report.time()));
    tree.set("verdict", json(report.verdict()));
    tree.set("problems", json(report.problems()));
    tree.set("counts", counts(report, Kind.values()));
    tree.set("lawCounts", counts(report, Kind.LAW));
    tree.set("vectorCounts", counts(report, Kind.VECTOR));
    tree.set("accuracy", accuracy(report));
    tree.putArray("laws").addAll(entries(report, Kind.LAW));
    tree.set("vectors", VectorTable.fold(entries(report, Kind.VECTOR)));
    tree.set("failures", failures(report));
    tree.set("expectedFailures", json(report.expected().entries()));
    return tree;
  }

  private static JsonNode json(Object value) {
    return Forms.MAPPER.valueToTree(value);
  }

  /** The settings of the run, and which checks it was asked for. */
  static ObjectNode settings(Report report) {
    ObjectNode settings = Forms.MAPPER.valueToTree(report.settings());
    return settings.setAll(Forms.MAPPER.<ObjectNode>valueToTree(report.selection()));
  }

  private static ObjectNode counts(Report report, Kind... kinds) {
    long all = report.results().stream().filter(r -> is(r.check(), kinds)).count();
    long passed = count(report, Outcome.Passed.class, kinds);
    long failed = count(report, Outcome.Failed.class, kinds);
    long expected = count(report, Outcome.Expected.class, kinds);
    long executed = passed + failed + expected;
    return Forms.MAPPER
        .createObjectNode()
        .put("manifest", all)
        .put("executed", executed)
        .put("skipped", all - executed)
        .put("passed", passed)
        .put("failed", failed)
        .put("expected", expected)
        .put("notClaimed", count(report, Outcome.NotClaimed.class, kinds))
        .put("notAsked", count(report, Outcome.Skipped.class, kinds))
        .put("notRun", count(report, Outcome.NotRun.class, kinds));
  }

  private static boolean is(Check check, Kind... kinds) {
    return Arrays.asList(kinds).contains(check.kind());
  }

  private static long count(Report report, Class<? extends Outcome> outcome, Kind... kinds) {
    return Arrays.stream(kinds).mapToLong(kind -> report.count(kind, outcome)).sum();
  }

  /** How close the subject came to the bound of each accuracy class, in all checks that passed. */
  private static ArrayNode accuracy(Report report) {
    ArrayNode uses = Forms.MAPPER.createArrayNode();
    report
        .evidence()
        .fractions()
        .forEach(
            (accuracy, fraction) ->
                uses.addObject()
                    .put("accuracy", json(accuracy).asText())
                    .put("claimed", accuracy == report.claims().accuracy())
                    .put("largestFraction", fraction));
    return uses;
  }

  private static List<ObjectNode> entries(Report report, Kind kind) {
    return report.results().stream()
        .filter(result -> result.check().kind() == kind)
        .map(Certificate::entry)
        .toList();
  }

  /** A check and how it ended, without its failure. */
  private static ObjectNode entry(Result result) {
    Check check = result.check();
    ObjectNode entry = Forms.MAPPER.createObjectNode();
    entry.put("id", check.id());
    entry.put("level", check.binding() ? "must" : "should");
    entry.put("title", check.title());
    entry.setAll(outcome(result));
    entry.remove("failure");
    if (entry.has("reason")) {
      return entry.put("seconds", 0.0);
    }
    entry.set("seconds", json(result.time()));
    entry.set("proof", json(result.evidence()));
    return entry;
  }

  private static ObjectNode outcome(Result result) {
    return Forms.MAPPER.valueToTree(result.outcome());
  }

  /** Every failure in full, expected ones among them. */
  private static ArrayNode failures(Report report) {
    ArrayNode failures = Forms.MAPPER.createArrayNode();
    for (Result result : report.results()) {
      ObjectNode outcome = outcome(result);
      if (outcome.has("failure")) {
        failures
            .addObject()
            .put("kind", json(result.check().kind()).asText())
            .put("id", result.check().id())
            .setAll((ObjectNode) outcome.get("failure"));
      }
    }
    return failures;
  }
}
