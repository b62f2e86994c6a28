package org.conv4j.verify.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Selection;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Evidence;
import org.conv4j.verify.subject.SubjectKind;

/**
 * Reads a certificate back. The report is what the run found, except for exceptions and the
 * elements of long arrays. It must give the same certificate again; otherwise it is refused.
 */
final class CertificateReader {
  private final JsonNode tree;

  private CertificateReader(JsonNode tree) {
    this.tree = tree;
  }

  /**
   * Reads a certificate that this kit made.
   *
   * @throws UnusableCertificate if it cannot be read, is not a certificate, is of another kit, or
   *     contradicts itself
   */
  static Report read(Path file) {
    if (Files.isDirectory(file)) {
      throw new UnusableCertificate(file + " is a directory, not a certificate");
    }
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UnusableCertificate(file + " cannot be read: " + e, e);
    }
  }

  /** The same of a text; messages call it by a name. */
  static Report read(String name, String text) {
    JsonNode tree = parsed(name, text);
    if (!tree.path("schema").asText().equals(Certificate.SCHEMA)) {
      throw new UnusableCertificate(
          name + " is no certificate: its \"schema\" is not " + Certificate.SCHEMA);
    }
    requireThisKit(name, tree.path("kit"), kind(tree));
    try {
      Report report = new CertificateReader(tree).report();
      difference(tree, Certificate.tree(report), "")
          .ifPresent(
              at -> {
                throw new IllegalArgumentException("the rest gives another " + at);
              });
      return report;
    } catch (IllegalArgumentException | ManifestMismatch | JsonProcessingException e) {
      throw new UnusableCertificate(name + " was changed or cut: " + firstLine(e), e);
    }
  }

  /** What does not read as the claims of layers is read as those of a convolver, or refused. */
  private static SubjectKind kind(JsonNode tree) {
    return Forms.areOfLayers(tree.path("claims")) ? SubjectKind.LAYER : SubjectKind.CONVOLVER;
  }

  private static void requireThisKit(String name, JsonNode given, SubjectKind kind) {
    JsonNode kit = Forms.MAPPER.valueToTree(Kit.of(kind));
    if (!given.equals(kit)) {
      throw new UnusableCertificate(name + " is of another kit: " + given + ", this one is " + kit);
    }
  }

  private static JsonNode parsed(String name, String text) {
    try {
      return Forms.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnusableCertificate(name + " is no certificate: " + firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Where two trees differ first, as a JSON pointer. */
  private static Optional<String> difference(JsonNode a, JsonNode b, String at) {
    if (a.isContainerNode() && a.getNodeType() == b.getNodeType()) {
      Set<String> names = new LinkedHashSet<>();
      a.fieldNames().forEachRemaining(names::add);
      b.fieldNames().forEachRemaining(names::add);
      for (int i = 0; a.isArray() && i < Math.max(a.size(), b.size()); i++) {
        Optional<String> found = difference(a.path(i), b.path(i), at + "/" + i);
        if (found.isPresent()) {
          return found;
        }
      }
      return names.stream()
          .flatMap(name -> difference(a.path(name), b.path(name), at + "/" + name).stream())
          .findFirst();
    }
    boolean numbers = a.isNumber() && b.isNumber();
    boolean values = a.isValueNode() && b.isValueNode();
    boolean same =
        numbers ? a.doubleValue() == b.doubleValue() : values && a.asText().equals(b.asText());
    return same ? Optional.empty() : Optional.of(at);
  }

  private Report report() throws JsonProcessingException {
    return new Report(
        tree.required("subject").asText(),
        value(tree, "claims", Claims.class),
        value(tree, "settings", Settings.class),
        value(tree, "settings", Selection.class),
        new ExpectedFailures(List.of(value(tree, "expectedFailures", ExpectedFailure[].class))),
        List.of(value(tree, "java", String[].class)),
        value(tree, "started", Instant.class),
        value(tree, "seconds", Duration.class),
        List.of(value(tree, "problems", String[].class)),
        results());
  }

  private static <T> T value(JsonNode of, String name, Class<T> type)
      throws JsonProcessingException {
    return Forms.MAPPER.treeToValue(of.required(name), type);
  }

  private List<Result> results() throws JsonProcessingException {
    Map<String, JsonNode> failures = new HashMap<>();
    for (JsonNode failure : tree.required("failures")) {
      failures.put(
          failure.required("kind").asText() + ":" + failure.required("id").asText(), failure);
    }
    Map<String, JsonNode> laws = new HashMap<>();
    for (JsonNode law : tree.required("laws")) {
      laws.put(law.required("id").asText(), law);
    }
    Map<String, JsonNode> vectors = VectorTable.unfold(tree.required("vectors"));
    List<Result> results = new ArrayList<>();
    for (Check check : Manifest.of(kind(tree))) {
      boolean law = check.kind() == Kind.LAW;
      JsonNode entry = (law ? laws : vectors).get(check.id());
      if (entry == null) {
        throw new IllegalArgumentException("there is nothing about " + check.id());
      }
      results.add(result(check, entry, failures.get((law ? "law:" : "vector:") + check.id())));
    }
    return results;
  }

  private static Result result(Check check, JsonNode entry, JsonNode failure)
      throws JsonProcessingException {
    ObjectNode outcome = entry.deepCopy();
    if (failure != null) {
      outcome.set("failure", failure);
    }
    return new Result(
        check,
        Forms.MAPPER.treeToValue(outcome, Outcome.class),
        value(entry, "seconds", Duration.class),
        entry.has("proof") ? value(entry, "proof", Evidence.class) : Evidence.none());
  }
}
