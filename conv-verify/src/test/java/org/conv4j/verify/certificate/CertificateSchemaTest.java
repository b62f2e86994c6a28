package org.conv4j.verify.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.conv4j.api.NdArray;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates are what their published schema says, and other things are not. */
class CertificateSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ExpectedFailure EXPECTATION =
      new ExpectedFailure(
          "commutative.*", "known", "https://example.org/17", LocalDate.of(2030, 12, 31));

  private final Validator validator = new ValidatorFactory().createValidator();
  private final URI schema = validator.registerSchema(published());

  private static String published() {
    try (InputStream in = Certificate.class.getResourceAsStream("certificate.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> errors(String json) {
    return validator.validate(schema, json).getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }

  static Stream<Arguments> reports() {
    return Stream.of(
        arguments("direct", Samples.DIRECT),
        arguments("fails", Samples.CORRELATES),
        arguments("throws", Samples.THROWS),
        arguments("hangs", Samples.HANGS),
        arguments("layers", Samples.LAYERS),
        arguments("a shard", Samples.shard(Samples.CORRELATES, 2, 3)),
        arguments("long arrays", Samples.withLongArrays()),
        arguments("fails as expected", Samples.withExpected(EXPECTATION)),
        arguments(
            "integers",
            Samples.with(
                Samples.DIRECT,
                "exact",
                new Outcome.Failed(Samples.failure(NdArray.of(Long.MIN_VALUE, 7))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reports")
  void a_certificate_is_what_the_schema_says(String name, Report report) {
    assertThat(errors(Certificate.of(report))).as(name).isEmpty();
  }

  @Test
  void the_schema_is_a_schema() throws IOException {
    JsonNode text = MAPPER.readTree(published());
    assertThat(text.get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    // The validator holds every schema that it is given against the schema of schemas.
    assertThat(schema).hasToString(text.get("$id").asText());
  }

  private static Arguments damage(String what, Consumer<ObjectNode> change) {
    return arguments(what, change);
  }

  /** The first that passed. */
  private static ObjectNode law(ObjectNode root) {
    for (JsonNode law : root.get("laws")) {
      if (law.has("proof") && !law.get("status").asText().equals("failed")) {
        return (ObjectNode) law;
      }
    }
    throw new AssertionError("no law passed");
  }

  private static ObjectNode failure(ObjectNode root) {
    return (ObjectNode) root.get("failures").get(0);
  }

  private static ObjectNode operand(ObjectNode root) {
    return (ObjectNode) failure(root).get("operands").get(0);
  }

  private static ObjectNode passed(ObjectNode root) {
    return (ObjectNode) root.get("vectors").get("passed");
  }

  private static ArrayNode anyPassed(ObjectNode root) {
    return (ArrayNode) passed(root).elements().next();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("another schema", root -> root.put("schema", "conv4j-certificate/2")),
        damage("something more", root -> root.put("signature", "trust me")),
        damage("no verdict", root -> root.remove("verdict")),
        damage("an unknown verdict", root -> root.put("verdict", "green")),
        damage("a shortened digest", root -> ((ObjectNode) root.get("kit")).put("laws", "c0ffee")),
        damage("a negative duration", root -> root.put("seconds", -1)),
        damage("a local time", root -> root.put("started", "2030-01-02T03:04:05+01:00")),
        damage(
            "a count that is no count",
            root -> ((ObjectNode) root.get("counts")).put("failed", 0.5)),
        damage("no count", root -> ((ObjectNode) root.get("counts")).remove("skipped")),
        damage("no laws", root -> root.set("laws", MAPPER.createArrayNode())),
        damage("an unknown status", root -> law(root).put("status", "unsupported")),
        damage("passed without a proof", root -> law(root).remove("proof")),
        damage("skipped with a proof", root -> law(root).put("status", "skipped")),
        damage("passed for a reason", root -> law(root).put("reason", "because")),
        damage("expected without why", root -> law(root).put("status", "expected")),
        damage("a vector in three columns", root -> anyPassed(root).remove(3)),
        damage("a vector in five columns", root -> anyPassed(root).add(1)),
        damage("a vector of no mode", root -> anyPassed(root).set(0, MAPPER.valueToTree("FULL"))),
        damage("a failure without a token", root -> failure(root).remove("replay")),
        damage("a decimal fraction", root -> operand(root).putArray("data").add("0.1")),
        damage("a bare number", root -> operand(root).putArray("data").add(1)),
        damage("neither data nor reason", root -> operand(root).remove("data")),
        damage("an unknown type", root -> operand(root).put("dtype", "float16")),
        damage(
            "a shard before the first",
            root -> ((ObjectNode) root.get("settings")).put("shard", 0)),
        damage("claims of nothing", root -> ((ObjectNode) root.get("claims")).putArray("dtypes")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void a_damaged_one_is_not(String name, Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) MAPPER.readTree(Certificate.of(Samples.CORRELATES));
    assertThat(law(root).get("status").asText()).isEqualTo("passed");
    change.accept(root);
    assertThat(errors(root.toString())).as(name).isNotEmpty();
  }
}
