package org.conv4j.verify.certificate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.conv4j.api.Accuracy;
import org.conv4j.verify.run.Report;

/**
 * How near to the error bound of an accuracy class the subject came, in all checks that passed.
 *
 * @param accuracy the class
 * @param claimed whether the subject claims this one
 * @param largestFraction the largest error against the exact result, as a part of the bound
 */
public record BoundUse(String accuracy, boolean claimed, double largestFraction) {
  /**
   * Checks that all is there.
   *
   * @param accuracy as above
   * @param claimed as above
   * @param largestFraction as above
   */
  public BoundUse {
    Objects.requireNonNull(accuracy, "accuracy");
  }

  static List<BoundUse> of(Report report) {
    Map<Accuracy, Double> fractions = new TreeMap<>(report.evidence().fractions());
    Accuracy claimed = report.claims().accuracy();
    return fractions.entrySet().stream()
        .map(e -> new BoundUse(Words.of(e.getKey()), e.getKey() == claimed, e.getValue()))
        .toList();
  }
}
