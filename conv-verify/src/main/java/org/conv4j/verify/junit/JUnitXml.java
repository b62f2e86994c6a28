package org.conv4j.verify.junit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.opentest4j.AssertionFailedError;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A report as JUnit XML, in the form of Surefire and Ant, which CI systems read. */
public final class JUnitXml {
  private static final int MICROS = 6;

  private final Document document;
  private final Element suite;
  private int tests;
  private int failures;
  private int skipped;

  private JUnitXml() throws ParserConfigurationException {
    document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    suite = document.createElement("testsuite");
    document.appendChild(suite);
    document.setXmlStandalone(true);
  }

  /**
   * A report as XML: one test suite, with a test for each law and each golden vector. Characters
   * that XML does not allow are written as Java's escapes.
   *
   * @param report what a run found
   * @param id the prefix of the names of the test classes
   * @return the text of the file
   * @throws IOException if the XML library of this Java does not work
   */
  public static String of(Report report, String id) throws IOException {
    try {
      JUnitXml xml = new JUnitXml();
      xml.describe(report);
      for (Result result : report.results()) {
        Check check = result.check();
        xml.add(
            id + "." + group(check.kind()),
            "[" + check.id() + "] " + check.title(),
            result.time(),
            JUnitOutcome.of(check, result.outcome()));
      }
      if (!report.problems().isEmpty()) {
        xml.add(
            id + "." + group(Check.Kind.LAW),
            "every expected failure can still occur",
            Duration.ZERO,
            JUnitOutcome.ofStale(report.problems()));
      }
      xml.count(report.time(), report.started());
      return xml.text();
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IOException("no JUnit XML could be made: " + e, e);
    }
  }

  private static String group(Check.Kind kind) {
    return kind == Check.Kind.LAW ? "laws" : "golden vectors";
  }

  private void describe(Report report) {
    set(suite, "name", "conv4j: " + report.subject());
    Element properties = child(suite, "properties");
    property(properties, "seed", Long.toString(report.settings().seed()));
    property(properties, "effort", report.settings().effort().name());
    property(properties, "java", String.join(", ", report.java()));
    property(properties, "verdict", report.verdict().name());
  }

  private void property(Element properties, String name, String value) {
    Element property = child(properties, "property");
    set(property, "name", name);
    set(property, "value", value);
  }

  private void add(String className, String name, Duration time, JUnitOutcome outcome) {
    Element test = child(suite, "testcase");
    set(test, "name", name);
    set(test, "classname", className);
    set(test, "time", seconds(time));
    tests++;
    switch (outcome.status()) {
      case PASSED -> {
        if (!outcome.message().isEmpty()) {
          write(child(test, "system-out"), outcome.message());
        }
      }
      case SKIPPED -> {
        skipped++;
        Element reason = child(test, "skipped");
        set(reason, "message", outcome.message());
        write(reason, outcome.message());
      }
      case FAILED -> {
        failures++;
        AssertionFailedError error = outcome.error();
        Element failure = child(test, "failure");
        set(failure, "message", outcome.message());
        set(failure, "type", error.getClass().getName());
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        write(failure, trace.toString());
      }
    }
  }

  private void count(Duration time, Instant started) {
    set(suite, "tests", Integer.toString(tests));
    set(suite, "failures", Integer.toString(failures));
    set(suite, "errors", "0");
    set(suite, "skipped", Integer.toString(skipped));
    set(suite, "time", seconds(time));
    // As Ant wrote it: seconds, and no zone.
    set(
        suite,
        "timestamp",
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            started.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos() / 1000, MICROS).toPlainString();
  }

  private String text() throws TransformerException {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.INDENT, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  private Element child(Element parent, String name) {
    Element child = document.createElement(name);
    parent.appendChild(child);
    return child;
  }

  private static void set(Element element, String attribute, String value) {
    element.setAttribute(attribute, allowed(value));
  }

  private void write(Element element, String text) {
    element.appendChild(document.createTextNode(allowed(text)));
  }

  /** The text with an escape for each character that XML 1.0 does not allow. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.replace(System.lineSeparator(), "\n")
        .codePoints()
        .forEach(
            c -> {
              if (isAllowed(c)) {
                allowed.appendCodePoint(c);
              } else {
                allowed.append(String.format("\\u%04x", c));
              }
            });
    return allowed.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c <= 0xFFFD)
        || Character.isSupplementaryCodePoint(c);
  }
}
