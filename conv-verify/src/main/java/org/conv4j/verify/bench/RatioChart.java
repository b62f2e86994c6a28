package org.conv4j.verify.bench;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.conv4j.verify.measure.Statistics;
import org.conv4j.verify.report.Units;

/**
 * A report as a picture, in SVG: for each subject in each case, how many times as fast it is as the
 * fastest peer. The axis is logarithmic, a dot is the median over the rounds, and whiskers go from
 * the least to the greatest.
 *
 * <p>Text is text, in whatever font the reader has, and colours follow the reader's light or dark
 * theme.
 */
public final class RatioChart {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private static final int WIDTH = 800;
  private static final int TOP = 92;
  private static final int ROW = 22;
  private static final int BOTTOM = 64;
  private static final int MARGIN = 16;

  /** The part at the right that tells ratio and peer in words. */
  private static final int VERDICT = 222;

  /** About the width of a character of a label; fonts differ. */
  private static final double CHARACTER = 6.7;

  /** Longer labels are cut in the middle. */
  private static final int LONGEST_LABEL = 44;

  /** Half the height of the ends of whiskers. */
  private static final int CAP = 4;

  /** Ratios of ticks within each decade, as long as there are few decades. */
  private static final double[] STEPS = {1, 2, 5};

  private static final int FEW_DECADES = 3;

  private static final int REPLACEMENT = 0xfffd;

  /** Plain colours first: not everything that shows SVG knows variables or themes. */
  private static final String STYLE =
      """

      text { font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
      .title { font-size: 16px; font-weight: 600; }
      .tick { text-anchor: middle; }
      .ground { fill: #ffffff; }
      text { fill: #1f2328; }
      .soft { fill: #57606a; }
      .grid { stroke: #d0d7de; }
      .one { stroke: #1f2328; stroke-width: 1.5; }
      .whisker { stroke-width: 1.5; }
      .ahead .dot { fill: #0550ae; }
      .ahead .whisker { stroke: #0550ae; }
      .behind .dot { fill: #a33d00; }
      .behind .whisker { stroke: #a33d00; }
      @media (prefers-color-scheme: dark) {
        .ground { fill: #0d1117; }
        text { fill: #e6edf3; }
        .soft { fill: #9198a1; }
        .grid { stroke: #30363d; }
        .one { stroke: #e6edf3; }
        .ahead .dot { fill: #79c0ff; }
        .ahead .whisker { stroke: #79c0ff; }
        .behind .dot { fill: #ffa657; }
        .behind .whisker { stroke: #ffa657; }
      }
      """;

  private final List<Row> rows = new ArrayList<>();
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private final double left;
  private final double least;
  private final double greatest;

  /** What one subject reached in one case; ratios are empty if there are none. */
  private record Row(String label, List<Double> ratios, String verdict) {
    static Row of(CaseResult result, Measurement subject) {
      boolean own = subject.name().equals(result.one().method().subject());
      String label = result.one().name() + (own ? "" : " " + subject.name());
      List<Double> ratios = result.ratios(subject);
      String verdict =
          ratios.isEmpty()
              ? subject.measured() ? "no peer was measured" : subject.fate().label()
              : Units.number(Statistics.median(ratios))
                  + " \u00d7 "
                  + result.fastestPeer().orElseThrow().name();
      return new Row(shortened(label), ratios, verdict);
    }

    private static String shortened(String label) {
      int[] points = label.codePoints().toArray();
      if (points.length <= LONGEST_LABEL) {
        return label;
      }
      int half = LONGEST_LABEL / 2;
      return new String(points, 0, half)
          + "\u2026"
          + new String(points, points.length - half + 1, half - 1);
    }
  }

  private RatioChart(BenchReport report) throws XMLStreamException {
    report
        .results()
        .forEach(result -> result.subjects().forEach(subject -> rows.add(Row.of(result, subject))));
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    int longest = rows.stream().mapToInt(row -> row.label.length()).max().orElse(0);
    left = MARGIN + longest * CHARACTER + MARGIN;
    List<Double> all = new ArrayList<>(List.of(1.0));
    rows.forEach(row -> all.addAll(row.ratios));
    // The line at 1 is always there, with ticks on both sides, and no dot is at the edge.
    least = Math.min(0.5, 0.8 * Statistics.least(all));
    greatest = Math.max(2, 1.25 * Statistics.greatest(all));
  }

  /**
   * Draws a report.
   *
   * @param report what was found out
   * @param command what the picture was made with; stands in its description
   * @return an SVG document
   */
  public static String svg(BenchReport report, String command) {
    try {
      return new RatioChart(report).document(report, command);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a writer into memory failed", e);
    }
  }

