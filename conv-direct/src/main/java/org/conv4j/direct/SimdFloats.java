package org.conv4j.direct;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code float}; those on {@code double} differ in the type
 * alone. They are written out, every access a call of the library itself, in one loop that has no
 * other in it: so the compilers of Java 17 and 25 alike keep all sums in registers. A method of our
 * own in between, or a second loop around the sums, makes objects of them, and ten times slower
 * code.
 */
@SuppressWarnings("TooManyParameters")
final class SimdFloats implements MicroKernel<float[]> {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Rows begin at different places of the first-level cache: 34 lines of 64 bytes, not 32. */
  private static final int ROW_STRIDE = 544;

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public int rowStride() {
    return ROW_STRIDE;
  }

  @Override
  public float[] newArray(int length) {
    return new float[length];
  }

  @Override
  public void clear(float[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void gather(float[] from, int[] index, int count, float[] to) {
    for (int i = 0; i < count; i++) {
      to[i] = index[i] < 0 ? 0 : from[index[i]];
    }
  }

  /**
   * Four vectors at once: besides being faster, that makes a method too large to be inlined. Deep
   * inside of others the compiler gives up, and makes objects of vectors.
   */
  @Override
  public boolean inRange(float[] y, int from, int to, double tiny) {
    // As integers, magnitudes are in order, and infinities and NaN follow the largest.
    IntVector least = IntVector.broadcast(BITS, Integer.MAX_VALUE);
    IntVector most = IntVector.zero(BITS);
    IntVector leastToo = least;
    IntVector mostToo = most;
    int i = from;
    for (; i <= to - 4 * LANES; i += 4 * LANES) {
      IntVector a =
          FloatVector.fromArray(SPECIES, y, i).abs().viewAsIntegralLanes().reinterpretAsInts();
      IntVector b =
          FloatVector.fromArray(SPECIES, y, i + LANES)
              .abs()
              .viewAsIntegralLanes()
              .reinterpretAsInts();
      IntVector c =
          FloatVector.fromArray(SPECIES, y, i + 2 * LANES)
              .abs()
              .viewAsIntegralLanes()
              .reinterpretAsInts();
      IntVector d =
          FloatVector.fromArray(SPECIES, y, i + 3 * LANES)
              .abs()
              .viewAsIntegralLanes()
              .reinterpretAsInts();
      least = least.min(a).min(b);
      most = most.max(a).max(b);
      leastToo = leastToo.min(c).min(d);
      mostToo = mostToo.max(c).max(d);
    }
    for (; i <= to - LANES; i += LANES) {
      IntVector a =
          FloatVector.fromArray(SPECIES, y, i).abs().viewAsIntegralLanes().reinterpretAsInts();
      least = least.min(a);
      most = most.max(a);
    }
    int low = least.min(leastToo).reduceLanes(VectorOperators.MIN);
    int high = most.max(mostToo).reduceLanes(VectorOperators.MAX);
    for (; i < to; i++) {
      int bits = Float.floatToRawIntBits(Math.abs(y[i]));
      low = Math.min(low, bits);
      high = Math.max(high, bits);
    }
    return low >= Float.floatToRawIntBits((float) tiny)
        && high <= Float.floatToRawIntBits(Float.MAX_VALUE);
  }

  @Override
  public void rows(
      int group,
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      int ss,
      float[] y,
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
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      float[] y,
      int q) {
    switch (group) {
      case 4 -> columnsOfFour(x, p, offset, w, count, start, s, y, q);
      case 2 -> columnsOfTwo(x, p, offset, w, count, start, s, y, q);
      default -> columnsOfOne(x, p, offset, w, count, start, s, y, q);
    }
  }

  private static void rowsOfFour(
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      int ss,
      float[] y,
      int q,
      int ys) {
    FloatVector y0a = FloatVector.fromArray(SPECIES, start, s);
    FloatVector y0b = FloatVector.fromArray(SPECIES, start, s + LANES);
    FloatVector y1a = FloatVector.fromArray(SPECIES, start, s + ss);
    FloatVector y1b = FloatVector.fromArray(SPECIES, start, s + ss + LANES);
    FloatVector y2a = FloatVector.fromArray(SPECIES, start, s + 2 * ss);
    FloatVector y2b = FloatVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    FloatVector y3a = FloatVector.fromArray(SPECIES, start, s + 3 * ss);
    FloatVector y3b = FloatVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[4 * g]);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[4 * g + 1]);
      FloatVector w2 = FloatVector.broadcast(SPECIES, w[4 * g + 2]);
      FloatVector w3 = FloatVector.broadcast(SPECIES, w[4 * g + 3]);
      FloatVector xA = FloatVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.fma(w0, y3a);
      FloatVector xB = FloatVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.fma(w0, y3b);
      xA = FloatVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.fma(w0, y2a);
      y3a = xA.fma(w1, y3a);
      xB = FloatVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.fma(w0, y2b);
      y3b = xB.fma(w1, y3b);
      xA = FloatVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.fma(w0, y1a);
      y2a = xA.fma(w1, y2a);
      y3a = xA.fma(w2, y3a);
      xB = FloatVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.fma(w0, y1b);
      y2b = xB.fma(w1, y2b);
      y3b = xB.fma(w2, y3b);
      xA = FloatVector.fromArray(SPECIES, x, i);
      y0a = xA.fma(w0, y0a);
      y1a = xA.fma(w1, y1a);
      y2a = xA.fma(w2, y2a);
      y3a = xA.fma(w3, y3a);
      xB = FloatVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.fma(w0, y0b);
      y1b = xB.fma(w1, y1b);
      y2b = xB.fma(w2, y2b);
      y3b = xB.fma(w3, y3b);
      xA = FloatVector.fromArray(SPECIES, x, i - ROW_STRIDE);
      y0a = xA.fma(w1, y0a);
      y1a = xA.fma(w2, y1a);
      y2a = xA.fma(w3, y2a);
      xB = FloatVector.fromArray(SPECIES, x, i - ROW_STRIDE + LANES);
      y0b = xB.fma(w1, y0b);
      y1b = xB.fma(w2, y1b);
      y2b = xB.fma(w3, y2b);
      xA = FloatVector.fromArray(SPECIES, x, i - 2 * ROW_STRIDE);
      y0a = xA.fma(w2, y0a);
      y1a = xA.fma(w3, y1a);
      xB = FloatVector.fromArray(SPECIES, x, i - 2 * ROW_STRIDE + LANES);
      y0b = xB.fma(w2, y0b);
      y1b = xB.fma(w3, y1b);
      xA = FloatVector.fromArray(SPECIES, x, i - 3 * ROW_STRIDE);
      y0a = xA.fma(w3, y0a);
      xB = FloatVector.fromArray(SPECIES, x, i - 3 * ROW_STRIDE + LANES);
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
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      int ss,
      float[] y,
      int q,
      int ys) {
    FloatVector y0a = FloatVector.fromArray(SPECIES, start, s);
    FloatVector y0b = FloatVector.fromArray(SPECIES, start, s + LANES);
    FloatVector y1a = FloatVector.fromArray(SPECIES, start, s + ss);
    FloatVector y1b = FloatVector.fromArray(SPECIES, start, s + ss + LANES);
    FloatVector y2a = FloatVector.fromArray(SPECIES, start, s + 2 * ss);
    FloatVector y2b = FloatVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    FloatVector y3a = FloatVector.fromArray(SPECIES, start, s + 3 * ss);
    FloatVector y3b = FloatVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[2 * g]);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[2 * g + 1]);
      FloatVector xA = FloatVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.fma(w0, y3a);
      FloatVector xB = FloatVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.fma(w0, y3b);
      xA = FloatVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.fma(w0, y2a);
      y3a = xA.fma(w1, y3a);
      xB = FloatVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.fma(w0, y2b);
      y3b = xB.fma(w1, y3b);
      xA = FloatVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.fma(w0, y1a);
      y2a = xA.fma(w1, y2a);
      xB = FloatVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.fma(w0, y1b);
      y2b = xB.fma(w1, y2b);
      xA = FloatVector.fromArray(SPECIES, x, i);
      y0a = xA.fma(w0, y0a);
      y1a = xA.fma(w1, y1a);
      xB = FloatVector.fromArray(SPECIES, x, i + LANES);
      y0b = xB.fma(w0, y0b);
      y1b = xB.fma(w1, y1b);
      xA = FloatVector.fromArray(SPECIES, x, i - ROW_STRIDE);
      y0a = xA.fma(w1, y0a);
      xB = FloatVector.fromArray(SPECIES, x, i - ROW_STRIDE + LANES);
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
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      int ss,
      float[] y,
      int q,
      int ys) {
    FloatVector y0a = FloatVector.fromArray(SPECIES, start, s);
    FloatVector y0b = FloatVector.fromArray(SPECIES, start, s + LANES);
    FloatVector y1a = FloatVector.fromArray(SPECIES, start, s + ss);
    FloatVector y1b = FloatVector.fromArray(SPECIES, start, s + ss + LANES);
    FloatVector y2a = FloatVector.fromArray(SPECIES, start, s + 2 * ss);
    FloatVector y2b = FloatVector.fromArray(SPECIES, start, s + 2 * ss + LANES);
    FloatVector y3a = FloatVector.fromArray(SPECIES, start, s + 3 * ss);
    FloatVector y3b = FloatVector.fromArray(SPECIES, start, s + 3 * ss + LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[g]);
      FloatVector xA = FloatVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE);
      y3a = xA.fma(w0, y3a);
      FloatVector xB = FloatVector.fromArray(SPECIES, x, i + 3 * ROW_STRIDE + LANES);
      y3b = xB.fma(w0, y3b);
      xA = FloatVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE);
      y2a = xA.fma(w0, y2a);
      xB = FloatVector.fromArray(SPECIES, x, i + 2 * ROW_STRIDE + LANES);
      y2b = xB.fma(w0, y2b);
      xA = FloatVector.fromArray(SPECIES, x, i + ROW_STRIDE);
      y1a = xA.fma(w0, y1a);
      xB = FloatVector.fromArray(SPECIES, x, i + ROW_STRIDE + LANES);
      y1b = xB.fma(w0, y1b);
      xA = FloatVector.fromArray(SPECIES, x, i);
      y0a = xA.fma(w0, y0a);
      xB = FloatVector.fromArray(SPECIES, x, i + LANES);
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
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      float[] y,
      int q) {
    FloatVector y0 = FloatVector.fromArray(SPECIES, start, s);
    FloatVector y1 = FloatVector.fromArray(SPECIES, start, s + LANES);
    FloatVector y2 = FloatVector.fromArray(SPECIES, start, s + 2 * LANES);
    FloatVector y3 = FloatVector.fromArray(SPECIES, start, s + 3 * LANES);
    FloatVector y4 = FloatVector.fromArray(SPECIES, start, s + 4 * LANES);
    FloatVector y5 = FloatVector.fromArray(SPECIES, start, s + 5 * LANES);
    FloatVector y6 = FloatVector.fromArray(SPECIES, start, s + 6 * LANES);
    FloatVector y7 = FloatVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[4 * g]);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[4 * g + 1]);
      FloatVector w2 = FloatVector.broadcast(SPECIES, w[4 * g + 2]);
      FloatVector w3 = FloatVector.broadcast(SPECIES, w[4 * g + 3]);
      FloatVector factor = FloatVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.fma(w0, y7);
      factor = FloatVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.fma(w0, y6);
      y7 = factor.fma(w1, y7);
      factor = FloatVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.fma(w0, y5);
      y6 = factor.fma(w1, y6);
      y7 = factor.fma(w2, y7);
      factor = FloatVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.fma(w0, y4);
      y5 = factor.fma(w1, y5);
      y6 = factor.fma(w2, y6);
      y7 = factor.fma(w3, y7);
      factor = FloatVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.fma(w0, y3);
      y4 = factor.fma(w1, y4);
      y5 = factor.fma(w2, y5);
      y6 = factor.fma(w3, y6);
      factor = FloatVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.fma(w0, y2);
      y3 = factor.fma(w1, y3);
      y4 = factor.fma(w2, y4);
      y5 = factor.fma(w3, y5);
      factor = FloatVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.fma(w0, y1);
      y2 = factor.fma(w1, y2);
      y3 = factor.fma(w2, y3);
      y4 = factor.fma(w3, y4);
      factor = FloatVector.fromArray(SPECIES, x, i);
      y0 = factor.fma(w0, y0);
      y1 = factor.fma(w1, y1);
      y2 = factor.fma(w2, y2);
      y3 = factor.fma(w3, y3);
      factor = FloatVector.fromArray(SPECIES, x, i - LANES);
      y0 = factor.fma(w1, y0);
      y1 = factor.fma(w2, y1);
      y2 = factor.fma(w3, y2);
      factor = FloatVector.fromArray(SPECIES, x, i - 2 * LANES);
      y0 = factor.fma(w2, y0);
      y1 = factor.fma(w3, y1);
      factor = FloatVector.fromArray(SPECIES, x, i - 3 * LANES);
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
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      float[] y,
      int q) {
    FloatVector y0 = FloatVector.fromArray(SPECIES, start, s);
    FloatVector y1 = FloatVector.fromArray(SPECIES, start, s + LANES);
    FloatVector y2 = FloatVector.fromArray(SPECIES, start, s + 2 * LANES);
    FloatVector y3 = FloatVector.fromArray(SPECIES, start, s + 3 * LANES);
    FloatVector y4 = FloatVector.fromArray(SPECIES, start, s + 4 * LANES);
    FloatVector y5 = FloatVector.fromArray(SPECIES, start, s + 5 * LANES);
    FloatVector y6 = FloatVector.fromArray(SPECIES, start, s + 6 * LANES);
    FloatVector y7 = FloatVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[2 * g]);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[2 * g + 1]);
      FloatVector factor = FloatVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.fma(w0, y7);
      factor = FloatVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.fma(w0, y6);
      y7 = factor.fma(w1, y7);
      factor = FloatVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.fma(w0, y5);
      y6 = factor.fma(w1, y6);
      factor = FloatVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.fma(w0, y4);
      y5 = factor.fma(w1, y5);
      factor = FloatVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.fma(w0, y3);
      y4 = factor.fma(w1, y4);
      factor = FloatVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.fma(w0, y2);
      y3 = factor.fma(w1, y3);
      factor = FloatVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.fma(w0, y1);
      y2 = factor.fma(w1, y2);
      factor = FloatVector.fromArray(SPECIES, x, i);
      y0 = factor.fma(w0, y0);
      y1 = factor.fma(w1, y1);
      factor = FloatVector.fromArray(SPECIES, x, i - LANES);
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
      float[] x,
      int p,
      int[] offset,
      float[] w,
      int count,
      float[] start,
      int s,
      float[] y,
      int q) {
    FloatVector y0 = FloatVector.fromArray(SPECIES, start, s);
    FloatVector y1 = FloatVector.fromArray(SPECIES, start, s + LANES);
    FloatVector y2 = FloatVector.fromArray(SPECIES, start, s + 2 * LANES);
    FloatVector y3 = FloatVector.fromArray(SPECIES, start, s + 3 * LANES);
    FloatVector y4 = FloatVector.fromArray(SPECIES, start, s + 4 * LANES);
    FloatVector y5 = FloatVector.fromArray(SPECIES, start, s + 5 * LANES);
    FloatVector y6 = FloatVector.fromArray(SPECIES, start, s + 6 * LANES);
    FloatVector y7 = FloatVector.fromArray(SPECIES, start, s + 7 * LANES);
    for (int g = 0; g < count; g++) {
      int i = p - offset[g];
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[g]);
      FloatVector factor = FloatVector.fromArray(SPECIES, x, i + 7 * LANES);
      y7 = factor.fma(w0, y7);
      factor = FloatVector.fromArray(SPECIES, x, i + 6 * LANES);
      y6 = factor.fma(w0, y6);
      factor = FloatVector.fromArray(SPECIES, x, i + 5 * LANES);
      y5 = factor.fma(w0, y5);
      factor = FloatVector.fromArray(SPECIES, x, i + 4 * LANES);
      y4 = factor.fma(w0, y4);
      factor = FloatVector.fromArray(SPECIES, x, i + 3 * LANES);
      y3 = factor.fma(w0, y3);
      factor = FloatVector.fromArray(SPECIES, x, i + 2 * LANES);
      y2 = factor.fma(w0, y2);
      factor = FloatVector.fromArray(SPECIES, x, i + LANES);
      y1 = factor.fma(w0, y1);
      factor = FloatVector.fromArray(SPECIES, x, i);
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
