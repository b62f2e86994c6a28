package org.conv4j.fft;

import java.util.List;
import org.conv4j.api.Geometry;

/**
 * Where non-finite elements act. An output is touched by an element that is a factor of one of its
 * terms: it becomes NaN if a term is NaN or infinities of both signs are among its terms, and an
 * infinity if those are of one sign. Which outputs have a term of some kind is itself a
 * convolution, of operands that are 1 where a factor is of that kind and 0 elsewhere.
 */
final class Footprint {
  /** What an element may be. */
  private enum Kind {
    ANY,
    ZERO,
    POSITIVE,
    NEGATIVE,
    INFINITE,
    PLUS_INFINITY,
    MINUS_INFINITY,
    NAN;

    boolean holds(double value) {
      return switch (this) {
        case ANY -> true;
        case ZERO -> value == 0;
        case POSITIVE -> value > 0;
        case NEGATIVE -> value < 0;
        case INFINITE -> Double.isInfinite(value);
        case PLUS_INFINITY -> value == Double.POSITIVE_INFINITY;
        case MINUS_INFINITY -> value == Double.NEGATIVE_INFINITY;
        case NAN -> Double.isNaN(value);
      };
    }
  }

  private final Geometry geometry;
  private final int threads;

  Footprint(Geometry geometry, int threads) {
    this.geometry = geometry;
    this.threads = threads;
  }

  /** Overwrites what is touched in the outputs of {@code a[0] * b[0] + a[1] * b[1] + …}. */
  <A> void lay(double[][] a, double[][] b, A y, Precision<A> precision) {
    int size = precision.length(y);
    boolean[] nan = new boolean[size];
    boolean[] plus = new boolean[size];
    boolean[] minus = new boolean[size];
    for (int p = 0; p < a.length; p++) {
      mark(nan, a[p], Kind.NAN, b[p], Kind.ANY);
      mark(nan, a[p], Kind.ANY, b[p], Kind.NAN);
      mark(nan, a[p], Kind.INFINITE, b[p], Kind.ZERO);
      mark(nan, a[p], Kind.ZERO, b[p], Kind.INFINITE);
      mark(plus, a[p], Kind.PLUS_INFINITY, b[p], Kind.POSITIVE);
      mark(plus, a[p], Kind.MINUS_INFINITY, b[p], Kind.NEGATIVE);
      mark(plus, a[p], Kind.POSITIVE, b[p], Kind.PLUS_INFINITY);
      mark(plus, a[p], Kind.NEGATIVE, b[p], Kind.MINUS_INFINITY);
      mark(minus, a[p], Kind.PLUS_INFINITY, b[p], Kind.NEGATIVE);
      mark(minus, a[p], Kind.MINUS_INFINITY, b[p], Kind.POSITIVE);
      mark(minus, a[p], Kind.NEGATIVE, b[p], Kind.PLUS_INFINITY);
      mark(minus, a[p], Kind.POSITIVE, b[p], Kind.MINUS_INFINITY);
    }
    for (int i = 0; i < size; i++) {
      if (nan[i] || (plus[i] && minus[i])) {
        precision.set(y, i, Double.NaN);
      } else if (plus[i]) {
        precision.set(y, i, Double.POSITIVE_INFINITY);
      } else if (minus[i]) {
        precision.set(y, i, Double.NEGATIVE_INFINITY);
      }
    }
  }

  /** Marks the outputs that have a term with factors of two kinds. */
  private void mark(boolean[] touched, double[] a, Kind kindA, double[] b, Kind kindB) {
    double[] x = mask(a, kindA);
    double[] h = x == null ? null : mask(b, kindB);
    if (h == null) {
      return;
    }
    DoublePrecision precision = DoublePrecision.INSTANCE;
    ChannelConvolution<double[]> convolution =
        new ChannelConvolution<>(
            precision.planner().plan(geometry, false, false), precision, threads);
    ChannelConvolution.Second<double[]> second = convolution.second(List.of(Channel.real(h)));
    double[] counts = convolution.convolve(List.of(Channel.real(x)), second, 1).get(0).re();
    for (int i = 0; i < counts.length; i++) {
      touched[i] |= counts[i] > 0.5; // whole numbers, with errors far below one half
    }
  }

  /** One where an element is of a kind; null if none is. */
  private static double[] mask(double[] values, Kind kind) {
    double[] mask = new double[values.length];
    boolean any = false;
    for (int i = 0; i < values.length; i++) {
      if (kind.holds(values[i])) {
        mask[i] = 1;
        any = true;
      }
    }
    return any ? mask : null;
  }
}
