package org.conv4j.direct;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code double}; those on {@code float} differ in the type
 * alone. They are written out, every access a call of the library itself, in one loop that has no
 * other in it: so the compilers of Java 17 and 25 alike keep all sums in registers. A method of our
 * own in between, or a second loop around the sums, makes objects of them, and ten times slower
 * code.
 */
@SuppressWarnings("TooManyParameters")
final class SimdDoubles implements MicroKernel<double[]> {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Rows begin at different places of the first-level cache: 34 lines of 64 bytes, not 32. */
  private static final int ROW_STRIDE = 272;

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public int rowStride() {
    return ROW_STRIDE;
  }

  @Override
  public double[] newArray(int length) {
    return new double[length];
  }

  @Override
  public void clear(double[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void gather(double[] from, int[] index, int count, double[] to) {
    for (int i = 0; i < count; i++) {
      to[i] = index[i] < 0 ? 0 : from[index[i]];
    }
  }

  /**
   * Four vectors at once: besides being faster, that makes a method too large to be inlined. Deep
   * inside of others the compiler gives up, and makes objects of vectors.
   */
  @Override
  public boolean inRange(double[] y, int from, int to, double tiny) {
    // As integers, magnitudes are in order, and infinities and NaN follow the largest.
    LongVector least = LongVector.broadcast(BITS, Long.MAX_VALUE);
    LongVector most = LongVector.zero(BITS);
    LongVector leastToo = least;
    LongVector mostToo = most;
    int i = from;
    for (; i <= to - 4 * LANES; i += 4 * LANES) {
      LongVector a =
          DoubleVector.fromArray(SPECIES, y, i).abs().viewAsIntegralLanes().reinterpretAsLongs();
      LongVector b =
          DoubleVector.fromArray(SPECIES, y, i + LANES)
              .abs()
              .viewAsIntegralLanes()
              .reinterpretAsLongs();
      LongVector c =
          DoubleVector.fromArray(SPECIES, y, i + 2 * LANES)
              .abs()
              .viewAsIntegralLanes()
              .reinterpretAsLongs();
      LongVector d =
          DoubleVector.fromArray(SPECIES, y, i + 3 * LANES)
              .abs()
              .viewAsIntegralLanes()
              .reinterpretAsLongs();
      least = least.min(a).min(b);
      most = most.max(a).max(b);
      leastToo = leastToo.min(c).min(d);
      mostToo = mostToo.max(c).max(d);
    }
    for (; i <= to - LANES; i += LANES) {
      LongVector a =
          DoubleVector.fromArray(SPECIES, y, i).abs().viewAsIntegralLanes().reinterpretAsLongs();
      least = least.min(a);
      most = most.max(a);
    }
    long low = least.min(leastToo).reduceLanes(VectorOperators.MIN);
    long high = most.max(mostToo).reduceLanes(VectorOperators.MAX);
    for (; i < to; i++) {
      long bits = Double.doubleToRawLongBits(Math.abs(y[i]));
      low = Math.min(low, bits);
      high = Math.max(high, bits);
    }
    return low >= Double.doubleToRawLongBits(tiny)
        && high <= Double.doubleToRawLongBits(Double.MAX_VALUE);
  }

  @Override
  public void rows(
      int group,
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      int ss,
      double[] y,
      int q,
      int ys) {
    switch (group) {
      case 4 -> rowsOfFour(x, p, offset, w, count, start, s, ss, y, q, ys);
      case 2 -> rowsOfTwo(x, p, offset, w, count, start, s, ss, y, q, ys);
      default -> rowsOfOne(x, p, offset, w, count, start, s, ss, y, q, ys);
    }
  }

  @Override
  public void columns(
      int group,
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      double[] y,
      int q) {
    switch (group) {
      case 4 -> columnsOfFour(x, p, offset, w, count, start, s, y, q);
      case 2 -> columnsOfTwo(x, p, offset, w, count, start, s, y, q);
      default -> columnsOfOne(x, p, offset, w, count, start, s, y, q);
    }
  }

  private static void rowsOfFour(
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      int ss,
      double[] y,
      int q,
      int ys) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, start, s);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, start, s + LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, start, s + ss);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, start, s + ss + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, start, s + 2 * ss);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, start, s + 3 * ss);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[4 * g]);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[4 * g + 1]);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[4 * g + 2]);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[4 * g + 3]);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.fma(w0, y3a);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.fma(w0, y3b);
      xA = DoubleVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.fma(w0, y2a);
      y3a = xA.fma(w1, y3a);
      xB = DoubleVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.fma(w0, y2b);
      y3b = xB.fma(w1, y3b);
      xA = DoubleVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.fma(w0, y1a);
      y2a = xA.fma(w1, y2a);
      y3a = xA.fma(w2, y3a);
      xB = DoubleVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.fma(w0, y1b);
      y2b = xB.fma(w1, y2b);
      y3b = xB.fma(w2, y3b);
      xA = DoubleVector.fromArray(SPECIES, x, i);
      y0a = xA.fma(w0, y0a);
      y1a = xA.fma(w1, y1a);
      y2a = xA.fma(w2, y2a);
      y3a = xA.fma(w3, y3a);
      xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.fma(w0, y0b);
      y1b = xB.fma(w1, y1b);
      y2b = xB.fma(w2, y2b);
      y3b = xB.fma(w3, y3b);
      xA = DoubleVector.fromArray(SPECIES, x, i - ROW_STRIDE);
      y0a = xA.fma(w1, y0a);
      y1a = xA.fma(w2, y1a);
      y2a = xA.fma(w3, y2a);
      xB = DoubleVector.fromArray(SPECIES, x, i - ROW_STRIDE + LANES);
      y0b = xB.fma(w1, y0b);
      y1b = xB.fma(w2, y1b);
      y2b = xB.fma(w3, y2b);
      xA = DoubleVector.fromArray(SPECIES, x, i - 2 * ROW_STRIDE);
      y0a = xA.fma(w2, y0a);
      y1a = xA.fma(w3, y1a);
      xB = DoubleVector.fromArray(SPECIES, x, i - 2 * ROW_STRIDE + LANES);
      y0b = xB.fma(w2, y0b);
      y1b = xB.fma(w3, y1b);
      xA = DoubleVector.fromArray(SPECIES, x, i - 3 * ROW_STRIDE);
      y0a = xA.fma(w3, y0a);
      xB = DoubleVector.fromArray(SPECIES, x, i - 3 * ROW_STRIDE + LANES);
      y0b = xB.fma(w3, y0b);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y1a.intoArray(y, q + ys);
    y1b.intoArray(y, q + ys + LANES);
    y2a.intoArray(y, q + 2 * ys);
    y2b.intoArray(y, q + 2 * ys + LANES);
    y3a.intoArray(y, q + 3 * ys);
    y3b.intoArray(y, q + 3 * ys + LANES);
  }

  private static void rowsOfTwo(
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      int ss,
      double[] y,
      int q,
      int ys) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, start, s);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, start, s + LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, start, s + ss);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, start, s + ss + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, start, s + 2 * ss);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, start, s + 3 * ss);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[2 * g]);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[2 * g + 1]);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.fma(w0, y3a);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.fma(w0, y3b);
      xA = DoubleVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.fma(w0, y2a);
      y3a = xA.fma(w1, y3a);
      xB = DoubleVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.fma(w0, y2b);
      y3b = xB.fma(w1, y3b);
      xA = DoubleVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.fma(w0, y1a);
      y2a = xA.fma(w1, y2a);
      xB = DoubleVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.fma(w0, y1b);
      y2b = xB.fma(w1, y2b);
      xA = DoubleVector.fromArray(SPECIES, x, i);
      y0a = xA.fma(w0, y0a);
      y1a = xA.fma(w1, y1a);
      xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.fma(w0, y0b);
      y1b = xB.fma(w1, y1b);
      xA = DoubleVector.fromArray(SPECIES, x, i - ROW_STRIDE);
      y0a = xA.fma(w1, y0a);
      xB = DoubleVector.fromArray(SPECIES, x, i - ROW_STRIDE + LANES);
      y0b = xB.fma(w1, y0b);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y1a.intoArray(y, q + ys);
    y1b.intoArray(y, q + ys + LANES);
    y2a.intoArray(y, q + 2 * ys);
    y2b.intoArray(y, q + 2 * ys + LANES);
    y3a.intoArray(y, q + 3 * ys);
    y3b.intoArray(y, q + 3 * ys + LANES);
  }

  private static void rowsOfOne(
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      int ss,
      double[] y,
      int q,
      int ys) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, start, s);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, start, s + LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, start, s + ss);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, start, s + ss + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, start, s + 2 * ss);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, start, s + 3 * ss);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[g]);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.fma(w0, y3a);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.fma(w0, y3b);
      xA = DoubleVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.fma(w0, y2a);
      xB = DoubleVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.fma(w0, y2b);
      xA = DoubleVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.fma(w0, y1a);
      xB = DoubleVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.fma(w0, y1b);
      xA = DoubleVector.fromArray(SPECIES, x, i);
      y0a = xA.fma(w0, y0a);
      xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.fma(w0, y0b);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y1a.intoArray(y, q + ys);
    y1b.intoArray(y, q + ys + LANES);
    y2a.intoArray(y, q + 2 * ys);
    y2b.intoArray(y, q + 2 * ys + LANES);
    y3a.intoArray(y, q + 3 * ys);
    y3b.intoArray(y, q + 3 * ys + LANES);
  }

  private static void columnsOfFour(
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      double[] y,
      int q) {
    DoubleVector y0 = DoubleVector.fromArray(SPECIES, start, s);
    DoubleVector y1 = DoubleVector.fromArray(SPECIES, start, s + LANES);
    DoubleVector y2 = DoubleVector.fromArray(SPECIES, start, s + 2 * LANES);
    DoubleVector y3 = DoubleVector.fromArray(SPECIES, start, s + 3 * LANES);
    DoubleVector y4 = DoubleVector.fromArray(SPECIES, start, s + 4 * LANES);
    DoubleVector y5 = DoubleVector.fromArray(SPECIES, start, s + 5 * LANES);
    DoubleVector y6 = DoubleVector.fromArray(SPECIES, start, s + 6 * LANES);
    DoubleVector y7 = DoubleVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[4 * g]);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[4 * g + 1]);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[4 * g + 2]);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[4 * g + 3]);
      DoubleVector factor = DoubleVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.fma(w0, y7);
      factor = DoubleVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.fma(w0, y6);
      y7 = factor.fma(w1, y7);
      factor = DoubleVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.fma(w0, y5);
      y6 = factor.fma(w1, y6);
      y7 = factor.fma(w2, y7);
      factor = DoubleVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.fma(w0, y4);
      y5 = factor.fma(w1, y5);
      y6 = factor.fma(w2, y6);
      y7 = factor.fma(w3, y7);
      factor = DoubleVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.fma(w0, y3);
      y4 = factor.fma(w1, y4);
      y5 = factor.fma(w2, y5);
      y6 = factor.fma(w3, y6);
      factor = DoubleVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.fma(w0, y2);
      y3 = factor.fma(w1, y3);
      y4 = factor.fma(w2, y4);
      y5 = factor.fma(w3, y5);
      factor = DoubleVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.fma(w0, y1);
      y2 = factor.fma(w1, y2);
      y3 = factor.fma(w2, y3);
      y4 = factor.fma(w3, y4);
      factor = DoubleVector.fromArray(SPECIES, x, i);
      y0 = factor.fma(w0, y0);
      y1 = factor.fma(w1, y1);
      y2 = factor.fma(w2, y2);
      y3 = factor.fma(w3, y3);
      factor = DoubleVector.fromArray(SPECIES, x, i - LANES);
      y0 = factor.fma(w1, y0);
      y1 = factor.fma(w2, y1);
      y2 = factor.fma(w3, y2);
      factor = DoubleVector.fromArray(SPECIES, x, i - 2 * LANES);
      y0 = factor.fma(w2, y0);
      y1 = factor.fma(w3, y1);
      factor = DoubleVector.fromArray(SPECIES, x, i - 3 * LANES);
      y0 = factor.fma(w3, y0);
    }
    y0.intoArray(y, q);
    y1.intoArray(y, q + LANES);
    y2.intoArray(y, q + 2 * LANES);
    y3.intoArray(y, q + 3 * LANES);
    y4.intoArray(y, q + 4 * LANES);
    y5.intoArray(y, q + 5 * LANES);
    y6.intoArray(y, q + 6 * LANES);
    y7.intoArray(y, q + 7 * LANES);
  }

  private static void columnsOfTwo(
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      double[] y,
      int q) {
    DoubleVector y0 = DoubleVector.fromArray(SPECIES, start, s);
    DoubleVector y1 = DoubleVector.fromArray(SPECIES, start, s + LANES);
    DoubleVector y2 = DoubleVector.fromArray(SPECIES, start, s + 2 * LANES);
    DoubleVector y3 = DoubleVector.fromArray(SPECIES, start, s + 3 * LANES);
    DoubleVector y4 = DoubleVector.fromArray(SPECIES, start, s + 4 * LANES);
    DoubleVector y5 = DoubleVector.fromArray(SPECIES, start, s + 5 * LANES);
    DoubleVector y6 = DoubleVector.fromArray(SPECIES, start, s + 6 * LANES);
    DoubleVector y7 = DoubleVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[2 * g]);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[2 * g + 1]);
      DoubleVector factor = DoubleVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.fma(w0, y7);
      factor = DoubleVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.fma(w0, y6);
      y7 = factor.fma(w1, y7);
      factor = DoubleVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.fma(w0, y5);
      y6 = factor.fma(w1, y6);
      factor = DoubleVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.fma(w0, y4);
      y5 = factor.fma(w1, y5);
      factor = DoubleVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.fma(w0, y3);
      y4 = factor.fma(w1, y4);
      factor = DoubleVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.fma(w0, y2);
      y3 = factor.fma(w1, y3);
      factor = DoubleVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.fma(w0, y1);
      y2 = factor.fma(w1, y2);
      factor = DoubleVector.fromArray(SPECIES, x, i);
      y0 = factor.fma(w0, y0);
      y1 = factor.fma(w1, y1);
      factor = DoubleVector.fromArray(SPECIES, x, i - LANES);
      y0 = factor.fma(w1, y0);
    }
    y0.intoArray(y, q);
    y1.intoArray(y, q + LANES);
    y2.intoArray(y, q + 2 * LANES);
    y3.intoArray(y, q + 3 * LANES);
    y4.intoArray(y, q + 4 * LANES);
    y5.intoArray(y, q + 5 * LANES);
    y6.intoArray(y, q + 6 * LANES);
    y7.intoArray(y, q + 7 * LANES);
  }

  private static void columnsOfOne(
      double[] x,
      int p,
      int[] offset,
      double[] w,
      int count,
      double[] start,
      int s,
      double[] y,
      int q) {
    DoubleVector y0 = DoubleVector.fromArray(SPECIES, start, s);
    DoubleVector y1 = DoubleVector.fromArray(SPECIES, start, s + LANES);
    DoubleVector y2 = DoubleVector.fromArray(SPECIES, start, s + 2 * LANES);
    DoubleVector y3 = DoubleVector.fromArray(SPECIES, start, s + 3 * LANES);
    DoubleVector y4 = DoubleVector.fromArray(SPECIES, start, s + 4 * LANES);
    DoubleVector y5 = DoubleVector.fromArray(SPECIES, start, s + 5 * LANES);
    DoubleVector y6 = DoubleVector.fromArray(SPECIES, start, s + 6 * LANES);
    DoubleVector y7 = DoubleVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[g]);
      DoubleVector factor = DoubleVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.fma(w0, y7);
      factor = DoubleVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.fma(w0, y6);
      factor = DoubleVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.fma(w0, y5);
      factor = DoubleVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.fma(w0, y4);
      factor = DoubleVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.fma(w0, y3);
      factor = DoubleVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.fma(w0, y2);
      factor = DoubleVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.fma(w0, y1);
      factor = DoubleVector.fromArray(SPECIES, x, i);
      y0 = factor.fma(w0, y0);
    }
    y0.intoArray(y, q);
    y1.intoArray(y, q + LANES);
    y2.intoArray(y, q + 2 * LANES);
    y3.intoArray(y, q + 3 * LANES);
    y4.intoArray(y, q + 4 * LANES);
    y5.intoArray(y, q + 5 * LANES);
    y6.intoArray(y, q + 6 * LANES);
    y7.intoArray(y, q + 7 * LANES);
  }
}
