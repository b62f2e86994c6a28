package org.conv4j.fft;

import java.util.Arrays;
import org.conv4j.api.Geometry;

/**
 * What a convolution through transforms will do. Axes along which both operands have one element
 * are left out, and so are elements of an operand that no output of the window depends on; what
 * remains has rank 1 at least.
 *
 * <p>Let the window be {@code [s, e)} of a full result of {@code f} elements along an axis. A
 * cyclic convolution of length {@code L} adds the full result's elements {@code m + L} and {@code m
 * - L} to element {@code m}; neither exists for an {@code m} in the window if {@code L >= max(e, f
 * - s)}.
 *
 * @param a the first operand's part that counts
 * @param b the second operand's part that counts
 * @param lengths the transform lengths, the last one even unless it is 1
 * @param from where the window begins in the cyclic result
 * @param output the extents of the window
 */
@SuppressWarnings("ArrayRecordComponent") // read by transforms, never compared
record FftPlan(Part a, Part b, int[] lengths, int[] from, int[] output) {
  /** Nanoseconds per unit of {@link FastLength#cost}, for one real transform; measured. */
  private static final double NANOS_PER_COST = 0.45;

  private static final double NANOS_PER_CALL = 400;

  /**
   * A box of an operand.
   *
   * @param extents the operand's own extents
   * @param from the first index of the box on each axis
   * @param size the extents of the box
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Part(int[] extents, int[] from, int[] size) {}

  /** Which lengths a plan may use. */
  enum Lengths {
    /** On each axis the one that costs least. */
    CHEAPEST,
    /** On each axis the shortest fast one. */
    SHORTEST,
    /** Powers of two alone, for which the error bound is proved. */
    POWERS_OF_TWO;

    int atLeast(long n, boolean even) {
      return switch (this) {
        case CHEAPEST -> FastLength.cheapest(n, even);
        case SHORTEST -> FastLength.shortest(n, even);
        case POWERS_OF_TWO -> FastLength.powerOfTwo(n);
      };
    }
  }

  /**
   * The faster of the plans with the cheapest and with the shortest lengths: what is cheap on one
   * axis may make the others long.
   *
   * @throws ArithmeticException if no transform is long enough
   */
  static FftPlan fastest(Geometry geometry) {
    FftPlan cheapest = of(geometry, Lengths.CHEAPEST);
    FftPlan shortest = of(geometry, Lengths.SHORTEST);
    return shortest.estimateNanos() < cheapest.estimateNanos() ? shortest : cheapest;
  }

  /**
   * A plan.
   *
   * @throws ArithmeticException if no transform is long enough
   */
  static FftPlan of(Geometry geometry, Lengths allowed) {
    int[] axes = longAxes(geometry);
    int rank = axes.length;
    int[] n = new int[rank];
    int[] k = new int[rank];
    int[] nFrom = new int[rank];
    int[] kFrom = new int[rank];
    int[] nSize = new int[rank];
    int[] kSize = new int[rank];
    int[] lengths = new int[rank];
    int[] from = new int[rank];
    int[] output = new int[rank];
    int[] offset = geometry.offset();
    for (int i = 0; i < rank; i++) {
      boolean scalar = axes[i] < 0;
      n[i] = scalar ? 1 : geometry.in1().extent(axes[i]);
      k[i] = scalar ? 1 : geometry.in2().extent(axes[i]);
      output[i] = scalar ? 1 : geometry.output().extent(axes[i]);
      int start = scalar ? 0 : offset[axes[i]];
      long end = (long) start + output[i];
      nFrom[i] = Math.max(0, start - (k[i] - 1));
      kFrom[i] = Math.max(0, start - (n[i] - 1));
      nSize[i] = (int) Math.min(n[i], end) - nFrom[i];
      kSize[i] = (int) Math.min(k[i], end) - kFrom[i];
      from[i] = start - nFrom[i] - kFrom[i];
      long full = (long) nSize[i] + kSize[i] - 1;
      long enough = Math.max((long) from[i] + output[i], full - from[i]);
      lengths[i] = allowed.atLeast(enough, i == rank - 1 && enough > 1);
    }
    return new FftPlan(new Part(n, nFrom, nSize), new Part(k, kFrom, kSize), lengths, from, output);
  }

  /** The axes along which something happens; if there is none, one that stands for a scalar, -1. */
  private static int[] longAxes(Geometry geometry) {
    int rank = geometry.in1().rank();
    int[] axes = new int[Math.max(1, rank)];
    int count = 0;
    for (int axis = 0; axis < rank; axis++) {
      if (geometry.in1().extent(axis) > 1 || geometry.in2().extent(axis) > 1) {
        axes[count++] = axis;
      }
    }
    if (count == 0) {
      return new int[] {-1};
    }
    return Arrays.copyOf(axes, count);
  }

  int rank() {
    return lengths.length;
  }

  /** The time of one real convolution; infinite if its arrays are too large for Java. */
  double estimateNanos() {
    double elements = 1;
    double passes = 0;
    for (int length : lengths) {
      elements *= length;
      passes += FastLength.cost(length) / length;
    }
    // A row of a spectrum is longer than its transform by two numbers.
    int last = lengths[rank() - 1];
    if (elements / last * (last + 2.0) > Integer.MAX_VALUE) {
      return Double.POSITIVE_INFINITY;
    }
    return NANOS_PER_CALL + 3 * NANOS_PER_COST * elements * Math.max(1, passes);
  }

  /** Written out, since a record compares and prints arrays by identity. */
  @Override
  public String toString() {
    return Arrays.toString(a.size)
        + " * "
        + Arrays.toString(b.size)
        + " by transforms of "
        + Arrays.toString(lengths)
        + ", window "
        + Arrays.toString(output)
        + " at "
        + Arrays.toString(from);
  }
}
