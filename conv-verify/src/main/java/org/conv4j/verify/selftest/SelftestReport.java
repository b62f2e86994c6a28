package org.conv4j.verify.selftest;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.mutant.Faulty;

/**
 * The findings of the kit about itself.
 *
 * @param matrix laws by mutants, of the first seed
 * @param survivors the mutants that no law killed, for each further seed
 * @param time how long it took
 */
public record SelftestReport(Matrix matrix, Map<Long, List<Faulty>> survivors, Duration time) {
  /**
   * Copies the map, in its order.
   *
   * @param matrix as above
   * @param survivors as above
   * @param time as above
   */
  public SelftestReport {
    survivors = Collections.unmodifiableMap(new LinkedHashMap<>(survivors));
  }

  /**
   * Whether the kit catches what it must: every mutant with every seed, and with the first seed by
   * each law that is named for it.
   *
   * @return false if a mutant survived something
   */
  public boolean passed() {
    return matrix.survivors().isEmpty()
        && matrix.missed().isEmpty()
        && survivors.values().stream().allMatch(List::isEmpty);
  }

  /**
   * The outcome in one line.
   *
   * @return for example {@code every mutant is killed}
   */
  public String verdict() {
    return passed() ? "every mutant is killed" : "not every mutant is killed as it must be";
  }
}
