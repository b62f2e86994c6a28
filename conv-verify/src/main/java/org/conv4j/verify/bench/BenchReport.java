package org.conv4j.verify.bench;

import java.util.List;
import java.util.Map;
import org.conv4j.api.DType;
import org.conv4j.verify.measure.Machine;
import org.conv4j.verify.measure.Statistics;

/**
 * What a bench found out.
 *
 * @param machine what was measured on
 * @param versions of what peers need, as far as it is there: {@code python}, {@code numpy}, {@code
 *     scipy}, {@code ONNX Runtime}
 * @param rounds how often each contestant measured
 * @param results one for each case
 */
public record BenchReport(
    Machine machine, Map<String, String> versions, int rounds, List<CaseResult> results) {
  /**
   * Copies map and list.
   *
   * @param machine as above
   * @param versions as above
   * @param rounds as above
   * @param results as above
   */
  public BenchReport {
    versions = Map.copyOf(versions);
    results = List.copyOf(results);
  }

  /**
   * Whether every subject was measured in every case.
   *
   * @return false if one is wrong or failed
   */
  public boolean isSound() {
    return results.stream()
        .flatMap(result -> result.subjects().stream())
        .allMatch(Measurement::measured);
  }

  /** The version of conv4j that was measured. */
  static String version() {
    String version = BenchReport.class.getPackage().getImplementationVersion();
    return version == null ? "not packaged" : version;
  }

  /** The median of all peaks measured for a real type; NaN if there are none. */
  double peak(DType dtype) {
    return Statistics.median(
        results.stream()
            .filter(result -> result.one().dtype().real() == dtype)
            .flatMap(result -> result.peak().rates().stream())
            .toList());
  }
}
