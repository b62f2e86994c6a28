package org.conv4j.direct.layer;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code long}; those on other types differ in the type alone,
 * and in that integers have no fused multiply-add. They are written out for the compilers' sake,
 * which keep all sums in registers this way.
 */
final class SimdLongLayer extends LongLoops implements LayerMicroKernel<long[]> {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Every other element of a vector, from the first or the second on, twice. */
  private static final VectorShuffle<Long> EVEN = VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);

  private static final VectorShuffle<Long> ODD =
      VectorShuffle.fromOp(SPECIES, i -> (2 * i + 1) % LANES);

  /** The first half. */
  private static final VectorMask<Long> FIRST =
      VectorMask.fromLong(SPECIES, (1L << ((LANES + 1) / 2)) - 1);

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void loadRows(
      long[] from,
      int at,
      int fromRow,
      int step,
      int zero,
      long[] to,
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
          LongVector.fromArray(SPECIES, from, i + c).sub(zero).intoArray(to, j + c);
        }
      }
    }
  }

  /** Every other element of rows. */
  private static void loadEven(
      long[] from,
      int at,
      int fromRow,
      int zero,
      long[] to,
      int start,
      int toRow,
      int rows,
      int count) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < count; column += LANES) {
        int c = Math.min(column, count - LANES);
        int i = at + row * fromRow + 2 * c;
        // The second vector begins one element early, so as not to end beyond the array.
        LongVector low = LongVector.fromArray(SPECIES, from, i).rearrange(EVEN);
        LongVector high = LongVector.fromArray(SPECIES, from, i + LANES - 1).rearrange(ODD);
        high.blend(low, FIRST).sub(zero).intoArray(to, start + row * toRow + c);
      }
    }
  }

  @Override
  public void eight(
      int columns,
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    switch (columns) {
      case 3 -> eightByThree(x, p, offsets, from, to, w, at, y, q, stride);
      case 2 -> eightByTwo(x, p, offsets, from, to, w, at, y, q, stride);
      default -> eightByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void eightByThree(
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y0b = LongVector.fromArray(SPECIES, y, q + LANES);
    LongVector y0c = LongVector.fromArray(SPECIES, y, q + 2 * LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y1b = LongVector.fromArray(SPECIES, y, q + stride + LANES);
    LongVector y1c = LongVector.fromArray(SPECIES, y, q + stride + 2 * LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y2b = LongVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    LongVector y2c = LongVector.fromArray(SPECIES, y, q + 2 * stride + 2 * LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    LongVector y3b = LongVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    LongVector y3c = LongVector.fromArray(SPECIES, y, q + 3 * stride + 2 * LANES);
    LongVector y4a = LongVector.fromArray(SPECIES, y, q + 4 * stride);
    LongVector y4b = LongVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    LongVector y4c = LongVector.fromArray(SPECIES, y, q + 4 * stride + 2 * LANES);
    LongVector y5a = LongVector.fromArray(SPECIES, y, q + 5 * stride);
    LongVector y5b = LongVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    LongVector y5c = LongVector.fromArray(SPECIES, y, q + 5 * stride + 2 * LANES);
    LongVector y6a = LongVector.fromArray(SPECIES, y, q + 6 * stride);
    LongVector y6b = LongVector.fromArray(SPECIES, y, q + 6 * stride + LANES);
    LongVector y6c = LongVector.fromArray(SPECIES, y, q + 6 * stride + 2 * LANES);
    LongVector y7a = LongVector.fromArray(SPECIES, y, q + 7 * stride);
    LongVector y7b = LongVector.fromArray(SPECIES, y, q + 7 * stride + LANES);
    LongVector y7c = LongVector.fromArray(SPECIES, y, q + 7 * stride + 2 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + LANES);
      LongVector xC = LongVector.fromArray(SPECIES, x, i + 2 * LANES);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      y0c = xC.mul(w0).add(y0c);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      y1c = xC.mul(w1).add(y1c);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      y2c = xC.mul(w2).add(y2c);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      y3c = xC.mul(w3).add(y3c);
      LongVector w4 = LongVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      y4c = xC.mul(w4).add(y4c);
      LongVector w5 = LongVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      y5b = xB.mul(w5).add(y5b);
      y5c = xC.mul(w5).add(y5c);
      LongVector w6 = LongVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.mul(w6).add(y6a);
      y6b = xB.mul(w6).add(y6b);
      y6c = xC.mul(w6).add(y6c);
      LongVector w7 = LongVector.broadcast(SPECIES, w[j + 7]);
      y7a = xA.mul(w7).add(y7a);
      y7b = xB.mul(w7).add(y7b);
      y7c = xC.mul(w7).add(y7c);
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
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y0b = LongVector.fromArray(SPECIES, y, q + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y1b = LongVector.fromArray(SPECIES, y, q + stride + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y2b = LongVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    LongVector y3b = LongVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    LongVector y4a = LongVector.fromArray(SPECIES, y, q + 4 * stride);
    LongVector y4b = LongVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    LongVector y5a = LongVector.fromArray(SPECIES, y, q + 5 * stride);
    LongVector y5b = LongVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    LongVector y6a = LongVector.fromArray(SPECIES, y, q + 6 * stride);
    LongVector y6b = LongVector.fromArray(SPECIES, y, q + 6 * stride + LANES);
    LongVector y7a = LongVector.fromArray(SPECIES, y, q + 7 * stride);
    LongVector y7b = LongVector.fromArray(SPECIES, y, q + 7 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + LANES);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      LongVector w4 = LongVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      LongVector w5 = LongVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      y5b = xB.mul(w5).add(y5b);
      LongVector w6 = LongVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.mul(w6).add(y6a);
      y6b = xB.mul(w6).add(y6b);
      LongVector w7 = LongVector.broadcast(SPECIES, w[j + 7]);
      y7a = xA.mul(w7).add(y7a);
      y7b = xB.mul(w7).add(y7b);
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
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    LongVector y4a = LongVector.fromArray(SPECIES, y, q + 4 * stride);
    LongVector y5a = LongVector.fromArray(SPECIES, y, q + 5 * stride);
    LongVector y6a = LongVector.fromArray(SPECIES, y, q + 6 * stride);
    LongVector y7a = LongVector.fromArray(SPECIES, y, q + 7 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      LongVector w4 = LongVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      LongVector w5 = LongVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      LongVector w6 = LongVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.mul(w6).add(y6a);
      LongVector w7 = LongVector.broadcast(SPECIES, w[j + 7]);
      y7a = xA.mul(w7).add(y7a);
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
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    switch (columns) {
      case 3 -> sixByThree(x, p, offsets, from, to, w, at, y, q, stride);
      case 2 -> sixByTwo(x, p, offsets, from, to, w, at, y, q, stride);
      default -> sixByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void sixByThree(
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y0b = LongVector.fromArray(SPECIES, y, q + LANES);
    LongVector y0c = LongVector.fromArray(SPECIES, y, q + 2 * LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y1b = LongVector.fromArray(SPECIES, y, q + stride + LANES);
    LongVector y1c = LongVector.fromArray(SPECIES, y, q + stride + 2 * LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y2b = LongVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    LongVector y2c = LongVector.fromArray(SPECIES, y, q + 2 * stride + 2 * LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    LongVector y3b = LongVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    LongVector y3c = LongVector.fromArray(SPECIES, y, q + 3 * stride + 2 * LANES);
    LongVector y4a = LongVector.fromArray(SPECIES, y, q + 4 * stride);
    LongVector y4b = LongVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    LongVector y4c = LongVector.fromArray(SPECIES, y, q + 4 * stride + 2 * LANES);
    LongVector y5a = LongVector.fromArray(SPECIES, y, q + 5 * stride);
    LongVector y5b = LongVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    LongVector y5c = LongVector.fromArray(SPECIES, y, q + 5 * stride + 2 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + LANES);
      LongVector xC = LongVector.fromArray(SPECIES, x, i + 2 * LANES);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      y0c = xC.mul(w0).add(y0c);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      y1c = xC.mul(w1).add(y1c);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      y2c = xC.mul(w2).add(y2c);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      y3c = xC.mul(w3).add(y3c);
      LongVector w4 = LongVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      y4c = xC.mul(w4).add(y4c);
      LongVector w5 = LongVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      y5b = xB.mul(w5).add(y5b);
      y5c = xC.mul(w5).add(y5c);
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
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y0b = LongVector.fromArray(SPECIES, y, q + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y1b = LongVector.fromArray(SPECIES, y, q + stride + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y2b = LongVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    LongVector y3b = LongVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    LongVector y4a = LongVector.fromArray(SPECIES, y, q + 4 * stride);
    LongVector y4b = LongVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    LongVector y5a = LongVector.fromArray(SPECIES, y, q + 5 * stride);
    LongVector y5b = LongVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + LANES);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      LongVector w4 = LongVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      LongVector w5 = LongVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      y5b = xB.mul(w5).add(y5b);
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
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    LongVector y4a = LongVector.fromArray(SPECIES, y, q + 4 * stride);
    LongVector y5a = LongVector.fromArray(SPECIES, y, q + 5 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      LongVector w4 = LongVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      LongVector w5 = LongVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
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
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    if (columns == 2) {
      fourByTwo(x, p, offsets, from, to, w, at, y, q, stride);
    } else {
      fourByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void fourByTwo(
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y0b = LongVector.fromArray(SPECIES, y, q + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y1b = LongVector.fromArray(SPECIES, y, q + stride + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y2b = LongVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    LongVector y3b = LongVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 4 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + LANES);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
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
      long[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      long[] w,
      int at,
      long[] y,
      int q,
      int stride) {
    LongVector y0a = LongVector.fromArray(SPECIES, y, q);
    LongVector y1a = LongVector.fromArray(SPECIES, y, q + stride);
    LongVector y2a = LongVector.fromArray(SPECIES, y, q + 2 * stride);
    LongVector y3a = LongVector.fromArray(SPECIES, y, q + 3 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 4 * (k - from);
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector w0 = LongVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      LongVector w1 = LongVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      LongVector w2 = LongVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      LongVector w3 = LongVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
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
      long[] x,
      int p,
      int xStep,
      int[] offsets,
      long[] w,
      int at,
      long[] biasOrNull,
      int channel,
      long[] y,
      int q,
      int yStep) {
    if (rows >= 4 && isThreeByThree(offsets, xStep)) {
      threeByThree(rows, columns, x, p, xStep, offsets, w, at, biasOrNull, channel, y, q, yStep);
      return;
    }
    LongVector added = LongVector.broadcast(SPECIES, biasOrNull == null ? 0 : biasOrNull[channel]);
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
        LongVector yA = LongVector.zero(SPECIES);
        LongVector yB = yA;
        LongVector yC = yA;
        LongVector yD = yA;
        for (int k = 0; k < offsets.length; k++) {
          int from = i + offsets[k];
          LongVector weight = LongVector.broadcast(SPECIES, w[at + k]);
          LongVector xA = LongVector.fromArray(SPECIES, x, from + a);
          yA = xA.mul(weight).add(yA);
          LongVector xB = LongVector.fromArray(SPECIES, x, from + b);
          yB = xB.mul(weight).add(yB);
          LongVector xC = LongVector.fromArray(SPECIES, x, from + nextRow * xStep + c);
          yC = xC.mul(weight).add(yC);
          LongVector xD = LongVector.fromArray(SPECIES, x, from + nextRow * xStep + d);
          yD = xD.mul(weight).add(yD);
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
      long[] x,
      int p,
      int xStep,
      int[] offsets,
      long[] w,
      int at,
      long[] biasOrNull,
      int channel,
      long[] y,
      int q,
      int yStep) {
    int o0 = p + offsets[0];
    int o1 = p + offsets[1];
    int o2 = p + offsets[2];
    LongVector w0 = LongVector.broadcast(SPECIES, w[at]);
    LongVector w1 = LongVector.broadcast(SPECIES, w[at + 1]);
    LongVector w2 = LongVector.broadcast(SPECIES, w[at + 2]);
    LongVector w3 = LongVector.broadcast(SPECIES, w[at + 3]);
    LongVector w4 = LongVector.broadcast(SPECIES, w[at + 4]);
    LongVector w5 = LongVector.broadcast(SPECIES, w[at + 5]);
    LongVector w6 = LongVector.broadcast(SPECIES, w[at + 6]);
    LongVector w7 = LongVector.broadcast(SPECIES, w[at + 7]);
    LongVector w8 = LongVector.broadcast(SPECIES, w[at + 8]);
    LongVector added = LongVector.broadcast(SPECIES, biasOrNull == null ? 0 : biasOrNull[channel]);
    for (int row = 0; row < rows; row += 4) {
      // The last rows and columns reach back rather than beyond.
      int r = Math.min(row, rows - 4);
      for (int column = 0; column < columns; column += LANES) {
        int c = Math.min(column, columns - LANES);
        int i = r * xStep + c;
        LongVector y0 = LongVector.zero(SPECIES);
        LongVector y1 = y0;
        LongVector y2 = y0;
        LongVector y3 = y0;
        LongVector x00 = LongVector.fromArray(SPECIES, x, o0 + i);
        LongVector x01 = LongVector.fromArray(SPECIES, x, o1 + i);
        LongVector x02 = LongVector.fromArray(SPECIES, x, o2 + i);
        y0 = x00.mul(w0).add(y0);
        y0 = x01.mul(w1).add(y0);
        y0 = x02.mul(w2).add(y0);
        LongVector x10 = LongVector.fromArray(SPECIES, x, o0 + i + xStep);
        LongVector x11 = LongVector.fromArray(SPECIES, x, o1 + i + xStep);
        LongVector x12 = LongVector.fromArray(SPECIES, x, o2 + i + xStep);
        y0 = x10.mul(w3).add(y0);
        y0 = x11.mul(w4).add(y0);
        y0 = x12.mul(w5).add(y0);
        y1 = x10.mul(w0).add(y1);
        y1 = x11.mul(w1).add(y1);
        y1 = x12.mul(w2).add(y1);
        LongVector x20 = LongVector.fromArray(SPECIES, x, o0 + i + 2 * xStep);
        LongVector x21 = LongVector.fromArray(SPECIES, x, o1 + i + 2 * xStep);
        LongVector x22 = LongVector.fromArray(SPECIES, x, o2 + i + 2 * xStep);
        y0 = x20.mul(w6).add(y0);
        y0 = x21.mul(w7).add(y0);
        y0 = x22.mul(w8).add(y0);
        y1 = x20.mul(w3).add(y1);
        y1 = x21.mul(w4).add(y1);
        y1 = x22.mul(w5).add(y1);
        y2 = x20.mul(w0).add(y2);
        y2 = x21.mul(w1).add(y2);
        y2 = x22.mul(w2).add(y2);
        LongVector x30 = LongVector.fromArray(SPECIES, x, o0 + i + 3 * xStep);
        LongVector x31 = LongVector.fromArray(SPECIES, x, o1 + i + 3 * xStep);
        LongVector x32 = LongVector.fromArray(SPECIES, x, o2 + i + 3 * xStep);
        y1 = x30.mul(w6).add(y1);
        y1 = x31.mul(w7).add(y1);
        y1 = x32.mul(w8).add(y1);
        y2 = x30.mul(w3).add(y2);
        y2 = x31.mul(w4).add(y2);
        y2 = x32.mul(w5).add(y2);
        y3 = x30.mul(w0).add(y3);
        y3 = x31.mul(w1).add(y3);
        y3 = x32.mul(w2).add(y3);
        LongVector x40 = LongVector.fromArray(SPECIES, x, o0 + i + 4 * xStep);
        LongVector x41 = LongVector.fromArray(SPECIES, x, o1 + i + 4 * xStep);
        LongVector x42 = LongVector.fromArray(SPECIES, x, o2 + i + 4 * xStep);
        y2 = x40.mul(w6).add(y2);
        y2 = x41.mul(w7).add(y2);
        y2 = x42.mul(w8).add(y2);
        y3 = x40.mul(w3).add(y3);
        y3 = x41.mul(w4).add(y3);
        y3 = x42.mul(w5).add(y3);
        LongVector x50 = LongVector.fromArray(SPECIES, x, o0 + i + 5 * xStep);
        LongVector x51 = LongVector.fromArray(SPECIES, x, o1 + i + 5 * xStep);
        LongVector x52 = LongVector.fromArray(SPECIES, x, o2 + i + 5 * xStep);
        y3 = x50.mul(w6).add(y3);
        y3 = x51.mul(w7).add(y3);
        y3 = x52.mul(w8).add(y3);
        int j = q + r * yStep + c;
        y0.add(added).intoArray(y, j);
        y1.add(added).intoArray(y, j + yStep);
        y2.add(added).intoArray(y, j + 2 * yStep);
        y3.add(added).intoArray(y, j + 3 * yStep);
      }
    }
  }
}
