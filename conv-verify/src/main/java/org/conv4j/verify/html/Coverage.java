package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conv4j.api.Mode;
import org.conv4j.verify.law.Cell;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/**
 * How often what was checked, by mode and rank, and how golden vectors ended.
 *
 * @param modes the modes, each with its ranks
 * @param columns the ranks of all modes, in order
 * @param groups laws whose identifiers begin alike, and last the golden vectors
 * @param vectors how golden vectors of each library ended
 */
record Coverage(List<Span> modes, List<Column> columns, List<Group> groups, List<Ending> vectors) {
  /** Shades from 1, for a single check, to this, for the most. */
  private static final int SHADES = 6;

  /** A mode over its ranks. */
  record Span(String name, int width) {}

  /** A rank of a mode; the first of its mode begins a block. */
  record Column(String rank, boolean first) {}

  /** Rows that belong together. */
  record Group(List<Row> rows) {}

  /** One law, or the golden vectors of one library. */
  record Row(
      String name, String title, String sign, String outcome, String link, List<Count> counts) {}

  /** How often, and how much that is beside the largest. */
  record Count(String text, int shade, boolean first) {}

  /** How the golden vectors of a library ended. */
  record Ending(String library, String passed, String failed, String notClaimed, String others) {}

  static Coverage of(Report report) {
    int ranks = 0;
    int most = 1;
    Map<String, List<Line>> lines = lines(report);
    for (List<Line> group : lines.values()) {
      for (Line line : group) {
        for (Map.Entry<Cell, Integer> entry : line.coverage.entrySet()) {
          ranks = Math.max(ranks, entry.getKey().rank() + 1);
          most = Math.max(most, entry.getValue());
        }
      }
    }
    List<Cell> cells = new ArrayList<>();
    List<Span> modes = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      modes.add(new Span(Words.lower(mode), ranks));
      for (int rank = 0; rank < ranks; rank++) {
        cells.add(new Cell(mode, rank));
      }
    }
    int largest = most;
    List<Group> groups =
        lines.values().stream()
            .map(group -> new Group(group.stream().map(l -> l.row(cells, largest)).toList()))
            .toList();
    return new Coverage(
        modes,
        cells.stream().map(c -> new Column(Integer.toString(c.rank()), c.rank() == 0)).toList(),
        groups,
        endings(report));
  }

  boolean any() {
    return !columns.isEmpty();
  }

  boolean anyVectors() {
    return !vectors.isEmpty();
  }

  /** A row in the making. */
  private record Line(
      String name, String title, Outcome outcome, String link, Map<Cell, Integer> coverage) {
    Row row(List<Cell> cells, int most) {
      List<Count> counts = new ArrayList<>();
      for (Cell cell : cells) {
        int count = coverage.getOrDefault(cell, 0);
        counts.add(
            new Count(count == 0 ? "" : Words.count(count), shade(count, most), cell.rank() == 0));
      }
      return new Row(name, title, Words.sign(outcome), Words.outcome(outcome), link, counts);
    }

    private static int shade(int count, int most) {
      return count == 0
          ? 0
          : 1 + (int) Math.round((SHADES - 1) * Math.log(count) / Math.log(Math.max(2, most)));
    }
  }

  /** Lines by what their identifiers begin with. */
  private static Map<String, List<Line>> lines(Report report) {
    Map<String, List<Line>> lines = new TreeMap<>();
    Map<String, List<Result>> libraries = new TreeMap<>();
    for (Result result : report.results()) {
      String beginning = beginning(result);
      if (result.check().kind() == Kind.LAW) {
        lines.computeIfAbsent(beginning, b -> new ArrayList<>()).add(line(result));
      } else {
        libraries.computeIfAbsent(beginning, b -> new ArrayList<>()).add(result);
      }
    }
    Map<String, List<Line>> all = new LinkedHashMap<>(lines);
    // No identifier is empty, so that this key is free.
    libraries.forEach(
        (library, results) ->
            all.computeIfAbsent("", b -> new ArrayList<>()).add(line(library, results)));
    return all;
  }

  private static String beginning(Result result) {
    return result.check().id().split("\\.", 2)[0];
  }

  private static Line line(Result result) {
    return new Line(
        result.check().id(),
        result.check().title(),
        result.outcome(),
        result.outcome() instanceof Outcome.Failed ? Words.anchor(result.check()) : "",
        result.evidence().coverage());
  }

  /** Golden vectors together end as the worst of them does. */
  private static Line line(String library, List<Result> results) {
    Map<Cell, Integer> coverage = new TreeMap<>();
    results.forEach(
        result ->
            result.evidence().coverage().forEach((c, n) -> coverage.merge(c, n, Integer::sum)));
    Outcome worst =
        results.stream()
            .map(Result::outcome)
            .filter(outcome -> outcome instanceof Outcome.Failed)
            .findFirst()
            .or(() -> firstPassed(results))
            .orElse(results.get(0).outcome());
    return new Line(
        "vectors of " + library,
        Words.counted(results.size(), "golden vector"),
        worst,
        worst instanceof Outcome.Failed ? "failed-vectors" : "",
        coverage);
  }

  private static Optional<Outcome> firstPassed(List<Result> results) {
    return results.stream()
        .map(Result::outcome)
        .filter(outcome -> outcome instanceof Outcome.Passed)
        .findFirst();
  }

  private static List<Ending> endings(Report report) {
    Map<String, long[]> counts = new TreeMap<>();
    for (Result result : report.results()) {
      if (result.check().kind() == Kind.VECTOR) {
        counts.computeIfAbsent(beginning(result), b -> new long[4])[column(result.outcome())]++;
      }
    }
    List<Ending> endings = new ArrayList<>();
    counts.forEach(
        (library, n) ->
            endings.add(
                new Ending(
                    library,
                    Words.count(n[0]),
                    Words.count(n[1]),
                    Words.count(n[2]),
                    Words.count(n[3]))));
    return endings;
  }

  private static int column(Outcome outcome) {
    if (outcome instanceof Outcome.Passed) {
      return 0;
    }
    if (outcome instanceof Outcome.Failed) {
      return 1;
    }
    return outcome instanceof Outcome.NotClaimed ? 2 : 3;
  }
}
