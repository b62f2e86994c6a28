package org.conv4j.verify.cost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.measure.Machine;

/**
 * The findings of a calibration.
 *
 * @param machine on what was measured
 * @param rounds how often each call was timed
 * @param fits one for each model
 */
public record CalibrationReport(Machine machine, int rounds, List<ModelFit> fits) {
  private static final String SCHEMA = "conv4j-calibration/1";

  /**
   * Copies the list.
   *
   * @param machine as above
   * @param rounds as above
   * @param fits as above
   */
  public CalibrationReport {
    fits = List.copyOf(fits);
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
    tree.put("models", fits.stream().map(ModelFit::tree).toList());
    return tree;
  }
}
