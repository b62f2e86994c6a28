package org.conv4j.verify.cost;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conv4j.verify.report.Markdown;
import org.conv4j.verify.report.Markdown.Side;
import org.conv4j.verify.report.Units;

/** A report on choices as Markdown: the machine, the shares, the worst choices, notes. */
public final class ChoiceText {
  private static final double[] FACTORS = {1.1, ChoiceReport.GOOD, 1.5, 2};

  private static final int WORST = 10;

  private final PrintWriter out;

  /**
   * A text.
   *
   * @param out where it is written
   */
  public ChoiceText(PrintWriter out) {
    this.out = out;
  }

  /**
   * Writes a report.
   *
   * @param report what was found out
   */
  public void write(ChoiceReport report) {
    report.machine().lines("").forEach(line -> out.println("- " + line));
    out.println("- rounds: " + report.rounds());
    out.println();
    shares(report.results()).lines().forEach(out::println);
    out.println();
    worst(report.results()).lines().forEach(out::println);
    out.println();
    notes(report.results()).forEach(line -> out.println("- " + line));
  }

  /**
   * Writes the conclusion.
   *
   * @param report what was found out
   * @param least the share of good choices that is asked for
   * @return whether it is reached
   */
  public boolean conclude(ChoiceReport report, double least) {
    boolean enough = report.share() >= least;
    out.println();
    out.printf(
        Locale.ROOT,
        "%s of %d choices are within %s of the best, %s the %s asked for%n",
        percent(report.share()),
        report.results().size(),
        ChoiceReport.GOOD,
        enough ? "at least" : "less than",
        percent(least));
    return enough;
  }

  private static Markdown shares(List<ChoiceResult> results) {
    Markdown table = new Markdown().column("rank", Side.LEFT).column("calls", Side.RIGHT);
    for (double factor : FACTORS) {
      table.column("within " + factor, Side.RIGHT);
    }
    table.column("worst", Side.RIGHT).column("chosen", Side.LEFT);
    Map<Integer, List<ChoiceResult>> ranks =
        results.stream()
            .collect(
                Collectors.groupingBy(one -> one.call().rank(), TreeMap::new, Collectors.toList()));
    ranks.forEach((rank, some) -> table.row(shares(rank.toString(), some)));
    table.row(shares("all", results));
    return table;
  }

  private static List<String> shares(String title, List<ChoiceResult> some) {
    List<String> cells = new ArrayList<>(List.of(title, Integer.toString(some.size())));
    for (double factor : FACTORS) {
      cells.add(percent(ChoiceReport.share(some, factor)));
    }
    cells.add(Units.number(some.stream().mapToDouble(ChoiceResult::factor).max().orElse(1)));
    Map<String, Long> chosen =
        some.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.chosen().name(), TreeMap::new, Collectors.counting()));
    cells.add(
        chosen.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", ")));
    return cells;
  }

  private static Markdown worst(List<ChoiceResult> results) {
    Markdown table =
        new Markdown()
            .column("worst choices", Side.LEFT)
            .column("factor", Side.RIGHT)
            .column("chosen", Side.LEFT)
            .column("estimate", Side.RIGHT)
            .column("time", Side.RIGHT)
            .column("best", Side.LEFT)
            .column("estimate", Side.RIGHT)
            .column("time", Side.RIGHT);
    results.stream()
        .filter(one -> one.factor() > 1)
        .sorted(Comparator.comparingDouble(ChoiceResult::factor).reversed())
        .limit(WORST)
        .forEach(
            one -> {
              List<String> cells = new ArrayList<>();
              cells.add(one.call().toString());
              cells.add(Units.number(one.factor()));
              cells.addAll(timed(one.chosen()));
              cells.addAll(timed(one.best()));
              table.row(cells);
            });
    return table;
  }

  private static List<String> timed(ChoiceResult.Timed one) {
    return List.of(
        one.name(),
        Double.isFinite(one.estimate()) ? Units.time(one.estimate()) : "none",
        Units.time(one.seconds()));
  }

  private static List<String> notes(List<ChoiceResult> results) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "A factor is the time of the chosen one divided by that of the"
            + " fastest, both medians over rounds in which they take turns. The"
            + " convolver with the lowest estimate is chosen.");
    long alone = results.stream().filter(one -> one.candidates().size() == 1).count();
    if (alone > 0) {
      notes.add("nothing to choose: only one convolver can take the call, " + alone + " times");
    }
    long unmeasured =
        results.stream()
            .filter(one -> !one.candidates().stream().allMatch(ChoiceResult.Timed::measured))
            .count();
    if (unmeasured > 0) {
      notes.add(
          unmeasured
              + " times a convolver was not called, because its estimate is more than "
              + Units.number(ChoiceTrial.LIMIT)
              + " s and more than ten times what another took");
    }
    return notes;
  }

  /** A share with one decimal, never rounded up: anything below 95 % must not look like 95 %. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000 + 1e-9) / 10);
  }
}
