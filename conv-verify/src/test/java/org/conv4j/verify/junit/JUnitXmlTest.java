package org.conv4j.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.conv4j.api.Capabilities;
import org.conv4j.api.NdArray;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.FixedCheck;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Selection;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reports as CI systems read them. */
class JUnitXmlTest {
  private static final Instant START = Instant.parse("2030-01-02T03:04:05.678Z");
  private static final String WHAT =
      "wrong: \u0000\u0007\u001b[31m <&> ]]> \uD83D\uDE00 \uD83D end";

  private static final Failure FAILURE =
      new Failure(
          WHAT,
          List.of(NdArray.of(1.0)),
          Optional.empty(),
          Optional.of(NdArray.of(2.0)),
          Optional.of(NdArray.of(3.0)),
          "the/token",
          Optional.of(new IllegalStateException("no such device: ]]>")));

  private final List<Result> results = new ArrayList<>();

  private void add(Kind kind, String id, boolean binding, Outcome outcome, Duration time) {
    results.add(
        new Result(new FixedCheck(kind, id, binding, outcome), outcome, time, Evidence.none()));
  }

  private Element suite(String... problems) throws Exception {
    Report report =
        new Report(
            "mine <&>",
            new Claims.OfConvolver(Capabilities.basic()),
            Settings.standard(),
            Selection.all(),
            ExpectedFailures.none(),
            List.of("17"),
            START,
            Duration.ofMillis(12_345),
            List.of(problems),
            results);
    String xml = JUnitXml.of(report, "conv4j-mine");
    SchemaFactory.newDefaultInstance()
        .newSchema(JUnitXmlTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static Element test(Element suite, String classname, String name) {
    NodeList tests = suite.getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      if (test.getAttribute("classname").equals(classname)
          && test.getAttribute("name").equals(name)) {
        return test;
      }
    }
    throw new AssertionError("no test " + name + " in " + classname);
  }

  private static Element law(Element suite, String id) {
    return test(suite, "conv4j-mine.laws", "[" + id + "] The title of " + id + ".");
  }

  private static Element child(Element test, String name) {
    NodeList children = test.getElementsByTagName(name);
    assertThat(children.getLength()).as(name).isEqualTo(1);
    return (Element) children.item(0);
  }

  @Test
  void every_check_is_a_test_with_its_own_time() throws Exception {
    add(Kind.LAW, "fine", true, Outcome.Passed.WHOLE, Duration.ofNanos(1_234_567_890));
    add(Kind.VECTOR, "fine", true, Outcome.Passed.WHOLE, Duration.ofMillis(2));
    Element suite = suite();
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(suite.getAttribute("name")).isEqualTo("conv4j: mine <&>");
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("skipped")).isEqualTo("0");
    assertThat(suite.getAttribute("time")).isEqualTo("12.345000");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2030-01-02T03:04:05");
    assertThat(law(suite, "fine").getAttribute("time")).isEqualTo("1.234567");
    Element vector = test(suite, "conv4j-mine.golden vectors", "[fine] The title of fine.");
    assertThat(vector.getAttribute("time")).isEqualTo("0.002000");
  }

  @Test
  void a_failure_tells_everything_whatever_characters_it_holds() throws Exception {
    add(Kind.LAW, "broken", true, new Outcome.Failed(FAILURE), Duration.ofMillis(5));
    Element suite = suite();
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failure = child(law(suite, "broken"), "failure");
    assertThat(failure.getAttribute("type")).isEqualTo("org.opentest4j.AssertionFailedError");
    assertThat(failure.getAttribute("message"))
        .contains("[broken] The title of broken.", "wrong: ", "[31m <&> ]]> \uD83D\uDE00", " end")
        .contains("expected", "[2.]", "got", "[3.]", "replay    the/token")
        .contains("\\u0000\\u0007\\u001b[31m", "\uD83D\uDE00 \\ud83d end", "\n  replay");
    assertThat(failure.getTextContent())
        .contains("Caused by: java.lang.IllegalStateException: no such device: ]]>");
    assertThat(law(suite, "broken").getAttribute("time")).isEqualTo("0.005000");
  }

