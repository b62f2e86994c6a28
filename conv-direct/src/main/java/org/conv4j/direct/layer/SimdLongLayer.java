package org.conv4j.direct.layer;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code long}; those on other types differ in the type alone,
 * and in that integers have no fused multiply-add. They are written out for the compilers' sake,
 * which keep all sums in registers this way.
 */
final class SimdLongLayer implements LayerMicroKernel<long[]> {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void eight(
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

  @Override
  public void four(
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

  @Override
  public void one(
      long[] x, int p, int[] offsets, int from, int to, long[] w, int at, long[][] y, int q) {
    long[] row0 = y[0];
    LongVector y0a = LongVector.fromArray(SPECIES, row0, q);
    LongVector y0b = LongVector.fromArray(SPECIES, row0, q + LANES);
    LongVector y0c = LongVector.fromArray(SPECIES, row0, q + 2 * LANES);
    LongVector y0d = LongVector.fromArray(SPECIES, row0, q + 3 * LANES);
    LongVector y0e = LongVector.fromArray(SPECIES, row0, q + 4 * LANES);
    LongVector y0f = LongVector.fromArray(SPECIES, row0, q + 5 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      LongVector xA = LongVector.fromArray(SPECIES, x, i);
      LongVector xB = LongVector.fromArray(SPECIES, x, i + LANES);
      LongVector xC = LongVector.fromArray(SPECIES, x, i + 2 * LANES);
      LongVector xD = LongVector.fromArray(SPECIES, x, i + 3 * LANES);
      LongVector xE = LongVector.fromArray(SPECIES, x, i + 4 * LANES);
      LongVector xF = LongVector.fromArray(SPECIES, x, i + 5 * LANES);
      LongVector w0 = LongVector.broadcast(SPECIES, w[at + k - from]);
      y0a = xA.mul(w0).add(y0a);
      y0b = xB.mul(w0).add(y0b);
      y0c = xC.mul(w0).add(y0c);
      y0d = xD.mul(w0).add(y0d);
      y0e = xE.mul(w0).add(y0e);
      y0f = xF.mul(w0).add(y0f);
    }
    y0a.intoArray(row0, q);
    y0b.intoArray(row0, q + LANES);
    y0c.intoArray(row0, q + 2 * LANES);
    y0d.intoArray(row0, q + 3 * LANES);
    y0e.intoArray(row0, q + 4 * LANES);
    y0f.intoArray(row0, q + 5 * LANES);
  }
}
