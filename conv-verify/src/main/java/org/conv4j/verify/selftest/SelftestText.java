package org.conv4j.verify.selftest;

import java.io.PrintWriter;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conv4j.verify.mutant.Faulty;

/** A report as text, without the matrix. */
public final class SelftestText {
  private final PrintWriter out;

  /**
   * Writes to a stream.
   *
   * @param out where to
   */
  public SelftestText(PrintWriter out) {
    this.out = out;
  }

  /**
   * Writes a report; the last line is the verdict.
   *
   * @param report what was found out
   */
  public void write(SelftestReport report) {
    Matrix matrix = report.matrix();
    int mutants = matrix.mutants().size();
    out.printf(
        "selftest: %d mutants, %d laws, seed %d%n", mutants, matrix.laws().size(), matrix.seed());
    out.printf("  killed   %d of %d%n", mutants - matrix.survivors().size(), mutants);
    IntSummaryStatistics killers =
        IntStream.range(0, mutants)
            .map(i -> matrix.killers(i).size())
            .filter(count -> count > 0)
            .summaryStatistics();
    if (killers.getCount() > 0) {
      out.printf("  by       %d to %d laws each%n", killers.getMin(), killers.getMax());
    }
    out.println();
    laws(matrix);
    list("survives", matrix.survivors());
    matrix
        .missed()
        .forEach(
            (mutant, laws) ->
                out.println("named, but does not kill " + mutant.id() + ": " + joined(laws)));
    report
        .survivors()
        .forEach(
            (seed, survivors) -> {
              out.println(
                  "seed " + seed + ": killed " + (mutants - survivors.size()) + " of " + mutants);
              list("survives seed " + seed, survivors);
            });
    out.printf(Locale.ROOT, "time: %.1f s%n", report.time().toMillis() / 1000.0);
    out.println("verdict: " + report.verdict());
  }

  private void laws(Matrix matrix) {
    int width = matrix.laws().stream().mapToInt(String::length).max().orElse(0);
    out.printf("%-" + Math.max(width, 3) + "s  kills  the only killer of%n", "law");
    for (int law = 0; law < matrix.laws().size(); law++) {
      String alone =
          matrix.killedByAlone(law).stream().map(Faulty::id).collect(Collectors.joining(", "));
      String line =
          String.format(
              "%-" + Math.max(width, 3) + "s  %5d  %s",
              matrix.laws().get(law),
              matrix.kills(law),
              alone);
      out.println(line.stripTrailing());
    }
    out.println();
  }

  private void list(String title, List<Faulty> mutants) {
    mutants.forEach(mutant -> out.println(title + ": " + mutant));
  }

  private static String joined(List<String> words) {
    return String.join(", ", words);
  }
}
