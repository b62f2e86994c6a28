package org.conv4j.verify.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conv4j.api.Accuracy;
import org.conv4j.verify.operand.Place;

/**
 * What was done for a check, and how close its subject came to the bounds.
 *
 * @param times how often the check was made
 * @param largestFraction the largest fraction of an error bound that was used; 0 if there was none
 * @param fractions the same, but only against the exact result and for each accuracy class, claimed
 *     or not; empty if nothing was compared with it
 * @param coverage how often, by kind of call and rank
 * @param observations errors against the exact result, the largest for each type, regime and order
 *     of size
 */
public record Evidence(
    int times,
    double largestFraction,
    Map<Accuracy, Double> fractions,
    SortedMap<Place, Integer> coverage,
    List<Observation> observations) {
  private static final Evidence NONE = new Evidence(0, 0, Map.of(), new TreeMap<>(), List.of());

  /**
   * Copies the collections.
   *
   * @param times as above
   * @param largestFraction as above
   * @param fractions as above
   * @param coverage as above
   * @param observations as above
   */
  public Evidence {
    fractions = Collections.unmodifiableMap(new TreeMap<>(fractions));
    coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
    observations = List.copyOf(observations);
  }

  /**
   * Nothing was done.
   *
   * @return no evidence
   */
  public static Evidence none() {
    return NONE;
  }

  /**
   * Adds up evidence.
   *
   * @param parts the evidence to add up
   * @return the sums, and the largest fractions
   */
  public static Evidence sum(List<Evidence> parts) {
    int times = 0;
    double largest = 0;
    Map<Accuracy, Double> fractions = new TreeMap<>();
    SortedMap<Place, Integer> counts = new TreeMap<>();
    List<Observation> all = new ArrayList<>();
    for (Evidence part : parts) {
      times += part.times;
      largest = Math.max(largest, part.largestFraction);
      part.fractions.forEach((accuracy, x) -> fractions.merge(accuracy, x, Math::max));
      part.coverage.forEach((where, count) -> counts.merge(where, count, Integer::sum));
      all.addAll(part.observations);
    }
    return new Evidence(times, largest, fractions, counts, all);
  }
}
