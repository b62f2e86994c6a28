package org.conv4j.verify.subject;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.verify.operand.Place;

/** Collects evidence. Safe for use from the threads of a subject that hangs. */
final class Ledger {
  /** Observations are kept by type, regime and size, four sizes to an octave. */
  private record Bin(DType dtype, String regime, long octaveQuarter) {}

  private final SortedMap<Place, Integer> coverage = new TreeMap<>();
  private final Map<Accuracy, Double> fractions = new EnumMap<>(Accuracy.class);
  private final Map<Bin, Observation> observations = new LinkedHashMap<>();
  private String regime = "";
  private double largestFraction;
  private int times;

  synchronized void begin(Place place, String what) {
    times++;
    regime = what;
    coverage.merge(place, 1, Integer::sum);
  }

  synchronized void used(double fraction) {
    largestFraction = Math.max(largestFraction, fraction);
  }

  synchronized void used(Accuracy accuracy, double fraction) {
    fractions.merge(accuracy, fraction, Math::max);
  }

  synchronized void observed(DType dtype, long terms, double fraction, double bound) {
    Bin bin = new Bin(dtype, regime, Math.round(4 * Math.log((double) terms) / Math.log(2)));
    observations.merge(
        bin,
        new Observation(dtype, regime, terms, fraction, bound),
        (known, other) -> other.fraction() > known.fraction() ? other : known);
  }

  synchronized double largestFraction() {
    return largestFraction;
  }

  synchronized Evidence evidence() {
    return new Evidence(
        times, largestFraction, fractions, coverage, List.copyOf(observations.values()));
  }
}
