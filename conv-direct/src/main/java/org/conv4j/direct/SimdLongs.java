package org.conv4j.direct;

import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code long}; those on {@code double} differ in the type alone.
 * They are written out, every access a call of the library itself, in one loop that has no other in
 * it: so the compilers of Java 17 and 25 alike keep all sums in registers. A method of our own in
 * between, or a second loop around the sums, makes objects of them, and ten times slower code.
 */
@SuppressWarnings("TooManyParameters")
final class SimdLongs implements MicroKernel<long[]> {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
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
  public long[] newArray(int length) {
    return new long[length];
  }

  @Override
  public void clear(long[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void gather(long[] from, int[] index, int count, long[] to) {
    for (int i = 0; i < count; i++) {
      to[i] = index[i] < 0 ? 0 : from[index[i]];
    }
  }

  /** Integers are never out of range. */
  @Override
  public boolean inRange(long[] y, int from, int to, double tiny) {
    return true;
  }

  @Override
  public void rows(
      int group,
      long[] x,
      int p,
      int[] offset,
      long[] w,
      int count,
      long[] start,
      int s,
      int ss,
      long[] y,
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
      long[] x,
      int p,
      int[] offset,
      long[] w,
      int count,
      long[] start,
      int s,
      long[] y,
      int q) {
    switch (group) {
      case 4 -> columnsOfFour(x, p, offset, w, count, start, s, y, q);
      case 2 -> columnsOfTwo(x, p, offset, w, count, start, s, y, q);
      default -> columnsOfOne(x, p, offset, w, count, start, s, y, q);
    }
  }

  private static void rowsOfFour(
      long[] x,
      int p,
      int[] offset,
      long[] w,
      int count,
      long[] start,
      int s,
      int ss,
      long[] y,
      int q,
      int ys) {
    LongVector y0a = LongVector.fromArray(SPECIES, start, s);
    LongVector y0b = LongVector.fromArray(SPECIES, start, s + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, start, s + ss);
    LongVector y1b = LongVector.fromArray(SPECIES, start, s + ss + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, start, s + 2 * ss);
    LongVector y2b = LongVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, start, s + 3 * ss);
    LongVector y3b = LongVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      LongVector w0 = LongVector.broadcast(SPECIES, w[4 * g]);
      LongVector w1 = LongVector.broadcast(SPECIES, w[4 * g + 1]);
      LongVector w2 = LongVector.broadcast(SPECIES, w[4 * g + 2]);
      LongVector w3 = LongVector.broadcast(SPECIES, w[4 * g + 3]);
      LongVector xA = LongVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.mul(w0).add(y3a);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.mul(w0).add(y3b);
      xA = LongVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.mul(w0).add(y2a);
      y3a = xA.mul(w1).add(y3a);
      xB = LongVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.mul(w0).add(y2b);
      y3b = xB.mul(w1).add(y3b);
      xA = LongVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.mul(w0).add(y1a);
      y2a = xA.mul(w1).add(y2a);
      y3a = xA.mul(w2).add(y3a);
      xB = LongVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.mul(w0).add(y1b);
      y2b = xB.mul(w1).add(y2b);
      y3b = xB.mul(w2).add(y3b);
      xA = LongVector.fromArray(SPECIES, x, i);
      y0a = xA.mul(w0).add(y0a);
      y1a = xA.mul(w1).add(y1a);
      y2a = xA.mul(w2).add(y2a);
      y3a = xA.mul(w3).add(y3a);
      xB = LongVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.mul(w0).add(y0b);
      y1b = xB.mul(w1).add(y1b);
      y2b = xB.mul(w2).add(y2b);
      y3b = xB.mul(w3).add(y3b);
      xA = LongVector.fromArray(SPECIES, x, i - ROW_STRIDE);
      y0a = xA.mul(w1).add(y0a);
      y1a = xA.mul(w2).add(y1a);
      y2a = xA.mul(w3).add(y2a);
      xB = LongVector.fromArray(SPECIES, x, i - ROW_STRIDE + LANES);
      y0b = xB.mul(w1).add(y0b);
      y1b = xB.mul(w2).add(y1b);
      y2b = xB.mul(w3).add(y2b);
      xA = LongVector.fromArray(SPECIES, x, i - 2 * ROW_STRIDE);
      y0a = xA.mul(w2).add(y0a);
      y1a = xA.mul(w3).add(y1a);
      xB = LongVector.fromArray(SPECIES, x, i - 2 * ROW_STRIDE + LANES);
      y0b = xB.mul(w2).add(y0b);
      y1b = xB.mul(w3).add(y1b);
      xA = LongVector.fromArray(SPECIES, x, i - 3 * ROW_STRIDE);
      y0a = xA.mul(w3).add(y0a);
      xB = LongVector.fromArray(SPECIES, x, i - 3 * ROW_STRIDE + LANES);
      y0b = xB.mul(w3).add(y0b);
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
      long[] x,
      int p,
      int[] offset,
      long[] w,
      int count,
      long[] start,
      int s,
      int ss,
      long[] y,
      int q,
      int ys) {
    LongVector y0a = LongVector.fromArray(SPECIES, start, s);
    LongVector y0b = LongVector.fromArray(SPECIES, start, s + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, start, s + ss);
    LongVector y1b = LongVector.fromArray(SPECIES, start, s + ss + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, start, s + 2 * ss);
    LongVector y2b = LongVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, start, s + 3 * ss);
    LongVector y3b = LongVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      LongVector w0 = LongVector.broadcast(SPECIES, w[2 * g]);
      LongVector w1 = LongVector.broadcast(SPECIES, w[2 * g + 1]);
      LongVector xA = LongVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.mul(w0).add(y3a);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.mul(w0).add(y3b);
      xA = LongVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.mul(w0).add(y2a);
      y3a = xA.mul(w1).add(y3a);
      xB = LongVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.mul(w0).add(y2b);
      y3b = xB.mul(w1).add(y3b);
      xA = LongVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.mul(w0).add(y1a);
      y2a = xA.mul(w1).add(y2a);
      xB = LongVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.mul(w0).add(y1b);
      y2b = xB.mul(w1).add(y2b);
      xA = LongVector.fromArray(SPECIES, x, i);
      y0a = xA.mul(w0).add(y0a);
      y1a = xA.mul(w1).add(y1a);
      xB = LongVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.mul(w0).add(y0b);
      y1b = xB.mul(w1).add(y1b);
      xA = LongVector.fromArray(SPECIES, x, i - ROW_STRIDE);
      y0a = xA.mul(w1).add(y0a);
      xB = LongVector.fromArray(SPECIES, x, i - ROW_STRIDE + LANES);
      y0b = xB.mul(w1).add(y0b);
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
      long[] x,
      int p,
      int[] offset,
      long[] w,
      int count,
      long[] start,
      int s,
      int ss,
      long[] y,
      int q,
      int ys) {
    LongVector y0a = LongVector.fromArray(SPECIES, start, s);
    LongVector y0b = LongVector.fromArray(SPECIES, start, s + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, start, s + ss);
    LongVector y1b = LongVector.fromArray(SPECIES, start, s + ss + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, start, s + 2 * ss);
    LongVector y2b = LongVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, start, s + 3 * ss);
    LongVector y3b = LongVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      LongVector w0 = LongVector.broadcast(SPECIES, w[g]);
      LongVector xA = LongVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.mul(w0).add(y3a);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.mul(w0).add(y3b);
      xA = LongVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.mul(w0).add(y2a);
      xB = LongVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.mul(w0).add(y2b);
      xA = LongVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.mul(w0).add(y1a);
      xB = LongVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.mul(w0).add(y1b);
      xA = LongVector.fromArray(SPECIES, x, i);
      y0a = xA.mul(w0).add(y0a);
      xB = LongVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.mul(w0).add(y0b);
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
      long[] x, int p, int[] offset, long[] w, int count, long[] start, int s, long[] y, int q) {
    LongVector y0 = LongVector.fromArray(SPECIES, start, s);
    LongVector y1 = LongVector.fromArray(SPECIES, start, s + LANES);
    LongVector y2 = LongVector.fromArray(SPECIES, start, s + 2 * LANES);
    LongVector y3 = LongVector.fromArray(SPECIES, start, s + 3 * LANES);
    LongVector y4 = LongVector.fromArray(SPECIES, start, s + 4 * LANES);
    LongVector y5 = LongVector.fromArray(SPECIES, start, s + 5 * LANES);
    LongVector y6 = LongVector.fromArray(SPECIES, start, s + 6 * LANES);
    LongVector y7 = LongVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      LongVector w0 = LongVector.broadcast(SPECIES, w[4 * g]);
      LongVector w1 = LongVector.broadcast(SPECIES, w[4 * g + 1]);
      LongVector w2 = LongVector.broadcast(SPECIES, w[4 * g + 2]);
      LongVector w3 = LongVector.broadcast(SPECIES, w[4 * g + 3]);
      LongVector factor = LongVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.mul(w0).add(y7);
      factor = LongVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.mul(w0).add(y6);
      y7 = factor.mul(w1).add(y7);
      factor = LongVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.mul(w0).add(y5);
      y6 = factor.mul(w1).add(y6);
      y7 = factor.mul(w2).add(y7);
      factor = LongVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.mul(w0).add(y4);
      y5 = factor.mul(w1).add(y5);
      y6 = factor.mul(w2).add(y6);
      y7 = factor.mul(w3).add(y7);
      factor = LongVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.mul(w0).add(y3);
      y4 = factor.mul(w1).add(y4);
      y5 = factor.mul(w2).add(y5);
      y6 = factor.mul(w3).add(y6);
      factor = LongVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.mul(w0).add(y2);
      y3 = factor.mul(w1).add(y3);
      y4 = factor.mul(w2).add(y4);
      y5 = factor.mul(w3).add(y5);
      factor = LongVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.mul(w0).add(y1);
      y2 = factor.mul(w1).add(y2);
      y3 = factor.mul(w2).add(y3);
      y4 = factor.mul(w3).add(y4);
      factor = LongVector.fromArray(SPECIES, x, i);
      y0 = factor.mul(w0).add(y0);
      y1 = factor.mul(w1).add(y1);
      y2 = factor.mul(w2).add(y2);
      y3 = factor.mul(w3).add(y3);
      factor = LongVector.fromArray(SPECIES, x, i - LANES);
      y0 = factor.mul(w1).add(y0);
      y1 = factor.mul(w2).add(y1);
      y2 = factor.mul(w3).add(y2);
      factor = LongVector.fromArray(SPECIES, x, i - 2 * LANES);
      y0 = factor.mul(w2).add(y0);
      y1 = factor.mul(w3).add(y1);
      factor = LongVector.fromArray(SPECIES, x, i - 3 * LANES);
      y0 = factor.mul(w3).add(y0);
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
      long[] x, int p, int[] offset, long[] w, int count, long[] start, int s, long[] y, int q) {
    LongVector y0 = LongVector.fromArray(SPECIES, start, s);
    LongVector y1 = LongVector.fromArray(SPECIES, start, s + LANES);
    LongVector y2 = LongVector.fromArray(SPECIES, start, s + 2 * LANES);
    LongVector y3 = LongVector.fromArray(SPECIES, start, s + 3 * LANES);
    LongVector y4 = LongVector.fromArray(SPECIES, start, s + 4 * LANES);
    LongVector y5 = LongVector.fromArray(SPECIES, start, s + 5 * LANES);
    LongVector y6 = LongVector.fromArray(SPECIES, start, s + 6 * LANES);
    LongVector y7 = LongVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      LongVector w0 = LongVector.broadcast(SPECIES, w[2 * g]);
      LongVector w1 = LongVector.broadcast(SPECIES, w[2 * g + 1]);
      LongVector factor = LongVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.mul(w0).add(y7);
      factor = LongVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.mul(w0).add(y6);
      y7 = factor.mul(w1).add(y7);
      factor = LongVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.mul(w0).add(y5);
      y6 = factor.mul(w1).add(y6);
      factor = LongVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.mul(w0).add(y4);
      y5 = factor.mul(w1).add(y5);
      factor = LongVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.mul(w0).add(y3);
      y4 = factor.mul(w1).add(y4);
      factor = LongVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.mul(w0).add(y2);
      y3 = factor.mul(w1).add(y3);
      factor = LongVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.mul(w0).add(y1);
      y2 = factor.mul(w1).add(y2);
      factor = LongVector.fromArray(SPECIES, x, i);
      y0 = factor.mul(w0).add(y0);
      y1 = factor.mul(w1).add(y1);
      factor = LongVector.fromArray(SPECIES, x, i - LANES);
      y0 = factor.mul(w1).add(y0);
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
      long[] x, int p, int[] offset, long[] w, int count, long[] start, int s, long[] y, int q) {
    LongVector y0 = LongVector.fromArray(SPECIES, start, s);
    LongVector y1 = LongVector.fromArray(SPECIES, start, s + LANES);
    LongVector y2 = LongVector.fromArray(SPECIES, start, s + 2 * LANES);
    LongVector y3 = LongVector.fromArray(SPECIES, start, s + 3 * LANES);
    LongVector y4 = LongVector.fromArray(SPECIES, start, s + 4 * LANES);
    LongVector y5 = LongVector.fromArray(SPECIES, start, s + 5 * LANES);
    LongVector y6 = LongVector.fromArray(SPECIES, start, s + 6 * LANES);
    LongVector y7 = LongVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      LongVector w0 = LongVector.broadcast(SPECIES, w[g]);
      LongVector factor = LongVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.mul(w0).add(y7);
      factor = LongVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.mul(w0).add(y6);
      factor = LongVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.mul(w0).add(y5);
      factor = LongVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.mul(w0).add(y4);
      factor = LongVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.mul(w0).add(y3);
      factor = LongVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.mul(w0).add(y2);
      factor = LongVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.mul(w0).add(y1);
      factor = LongVector.fromArray(SPECIES, x, i);
      y0 = factor.mul(w0).add(y0);
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
