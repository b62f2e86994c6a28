package org.conv4j.direct.layer;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code int}; those on other types differ in the type alone, and
 * in that integers have no fused multiply-add. They are written out for the compilers' sake, which
 * keep all sums in registers this way.
 */
final class SimdIntLayer extends IntLoops implements LayerMicroKernel<int[]> {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Every other element of a vector, from the first or the second on, twice. */
  private static final VectorShuffle<Integer> EVEN =
      VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);

  private static final VectorShuffle<Integer> ODD =
      VectorShuffle.fromOp(SPECIES, i -> (2 * i + 1) % LANES);

  /** The first half. */
  private static final VectorMask<Integer> FIRST =
      VectorMask.fromLong(SPECIES, (1L << ((LANES + 1) / 2)) - 1);

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void loadRows(
      int[] from,
      int at,
      int fromRow,
      int step,
      int zero,
      int[] to,
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
          IntVector.fromArray(SPECIES, from, i + c).sub(zero).intoArray(to, j + c);
        }
      }
    }
  }

  /** Every other element of rows. */
  private static void loadEven(
      int[] from,
      int at,
      int fromRow,
      int zero,
      int[] to,
      int start,
      int toRow,
      int rows,
      int count) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < count; column += LANES) {
        int c = Math.min(column, count - LANES);
        int i = at + row * fromRow + 2 * c;
        // The second vector begins one element early, so as not to end beyond the array.
        IntVector low = IntVector.fromArray(SPECIES, from, i).rearrange(EVEN);
        IntVector high = IntVector.fromArray(SPECIES, from, i + LANES - 1).rearrange(ODD);
        high.blend(low, FIRST).sub(zero).intoArray(to, start + row * toRow + c);
      }
    }
  }

  @Override
  public void eight(
      int columns,
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    switch (columns) {
      case 3 -> eightByThree(x, p, offsets, from, to, w, at, y, q, stride);
      case 2 -> eightByTwo(x, p, offsets, from, to, w, at, y, q, stride);
      default -> eightByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void eightByThree(
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y0b = IntVector.fromArray(SPECIES, y, q + LANES);
    IntVector y0c = IntVector.fromArray(SPECIES, y, q + 2 * LANES);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y1b = IntVector.fromArray(SPECIES, y, q + stride + LANES);
    IntVector y1c = IntVector.fromArray(SPECIES, y, q + stride + 2 * LANES);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y2b = IntVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    IntVector y2c = IntVector.fromArray(SPECIES, y, q + 2 * stride + 2 * LANES);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    IntVector y3b = IntVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    IntVector y3c = IntVector.fromArray(SPECIES, y, q + 3 * stride + 2 * LANES);
    IntVector y4a = IntVector.fromArray(SPECIES, y, q + 4 * stride);
    IntVector y4b = IntVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    IntVector y4c = IntVector.fromArray(SPECIES, y, q + 4 * stride + 2 * LANES);
    IntVector y5a = IntVector.fromArray(SPECIES, y, q + 5 * stride);
    IntVector y5b = IntVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    IntVector y5c = IntVector.fromArray(SPECIES, y, q + 5 * stride + 2 * LANES);
    IntVector y6a = IntVector.fromArray(SPECIES, y, q + 6 * stride);
    IntVector y6b = IntVector.fromArray(SPECIES, y, q + 6 * stride + LANES);
    IntVector y6c = IntVector.fromArray(SPECIES, y, q + 6 * stride + 2 * LANES);
    IntVector y7a = IntVector.fromArray(SPECIES, y, q + 7 * stride);
    IntVector y7b = IntVector.fromArray(SPECIES, y, q + 7 * stride + LANES);
    IntVector y7c = IntVector.fromArray(SPECIES, y, q + 7 * stride + 2 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector xB = IntVector.fromArray(SPECIES, x, i + LANES);
      IntVector xC = IntVector.fromArray(SPECIES, x, i + 2 * LANES);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      y0c = xC.mul(w0).add(y0c);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      y1c = xC.mul(w1).add(y1c);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      y2c = xC.mul(w2).add(y2c);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      y3c = xC.mul(w3).add(y3c);
      IntVector w4 = IntVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      y4c = xC.mul(w4).add(y4c);
      IntVector w5 = IntVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      y5b = xB.mul(w5).add(y5b);
      y5c = xC.mul(w5).add(y5c);
      IntVector w6 = IntVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.mul(w6).add(y6a);
      y6b = xB.mul(w6).add(y6b);
      y6c = xC.mul(w6).add(y6c);
      IntVector w7 = IntVector.broadcast(SPECIES, w[j + 7]);
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
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y0b = IntVector.fromArray(SPECIES, y, q + LANES);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y1b = IntVector.fromArray(SPECIES, y, q + stride + LANES);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y2b = IntVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    IntVector y3b = IntVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    IntVector y4a = IntVector.fromArray(SPECIES, y, q + 4 * stride);
    IntVector y4b = IntVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    IntVector y5a = IntVector.fromArray(SPECIES, y, q + 5 * stride);
    IntVector y5b = IntVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    IntVector y6a = IntVector.fromArray(SPECIES, y, q + 6 * stride);
    IntVector y6b = IntVector.fromArray(SPECIES, y, q + 6 * stride + LANES);
    IntVector y7a = IntVector.fromArray(SPECIES, y, q + 7 * stride);
    IntVector y7b = IntVector.fromArray(SPECIES, y, q + 7 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector xB = IntVector.fromArray(SPECIES, x, i + LANES);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      IntVector w4 = IntVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      IntVector w5 = IntVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      y5b = xB.mul(w5).add(y5b);
      IntVector w6 = IntVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.mul(w6).add(y6a);
      y6b = xB.mul(w6).add(y6b);
      IntVector w7 = IntVector.broadcast(SPECIES, w[j + 7]);
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
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    IntVector y4a = IntVector.fromArray(SPECIES, y, q + 4 * stride);
    IntVector y5a = IntVector.fromArray(SPECIES, y, q + 5 * stride);
    IntVector y6a = IntVector.fromArray(SPECIES, y, q + 6 * stride);
    IntVector y7a = IntVector.fromArray(SPECIES, y, q + 7 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      IntVector w4 = IntVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      IntVector w5 = IntVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.mul(w5).add(y5a);
      IntVector w6 = IntVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.mul(w6).add(y6a);
      IntVector w7 = IntVector.broadcast(SPECIES, w[j + 7]);
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
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    switch (columns) {
      case 3 -> sixByThree(x, p, offsets, from, to, w, at, y, q, stride);
      case 2 -> sixByTwo(x, p, offsets, from, to, w, at, y, q, stride);
      default -> sixByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void sixByThree(
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y0b = IntVector.fromArray(SPECIES, y, q + LANES);
    IntVector y0c = IntVector.fromArray(SPECIES, y, q + 2 * LANES);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y1b = IntVector.fromArray(SPECIES, y, q + stride + LANES);
    IntVector y1c = IntVector.fromArray(SPECIES, y, q + stride + 2 * LANES);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y2b = IntVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    IntVector y2c = IntVector.fromArray(SPECIES, y, q + 2 * stride + 2 * LANES);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    IntVector y3b = IntVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    IntVector y3c = IntVector.fromArray(SPECIES, y, q + 3 * stride + 2 * LANES);
    IntVector y4a = IntVector.fromArray(SPECIES, y, q + 4 * stride);
    IntVector y4b = IntVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    IntVector y4c = IntVector.fromArray(SPECIES, y, q + 4 * stride + 2 * LANES);
    IntVector y5a = IntVector.fromArray(SPECIES, y, q + 5 * stride);
    IntVector y5b = IntVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    IntVector y5c = IntVector.fromArray(SPECIES, y, q + 5 * stride + 2 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector xB = IntVector.fromArray(SPECIES, x, i + LANES);
      IntVector xC = IntVector.fromArray(SPECIES, x, i + 2 * LANES);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      y0c = xC.mul(w0).add(y0c);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      y1c = xC.mul(w1).add(y1c);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      y2c = xC.mul(w2).add(y2c);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      y3c = xC.mul(w3).add(y3c);
      IntVector w4 = IntVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      y4c = xC.mul(w4).add(y4c);
      IntVector w5 = IntVector.broadcast(SPECIES, w[j + 5]);
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
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y0b = IntVector.fromArray(SPECIES, y, q + LANES);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y1b = IntVector.fromArray(SPECIES, y, q + stride + LANES);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y2b = IntVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    IntVector y3b = IntVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    IntVector y4a = IntVector.fromArray(SPECIES, y, q + 4 * stride);
    IntVector y4b = IntVector.fromArray(SPECIES, y, q + 4 * stride + LANES);
    IntVector y5a = IntVector.fromArray(SPECIES, y, q + 5 * stride);
    IntVector y5b = IntVector.fromArray(SPECIES, y, q + 5 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector xB = IntVector.fromArray(SPECIES, x, i + LANES);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      y3b = xB.mul(w3).add(y3b);
      IntVector w4 = IntVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      y4b = xB.mul(w4).add(y4b);
      IntVector w5 = IntVector.broadcast(SPECIES, w[j + 5]);
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
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    IntVector y4a = IntVector.fromArray(SPECIES, y, q + 4 * stride);
    IntVector y5a = IntVector.fromArray(SPECIES, y, q + 5 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 6 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.mul(w3).add(y3a);
      IntVector w4 = IntVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.mul(w4).add(y4a);
      IntVector w5 = IntVector.broadcast(SPECIES, w[j + 5]);
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
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    if (columns == 2) {
      fourByTwo(x, p, offsets, from, to, w, at, y, q, stride);
    } else {
      fourByOne(x, p, offsets, from, to, w, at, y, q, stride);
    }
  }

  private static void fourByTwo(
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y0b = IntVector.fromArray(SPECIES, y, q + LANES);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y1b = IntVector.fromArray(SPECIES, y, q + stride + LANES);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y2b = IntVector.fromArray(SPECIES, y, q + 2 * stride + LANES);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    IntVector y3b = IntVector.fromArray(SPECIES, y, q + 3 * stride + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 4 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector xB = IntVector.fromArray(SPECIES, x, i + LANES);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      y1b = xB.mul(w1).add(y1b);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      y2b = xB.mul(w2).add(y2b);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
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
      int[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      int[] w,
      int at,
      int[] y,
      int q,
      int stride) {
    IntVector y0a = IntVector.fromArray(SPECIES, y, q);
    IntVector y1a = IntVector.fromArray(SPECIES, y, q + stride);
    IntVector y2a = IntVector.fromArray(SPECIES, y, q + 2 * stride);
    IntVector y3a = IntVector.fromArray(SPECIES, y, q + 3 * stride);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 4 * (k - from);
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector w0 = IntVector.broadcast(SPECIES, w[j]);
      y0a = xA.mul(w0).add(y0a);
      IntVector w1 = IntVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.mul(w1).add(y1a);
      IntVector w2 = IntVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.mul(w2).add(y2a);
      IntVector w3 = IntVector.broadcast(SPECIES, w[j + 3]);
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
      int[] x,
      int p,
      int xStep,
      int[] offsets,
      int[] w,
      int at,
      int[] biasOrNull,
      int channel,
      int[] y,
      int q,
      int yStep) {
    if (rows >= 4 && isThreeByThree(offsets, xStep)) {
      threeByThree(rows, columns, x, p, xStep, offsets, w, at, biasOrNull, channel, y, q, yStep);
      return;
    }
    IntVector added = IntVector.broadcast(SPECIES, biasOrNull == null ? 0 : biasOrNull[channel]);
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
        IntVector yA = IntVector.zero(SPECIES);
        IntVector yB = yA;
        IntVector yC = yA;
        IntVector yD = yA;
        for (int k = 0; k < offsets.length; k++) {
          int from = i + offsets[k];
          IntVector weight = IntVector.broadcast(SPECIES, w[at + k]);
          IntVector xA = IntVector.fromArray(SPECIES, x, from + a);
          yA = xA.mul(weight).add(yA);
          IntVector xB = IntVector.fromArray(SPECIES, x, from + b);
          yB = xB.mul(weight).add(yB);
          IntVector xC = IntVector.fromArray(SPECIES, x, from + nextRow * xStep + c);
          yC = xC.mul(weight).add(yC);
          IntVector xD = IntVector.fromArray(SPECIES, x, from + nextRow * xStep + d);
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
      int[] x,
      int p,
      int xStep,
      int[] offsets,
      int[] w,
      int at,
      int[] biasOrNull,
      int channel,
      int[] y,
      int q,
      int yStep) {
    int o0 = p + offsets[0];
    int o1 = p + offsets[1];
    int o2 = p + offsets[2];
    IntVector w0 = IntVector.broadcast(SPECIES, w[at]);
    IntVector w1 = IntVector.broadcast(SPECIES, w[at + 1]);
    IntVector w2 = IntVector.broadcast(SPECIES, w[at + 2]);
    IntVector w3 = IntVector.broadcast(SPECIES, w[at + 3]);
    IntVector w4 = IntVector.broadcast(SPECIES, w[at + 4]);
    IntVector w5 = IntVector.broadcast(SPECIES, w[at + 5]);
    IntVector w6 = IntVector.broadcast(SPECIES, w[at + 6]);
    IntVector w7 = IntVector.broadcast(SPECIES, w[at + 7]);
    IntVector w8 = IntVector.broadcast(SPECIES, w[at + 8]);
    IntVector added = IntVector.broadcast(SPECIES, biasOrNull == null ? 0 : biasOrNull[channel]);
    for (int row = 0; row < rows; row += 4) {
      // The last rows and columns reach back rather than beyond.
      int r = Math.min(row, rows - 4);
      for (int column = 0; column < columns; column += LANES) {
        int c = Math.min(column, columns - LANES);
        int i = r * xStep + c;
        IntVector y0 = IntVector.zero(SPECIES);
        IntVector y1 = y0;
        IntVector y2 = y0;
        IntVector y3 = y0;
        IntVector x00 = IntVector.fromArray(SPECIES, x, o0 + i);
        IntVector x01 = IntVector.fromArray(SPECIES, x, o1 + i);
        IntVector x02 = IntVector.fromArray(SPECIES, x, o2 + i);
        y0 = x00.mul(w0).add(y0);
        y0 = x01.mul(w1).add(y0);
        y0 = x02.mul(w2).add(y0);
        IntVector x10 = IntVector.fromArray(SPECIES, x, o0 + i + xStep);
        IntVector x11 = IntVector.fromArray(SPECIES, x, o1 + i + xStep);
        IntVector x12 = IntVector.fromArray(SPECIES, x, o2 + i + xStep);
        y0 = x10.mul(w3).add(y0);
        y0 = x11.mul(w4).add(y0);
        y0 = x12.mul(w5).add(y0);
        y1 = x10.mul(w0).add(y1);
        y1 = x11.mul(w1).add(y1);
        y1 = x12.mul(w2).add(y1);
        IntVector x20 = IntVector.fromArray(SPECIES, x, o0 + i + 2 * xStep);
        IntVector x21 = IntVector.fromArray(SPECIES, x, o1 + i + 2 * xStep);
        IntVector x22 = IntVector.fromArray(SPECIES, x, o2 + i + 2 * xStep);
        y0 = x20.mul(w6).add(y0);
        y0 = x21.mul(w7).add(y0);
        y0 = x22.mul(w8).add(y0);
        y1 = x20.mul(w3).add(y1);
        y1 = x21.mul(w4).add(y1);
        y1 = x22.mul(w5).add(y1);
        y2 = x20.mul(w0).add(y2);
        y2 = x21.mul(w1).add(y2);
        y2 = x22.mul(w2).add(y2);
        IntVector x30 = IntVector.fromArray(SPECIES, x, o0 + i + 3 * xStep);
        IntVector x31 = IntVector.fromArray(SPECIES, x, o1 + i + 3 * xStep);
        IntVector x32 = IntVector.fromArray(SPECIES, x, o2 + i + 3 * xStep);
        y1 = x30.mul(w6).add(y1);
        y1 = x31.mul(w7).add(y1);
        y1 = x32.mul(w8).add(y1);
        y2 = x30.mul(w3).add(y2);
        y2 = x31.mul(w4).add(y2);
        y2 = x32.mul(w5).add(y2);
        y3 = x30.mul(w0).add(y3);
        y3 = x31.mul(w1).add(y3);
        y3 = x32.mul(w2).add(y3);
        IntVector x40 = IntVector.fromArray(SPECIES, x, o0 + i + 4 * xStep);
        IntVector x41 = IntVector.fromArray(SPECIES, x, o1 + i + 4 * xStep);
        IntVector x42 = IntVector.fromArray(SPECIES, x, o2 + i + 4 * xStep);
        y2 = x40.mul(w6).add(y2);
        y2 = x41.mul(w7).add(y2);
        y2 = x42.mul(w8).add(y2);
        y3 = x40.mul(w3).add(y3);
        y3 = x41.mul(w4).add(y3);
        y3 = x42.mul(w5).add(y3);
        IntVector x50 = IntVector.fromArray(SPECIES, x, o0 + i + 5 * xStep);
        IntVector x51 = IntVector.fromArray(SPECIES, x, o1 + i + 5 * xStep);
        IntVector x52 = IntVector.fromArray(SPECIES, x, o2 + i + 5 * xStep);
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
