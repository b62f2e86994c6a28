package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conv4j.verify.operand.Place;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/**
 * How often each law was tried, by kind of call and rank, and how the golden vectors ended.
 *
 * @param modes the kinds of call, for convolutions the modes, each with its ranks
 * @param columns the ranks of all kinds, in order
 * @param groups laws whose identifiers begin alike, and last the golden vectors
 * @param vectors how golden vectors of each library ended
 */
record Coverage(List<Span> modes, List<Column> columns, List<Group> groups, List<Ending> vectors) {
  /** Shades from 1, for a single check, to this, for the most. */
  private static final int SHADES = 6;

  /** Few laws draw operands of this rank or a higher one, so these ranks share a column. */
  private static final int SELDOM = 5;

  /** A kind of call over its ranks. */
  record Span(String name, int width) {}

  /** A rank of a kind, or several; the first of a kind begins a block. */
  record Column(String ranks, boolean first) {}

  /** Rows that belong together. */
  record Group(List<Row> rows) {}

  /** One law, or the golden vectors of one library; the name is HTML. */
  record Row(
      String name, String title, String sign, String outcome, String link, List<Count> counts) {}

  /** A count and its shade. */
  record Count(String text, int shade, boolean first) {}

  /** How the golden vectors of a library ended. */
  record Ending(String library, String passed, String failed, String notClaimed, String others) {}

  static Coverage of(Report report) {
    Map<String, List<Line>> lines = lines(report);
    SortedMap<Place, Integer> drawn = new TreeMap<>();
    for (List<Line> group : lines.values()) {
      for (Line line : group) {
        line.coverage.forEach((cell, times) -> drawn.merge(cell, times, Math::max));
      }
    }
    List<Ranks> ranks = ranks(drawn.keySet());
    int most = drawn.values().stream().mapToInt(times -> times).max().orElse(1);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < ranks.size(); i++) {
      boolean first = i == 0 || ranks.get(i).kind != ranks.get(i - 1).kind;
      columns.add(new Column(ranks.get(i).label(), first));
    }
    List<Group> groups =
        lines.values().stream()
            .map(group -> new Group(group.stream().map(l -> l.row(ranks, columns, most)).toList()))
            .toList();
    return new Coverage(spans(ranks), columns, groups, endings(report));
  }

  /** What a column counts: one rank of a kind, or all that are seldom drawn. */
  private record Ranks(Enum<?> kind, int least, int largest) {
    boolean contains(Place cell) {
      return cell.kind() == kind && cell.rank() >= least && cell.rank() <= largest;
    }

    String label() {
      return least == largest ? Integer.toString(least) : least + "–" + largest;
    }
  }

  /** Columns for what was drawn, and for nothing else. */
  private static List<Ranks> ranks(Set<Place> drawn) {
    List<Ranks> ranks = new ArrayList<>();
    for (Place cell : drawn) {
      Ranks last = ranks.isEmpty() ? null : ranks.get(ranks.size() - 1);
      if (last != null && last.kind == cell.kind() && last.least >= SELDOM) {
        ranks.set(ranks.size() - 1, new Ranks(last.kind, last.least, cell.rank()));
      } else {
        ranks.add(new Ranks(cell.kind(), cell.rank(), cell.rank()));
      }
    }
    return ranks;
  }

  private static List<Span> spans(List<Ranks> ranks) {
    Map<Enum<?>, Integer> widths = new LinkedHashMap<>();
    ranks.forEach(some -> widths.merge(some.kind, 1, Integer::sum));
    List<Span> spans = new ArrayList<>();
    widths.forEach((kind, width) -> spans.add(new Span(Labels.lower(kind), width)));
    return spans;
  }

  boolean any() {
    return !columns.isEmpty();
  }

  boolean anyVectors() {
    return !vectors.isEmpty();
  }

  /** A row in the making. */
  private record Line(
      String name, String title, Outcome outcome, String link, Map<Place, Integer> coverage) {
    Row row(List<Ranks> ranks, List<Column> columns, int most) {
      List<Count> counts = new ArrayList<>();
      for (int i = 0; i < ranks.size(); i++) {
        int count = 0;
        for (Map.Entry<Place, Integer> entry : coverage.entrySet()) {
          count += ranks.get(i).contains(entry.getKey()) ? entry.getValue() : 0;
        }
        String text = count == 0 ? "" : Labels.count(count);
        counts.add(new Count(text, shade(count, most), columns.get(i).first));
      }
      return new Row(name, title, Labels.sign(outcome), Labels.outcome(outcome), link, counts);
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
    for (Result result : report.results().stream().filter(Coverage::wasTried).toList()) {
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

  /** Other checks are listed with the reason; a failure counts even if it came at once. */
  private static boolean wasTried(Result result) {
    return !result.evidence().coverage().isEmpty() || result.outcome() instanceof Outcome.Failed;
  }

  private static String beginning(Result result) {
    return result.check().id().split("\\.", 2)[0];
  }

  private static Line line(Result result) {
    return new Line(
        Labels.breakable(result.check().id()),
        result.check().title(),
        result.outcome(),
        result.outcome() instanceof Outcome.Failed ? Labels.anchor(result.check()) : "",
        result.evidence().coverage());
  }

  /** Golden vectors together end as the worst of them does. */
  private static Line line(String library, List<Result> results) {
    Map<Place, Integer> coverage = new TreeMap<>();
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
        Text.escaped("vectors of " + library),
        Labels.counted(results.size(), "golden vector"),
        worst,
        worst instanceof Outcome.Failed ? "failures" : "",
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
                    Labels.count(n[0]),
                    Labels.count(n[1]),
                    Labels.count(n[2]),
                    Labels.count(n[3]))));
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
