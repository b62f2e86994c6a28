package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.conv4j.verify.bench.CaseResult.Peak;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RatioChartTest {
  private static Document chart(BenchReport report) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    String svg = RatioChart.svg(report, "bench --cases '^a&b' <x>");
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static BenchReport report(Measurement subject, Measurement... peers) {
    CaseResult result =
        new CaseResult(
            Reports.named("auto/1d/1e6x256/float64"), List.of(subject), List.of(peers), Peak.NONE);
    return Reports.of(List.of(result));
  }

  private static List<Element> elements(Document chart, String name, String style) {
    List<Element> found = new ArrayList<>();
    NodeList all = chart.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (List.of(element.getAttribute("class").split(" ", -1)).contains(style)) {
        found.add(element);
      }
    }
    return found;
  }

  private static List<String> texts(Document chart, String style) {
    return elements(chart, "text", style).stream().map(Element::getTextContent).toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** The axis as a reader sees it: the ratios of the ticks at their places. */
  private static double ratioAt(Document chart, double x) {
    List<Element> ticks = elements(chart, "text", "tick");
    Element first = ticks.get(0);
    Element last = ticks.get(ticks.size() - 1);
    double part = (x - number(first, "x")) / (number(last, "x") - number(first, "x"));
    double from = Math.log(Double.parseDouble(first.getTextContent()));
    double to = Math.log(Double.parseDouble(last.getTextContent()));
    return Math.exp(from + part * (to - from));
  }

  @Test
  void every_subject_of_every_case_has_a_row() throws Exception {
    Document chart = chart(Reports.mixed());
    assertThat(elements(chart, "g", "row")).hasSize(4);
    assertThat(texts(chart, "label"))
        .containsExactly(
            "direct/1d/1e6x64/float64",
            "fft/2d/1024x31/float64",
            "fft/2d/1024x31/float64 Mine",
            "fft/2d/1024x31/float64 Lonely");
    assertThat(texts(chart, "verdict"))
        .containsExactly("2.00 × np.convolve", "WRONG", "failed", "no peer was measured");
    assertThat(elements(chart, "circle", "dot")).hasSize(1);
  }

  @Test
  void dot_and_whiskers_are_at_median_least_and_greatest() throws Exception {
    Document chart = chart(Reports.mixed()); // ratios 2, 3 and 1
    double dot = number(elements(chart, "circle", "dot").get(0), "cx");
    List<Element> whiskers = elements(chart, "line", "whisker");
    assertThat(ratioAt(chart, dot)).isCloseTo(2, within(0.01));
    assertThat(ratioAt(chart, number(whiskers.get(0), "x1"))).isCloseTo(1, within(0.01));
    assertThat(ratioAt(chart, number(whiskers.get(0), "x2"))).isCloseTo(3, within(0.01));
    assertThat(whiskers).hasSize(3);
    for (int end = 1; end <= 2; end++) {
      assertThat(whiskers.get(end).getAttribute("x1"))
          .isEqualTo(whiskers.get(end).getAttribute("x2"))
          .isEqualTo(whiskers.get(0).getAttribute("x" + end));
    }
  }

  @Test
  void a_line_marks_the_ratio_of_one_and_sides_differ() throws Exception {
    for (double ours : new double[] {0.001, 0.1, 0.99, 1.01, 10, 1000}) {
      Document chart =
          chart(report(Reports.measured("auto", ours, ours), Reports.measured("peer", 1.0, 1.0)));
      List<Element> one = elements(chart, "line", "one");
      assertThat(one).hasSize(1);
      double at = number(one.get(0), "x1");
      assertThat(ratioAt(chart, at)).isCloseTo(1, within(0.01));
      double dot = number(elements(chart, "circle", "dot").get(0), "cx");
      assertThat(dot > at).isEqualTo(ours < 1);
      assertThat(ratioAt(chart, dot)).isCloseTo(1 / ours, within(0.01 / ours));
      assertThat(elements(chart, "g", ours < 1 ? "ahead" : "behind")).hasSize(1);
    }
  }

  @Test
  void nothing_is_drawn_outside() throws Exception {
    Document chart =
        chart(report(Reports.measured("auto", 1e-4, 1e4), Reports.measured("peer", 1.0, 1.0)));
    NodeList all = chart.getElementsByTagName("*");
    double width = number(chart.getDocumentElement(), "width");
    double height = number(chart.getDocumentElement(), "height");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      for (String name : List.of("x", "x1", "x2", "cx")) {
        assertThat(element.hasAttribute(name) ? number(element, name) : 0).isBetween(0.0, width);
      }
      for (String name : List.of("y", "y1", "y2", "cy")) {
        assertThat(element.hasAttribute(name) ? number(element, name) : 0).isBetween(0.0, height);
      }
    }
    assertThat(width).isEqualTo(800);
  }

  @Test
  void it_says_what_was_compared_on_which_java_and_how_it_was_made() throws Exception {
    Document chart = chart(Reports.mixed());
    assertThat(texts(chart, "title"))
        .containsExactly("Speed of direct, fft, Mine, Lonely relative to the fastest peer");
    assertThat(texts(chart, "soft").subList(0, 2))
        .containsExactly(
            "conv4j not packaged, Java 17.0.1, Some VM, vector module off",
            "Peers: NumPy 2.4.6. One core each, 3 rounds, full mode.");
    assertThat(chart.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("Made by: bench --cases '^a&b' <x>");
    assertThat(chart.getElementsByTagName("style").item(0).getTextContent())
        .contains("prefers-color-scheme: dark");
  }

  @Test
  void a_name_is_text_whatever_it_holds() throws Exception {
    String name = "<script>\"&'\u0000\u001b\ud800\uffff]]>\ud83d\ude80";
    Document chart =
        chart(report(Reports.measured(name, 1.0), Reports.measured("]]> & <peer>", 2.0)));
    assertThat(texts(chart, "label"))
        .containsExactly(
            "auto/1d/1e6x256/float64 <script>\"&'\ufffd\ufffd\ufffd\ufffd]]>\ud83d\ude80");
    assertThat(texts(chart, "verdict")).containsExactly("2.00 × ]]> & <peer>");
    assertThat(chart.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void a_long_name_is_cut_in_the_middle() throws Exception {
    Document chart = chart(report(Reports.measured("x".repeat(500) + "End", 1.0)));
    assertThat(texts(chart, "label").get(0))
        .startsWith("auto/1d/")
        .contains("…")
        .endsWith("xEnd")
        .hasSize(44);
  }
}
