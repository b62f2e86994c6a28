package org.conv4j.verify.cost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.measure.Machine;

/**
 * The findings of a trial of choices.
 *
 * @param machine on what was measured
 * @param rounds how often each candidate measured
 * @param results one for each call
 */
public record ChoiceReport(Machine machine, int rounds, List<ChoiceResult> results) {
  /** A choice is good if it takes at most this many times as long as the best. */
  public static final double GOOD = 1.25;

  private static final String SCHEMA = "conv4j-choices/1";

  /**
   * Copies the list.
   *
   * @param machine as above
   * @param rounds as above
   * @param results as above
   */
  public ChoiceReport {
    results = List.copyOf(results);
  }

  /**
   * The share of good choices.
   *
   * @return from 0 to 1
   */
  public double share() {
    return share(results, GOOD);
  }

  static double share(List<ChoiceResult> some, double factor) {
    return (double) some.stream().filter(one -> one.factor() <= factor).count() / some.size();
  }

  /**
   * The report as a tree, for JSON.
   *
   * @return names and values
   */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("environment", machine.tree());
    tree.put("rounds", rounds);
    tree.put("within", GOOD);
    tree.put("share", share());
    tree.put("choices", results.stream().map(ChoiceResult::tree).toList());
    return tree;
  }
}
