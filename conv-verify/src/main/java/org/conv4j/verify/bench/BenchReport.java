package org.conv4j.verify.bench;

import java.util.List;
import org.conv4j.api.DType;

/**
 * What a bench found out.
 *
 * @param environment where and how was measured
 * @param results one for each case
 */
public record BenchReport(Environment environment, List<CaseResult> results) {
  /**
   * Copies the list.
   *
   * @param environment as above
   * @param results as above
   */
  public BenchReport {
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
