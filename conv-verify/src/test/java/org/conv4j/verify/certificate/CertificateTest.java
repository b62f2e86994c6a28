package org.conv4j.verify.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.report.TextReport;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.FixedCheck;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
  private static String text(Report report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new TextReport(out).write(report);
    out.flush();
    return text.toString();
  }

  private static String wrong(Report report) {
    List<String> messages = new ArrayList<>();
    assertThatThrownBy(() -> Samples.certificate(report))
        .isInstanceOf(ManifestMismatch.class)
        .satisfies(thrown -> messages.add(thrown.getMessage()));
    return messages.get(0);
  }

  private static List<Result> results() {
    return new ArrayList<>(Samples.DIRECT.results());
  }

  @Test
  void executedAndSkippedAreTheManifest() {
    for (Report report : List.of(Samples.DIRECT, Samples.CORRELATES, Samples.HANGS)) {
      Counts counts = Samples.certificate(report).counts();
      assertThat(counts.manifest()).isEqualTo(Manifest.all().size());
      assertThat(counts.executed() + counts.skipped()).isEqualTo(counts.manifest());
      assertThat(counts.passed() + counts.failed() + counts.expected())
          .isEqualTo(counts.executed());
      assertThat(counts.notClaimed() + counts.notAsked() + counts.notRun())
          .isEqualTo(counts.skipped());
    }
    assertThat(Samples.certificate(Samples.HANGS).counts().notRun()).isPositive();
    assertThat(Samples.certificate(Samples.CORRELATES).counts().failed()).isPositive();
    assertThat(Samples.certificate(Samples.CORRELATES).counts().notClaimed()).isPositive();
  }

  @Test
  void aCheckThatIsMissingIsFoundOut() {
    List<Result> results = results();
    results.removeIf(result -> result.check().id().equals("exact"));
    assertThat(wrong(Samples.with(Samples.DIRECT, results)))
        .contains(Samples.DIRECT.subject(), "1 without a result (exact)");
  }

  @Test
  void aCheckThatIsThereTwiceIsFoundOut() {
    List<Result> results = results();
    results.add(results.get(0));
    assertThat(wrong(Samples.with(Samples.DIRECT, results)))
        .contains("1 with more than one (exact)");
  }

  @Test
  void theRightCountOfTheWrongChecksIsFoundOut() {
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
  void everythingThatIsNotThereIsCountedAndSomeNamed() {
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
  void whatIsReadIsWhatWasWritten(String name, Report report) {
    Certificate certificate = Samples.certificate(report);
    CertificateFile read = Samples.read(certificate);
    assertThat(Json.indented(read.certificate())).isEqualTo(Json.indented(certificate));
    assertThat(text(read.report())).as(name).isEqualTo(text(report));
    assertThat(read.report().evidence()).isEqualTo(report.evidence());
    assertThat(read.report().verdict()).isEqualTo(report.verdict());
  }

  @Test
  void longArraysAreLeftOutAndThatIsSaid() {
    CertificateFile read = Samples.read(Samples.certificate(Samples.withLongArrays()));
    Elements operand = read.certificate().failures().get(0).operands().get(0);
    assertThat(operand.data()).isNull();
    assertThat(operand.omitted()).isEqualTo("1001 elements, and 1000 at most are written");
    Outcome outcome = read.report().failures().findFirst().orElseThrow().outcome();
    assertThat(((Outcome.Failed) outcome).failure().lines())
        .contains("          in1: complex64(1001,)", "          in2: float64(2,)")
        .anyMatch(line -> line.strip().startsWith("expected: complex64(1001,), 1001 elements"))
        .anyMatch(line -> line.startsWith("got"));
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
  void anArrayIsReadBitForBit(NdArray array) {
    Elements read = Json.read(Json.line(Elements.of(array)), Elements.class);
    NdArray back = read.restored().orElseThrow();
    assertThat(back).isEqualTo(array);
    assertThat(back.dtype()).isEqualTo(array.dtype());
    // equals may take zeros of either sign for the same
    assertThat(Elements.of(back)).isEqualTo(Elements.of(array));
  }

  @Test
  void floatsAreWrittenInHexadecimal() {
    assertThat(Elements.of(NdArray.of(1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY)).data())
        .containsExactly("0x1.8p0", "-0x0.0p0", "NaN", "-inf");
  }

  @Test
  void theKitIsToldByDigestsThatEveryLawIsIn() {
    Kit kit = Samples.certificate(Samples.DIRECT).kit();
    assertThat(kit.laws()).matches("[0-9a-f]{64}").isNotEqualTo(kit.vectors());
    assertThat(kit.vectors()).matches("[0-9a-f]{64}");
    for (int i = 0; i < Laws.all().size(); i++) {
      List<Law> others = new ArrayList<>(Laws.all());
      others.remove(i);
      assertThat(Kit.digestOfLaws(others)).isNotEqualTo(kit.laws());
    }
    List<Law> reversed = new ArrayList<>(Laws.all());
    Collections.reverse(reversed);
    assertThat(Kit.digestOfLaws(reversed)).isNotEqualTo(kit.laws());
  }

  @Test
  void theFractionOfTheClaimedBoundIsMarked() {
    assertThat(Samples.certificate(Samples.DIRECT).accuracy())
        .filteredOn(BoundUse::claimed)
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.accuracy()).isEqualTo("componentwise");
              assertThat(use.largestFraction()).isBetween(0.0, 1.0).isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"verdict\":\"not-conformant\"|\"verdict\":\"conformant\"",
        "\"status\":\"failed\"|\"status\":\"passed\"",
        "\"failed\":|\"failed\":1",
        "\"level\":\"must\"|\"level\":\"should\"",
      })
  void whatContradictsItselfIsNotRead(String change) {
    String json = Json.line(Samples.certificate(Samples.CORRELATES));
    String[] parts = change.split("\\|", -1);
    assertThat(json).contains(parts[0]);
    int at = json.indexOf(parts[0]);
    String changed = json.substring(0, at) + parts[1] + json.substring(at + parts[0].length());
    assertThatThrownBy(() -> CertificateFile.parse("mine.json", changed))
        .isInstanceOf(UnusableCertificate.class)
        .hasMessageContaining("mine.json was changed or cut: ");
  }

  @Test
  void whatIsOfAnotherKitIsNotRead() {
    String json = Json.line(Samples.certificate(Samples.DIRECT));
    String other = json.replace(Kit.current().vectors(), "0".repeat(64));
    assertThatThrownBy(() -> CertificateFile.parse("old.json", other))
        .isInstanceOf(UnusableCertificate.class)
        .hasMessageContaining("old.json is of another kit");
  }
}
