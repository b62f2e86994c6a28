package org.conv4j.verify.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.verify.bench.BenchCase.Method;
import org.conv4j.verify.bench.Measurement.Fate;
import org.conv4j.verify.measure.Statistics;
import org.conv4j.verify.report.Markdown;
import org.conv4j.verify.report.Markdown.Side;
import org.conv4j.verify.report.Units;

/** A report as Markdown. */
public final class BenchText {
  private BenchText() {}

  /**
   * For a terminal: the machine, one table, notes.
   *
   * @param report what was found out
   * @return lines
   */
  public static List<String> lines(BenchReport report) {
    List<String> lines = new ArrayList<>();
    listed(header(report), lines);
    lines.add("");
    lines.addAll(table(report.results()).lines());
    lines.add("");
    listed(new Notes(report).lines(), lines);
    return lines;
  }

  /**
   * As a page: the command that makes it, and a table for each method.
   *
   * @param report what was found out
   * @param command what the page was made with
   * @return the whole page
   */
  public static String page(BenchReport report, String command) {
    boolean layers = report.results().stream().allMatch(result -> result.one().layer().isPresent());
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            layers ? "# Benchmarks of layers" : "# Benchmarks",
            "",
            layers
                ? "How fast layers of conv4j are beside NumPy and ONNX Runtime. This command makes"
                    + " the whole page:"
                : "How fast conv4j is beside NumPy, SciPy and Apache Commons Math. This command"
                    + " makes the whole page:",
            "",
            "```sh",
            command,
            "```",
            ""));
    lines.add("- conv4j: " + BenchReport.version());
    listed(header(report), lines);
    for (Method method : Method.values()) {
      List<CaseResult> results =
          report.results().stream().filter(result -> result.one().method() == method).toList();
      if (!results.isEmpty()) {
        lines.addAll(List.of("", "## `" + method.label() + "`", ""));
        lines.addAll(table(results).lines());
      }
    }
    lines.addAll(List.of("", "## Notes", ""));
    listed(new Notes(report).lines(), lines);
    return String.join("\n", lines) + "\n";
  }

  private static void listed(List<String> items, List<String> lines) {
    items.forEach(item -> lines.add("- " + item));
  }

  private static List<String> header(BenchReport report) {
    List<String> lines = new ArrayList<>(report.machine().lines(" for each contestant"));
    String python =
        Stream.of("Python", "NumPy", "SciPy")
            .map(name -> name + ": " + version(report, name))
            .collect(Collectors.joining(", "));
    String onnx = report.versions().get(Peer.ONNX_RUNTIME.label());
    lines.add(python + (onnx == null ? "" : ", " + Peer.ONNX_RUNTIME.label() + ": " + onnx));
    lines.add("rounds: " + report.rounds());
    lines.add("multiply-add peak: " + peaks(report));
    return lines;
  }

  private static String version(BenchReport report, String name) {
    return report.versions().getOrDefault(name.toLowerCase(Locale.ROOT), "missing");
  }

  private static String peaks(BenchReport report) {
    String peaks =
        Stream.of(DType.FLOAT64, DType.FLOAT32)
            .filter(dtype -> !Double.isNaN(report.peak(dtype)))
            .map(dtype -> Units.number(report.peak(dtype) * 1e-9) + " G/s " + dtype.numpyName())
            .collect(Collectors.joining(", "));
    return peaks.isEmpty() ? "not measured" : peaks;
  }

  private static Markdown table(List<CaseResult> results) {
    Markdown table =
        new Markdown()
            .column("case", Side.LEFT)
            .column("subject", Side.LEFT)
            .column("time", Side.RIGHT)
            .column("fastest peer", Side.LEFT)
            .column("its time", Side.RIGHT)
            .column("ratio", Side.RIGHT)
            .column("spread", Side.RIGHT)
            .column("of peak", Side.RIGHT)
            .column("allocated", Side.RIGHT)
            .column("other peers", Side.LEFT);
    for (CaseResult result : results) {
      for (Measurement subject : result.subjects()) {
        table.row(row(result, subject));
      }
    }
    return table;
  }

  private static List<String> row(CaseResult result, Measurement subject) {
    List<String> cells = new ArrayList<>(List.of(result.one().name(), subject.name()));
    if (!subject.measured()) {
      cells.addAll(List.of(subject.fate().label(), "", "", "", "", "", "", ""));
      return cells;
    }
    cells.add(Units.time(subject.median()));
    cells.add(result.fastestPeer().map(Measurement::name).orElse("none"));
    cells.add(result.fastestPeer().map(peer -> Units.time(peer.median())).orElse(""));
    List<Double> ratios = result.ratios(subject);
    cells.add(ratios.isEmpty() ? "" : Units.number(Statistics.median(ratios)));
    cells.add(
        ratios.isEmpty()
            ? ""
            : Units.number(Statistics.least(ratios))
                + "-"
                + Units.number(Statistics.greatest(ratios)));
    List<Double> fractions = result.fractions(subject);
    cells.add(fractions.isEmpty() ? "" : Units.percent(Statistics.median(fractions)));
    cells.add(
        subject
            .memory()
            .map(memory -> Units.number(memory.allocated() / result.one().resultBytes()) + " x")
            .orElse(""));
    cells.add(others(result));
    return cells;
  }

  /** All peers but the fastest: those with a time in the order of their times, then the rest. */
  private static String others(CaseResult result) {
    String measured =
        result.peers().stream()
            .filter(Measurement::measured)
            .sorted(Comparator.comparingDouble(Measurement::median))
            .skip(1)
            .map(peer -> peer.name() + " " + Units.time(peer.median()))
            .collect(Collectors.joining(", "));
    Stream<String> rest =
        Stream.of(Fate.TOO_SLOW, Fate.MISSING, Fate.FAILED, Fate.WRONG)
            .map(fate -> named(result, fate));
    return Stream.concat(Stream.of(measured), rest)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String named(CaseResult result, Fate fate) {
    String names =
        result.peers().stream()
            .filter(peer -> peer.fate() == fate)
            .map(Measurement::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : fate.label() + ": " + names;
  }
}
