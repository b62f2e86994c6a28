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

  /** Every other element of two vectors, and which of them come from the first. */
  private static final VectorShuffle<Long> EVEN = VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);

  private static final VectorMask<Long> FIRST =
      VectorMask.fromLong(SPECIES, (1L << ((LANES + 1) / 2)) - 1);

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void load(long[] from, int at, int step, int zero, long[] to, int start, int count) {
    int i = 0;
    if (step == 2 && zero == 0) {
      // Two whole vectors are read, the last element of which may be beyond the array.
      for (; i < count - LANES; i += LANES) {
        LongVector low = LongVector.fromArray(SPECIES, from, at + 2 * i).rearrange(EVEN);
        LongVector high = LongVector.fromArray(SPECIES, from, at + 2 * i + LANES).rearrange(EVEN);
        high.blend(low, FIRST).intoArray(to, start + i);
      }
    }
    super.load(from, at + i * step, step, zero, to, start + i, count - i);
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
      long[][] y,
      int q) {
    switch (columns) {
      case 3 -> eightByThree(x, p, offsets, from, to, w, at, y, q);
      case 2 -> eightByTwo(x, p, offsets, from, to, w, at, y, q);
      default -> eightByOne(x, p, offsets, from, to, w, at, y, q);
    }
  }

  private static void eightByThree(
      long[] x, int p, int[] offsets, int from, int to, long[] w, int at, long[][] y, int q) {
    long[] row0 = y[0];
    long[] row1 = y[1];
    long[] row2 = y[2];
    long[] row3 = y[3];
    long[] row4 = y[4];
    long[] row5 = y[5];
    long[] row6 = y[6];
    long[] row7 = y[7];
    LongVector y0a = LongVector.fromArray(SPECIES, row0, q);
    LongVector y0b = LongVector.fromArray(SPECIES, row0, q + LANES);
    LongVector y0c = LongVector.fromArray(SPECIES, row0, q + 2 * LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, row1, q);
    LongVector y1b = LongVector.fromArray(SPECIES, row1, q + LANES);
    LongVector y1c = LongVector.fromArray(SPECIES, row1, q + 2 * LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, row2, q);
    LongVector y2b = LongVector.fromArray(SPECIES, row2, q + LANES);
    LongVector y2c = LongVector.fromArray(SPECIES, row2, q + 2 * LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, row3, q);
    LongVector y3b = LongVector.fromArray(SPECIES, row3, q + LANES);
    LongVector y3c = LongVector.fromArray(SPECIES, row3, q + 2 * LANES);
    LongVector y4a = LongVector.fromArray(SPECIES, row4, q);
    LongVector y4b = LongVector.fromArray(SPECIES, row4, q + LANES);
    LongVector y4c = LongVector.fromArray(SPECIES, row4, q + 2 * LANES);
    LongVector y5a = LongVector.fromArray(SPECIES, row5, q);
    LongVector y5b = LongVector.fromArray(SPECIES, row5, q + LANES);
    LongVector y5c = LongVector.fromArray(SPECIES, row5, q + 2 * LANES);
    LongVector y6a = LongVector.fromArray(SPECIES, row6, q);
    LongVector y6b = LongVector.fromArray(SPECIES, row6, q + LANES);
    LongVector y6c = LongVector.fromArray(SPECIES, row6, q + 2 * LANES);
    LongVector y7a = LongVector.fromArray(SPECIES, row7, q);
    LongVector y7b = LongVector.fromArray(SPECIES, row7, q + LANES);
    LongVector y7c = LongVector.fromArray(SPECIES, row7, q + 2 * LANES);
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
    y0a.intoArray(row0, q);
    y0b.intoArray(row0, q + LANES);
    y0c.intoArray(row0, q + 2 * LANES);
    y1a.intoArray(row1, q);
    y1b.intoArray(row1, q + LANES);
    y1c.intoArray(row1, q + 2 * LANES);
    y2a.intoArray(row2, q);
    y2b.intoArray(row2, q + LANES);
    y2c.intoArray(row2, q + 2 * LANES);
    y3a.intoArray(row3, q);
    y3b.intoArray(row3, q + LANES);
    y3c.intoArray(row3, q + 2 * LANES);
    y4a.intoArray(row4, q);
    y4b.intoArray(row4, q + LANES);
    y4c.intoArray(row4, q + 2 * LANES);
    y5a.intoArray(row5, q);
    y5b.intoArray(row5, q + LANES);
    y5c.intoArray(row5, q + 2 * LANES);
    y6a.intoArray(row6, q);
    y6b.intoArray(row6, q + LANES);
    y6c.intoArray(row6, q + 2 * LANES);
    y7a.intoArray(row7, q);
    y7b.intoArray(row7, q + LANES);
    y7c.intoArray(row7, q + 2 * LANES);
  }

  private static void eightByTwo(
      long[] x, int p, int[] offsets, int from, int to, long[] w, int at, long[][] y, int q) {
    long[] row0 = y[0];
    long[] row1 = y[1];
    long[] row2 = y[2];
    long[] row3 = y[3];
    long[] row4 = y[4];
    long[] row5 = y[5];
    long[] row6 = y[6];
    long[] row7 = y[7];
    LongVector y0a = LongVector.fromArray(SPECIES, row0, q);
    LongVector y0b = LongVector.fromArray(SPECIES, row0, q + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, row1, q);
    LongVector y1b = LongVector.fromArray(SPECIES, row1, q + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, row2, q);
    LongVector y2b = LongVector.fromArray(SPECIES, row2, q + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, row3, q);
    LongVector y3b = LongVector.fromArray(SPECIES, row3, q + LANES);
    LongVector y4a = LongVector.fromArray(SPECIES, row4, q);
    LongVector y4b = LongVector.fromArray(SPECIES, row4, q + LANES);
    LongVector y5a = LongVector.fromArray(SPECIES, row5, q);
    LongVector y5b = LongVector.fromArray(SPECIES, row5, q + LANES);
    LongVector y6a = LongVector.fromArray(SPECIES, row6, q);
    LongVector y6b = LongVector.fromArray(SPECIES, row6, q + LANES);
    LongVector y7a = LongVector.fromArray(SPECIES, row7, q);
    LongVector y7b = LongVector.fromArray(SPECIES, row7, q + LANES);
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
    y0a.intoArray(row0, q);
    y0b.intoArray(row0, q + LANES);
    y1a.intoArray(row1, q);
    y1b.intoArray(row1, q + LANES);
    y2a.intoArray(row2, q);
    y2b.intoArray(row2, q + LANES);
    y3a.intoArray(row3, q);
    y3b.intoArray(row3, q + LANES);
    y4a.intoArray(row4, q);
    y4b.intoArray(row4, q + LANES);
    y5a.intoArray(row5, q);
    y5b.intoArray(row5, q + LANES);
    y6a.intoArray(row6, q);
    y6b.intoArray(row6, q + LANES);
    y7a.intoArray(row7, q);
    y7b.intoArray(row7, q + LANES);
  }

  private static void eightByOne(
      long[] x, int p, int[] offsets, int from, int to, long[] w, int at, long[][] y, int q) {
    long[] row0 = y[0];
    long[] row1 = y[1];
    long[] row2 = y[2];
    long[] row3 = y[3];
    long[] row4 = y[4];
    long[] row5 = y[5];
    long[] row6 = y[6];
    long[] row7 = y[7];
    LongVector y0a = LongVector.fromArray(SPECIES, row0, q);
    LongVector y1a = LongVector.fromArray(SPECIES, row1, q);
    LongVector y2a = LongVector.fromArray(SPECIES, row2, q);
    LongVector y3a = LongVector.fromArray(SPECIES, row3, q);
    LongVector y4a = LongVector.fromArray(SPECIES, row4, q);
    LongVector y5a = LongVector.fromArray(SPECIES, row5, q);
    LongVector y6a = LongVector.fromArray(SPECIES, row6, q);
    LongVector y7a = LongVector.fromArray(SPECIES, row7, q);
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
    y0a.intoArray(row0, q);
    y1a.intoArray(row1, q);
    y2a.intoArray(row2, q);
    y3a.intoArray(row3, q);
    y4a.intoArray(row4, q);
    y5a.intoArray(row5, q);
    y6a.intoArray(row6, q);
    y7a.intoArray(row7, q);
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
      long[][] y,
      int q) {
    if (columns == 2) {
      fourByTwo(x, p, offsets, from, to, w, at, y, q);
    } else {
      fourByOne(x, p, offsets, from, to, w, at, y, q);
    }
  }

  private static void fourByTwo(
      long[] x, int p, int[] offsets, int from, int to, long[] w, int at, long[][] y, int q) {
    long[] row0 = y[0];
    long[] row1 = y[1];
    long[] row2 = y[2];
    long[] row3 = y[3];
    LongVector y0a = LongVector.fromArray(SPECIES, row0, q);
    LongVector y0b = LongVector.fromArray(SPECIES, row0, q + LANES);
    LongVector y1a = LongVector.fromArray(SPECIES, row1, q);
    LongVector y1b = LongVector.fromArray(SPECIES, row1, q + LANES);
    LongVector y2a = LongVector.fromArray(SPECIES, row2, q);
    LongVector y2b = LongVector.fromArray(SPECIES, row2, q + LANES);
    LongVector y3a = LongVector.fromArray(SPECIES, row3, q);
    LongVector y3b = LongVector.fromArray(SPECIES, row3, q + LANES);
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
    y0a.intoArray(row0, q);
    y0b.intoArray(row0, q + LANES);
    y1a.intoArray(row1, q);
    y1b.intoArray(row1, q + LANES);
    y2a.intoArray(row2, q);
    y2b.intoArray(row2, q + LANES);
    y3a.intoArray(row3, q);
    y3b.intoArray(row3, q + LANES);
  }

  private static void fourByOne(
      long[] x, int p, int[] offsets, int from, int to, long[] w, int at, long[][] y, int q) {
    long[] row0 = y[0];
    long[] row1 = y[1];
    long[] row2 = y[2];
    long[] row3 = y[3];
    LongVector y0a = LongVector.fromArray(SPECIES, row0, q);
    LongVector y1a = LongVector.fromArray(SPECIES, row1, q);
    LongVector y2a = LongVector.fromArray(SPECIES, row2, q);
    LongVector y3a = LongVector.fromArray(SPECIES, row3, q);
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
    y0a.intoArray(row0, q);
    y1a.intoArray(row1, q);
    y2a.intoArray(row2, q);
    y3a.intoArray(row3, q);
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
    LongVector added = LongVector.broadcast(SPECIES, biasOrNull == null ? 0 : biasOrNull[channel]);
    int last = columns - LANES;
    for (int row = 0; row < rows; row++) {
      int i = p + row * xStep;
      int j = q + row * yStep;
      for (int c = 0; c < columns; c += 4 * LANES) {
        // Vectors reach back rather than beyond the row.
        int a = Math.max(0, Math.min(c, last - 3 * LANES));
        int b = Math.min(a + LANES, last);
        int d = Math.min(a + 2 * LANES, last);
        int g = Math.min(a + 3 * LANES, last);
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
          LongVector xC = LongVector.fromArray(SPECIES, x, from + d);
          yC = xC.mul(weight).add(yC);
          LongVector xD = LongVector.fromArray(SPECIES, x, from + g);
          yD = xD.mul(weight).add(yD);
        }
        yA.add(added).intoArray(y, j + a);
        yB.add(added).intoArray(y, j + b);
        yC.add(added).intoArray(y, j + d);
        yD.add(added).intoArray(y, j + g);
      }
    }
  }
}
