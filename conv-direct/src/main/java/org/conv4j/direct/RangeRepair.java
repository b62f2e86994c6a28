package org.conv4j.direct;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.conv4j.api.Geometry;
import org.conv4j.api.internal.DefiningSum;
import org.conv4j.api.internal.ExponentRange;

/**
 * Repairs outputs that fast loops got wrong because an intermediate product or sum overflowed or
 * underflowed. Outputs that are finite and not tiny cannot be wrong; the others are checked only if
 * the exponents of the operands permit such an error.
 *
 * @param <A> the type of arrays
 */
final class RangeRepair<A> {
  /**
   * What can go wrong with sums of products of the elements of two operands.
   *
   * @param nonFinite whether an element is infinite or NaN
   * @param overflow whether a product or sum of finite elements may overflow
   * @param underflow whether a product may underflow
   */
  private record Risk(boolean nonFinite, boolean overflow, boolean underflow) {}

  /** Outputs one by one. */
  private interface Outputs<A> {
    double get(A y, int i);

    void set(A y, int i, DefiningSum sum, int index, A[] a);
  }

  private final Geometry geometry;
  private final Supplier<A[]> given;
  private final A[] b;
  private final Function<A, ExponentRange> range;
  private final Outputs<A> outputs;
  private final double largest;
  private final double tiny;

  /** An upper bound of the binary logarithm of the number of terms of an output. */
  private final int logTerms;

  private Risk risk;

  /** The first operands, known as soon as the risk is. */
  private A[] a;

  private RangeRepair(
      Geometry geometry,
      Supplier<A[]> given,
      A[] b,
      Function<A, ExponentRange> range,
      Outputs<A> outputs,
      double smallestNormal,
      double largest) {
    this.geometry = geometry;
    this.given = given;
    this.b = b;
    this.range = range;
    this.outputs = outputs;
    this.largest = largest;
    this.logTerms = Math.getExponent(geometry.longestSum() * b.length) + 1;
    this.tiny = Math.scalb(smallestNormal, logTerms);
  }

  /**
   * For {@code a[0] * b[0] + a[1] * b[1] + …}.
   *
   * @param a asked only if there may be something to repair
   */
  static RangeRepair<double[]> ofDoubles(Geometry geometry, Supplier<double[][]> a, double[][] b) {
    return new RangeRepair<>(
        geometry,
        a,
        b,
        ExponentRange::of,
        new Outputs<>() {
          @Override
          public double get(double[] y, int i) {
            return y[i];
          }

          @Override
          public void set(double[] y, int i, DefiningSum sum, int index, double[][] a) {
            y[i] = sum.doubles(index, a, b);
          }
        },
        Double.MIN_NORMAL,
        Double.MAX_VALUE);
  }

  /**
   * For {@code a[0] * b[0] + a[1] * b[1] + …}.
   *
   * @param a asked only if there may be something to repair
   */
  static RangeRepair<float[]> ofFloats(Geometry geometry, Supplier<float[][]> a, float[][] b) {
    return new RangeRepair<>(
        geometry,
        a,
        b,
        ExponentRange::of,
        new Outputs<>() {
          @Override
          public double get(float[] y, int i) {
            return y[i];
          }

          @Override
          public void set(float[] y, int i, DefiningSum sum, int index, float[][] a) {
            y[i] = sum.floats(index, a, b);
          }
        },
        Float.MIN_NORMAL,
        Float.MAX_VALUE);
  }

  /**
   * What m terms may lose by underflow is less than their rounding where an output is at least so
   * large.
   */
  double tiny() {
    return tiny;
  }

  /** Whether an operand has an infinite element or a NaN. */
  boolean nonFinite() {
    return risk().nonFinite;
  }

  /** Computed on first use, because few convolutions need it. */
  private synchronized Risk risk() {
    if (risk == null) {
      a = given.get();
      ExponentRange x = range(a);
      ExponentRange h = range(b);
      // A product is less than 2 to the sum of the exponents plus 2, and at least 2 to their sum.
      boolean products = !x.isEmpty() && !h.isEmpty();
      risk =
          new Risk(
              !x.finite() || !h.finite(),
              products && x.highest() + h.highest() + 2 + logTerms > Math.getExponent(largest),
              products && x.lowest() + h.lowest() < 1 - Math.getExponent(largest));
    }
    return risk;
  }

  private ExponentRange range(A[] parts) {
    return Arrays.stream(parts).map(range).reduce(ExponentRange::and).orElseThrow();
  }

  /** The first operands; some output is doubtful, or nobody would ask. */
  A[] first() {
    risk();
    return a;
  }

  /**
   * Repairs those of some outputs that need it.
   *
   * @param y an array of outputs
   * @param from the first to look at
   * @param to after the last to look at
   * @param index of the first in the flattened result
   */
  void repair(A y, int from, int to, int index) {
    Risk known = risk();
    if (!known.overflow && !known.underflow) {
      return;
    }
    DefiningSum sum = new DefiningSum(geometry);
    for (int i = from; i < to; i++) {
      double value = outputs.get(y, i);
      boolean doubtful =
          Double.isFinite(value) ? known.underflow && Math.abs(value) < tiny : known.overflow;
      if (doubtful) {
        outputs.set(y, i, sum, index + i - from, a);
      }
    }
  }
}
