package org.conv4j.direct.layer;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code int}; those on other types differ in the type alone, and
 * in that integers have no fused multiply-add. They are written out for the compilers' sake, which
 * keep all sums in registers this way.
 */
final class SimdIntLayer implements LayerMicroKernel<int[]> {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void eight(
      int[] x, int p, int[] offsets, int from, int to, int[] w, int at, int[][] y, int q) {
    int[] row0 = y[0];
    int[] row1 = y[1];
    int[] row2 = y[2];
    int[] row3 = y[3];
    int[] row4 = y[4];
    int[] row5 = y[5];
    int[] row6 = y[6];
    int[] row7 = y[7];
    IntVector y0a = IntVector.fromArray(SPECIES, row0, q);
    IntVector y0b = IntVector.fromArray(SPECIES, row0, q + LANES);
    IntVector y0c = IntVector.fromArray(SPECIES, row0, q + 2 * LANES);
    IntVector y1a = IntVector.fromArray(SPECIES, row1, q);
    IntVector y1b = IntVector.fromArray(SPECIES, row1, q + LANES);
    IntVector y1c = IntVector.fromArray(SPECIES, row1, q + 2 * LANES);
    IntVector y2a = IntVector.fromArray(SPECIES, row2, q);
    IntVector y2b = IntVector.fromArray(SPECIES, row2, q + LANES);
    IntVector y2c = IntVector.fromArray(SPECIES, row2, q + 2 * LANES);
    IntVector y3a = IntVector.fromArray(SPECIES, row3, q);
    IntVector y3b = IntVector.fromArray(SPECIES, row3, q + LANES);
    IntVector y3c = IntVector.fromArray(SPECIES, row3, q + 2 * LANES);
    IntVector y4a = IntVector.fromArray(SPECIES, row4, q);
    IntVector y4b = IntVector.fromArray(SPECIES, row4, q + LANES);
    IntVector y4c = IntVector.fromArray(SPECIES, row4, q + 2 * LANES);
    IntVector y5a = IntVector.fromArray(SPECIES, row5, q);
    IntVector y5b = IntVector.fromArray(SPECIES, row5, q + LANES);
    IntVector y5c = IntVector.fromArray(SPECIES, row5, q + 2 * LANES);
    IntVector y6a = IntVector.fromArray(SPECIES, row6, q);
    IntVector y6b = IntVector.fromArray(SPECIES, row6, q + LANES);
    IntVector y6c = IntVector.fromArray(SPECIES, row6, q + 2 * LANES);
    IntVector y7a = IntVector.fromArray(SPECIES, row7, q);
    IntVector y7b = IntVector.fromArray(SPECIES, row7, q + LANES);
    IntVector y7c = IntVector.fromArray(SPECIES, row7, q + 2 * LANES);
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
      int[] x, int p, int[] offsets, int from, int to, int[] w, int at, int[][] y, int q) {
    int[] row0 = y[0];
    int[] row1 = y[1];
    int[] row2 = y[2];
    int[] row3 = y[3];
    IntVector y0a = IntVector.fromArray(SPECIES, row0, q);
    IntVector y0b = IntVector.fromArray(SPECIES, row0, q + LANES);
    IntVector y1a = IntVector.fromArray(SPECIES, row1, q);
    IntVector y1b = IntVector.fromArray(SPECIES, row1, q + LANES);
    IntVector y2a = IntVector.fromArray(SPECIES, row2, q);
    IntVector y2b = IntVector.fromArray(SPECIES, row2, q + LANES);
    IntVector y3a = IntVector.fromArray(SPECIES, row3, q);
    IntVector y3b = IntVector.fromArray(SPECIES, row3, q + LANES);
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
      int[] x, int p, int[] offsets, int from, int to, int[] w, int at, int[][] y, int q) {
    int[] row0 = y[0];
    IntVector y0a = IntVector.fromArray(SPECIES, row0, q);
    IntVector y0b = IntVector.fromArray(SPECIES, row0, q + LANES);
    IntVector y0c = IntVector.fromArray(SPECIES, row0, q + 2 * LANES);
    IntVector y0d = IntVector.fromArray(SPECIES, row0, q + 3 * LANES);
    IntVector y0e = IntVector.fromArray(SPECIES, row0, q + 4 * LANES);
    IntVector y0f = IntVector.fromArray(SPECIES, row0, q + 5 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      IntVector xA = IntVector.fromArray(SPECIES, x, i);
      IntVector xB = IntVector.fromArray(SPECIES, x, i + LANES);
      IntVector xC = IntVector.fromArray(SPECIES, x, i + 2 * LANES);
      IntVector xD = IntVector.fromArray(SPECIES, x, i + 3 * LANES);
      IntVector xE = IntVector.fromArray(SPECIES, x, i + 4 * LANES);
      IntVector xF = IntVector.fromArray(SPECIES, x, i + 5 * LANES);
      IntVector w0 = IntVector.broadcast(SPECIES, w[at + k - from]);
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
