package org.conv4j.verify.selftest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.conv4j.verify.mutant.Faulty;

/** A report as JSON, with the whole matrix. */
public final class SelftestJson {
  private static final String SCHEMA = "conv4j-selftest/1";

  private SelftestJson() {}

  /**
   * The report as a tree.
   *
   * @param report what was found out
   * @return names and values
   */
  public static Map<String, Object> tree(SelftestReport report) {
    Matrix matrix = report.matrix();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("verdict", report.verdict());
    tree.put("passed", report.passed());
    tree.put("seed", matrix.seed());
    tree.put("seconds", report.time().toMillis() / 1000.0);
    tree.put(
        "laws",
        IntStream.range(0, matrix.laws().size()).mapToObj(law -> law(matrix, law)).toList());
    tree.put(
        "mutants",
        IntStream.range(0, matrix.mutants().size()).mapToObj(i -> mutant(matrix, i)).toList());
    tree.put("survivors", ids(matrix.survivors()));
    List<Map<String, Object>> seeds = new ArrayList<>();
    report
        .survivors()
        .forEach(
            (seed, survivors) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("seed", seed);
              one.put("survivors", ids(survivors));
              seeds.add(one);
            });
    tree.put("furtherSeeds", seeds);
    return tree;
  }

  private static Map<String, Object> law(Matrix matrix, int law) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", matrix.laws().get(law));
    tree.put("kills", matrix.kills(law));
    tree.put("onlyKillerOf", ids(matrix.killedByAlone(law)));
    return tree;
  }

  private static Map<String, Object> mutant(Matrix matrix, int i) {
    Faulty mutant = matrix.mutants().get(i);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", mutant.id());
    tree.put("kind", mutant.flaw().title());
    tree.put("mistake", mutant.mistake());
    tree.put("caughtBy", mutant.caughtBy());
    tree.put("killers", matrix.killers(i));
    tree.put("notKilledByThoughNamed", matrix.missed().getOrDefault(mutant, List.of()));
    Map<String, String> cells = new LinkedHashMap<>();
    for (int law = 0; law < matrix.laws().size(); law++) {
      String cell = matrix.cells().get(i).get(law).name();
      cells.put(matrix.laws().get(law), cell.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    tree.put("cells", cells);
    return tree;
  }

  private static List<String> ids(List<Faulty> mutants) {
    return mutants.stream().map(Faulty::id).toList();
  }
}