  @Test
  void what_was_not_executed_is_skipped_with_the_reason() throws Exception {
    ExpectedFailure entry =
        new ExpectedFailure("known", "bug ]]> 17", "https://example.org", LocalDate.EPOCH);
    add(Kind.LAW, "rank", true, new Outcome.NotClaimed("rank 2"), Duration.ZERO);
    add(Kind.LAW, "left", true, new Outcome.Skipped("not in shard 1/2"), Duration.ZERO);
    add(Kind.LAW, "known", true, new Outcome.Expected(FAILURE, entry), Duration.ZERO);
    add(Kind.LAW, "surprise", false, new Outcome.Failed(FAILURE), Duration.ZERO);
    Element suite = suite();
    assertThat(suite.getAttribute("skipped")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(reason(suite, "rank")).isEqualTo("not claimed: rank 2");
    assertThat(reason(suite, "left")).isEqualTo("not in shard 1/2");
    assertThat(reason(suite, "known"))
        .isEqualTo("expected to fail until 1970-01-01: bug ]]> 17, https://example.org");
    assertThat(reason(suite, "surprise")).startsWith("should hold, but does not: [surprise]");
  }

  private static String reason(Element suite, String id) {
    return child(law(suite, id), "skipped").getTextContent();
  }

  @Test
  void what_was_not_run_and_what_is_stale_fails() throws Exception {
    add(Kind.VECTOR, "late", true, new Outcome.NotRun("no time was left"), Duration.ZERO);
    Element suite = suite("\"a.law\" is expected to fail, and cannot");
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    Element late = test(suite, "conv4j-mine.golden vectors", "[late] The title of late.");
    assertThat(child(late, "failure").getAttribute("message"))
        .isEqualTo("[late] was not run: no time was left");
    Element stale = test(suite, "conv4j-mine.laws", "every expected failure can still occur");
    assertThat(child(stale, "failure").getAttribute("message"))
        .isEqualTo("\"a.law\" is expected to fail, and cannot");
  }

  @Test
  void what_there_is_to_say_of_a_check_that_passed_is_output() throws Exception {
    Outcome shortened = new Outcome.Passed(Optional.of("3 of 100 tries"), Optional.empty());
    Outcome remarked = new Outcome.Passed(Optional.empty(), Optional.of("near the bound"));
    add(Kind.LAW, "short", true, shortened, Duration.ZERO);
    add(Kind.LAW, "remarked", true, remarked, Duration.ZERO);
    add(Kind.LAW, "fine", true, Outcome.Passed.WHOLE, Duration.ZERO);
    Element suite = suite();
    assertThat(child(law(suite, "short"), "system-out").getTextContent())
        .isEqualTo("3 of 100 tries");
    assertThat(child(law(suite, "remarked"), "system-out").getTextContent())
        .isEqualTo("near the bound");
    assertThat(law(suite, "fine").hasChildNodes()).isFalse();
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
  }

  @Test
  void properties_tell_what_repeats_the_run() throws Exception {
    add(Kind.LAW, "fine", true, Outcome.Passed.WHOLE, Duration.ZERO);
    NodeList properties = suite().getElementsByTagName("property");
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < properties.getLength(); i++) {
      Element property = (Element) properties.item(i);
      values.put(property.getAttribute("name"), property.getAttribute("value"));
    }
    assertThat(values)
        .containsExactly(
            entry("effort", "STANDARD"),
            entry("java", "17"),
            entry("seed", "1"),
            entry("verdict", "CONFORMANT"));
  }

  /** So that the schema says something. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<testcase name='no class' time='0'/>",
        "<testcase name='two ends' classname='c' time='0'><failure/><skipped/></testcase>",
        "<testcase name='time' classname='c' time='1,000'/>",
        "<verdict/>",
      })
  void the_schema_refuses_what_ci_systems_would_not_read(String test) throws Exception {
    String suite = "<testsuite name='s' tests='1' failures='0' errors='0' time='0'>%s</testsuite>";
    Validator validator =
        SchemaFactory.newDefaultInstance()
            .newSchema(JUnitXmlTest.class.getResource("junit.xsd"))
            .newValidator();
    validator.validate(
        new StreamSource(
            new StringReader(suite.formatted("<testcase name='n' classname='c' time='1.5'/>"))));
    assertThatThrownBy(
            () -> validator.validate(new StreamSource(new StringReader(suite.formatted(test)))))
        .isInstanceOf(SAXException.class);
  }
}
