package org.conv4j.verify.measure;

import java.util.Collection;

/** Statistics of several measurements. */
public final class Statistics {
  private Statistics() {}

  /**
   * The median.
   *
   * @param values in any order
   * @return the middle one, or the mean of the two in the middle; NaN of none
   */
  public static double median(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The smallest.
   *
   * @param values in any order
   * @return the least of them; NaN of none
   */
  public static double least(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  /**
   * The largest.
   *
   * @param values in any order
   * @return the greatest of them; NaN of none
   */
  public static double greatest(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }
}
