package org.conv4j.verify.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.conv4j.verify.mutant.Faulty;
import org.conv4j.verify.report.Markdown;
import org.conv4j.verify.report.Markdown.Side;

/** A report as a Markdown page, with the whole matrix. */
public final class SelftestMarkdown {
  private SelftestMarkdown() {}

  /**
   * The page.
   *
   * @param report what was found out
   * @return its text
   */
  public static String text(SelftestReport report) {
    Matrix matrix = report.matrix();
    List<String> lines = new ArrayList<>();
    lines.add("# Laws by mutants");
    lines.add("");
    lines.add(
        "What `conv-verify-cli.jar selftest --seed "
            + matrix.seed()
            + "` found: "
            + matrix.laws().size()
            + " laws on "
            + matrix.mutants().size()
            + " implementations that are wrong on purpose; "
            + report.verdict()
            + ".");
    lines.add("");
    lines.add("## Laws");
    lines.add("");
    lines.addAll(laws(matrix));
    shortcomings(report, lines);
    lines.add("");
    lines.add("## Matrix");
    lines.add("");
    lines.add(
        "Columns are laws by their number above: `x` where the law is broken, `.` where it holds,"
            + " nothing where it is about something that the mutant does not claim.");
    lines.add("");
    lines.addAll(cells(matrix));
    lines.add("");
    lines.add("## Mutants");
    lines.add("");
    lines.addAll(mutants(matrix));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> laws(Matrix matrix) {
    Markdown table =
        new Markdown()
            .column("", Side.RIGHT)
            .column("law", Side.LEFT)
            .column("kills", Side.RIGHT)
            .column("the only killer of", Side.LEFT);
    for (int law = 0; law < matrix.laws().size(); law++) {
      table.row(
          List.of(
              Integer.toString(law + 1),
              code(matrix.laws().get(law)),
              Integer.toString(matrix.kills(law)),
              ids(matrix.killedByAlone(law))));
    }
    return table.lines();
  }

  private static void shortcomings(SelftestReport report, List<String> lines) {
    List<String> found = new ArrayList<>();
    for (Faulty mutant : report.matrix().survivors()) {
      found.add("- " + code(mutant.id()) + " survives: " + mutant.mistake() + ".");
    }
    report
        .matrix()
        .missed()
        .forEach(
            (mutant, laws) ->
                found.add(
                    "- "
                        + code(mutant.id())
                        + " is not killed by what is named for it: "
                        + laws.stream()
                            .map(SelftestMarkdown::code)
                            .collect(Collectors.joining(", "))));
    report
        .survivors()
        .forEach(
            (seed, survivors) -> {
              if (!survivors.isEmpty()) {
                found.add("- Seed " + seed + " is survived by " + ids(survivors));
              }
            });
    if (!found.isEmpty()) {
      lines.addAll(List.of("", "## What is not caught", ""));
      lines.addAll(found);
    }
    if (!report.survivors().isEmpty()) {
      lines.add("");
      lines.add("Also killed with other seeds: " + report.survivors().size() + " were tried.");
    }
  }

  private static List<String> cells(Matrix matrix) {
    Markdown table = new Markdown().column("mutant", Side.LEFT);
    for (int law = 1; law <= matrix.laws().size(); law++) {
      table.column(Integer.toString(law), Side.LEFT);
    }
    table.column("killers", Side.RIGHT);
    for (int mutant = 0; mutant < matrix.mutants().size(); mutant++) {
      List<String> row = new ArrayList<>();
      row.add(code(matrix.mutants().get(mutant).id()));
      matrix.cells().get(mutant).forEach(cell -> row.add(mark(cell)));
      row.add(Integer.toString(matrix.killers(mutant).size()));
      table.row(row);
    }
    return table.lines();
  }

  private static String mark(Fate fate) {
    return switch (fate) {
      case KILLED -> "x";
      case SURVIVED -> ".";
      case NOT_APPLICABLE -> "";
    };
  }

  private static List<String> mutants(Matrix matrix) {
    Markdown table =
        new Markdown()
            .column("mutant", Side.LEFT)
            .column("kind", Side.LEFT)
            .column("mistake", Side.LEFT);
    for (Faulty mutant : matrix.mutants()) {
      table.row(List.of(code(mutant.id()), mutant.flaw().title(), mutant.mistake()));
    }
    return table.lines();
  }

  private static String ids(List<Faulty> mutants) {
    return mutants.stream().map(mutant -> code(mutant.id())).collect(Collectors.joining(", "));
  }

  private static String code(String id) {
    return "`" + id + "`";
  }
}
