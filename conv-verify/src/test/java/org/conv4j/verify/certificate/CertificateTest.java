package org.conv4j.verify.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.report.TextReport;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Exhibit;
import org.conv4j.verify.run.FixedCheck;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateTest {
  /** Of a failure. */
  private static final Set<String> NOT_ALWAYS_THERE = Set.of("mode", "expected", "got");

  private static String text(Report report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new TextReport(out).write(report);
    out.flush();
    return text.toString();
  }

  private static String wrong(Report report) {
    List<String> messages = new ArrayList<>();
    assertThatThrownBy(() -> Certificate.of(report))
        .isInstanceOf(ManifestMismatch.class)
        .satisfies(thrown -> messages.add(thrown.getMessage()));
    return messages.get(0);
  }

  private static List<Result> results() {
    return new ArrayList<>(Samples.DIRECT.results());
  }

  private static int count(Report report, String... names) {
    JsonNode counts = Certificate.tree(report).get("counts");
    return Stream.of(names).mapToInt(name -> counts.get(name).asInt()).sum();
  }

  @Test
  void executed_and_skipped_are_the_manifest() {
    for (Report report : List.of(Samples.DIRECT, Samples.CORRELATES, Samples.HANGS)) {
      assertThat(count(report, "manifest")).isEqualTo(Manifest.all().size());
      assertThat(count(report, "executed", "skipped")).isEqualTo(count(report, "manifest"));
      assertThat(count(report, "passed", "failed", "expected"))
          .isEqualTo(count(report, "executed"));
      assertThat(count(report, "notClaimed", "notAsked", "notRun"))
          .isEqualTo(count(report, "skipped"));
    }
    assertThat(count(Samples.HANGS, "notRun")).isPositive();
    assertThat(count(Samples.CORRELATES, "failed")).isPositive();
    assertThat(count(Samples.CORRELATES, "notClaimed")).isPositive();
  }

  @Test
  void a_check_that_is_missing_is_found_out() {
    List<Result> results = results();
    results.removeIf(result -> result.check().id().equals("exact"));
    assertThat(wrong(Samples.with(Samples.DIRECT, results)))
        .contains(Samples.DIRECT.subject(), "1 without a result (exact)");
  }

  @Test
  void a_check_that_is_there_twice_is_found_out() {
    List<Result> results = results();
    results.add(results.get(0));
    assertThat(wrong(Samples.with(Samples.DIRECT, results)))
        .contains("1 with more than one (exact)");
  }

  @Test
  void the_right_count_of_the_wrong_checks_is_found_out() {
    List<Result> results = results();
    int last = results.size() - 1;
    results.set(last, results.get(last - 1));
    assertThat(wrong(Samples.with(Samples.DIRECT, results)))
        .contains("1 without a result", "1 with more than one");
    FixedCheck check = new FixedCheck(Kind.LAW, "invented", true, Outcome.Passed.WHOLE);
    results = results();
    results.add(FixedCheck.report("subject", check).results().get(0));
    assertThat(wrong(Samples.with(Samples.DIRECT, results)))
        .contains("1 that the manifest does not have (invented)");
  }

  @Test
  void everything_that_is_not_there_is_counted_and_some_named() {
    assertThat(wrong(Samples.with(Samples.DIRECT, List.of())))
        .contains(Manifest.all().size() + " without a result (exact, shape.full, ", ", …)");
  }

  static Stream<Arguments> reports() {
    return Stream.of(
        arguments("direct", Samples.DIRECT),
        arguments("fails", Samples.CORRELATES),
        arguments("throws", Samples.THROWS),
        arguments("hangs", Samples.HANGS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reports")
  void what_is_read_is_what_was_written(String name, Report report) {
    Report read = Samples.read(report);
    assertThat(Certificate.of(read)).isEqualTo(Certificate.of(report));
    assertThat(text(read)).as(name).isEqualTo(text(report));
    assertThat(read.evidence()).isEqualTo(report.evidence());
    assertThat(read.verdict()).isEqualTo(report.verdict());
  }

  @Test
  void long_arrays_are_left_out_and_that_is_said() {
    Report read = Samples.read(Samples.withLongArrays());
    JsonNode operand = Certificate.tree(read).at("/failures/0/operands/0");
    assertThat(operand.has("data")).isFalse();
    assertThat(operand.get("omitted").asText())
        .isEqualTo("1001 elements, and 1000 at most are written");
    Outcome outcome = read.failures().findFirst().orElseThrow().outcome();
    assertThat(((Outcome.Failed) outcome).failure().lines())
        .contains(
            "in1       (not kept)   complex64(1001,)",
            "in2       [ 1. -0.]   float64(2,)",
            "expected  (not kept)   complex64(1001,)",
            "got       [ nan -inf]   float64(2,)");
  }

  static Stream<NdArray> arrays() {
    double[] doubles = {0.1, -0.0, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, -1e300};
    float[] floats = {0.1f, -0.0f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 3e38f};
    Shape shape = Shape.of(2, 3);
    return Stream.of(
        NdArray.wrap(doubles, shape),
        NdArray.wrap(floats, shape),
        NdArray.of(Long.MIN_VALUE, Long.MAX_VALUE),
        NdArray.of(Integer.MIN_VALUE, 0, 7),
        NdArray.wrapComplex(doubles, doubles.clone(), shape),
        NdArray.wrapComplex(floats, floats.clone(), Shape.of(6)),
        NdArray.zeros(DType.FLOAT64, Shape.of(0, 2)),
        NdArray.scalar(1.5));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void an_array_is_read_bit_for_bit(NdArray array) throws IOException {
    String text = Forms.MAPPER.writeValueAsString(Exhibit.of(array));
    Exhibit back = Forms.MAPPER.readValue(text, Exhibit.class);
    assertThat(back).isEqualTo(Exhibit.of(array));
    // equals may take zeros of either sign for the same
    assertThat(Forms.MAPPER.writeValueAsString(back)).isEqualTo(text);
  }

  @Test
  void floats_are_written_in_hexadecimal() throws IOException {
    NdArray array = NdArray.of(1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(Forms.MAPPER.writeValueAsString(Exhibit.of(array)))
        .contains("[\"0x1.8p0\",\"-0x0.0p0\",\"NaN\",\"-inf\"]");
  }

  @Test
  void the_kit_is_told_by_digests_that_every_law_is_in() {
    Kit kit = Kit.current();
    assertThat(kit.laws()).matches("[0-9a-f]{64}").isNotEqualTo(kit.vectors());
    assertThat(kit.vectors()).matches("[0-9a-f]{64}");
    for (int i = 0; i < Laws.all().size(); i++) {
      List<ConvolverLaw> others = new ArrayList<>(Laws.all());
      others.remove(i);
      assertThat(Kit.digestOfLaws(others)).isNotEqualTo(kit.laws());
    }
    List<ConvolverLaw> reversed = new ArrayList<>(Laws.all());
    Collections.reverse(reversed);
    assertThat(Kit.digestOfLaws(reversed)).isNotEqualTo(kit.laws());
  }

  @Test
  void the_fraction_of_the_claimed_bound_is_marked() {
    assertThat(Certificate.tree(Samples.DIRECT).get("accuracy"))
        .filteredOn(use -> use.get("claimed").asBoolean())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.get("accuracy").asText()).isEqualTo("componentwise");
              assertThat(use.get("largestFraction").asDouble()).isBetween(0.0, 1.0).isPositive();
            });
  }

  private static String refused(JsonNode tree) {
    List<String> messages = new ArrayList<>();
    assertThatThrownBy(() -> CertificateReader.read("mine.json", tree.toString()))
        .isInstanceOf(UnusableCertificate.class)
        .satisfies(thrown -> messages.add(thrown.getMessage()));
    return messages.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"verdict\":\"not-conformant\"', '\"verdict\":\"conformant\"', /verdict",
    "'\"status\":\"failed\"', '\"status\":\"passed\"', /counts/",
    "'\"status\":\"failed\"', '\"status\":\"green\"', green",
    "'\"failed\":', '\"failed\":1', /counts/failed",
    "'\"level\":\"must\"', '\"level\":\"should\"', /laws/0/level",
    "'\"seconds\":', '\"seconds\":-', not a duration",
    "'\"dtype\":\"float64\"', '\"dtype\":\"float16\"', float16",
    "'\"subject\":', '\"signature\":true,\"subject\":', /signature",
  })
  void what_contradicts_itself_is_not_read(String from, String to, String why) throws IOException {
    String json = Json.line(Certificate.tree(Samples.CORRELATES));
    assertThat(json).contains(from);
    String changed = json.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    assertThat(refused(Forms.MAPPER.readTree(changed)))
        .startsWith("mine.json was changed or cut: ")
        .contains(why);
  }

  @Test
  void nothing_that_is_written_can_be_left_out() {
    ObjectNode whole = Certificate.tree(Samples.CORRELATES);
    for (String path :
        List.of(
            "",
            "/claims",
            "/settings",
            "/counts",
            "/laws/0",
            "/laws/0/proof",
            "/vectors",
            "/vectors/leftOut/0",
            "/vectors/others/0",
            "/failures/0",
            "/failures/0/operands/0")) {
      for (String name : names(whole.at(path))) {
        ObjectNode cut = whole.deepCopy();
        ((ObjectNode) cut.at(path)).remove(name);
        if (!NOT_ALWAYS_THERE.contains(name)) {
          assertThat(refused(cut)).as("%s/%s", path, name).startsWith("mine.json ");
        }
      }
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    assertThat(names).isNotEmpty();
    return names;
  }

  @Test
  void what_is_of_another_kit_is_not_read() {
    ObjectNode tree = Certificate.tree(Samples.DIRECT);
    ((ObjectNode) tree.get("kit")).put("vectors", "0".repeat(64));
    assertThat(refused(tree)).startsWith("mine.json is of another kit: ");
  }
}
