package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conv4j.api.Accuracy;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.subject.Evidence;

/**
 * How close results came to the bounds of each accuracy class.
 *
 * @param rows strongest class first; none if nothing was compared with the exact result
 */
record Bounds(List<Row> rows) {
  /**
   * One class.
   *
   * @param accuracy its name
   * @param claimed what the subject says about it
   * @param fraction the largest fraction of the bound that was used
   * @param kept whether that is within the bound, in words
   */
  record Row(String accuracy, String claimed, String fraction, String kept) {}

  static Bounds of(Report report) {
    Evidence evidence = report.evidence();
    Map<Accuracy, Double> fractions = evidence.fractions();
    Accuracy claimed = report.claims().accuracy();
    List<Row> rows = new ArrayList<>();
    for (Accuracy accuracy : Accuracy.values()) {
      if (fractions.containsKey(accuracy)) {
        double fraction = fractions.get(accuracy);
        rows.add(
            new Row(
                Labels.lower(accuracy),
                accuracy == claimed
                    ? "claimed"
                    : claimed.satisfies(accuracy) ? "implied by the claim" : "not claimed",
                Labels.number(fraction),
                fraction <= 1 ? "within the bound" : "beyond the bound"));
      }
    }
    return new Bounds(rows);
  }

  boolean any() {
    return !rows.isEmpty();
  }
}
