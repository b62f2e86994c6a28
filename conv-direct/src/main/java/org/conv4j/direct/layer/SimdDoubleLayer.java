package org.conv4j.direct.layer;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code double}; those on other types differ in the type alone.
 * They are written out for the compilers' sake, which keep all sums in registers this way.
 */
final class SimdDoubleLayer extends DoubleLoops implements LayerMicroKernel<double[]> {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Every other element of a vector, from the first or the second on, twice. */
  private static final VectorShuffle<Double> EVEN =
      VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);

  private static final VectorShuffle<Double> ODD =
      VectorShuffle.fromOp(SPECIES, i -> (2 * i + 1) % LANES);

  /** The first half. */
  private static final VectorMask<Double> FIRST =
      VectorMask.fromLong(SPECIES, (1L << ((LANES + 1) / 2)) - 1);

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void loadRows(
      double[] from,
      int at,
      int fromRow,
      int step,
      int zero,
      double[] to,
      int start,
      int toRow,
      int rows,
      int count) {
    if (step > 2 || count < LANES) {
      super.loadRows(from, at, fromRow, step, zero, to, start, toRow, rows, count);
    } else if (step == 2) {
      loadEven(from, at, fromRow, zero, to, start, toRow, rows, count);
    } else {
      for (int row = 0; row < rows; row++) {
        int i = at + row * fromRow;
        int j = start + row * toRow;
        for (int column = 0; column < count; column += LANES) {
          // The last vector reaches back rather than beyond the row.
          int c = Math.min(column, count - LANES);
          DoubleVector.fromArray(SPECIES, from, i + c).sub(zero).intoArray(to, j + c);
        }
      }
    }
  }

  /** Every other element of rows. */
  private static void loadEven(
      double[] from,
      int at,
      int fromRow,
      int zero,
      double[] to,
      int start,
      int toRow,
      int rows,
      int count) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < count; column += LANES) {
        int c = Math.min(column, count - LANES);
        int i = at + row * fromRow + 2 * c;
        // The second vector begins one element early, so as not to end beyond the array.
        DoubleVector low = DoubleVector.fromArray(SPECIES, from, i).rearrange(EVEN);
        DoubleVector high = DoubleVector.fromArray(SPECIES, from, i + LANES - 1).rearrange(ODD);
        high.blend(low, FIRST).sub(zero).intoArray(to, start + row * toRow + c);
      }
    }
  }

  @Override
  public void eight(
      int columns,
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    switch (columns) {
      case 3 -> eightByThree(x, p, offsets, from, to, w, at, y, q, stride);
      case 2 -> eightByTwo(x, p, offsets, from, to, w, at, y, q, stride);
      default -> eightByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void eightByThree(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, y, q + LANES);
    DoubleVector y0c = DoubleVector.fromArray(SPECIES, y, q + 2 * LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, y, q + stride + LANES);
    DoubleVector y1c = DoubleVector.fromArray(SPECIES, y, q + stride + 2 * LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    DoubleVector y2c = DoubleVector.fromArray(SPECIES, y, q + 2 * stride + 2 * LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    DoubleVector y3c = DoubleVector.fromArray(SPECIES, y, q + 3 * stride + 2 * LANES);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, y, q + 4 * stride);
    DoubleVector y4b = DoubleVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    DoubleVector y4c = DoubleVector.fromArray(SPECIES, y, q + 4 * stride + 2 * LANES);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, y, q + 5 * stride);
    DoubleVector y5b = DoubleVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    DoubleVector y5c = DoubleVector.fromArray(SPECIES, y, q + 5 * stride + 2 * LANES);
    DoubleVector y6a = DoubleVector.fromArray(SPECIES, y, q + 6 * stride);
    DoubleVector y6b = DoubleVector.fromArray(SPECIES, y, q + 6 * stride + LANES);
    DoubleVector y6c = DoubleVector.fromArray(SPECIES, y, q + 6 * stride + 2 * LANES);
    DoubleVector y7a = DoubleVector.fromArray(SPECIES, y, q + 7 * stride);
    DoubleVector y7b = DoubleVector.fromArray(SPECIES, y, q + 7 * stride + LANES);
    DoubleVector y7c = DoubleVector.fromArray(SPECIES, y, q + 7 * stride + 2 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      DoubleVector xC = DoubleVector.fromArray(SPECIES, x, i + 2 * LANES);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      y0c = xC.fma(w0, y0c);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      y1b = xB.fma(w1, y1b);
      y1c = xC.fma(w1, y1c);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      y2b = xB.fma(w2, y2b);
      y2c = xC.fma(w2, y2c);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      y3b = xB.fma(w3, y3b);
      y3c = xC.fma(w3, y3c);
      DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.fma(w4, y4a);
      y4b = xB.fma(w4, y4b);
      y4c = xC.fma(w4, y4c);
      DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.fma(w5, y5a);
      y5b = xB.fma(w5, y5b);
      y5c = xC.fma(w5, y5c);
      DoubleVector w6 = DoubleVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.fma(w6, y6a);
      y6b = xB.fma(w6, y6b);
      y6c = xC.fma(w6, y6c);
      DoubleVector w7 = DoubleVector.broadcast(SPECIES, w[j + 7]);
      y7a = xA.fma(w7, y7a);
      y7b = xB.fma(w7, y7b);
      y7c = xC.fma(w7, y7c);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y0c.intoArray(y, q + 2 * LANES);
    y1a.intoArray(y, q + stride);
    y1b.intoArray(y, q + stride + LANES);
    y1c.intoArray(y, q + stride + 2 * LANES);
    y2a.intoArray(y, q + 2 * stride);
    y2b.intoArray(y, q + 2 * stride + LANES);
    y2c.intoArray(y, q + 2 * stride + 2 * LANES);
    y3a.intoArray(y, q + 3 * stride);
    y3b.intoArray(y, q + 3 * stride + LANES);
    y3c.intoArray(y, q + 3 * stride + 2 * LANES);
    y4a.intoArray(y, q + 4 * stride);
    y4b.intoArray(y, q + 4 * stride + LANES);
    y4c.intoArray(y, q + 4 * stride + 2 * LANES);
    y5a.intoArray(y, q + 5 * stride);
    y5b.intoArray(y, q + 5 * stride + LANES);
    y5c.intoArray(y, q + 5 * stride + 2 * LANES);
    y6a.intoArray(y, q + 6 * stride);
    y6b.intoArray(y, q + 6 * stride + LANES);
    y6c.intoArray(y, q + 6 * stride + 2 * LANES);
    y7a.intoArray(y, q + 7 * stride);
    y7b.intoArray(y, q + 7 * stride + LANES);
    y7c.intoArray(y, q + 7 * stride + 2 * LANES);
  }

  private static void eightByTwo(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, y, q + LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, y, q + stride + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, y, q + 4 * stride);
    DoubleVector y4b = DoubleVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, y, q + 5 * stride);
    DoubleVector y5b = DoubleVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    DoubleVector y6a = DoubleVector.fromArray(SPECIES, y, q + 6 * stride);
    DoubleVector y6b = DoubleVector.fromArray(SPECIES, y, q + 6 * stride + LANES);
    DoubleVector y7a = DoubleVector.fromArray(SPECIES, y, q + 7 * stride);
    DoubleVector y7b = DoubleVector.fromArray(SPECIES, y, q + 7 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      y1b = xB.fma(w1, y1b);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      y2b = xB.fma(w2, y2b);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      y3b = xB.fma(w3, y3b);
      DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.fma(w4, y4a);
      y4b = xB.fma(w4, y4b);
      DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.fma(w5, y5a);
      y5b = xB.fma(w5, y5b);
      DoubleVector w6 = DoubleVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.fma(w6, y6a);
      y6b = xB.fma(w6, y6b);
      DoubleVector w7 = DoubleVector.broadcast(SPECIES, w[j + 7]);
      y7a = xA.fma(w7, y7a);
      y7b = xB.fma(w7, y7b);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y1a.intoArray(y, q + stride);
    y1b.intoArray(y, q + stride + LANES);
    y2a.intoArray(y, q + 2 * stride);
    y2b.intoArray(y, q + 2 * stride + LANES);
    y3a.intoArray(y, q + 3 * stride);
    y3b.intoArray(y, q + 3 * stride + LANES);
    y4a.intoArray(y, q + 4 * stride);
    y4b.intoArray(y, q + 4 * stride + LANES);
    y5a.intoArray(y, q + 5 * stride);
    y5b.intoArray(y, q + 5 * stride + LANES);
    y6a.intoArray(y, q + 6 * stride);
    y6b.intoArray(y, q + 6 * stride + LANES);
    y7a.intoArray(y, q + 7 * stride);
    y7b.intoArray(y, q + 7 * stride + LANES);
  }

  private static void eightByOne(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, y, q + 4 * stride);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, y, q + 5 * stride);
    DoubleVector y6a = DoubleVector.fromArray(SPECIES, y, q + 6 * stride);
    DoubleVector y7a = DoubleVector.fromArray(SPECIES, y, q + 7 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.fma(w4, y4a);
      DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.fma(w5, y5a);
      DoubleVector w6 = DoubleVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.fma(w6, y6a);
      DoubleVector w7 = DoubleVector.broadcast(SPECIES, w[j + 7]);
      y7a = xA.fma(w7, y7a);
    }
    y0a.intoArray(y, q);
    y1a.intoArray(y, q + stride);
    y2a.intoArray(y, q + 2 * stride);
    y3a.intoArray(y, q + 3 * stride);
    y4a.intoArray(y, q + 4 * stride);
    y5a.intoArray(y, q + 5 * stride);
    y6a.intoArray(y, q + 6 * stride);
    y7a.intoArray(y, q + 7 * stride);
  }

  @Override
  public void six(
      int columns,
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    switch (columns) {
      case 3 -> sixByThree(x, p, offsets, from, to, w, at, y, q, stride);
      case 2 -> sixByTwo(x, p, offsets, from, to, w, at, y, q, stride);
      default -> sixByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void sixByThree(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, y, q + LANES);
    DoubleVector y0c = DoubleVector.fromArray(SPECIES, y, q + 2 * LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, y, q + stride + LANES);
    DoubleVector y1c = DoubleVector.fromArray(SPECIES, y, q + stride + 2 * LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    DoubleVector y2c = DoubleVector.fromArray(SPECIES, y, q + 2 * stride + 2 * LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    DoubleVector y3c = DoubleVector.fromArray(SPECIES, y, q + 3 * stride + 2 * LANES);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, y, q + 4 * stride);
    DoubleVector y4b = DoubleVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    DoubleVector y4c = DoubleVector.fromArray(SPECIES, y, q + 4 * stride + 2 * LANES);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, y, q + 5 * stride);
    DoubleVector y5b = DoubleVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    DoubleVector y5c = DoubleVector.fromArray(SPECIES, y, q + 5 * stride + 2 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      DoubleVector xC = DoubleVector.fromArray(SPECIES, x, i + 2 * LANES);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      y0c = xC.fma(w0, y0c);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      y1b = xB.fma(w1, y1b);
      y1c = xC.fma(w1, y1c);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      y2b = xB.fma(w2, y2b);
      y2c = xC.fma(w2, y2c);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      y3b = xB.fma(w3, y3b);
      y3c = xC.fma(w3, y3c);
      DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.fma(w4, y4a);
      y4b = xB.fma(w4, y4b);
      y4c = xC.fma(w4, y4c);
      DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.fma(w5, y5a);
      y5b = xB.fma(w5, y5b);
      y5c = xC.fma(w5, y5c);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y0c.intoArray(y, q + 2 * LANES);
    y1a.intoArray(y, q + stride);
    y1b.intoArray(y, q + stride + LANES);
    y1c.intoArray(y, q + stride + 2 * LANES);
    y2a.intoArray(y, q + 2 * stride);
    y2b.intoArray(y, q + 2 * stride + LANES);
    y2c.intoArray(y, q + 2 * stride + 2 * LANES);
    y3a.intoArray(y, q + 3 * stride);
    y3b.intoArray(y, q + 3 * stride + LANES);
    y3c.intoArray(y, q + 3 * stride + 2 * LANES);
    y4a.intoArray(y, q + 4 * stride);
    y4b.intoArray(y, q + 4 * stride + LANES);
    y4c.intoArray(y, q + 4 * stride + 2 * LANES);
    y5a.intoArray(y, q + 5 * stride);
    y5b.intoArray(y, q + 5 * stride + LANES);
    y5c.intoArray(y, q + 5 * stride + 2 * LANES);
  }

  private static void sixByTwo(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, y, q + LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, y, q + stride + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, y, q + 4 * stride);
    DoubleVector y4b = DoubleVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, y, q + 5 * stride);
    DoubleVector y5b = DoubleVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      y1b = xB.fma(w1, y1b);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      y2b = xB.fma(w2, y2b);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      y3b = xB.fma(w3, y3b);
      DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.fma(w4, y4a);
      y4b = xB.fma(w4, y4b);
      DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.fma(w5, y5a);
      y5b = xB.fma(w5, y5b);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y1a.intoArray(y, q + stride);
    y1b.intoArray(y, q + stride + LANES);
    y2a.intoArray(y, q + 2 * stride);
    y2b.intoArray(y, q + 2 * stride + LANES);
    y3a.intoArray(y, q + 3 * stride);
    y3b.intoArray(y, q + 3 * stride + LANES);
    y4a.intoArray(y, q + 4 * stride);
    y4b.intoArray(y, q + 4 * stride + LANES);
    y5a.intoArray(y, q + 5 * stride);
    y5b.intoArray(y, q + 5 * stride + LANES);
  }

  private static void sixByOne(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, y, q + 4 * stride);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, y, q + 5 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.fma(w4, y4a);
      DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.fma(w5, y5a);
    }
    y0a.intoArray(y, q);
    y1a.intoArray(y, q + stride);
    y2a.intoArray(y, q + 2 * stride);
    y3a.intoArray(y, q + 3 * stride);
    y4a.intoArray(y, q + 4 * stride);
    y5a.intoArray(y, q + 5 * stride);
  }

  @Override
  public void four(
      int columns,
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    if (columns == 2) {
      fourByTwo(x, p, offsets, from, to, w, at, y, q, stride);
    } else {
      fourByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void fourByTwo(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, y, q + LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, y, q + stride + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 4 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      y1b = xB.fma(w1, y1b);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      y2b = xB.fma(w2, y2b);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      y3b = xB.fma(w3, y3b);
    }
    y0a.intoArray(y, q);
    y0b.intoArray(y, q + LANES);
    y1a.intoArray(y, q + stride);
    y1b.intoArray(y, q + stride + LANES);
    y2a.intoArray(y, q + 2 * stride);
    y2b.intoArray(y, q + 2 * stride + LANES);
    y3a.intoArray(y, q + 3 * stride);
    y3b.intoArray(y, q + 3 * stride + LANES);
  }

  private static void fourByOne(
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[] y,
      int q,
      int stride) {
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, y, q);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, y, q + stride);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, y, q + 2 * stride);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, y, q + 3 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 4 * (k - from);
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
    }
    y0a.intoArray(y, q);
    y1a.intoArray(y, q + stride);
    y2a.intoArray(y, q + 2 * stride);
    y3a.intoArray(y, q + 3 * stride);
  }

  @Override
  public void rows(
      int rows,
      int columns,
      double[] x,
      int p,
      int xStep,
      int[] offsets,
      double[] w,
      int at,
      double[] biasOrNull,
      int channel,
      double[] y,
      int q,
      int yStep) {
    if (rows >= 4 && isThreeByThree(offsets, xStep)) {
      threeByThree(rows, columns, x, p, xStep, offsets, w, at, biasOrNull, channel, y, q, yStep);
      return;
    }
    // Only the addition of -0 changes nothing, not even the sign of zeros.
    DoubleVector added =
        DoubleVector.broadcast(SPECIES, biasOrNull == null ? -0.0 : biasOrNull[channel]);
    int last = columns - LANES;
    boolean twoRows = columns <= 2 * LANES;
    for (int row = 0; row < rows; row += twoRows ? 2 : 1) {
      int i = p + row * xStep;
      int j = q + row * yStep;
      int nextRow = twoRows && row + 1 < rows ? 1 : 0;
      for (int column = 0; column < columns; column += 4 * LANES) {
        // Vectors reach back rather than beyond the row.
        int a = Math.max(0, Math.min(column, last - 3 * LANES));
        int b = Math.min(a + LANES, last);
        int c = twoRows ? 0 : Math.min(a + 2 * LANES, last);
        int d = twoRows ? last : Math.min(a + 3 * LANES, last);
        DoubleVector yA = DoubleVector.zero(SPECIES);
        DoubleVector yB = yA;
        DoubleVector yC = yA;
        DoubleVector yD = yA;
        for (int k = 0; k < offsets.length; k++) {
          int from = i + offsets[k];
          DoubleVector weight = DoubleVector.broadcast(SPECIES, w[at + k]);
          DoubleVector xA = DoubleVector.fromArray(SPECIES, x, from + a);
          yA = xA.fma(weight, yA);
          DoubleVector xB = DoubleVector.fromArray(SPECIES, x, from + b);
          yB = xB.fma(weight, yB);
          DoubleVector xC = DoubleVector.fromArray(SPECIES, x, from + nextRow * xStep + c);
          yC = xC.fma(weight, yC);
          DoubleVector xD = DoubleVector.fromArray(SPECIES, x, from + nextRow * xStep + d);
          yD = xD.fma(weight, yD);
        }
        yA.add(added).intoArray(y, j + a);
        yB.add(added).intoArray(y, j + b);
        yC.add(added).intoArray(y, j + nextRow * yStep + c);
        yD.add(added).intoArray(y, j + nextRow * yStep + d);
      }
    }
  }

  /** Whether each three terms meet the row of input after that which the three before meet. */
  private static boolean isThreeByThree(int[] offsets, int xStep) {
    boolean is = offsets.length == 9;
    for (int k = 0; is && k < 6; k++) {
      is = offsets[k + 3] == offsets[k] + xStep;
    }
    return is;
  }

  /** Four rows of outputs at a time, so that each vector of input serves up to three of them. */
  private static void threeByThree(
      int rows,
      int columns,
      double[] x,
      int p,
      int xStep,
      int[] offsets,
      double[] w,
      int at,
      double[] biasOrNull,
      int channel,
      double[] y,
      int q,
      int yStep) {
    int o0 = p + offsets[0];
    int o1 = p + offsets[1];
    int o2 = p + offsets[2];
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[at]);
    DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[at + 1]);
    DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[at + 2]);
    DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[at + 3]);
    DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[at + 4]);
    DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[at + 5]);
    DoubleVector w6 = DoubleVector.broadcast(SPECIES, w[at + 6]);
    DoubleVector w7 = DoubleVector.broadcast(SPECIES, w[at + 7]);
    DoubleVector w8 = DoubleVector.broadcast(SPECIES, w[at + 8]);
    DoubleVector added =
        DoubleVector.broadcast(SPECIES, biasOrNull == null ? -0.0 : biasOrNull[channel]);
    for (int row = 0; row < rows; row += 4) {
      // The last rows and columns reach back rather than beyond.
      int r = Math.min(row, rows - 4);
      for (int column = 0; column < columns; column += LANES) {
        int c = Math.min(column, columns - LANES);
        int i = r * xStep + c;
        DoubleVector y0 = DoubleVector.zero(SPECIES);
        DoubleVector y1 = y0;
        DoubleVector y2 = y0;
        DoubleVector y3 = y0;
        DoubleVector x00 = DoubleVector.fromArray(SPECIES, x, o0 + i);
        DoubleVector x01 = DoubleVector.fromArray(SPECIES, x, o1 + i);
        DoubleVector x02 = DoubleVector.fromArray(SPECIES, x, o2 + i);
        y0 = x00.fma(w0, y0);
        y0 = x01.fma(w1, y0);
        y0 = x02.fma(w2, y0);
        DoubleVector x10 = DoubleVector.fromArray(SPECIES, x, o0 + i + xStep);
        DoubleVector x11 = DoubleVector.fromArray(SPECIES, x, o1 + i + xStep);
        DoubleVector x12 = DoubleVector.fromArray(SPECIES, x, o2 + i + xStep);
        y0 = x10.fma(w3, y0);
        y0 = x11.fma(w4, y0);
        y0 = x12.fma(w5, y0);
        y1 = x10.fma(w0, y1);
        y1 = x11.fma(w1, y1);
        y1 = x12.fma(w2, y1);
        DoubleVector x20 = DoubleVector.fromArray(SPECIES, x, o0 + i + 2 * xStep);
        DoubleVector x21 = DoubleVector.fromArray(SPECIES, x, o1 + i + 2 * xStep);
        DoubleVector x22 = DoubleVector.fromArray(SPECIES, x, o2 + i + 2 * xStep);
        y0 = x20.fma(w6, y0);
        y0 = x21.fma(w7, y0);
        y0 = x22.fma(w8, y0);
        y1 = x20.fma(w3, y1);
        y1 = x21.fma(w4, y1);
        y1 = x22.fma(w5, y1);
        y2 = x20.fma(w0, y2);
        y2 = x21.fma(w1, y2);
        y2 = x22.fma(w2, y2);
        DoubleVector x30 = DoubleVector.fromArray(SPECIES, x, o0 + i + 3 * xStep);
        DoubleVector x31 = DoubleVector.fromArray(SPECIES, x, o1 + i + 3 * xStep);
        DoubleVector x32 = DoubleVector.fromArray(SPECIES, x, o2 + i + 3 * xStep);
        y1 = x30.fma(w6, y1);
        y1 = x31.fma(w7, y1);
        y1 = x32.fma(w8, y1);
        y2 = x30.fma(w3, y2);
        y2 = x31.fma(w4, y2);
        y2 = x32.fma(w5, y2);
        y3 = x30.fma(w0, y3);
        y3 = x31.fma(w1, y3);
        y3 = x32.fma(w2, y3);
        DoubleVector x40 = DoubleVector.fromArray(SPECIES, x, o0 + i + 4 * xStep);
        DoubleVector x41 = DoubleVector.fromArray(SPECIES, x, o1 + i + 4 * xStep);
        DoubleVector x42 = DoubleVector.fromArray(SPECIES, x, o2 + i + 4 * xStep);
        y2 = x40.fma(w6, y2);
        y2 = x41.fma(w7, y2);
        y2 = x42.fma(w8, y2);
        y3 = x40.fma(w3, y3);
        y3 = x41.fma(w4, y3);
        y3 = x42.fma(w5, y3);
        DoubleVector x50 = DoubleVector.fromArray(SPECIES, x, o0 + i + 5 * xStep);
        DoubleVector x51 = DoubleVector.fromArray(SPECIES, x, o1 + i + 5 * xStep);
        DoubleVector x52 = DoubleVector.fromArray(SPECIES, x, o2 + i + 5 * xStep);
        y3 = x50.fma(w6, y3);
        y3 = x51.fma(w7, y3);
        y3 = x52.fma(w8, y3);
        int j = q + r * yStep + c;
        y0.add(added).intoArray(y, j);
        y1.add(added).intoArray(y, j + yStep);
        y2.add(added).intoArray(y, j + 2 * yStep);
        y3.add(added).intoArray(y, j + 3 * yStep);
      }
    }
  }
}
