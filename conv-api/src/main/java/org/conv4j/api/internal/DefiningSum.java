package org.conv4j.api.internal;

import org.conv4j.api.Geometry;

/**
 * Single outputs of a convolution from the defining sum, in arithmetic that neither overflows nor
 * underflows on the way: every product is held as a significand and an exponent, and the sum is
 * scaled by its largest term. Slow, and used for the few outputs that fast loops cannot get right.
 *
 * <p>The result is within {@code m u / (1 - m u)} times the sum of the magnitudes of its {@code m}
 * terms, rounded once more to the range of the type. Non-finite operands act as in the definition:
 * NaN, an infinity times zero, or infinities of both signs among the terms give NaN; infinities of
 * one sign that infinity.
 */
public final class DefiningSum {
  /** Terms smaller than the largest by this many binary orders cannot change the sum. */
  private static final int NEGLIGIBLE = 1000;

  private final int rank;
  private final int[] in1;
  private final int[] in2;
  private final int[] output;
  private final int[] offset;
  private final int[] low;
  private final int[] high;
  private final int[] tap;
  private final int[] full;

  /**
   * Sums for one geometry. Not thread-safe.
   *
   * @param geometry shapes and window
   */
  public DefiningSum(Geometry geometry) {
    rank = geometry.in1().rank();
    in1 = geometry.in1().toArray();
    in2 = geometry.in2().toArray();
    output = geometry.output().toArray();
    offset = geometry.offset();
    low = new int[rank];
    high = new int[rank];
    tap = new int[rank];
    full = new int[rank];
  }

  /** Moves to the first term of an output; there is always one. */
  private void first(int flat) {
    for (int axis = rank - 1; axis >= 0; axis--) {
      full[axis] = flat % output[axis] + offset[axis];
      flat /= output[axis];
      low[axis] = Math.max(0, full[axis] - in1[axis] + 1);
      high[axis] = Math.min(in2[axis] - 1, full[axis]);
      tap[axis] = low[axis];
    }
  }

  private boolean next() {
    for (int axis = rank - 1; axis >= 0; axis--) {
      if (tap[axis] < high[axis]) {
        tap[axis]++;
        return true;
      }
      tap[axis] = low[axis];
    }
    return false;
  }

  private int index1() {
    int index = 0;
    for (int axis = 0; axis < rank; axis++) {
      index = index * in1[axis] + full[axis] - tap[axis];
    }
    return index;
  }

  private int index2() {
    int index = 0;
    for (int axis = 0; axis < rank; axis++) {
      index = index * in2[axis] + tap[axis];
    }
    return index;
  }

  /**
   * One output of a sum of convolutions: {@code a[0] * b[0] + a[1] * b[1] + …}, as the real part of
   * a complex convolution is.
   *
   * @param flat the flat index of the output
   * @param a first operands, all of the first shape
   * @param b second operands, all of the second shape, as many
   * @return the output
   */
  public double doubles(int flat, double[][] a, double[][] b) {
    int largest = Integer.MIN_VALUE;
    double nonFinite = 0;
    first(flat);
    do {
      int i = index1();
      int j = index2();
      for (int p = 0; p < a.length; p++) {
        double x = a[p][i];
        double h = b[p][j];
        if (!Double.isFinite(x) || !Double.isFinite(h)) {
          nonFinite += x * h;
        } else if (x != 0 && h != 0) {
          largest = Math.max(largest, ExponentRange.of(x) + ExponentRange.of(h));
        }
      }
    } while (next());
    if (nonFinite != 0) {
      return nonFinite; // an infinity or NaN
    }
    return largest == Integer.MIN_VALUE ? 0 : Math.scalb(scaled(flat, a, b, largest), largest);
  }

  /** The sum of all terms times {@code 2^-exponent}. */
  private double scaled(int flat, double[][] a, double[][] b, int exponent) {
    double sum = 0;
    first(flat);
    do {
      int i = index1();
      int j = index2();
      for (int p = 0; p < a.length; p++) {
        double x = a[p][i];
        double h = b[p][j];
        if (x != 0 && h != 0) {
          int ex = ExponentRange.of(x);
          int eh = ExponentRange.of(h);
          int shift = ex + eh - exponent;
          if (shift > -NEGLIGIBLE) {
            sum += Math.scalb(Math.scalb(x, -ex) * Math.scalb(h, -eh), shift);
          }
        }
      }
    } while (next());
    return sum;
  }

  /**
   * The same in single precision: products of two floats are exact in doubles, whose range holds
   * every such sum.
   *
   * @param flat the flat index of the output
   * @param a first operands, all of the first shape
   * @param b second operands, all of the second shape, as many
   * @return the output
   */
  public float floats(int flat, float[][] a, float[][] b) {
    double sum = 0;
    first(flat);
    do {
      int i = index1();
      int j = index2();
      for (int p = 0; p < a.length; p++) {
        sum += (double) a[p][i] * b[p][j];
      }
    } while (next());
    return (float) sum;
  }
}
