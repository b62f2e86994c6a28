package org.conv4j.direct;

import org.conv4j.api.Geometry;
import org.conv4j.api.internal.DefiningSum;
import org.conv4j.api.internal.ExponentRange;

/**
 * Sets right the outputs that fast loops got wrong because an intermediate product or sum
 * overflowed or underflowed. Outputs that are finite and not tiny cannot be among them; the others
 * are looked at only if the exponents of the operands allow it.
 */
final class RangeRepair {
  private final Geometry geometry;

  /** An upper bound of the binary logarithm of the number of terms of an output. */
  private final int logTerms;

  RangeRepair(Geometry geometry, int products) {
    this.geometry = geometry;
    this.logTerms = Math.getExponent(geometry.longestSum() * products) + 1;
  }

  /** What can go wrong with sums of products of numbers of two ranges. */
  private record Risk(boolean overflow, boolean underflow) {
    boolean none() {
      return !overflow && !underflow;
    }
  }

  /** A product is less than 2 to the sum of the exponents plus 2, and at least 2 to their sum. */
  private Risk risk(ExponentRange a, ExponentRange b, int lowest, int highest) {
    if (a.isEmpty() || b.isEmpty()) {
      return new Risk(false, false);
    }
    return new Risk(
        a.highest() + b.highest() + 2 + logTerms > highest, a.lowest() + b.lowest() < lowest);
  }

  /** Repairs the outputs of {@code a[0] * b[0] + a[1] * b[1] + …}. */
  void repair(double[][] a, double[][] b, double[] y) {
    double tiny = Math.scalb(Double.MIN_NORMAL, logTerms);
    int next = suspicious(y, 0, tiny);
    if (next == y.length) {
      return;
    }
    Risk risk = risk(range(a), range(b), Double.MIN_EXPONENT, Double.MAX_EXPONENT);
    if (risk.none()) {
      return;
    }
    DefiningSum sum = new DefiningSum(geometry);
    for (; next < y.length; next = suspicious(y, next + 1, tiny)) {
      if (Double.isFinite(y[next]) ? risk.underflow : risk.overflow) {
        y[next] = sum.doubles(next, a, b);
      }
    }
  }

  /** Repairs the outputs of {@code a[0] * b[0] + a[1] * b[1] + …}. */
  void repair(float[][] a, float[][] b, float[] y) {
    float tiny = Math.scalb(Float.MIN_NORMAL, logTerms);
    int next = suspicious(y, 0, tiny);
    if (next == y.length) {
      return;
    }
    Risk risk = risk(range(a), range(b), Float.MIN_EXPONENT, Float.MAX_EXPONENT);
    if (risk.none()) {
      return;
    }
    DefiningSum sum = new DefiningSum(geometry);
    for (; next < y.length; next = suspicious(y, next + 1, tiny)) {
      if (Float.isFinite(y[next]) ? risk.underflow : risk.overflow) {
        y[next] = sum.floats(next, a, b);
      }
    }
  }

  /**
   * The first output from an index on that is not finite, or smaller than the sum of what m terms
   * may lose by underflow is against their rounding.
   */
  private static int suspicious(double[] y, int from, double tiny) {
    int i = from;
    while (i < y.length && Math.abs(y[i]) >= tiny && Math.abs(y[i]) <= Double.MAX_VALUE) {
      i++;
    }
    return i;
  }

  private static int suspicious(float[] y, int from, float tiny) {
    int i = from;
    while (i < y.length && Math.abs(y[i]) >= tiny && Math.abs(y[i]) <= Float.MAX_VALUE) {
      i++;
    }
    return i;
  }

  private static ExponentRange range(double[][] parts) {
    ExponentRange range = ExponentRange.of(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      range = range.and(ExponentRange.of(parts[i]));
    }
    return range;
  }

  private static ExponentRange range(float[][] parts) {
    ExponentRange range = ExponentRange.of(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      range = range.and(ExponentRange.of(parts[i]));
    }
    return range;
  }
}
