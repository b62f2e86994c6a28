package org.conv4j.verify.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Mode;
import org.conv4j.verify.law.Cell;
import org.conv4j.verify.law.Evidence;
import org.conv4j.verify.law.Observation;

/**
 * What was done for a check.
 *
 * @param times how often it was made
 * @param largestFraction the largest fraction of an error bound that was used
 * @param fractions the same against the exact result, by accuracy class
 * @param coverage how often, by mode and rank
 * @param observations the largest errors: dtype, regime, terms of the longest sum, error by bound,
 *     factor of the bound
 */
public record Proof(
    int times,
    double largestFraction,
    Map<String, Double> fractions,
    Map<String, Map<Integer, Integer>> coverage,
    List<List<Object>> observations) {
  private static final int COLUMNS = 5;

  /**
   * Checks that all is there.
   *
   * @param times as above
   * @param largestFraction as above
   * @param fractions as above
   * @param coverage as above
   * @param observations as above
   */
  public Proof {
    Objects.requireNonNull(fractions, "fractions");
    Objects.requireNonNull(coverage, "coverage");
    fractions = Collections.unmodifiableMap(new LinkedHashMap<>(fractions));
    coverage = Collections.unmodifiableMap(new LinkedHashMap<>(coverage));
    observations = List.copyOf(observations);
  }

  static Proof of(Evidence evidence) {
    Map<String, Map<Integer, Integer>> coverage = new LinkedHashMap<>();
    evidence
        .coverage()
        .forEach(
            (cell, count) ->
                coverage
                    .computeIfAbsent(Words.of(cell.mode()), mode -> new TreeMap<>())
                    .put(cell.rank(), count));
    return new Proof(
        evidence.times(),
        evidence.largestFraction(),
        words(evidence.fractions()),
        coverage,
        evidence.observations().stream().map(Proof::row).toList());
  }

  /** In the order of the classes. */
  private static Map<String, Double> words(Map<Accuracy, Double> fractions) {
    Map<String, Double> words = new LinkedHashMap<>();
    new TreeMap<>(fractions).forEach((accuracy, used) -> words.put(Words.of(accuracy), used));
    return words;
  }

  private static List<Object> row(Observation seen) {
    return List.of(
        seen.dtype().numpyName(), seen.regime(), seen.terms(), seen.fraction(), seen.bound());
  }

  Evidence restored() {
    Map<Accuracy, Double> used = new EnumMap<>(Accuracy.class);
    fractions.forEach((word, value) -> used.put(Words.parse(Accuracy.class, word), value));
    SortedMap<Cell, Integer> cells = new TreeMap<>();
    coverage.forEach(
        (mode, ranks) ->
            ranks.forEach(
                (rank, count) -> cells.put(new Cell(Words.parse(Mode.class, mode), rank), count)));
    List<Observation> seen = new ArrayList<>();
    observations.forEach(row -> seen.add(observation(row)));
    return new Evidence(times, largestFraction, used, cells, seen);
  }

  private static Observation observation(List<Object> row) {
    if (row.size() != COLUMNS) {
      throw new IllegalArgumentException("an observation has " + COLUMNS + " columns: " + row);
    }
    return new Observation(
        Words.dtype(row.get(0).toString()),
        row.get(1).toString(),
        (long) number(row.get(2)),
        number(row.get(3)),
        number(row.get(4)));
  }

  /** A number as JSON has it; those that are not finite are strings. */
  static double number(Object value) {
    return value instanceof Number number
        ? number.doubleValue()
        : Double.parseDouble(value.toString());
  }
}