  private String document(BenchReport report, String command) throws XMLStreamException {
    int bottom = TOP + ROW * rows.size();
    int height = bottom + BOTTOM;
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(SVG);
    attributes("width", WIDTH, "height", height, "viewBox", "0 0 " + WIDTH + " " + height);
    attributes("role", "img");
    newLine();
    element("title", title(report));
    element("desc", "Made by: " + command);
    element("style", STYLE);
    xml.writeEmptyElement("rect");
    attributes("class", "ground", "width", WIDTH, "height", height);
    newLine();
    text("title", MARGIN, 28, title(report));
    text("soft", MARGIN, 48, versions(report));
    text("soft", MARGIN, 66, circumstances(report));
    ticks(bottom);
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), TOP + ROW * i + ROW / 2);
    }
    text(
        "soft",
        MARGIN,
        height - 14,
        "Right of 1: faster. Dot: median over the rounds. Whiskers: least and greatest.");
    xml.writeEndElement();
    newLine();
    xml.writeEndDocument();
    return text.toString();
  }

  private static String title(BenchReport report) {
    String subjects =
        report.results().stream()
            .flatMap(result -> result.subjects().stream())
            .map(Measurement::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return "Speed of " + subjects + " relative to the fastest peer";
  }

  private static String versions(BenchReport report) {
    return "conv4j "
        + BenchReport.version()
        + ", Java "
        + report.machine().java()
        + ", vector module "
        + (report.machine().hasVectorModule() ? "on" : "off");
  }

  private static String circumstances(BenchReport report) {
    int cores = report.machine().cores();
    List<String> peers = new ArrayList<>();
    for (String library : List.of("NumPy", "SciPy")) {
      String version = report.versions().get(library.toLowerCase(Locale.ROOT));
      if (version != null) {
        peers.add(library + " " + version);
      }
    }
    boolean java =
        report.results().stream()
            .flatMap(result -> result.peers().stream())
            .anyMatch(peer -> peer.measured() && peer.name().equals(Peer.COMMONS_MATH.label()));
    if (java) {
      peers.add("Commons Math 3");
    }
    return "Peers: "
        + (peers.isEmpty() ? "none" : String.join(", ", peers))
        + ". "
        + (cores == 1 ? "One core" : cores + " cores")
        + " each, "
        + (report.rounds() == 1 ? "one round" : report.rounds() + " rounds")
        + (report.results().stream().allMatch(result -> result.one().layer().isPresent())
            ? "."
            : ", full mode.");
  }

  /** Where a ratio is on the axis. */
  private double x(double ratio) {
    double right = WIDTH - VERDICT;
    return left + (right - left) * Math.log(ratio / least) / Math.log(greatest / least);
  }

  private void ticks(int bottom) throws XMLStreamException {
    boolean few = Math.log10(greatest / least) <= FEW_DECADES;
    int first = (int) Math.floor(Math.log10(least));
    int last = (int) Math.ceil(Math.log10(greatest));
    for (int decade = first; decade <= last; decade++) {
      for (double step : few ? STEPS : new double[] {1}) {
        double ratio = step * Math.pow(10, decade);
        if (ratio >= least && ratio <= greatest) {
          line(ratio == 1 ? "one" : "grid", x(ratio), TOP, x(ratio), bottom);
          text("tick", x(ratio), bottom + 18, plain(ratio));
        }
      }
    }
  }

  private static String plain(double ratio) {
    return ratio >= 1
        ? String.format(Locale.ROOT, "%.0f", ratio)
        : Units.number(ratio).replaceAll("0+$", "");
  }

  private void row(Row row, double y) throws XMLStreamException {
    double median = Statistics.median(row.ratios);
    xml.writeStartElement("g");
    attributes("class", median < 1 ? "row behind" : "row ahead");
    newLine();
    text("label", MARGIN, y + 4, row.label);
    if (!row.ratios.isEmpty()) {
      double from = x(Statistics.least(row.ratios));
      double to = x(Statistics.greatest(row.ratios));
      line("whisker", from, y, to, y);
      line("whisker", from, y - CAP, from, y + CAP);
      line("whisker", to, y - CAP, to, y + CAP);
      xml.writeEmptyElement("circle");
      attributes("class", "dot", "cx", number(x(median)), "cy", number(y), "r", CAP);
      newLine();
    }
    text("verdict", WIDTH - VERDICT + MARGIN, y + 4, row.verdict);
    xml.writeEndElement();
    newLine();
  }

  private void line(String style, double x1, double y1, double x2, double y2)
      throws XMLStreamException {
    xml.writeEmptyElement("line");
    attributes("class", style, "x1", number(x1), "y1", number(y1));
    attributes("x2", number(x2), "y2", number(y2));
    newLine();
  }

  private void text(String style, double x, double y, String what) throws XMLStreamException {
    xml.writeStartElement("text");
    attributes("class", style, "x", number(x), "y", number(y));
    xml.writeCharacters(allowed(what));
    xml.writeEndElement();
    newLine();
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(content));
    xml.writeEndElement();
    newLine();
  }

  private void attributes(Object... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute((String) namesAndValues[i], namesAndValues[i + 1].toString());
    }
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** What XML 1.0 has no way to write becomes a replacement character. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isAllowed(point) ? point : REPLACEMENT)
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int point) {
    boolean control = point < ' ' && point != '\n' && point != '\t';
    return !control
        && Character.getType(point) != Character.SURROGATE
        && point != 0xfffe
        && point != 0xffff;
  }
}
