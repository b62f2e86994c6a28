package org.conv4j.direct.layer;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code float}; those on other types differ in the type alone.
 * They are written out for the compilers' sake, which keep all sums in registers this way.
 */
final class SimdFloatLayer implements LayerMicroKernel<float[]> {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void eight(
      float[] x, int p, int[] offsets, int from, int to, float[] w, int at, float[][] y, int q) {
    float[] row0 = y[0];
    float[] row1 = y[1];
    float[] row2 = y[2];
    float[] row3 = y[3];
    float[] row4 = y[4];
    float[] row5 = y[5];
    float[] row6 = y[6];
    float[] row7 = y[7];
    FloatVector y0a = FloatVector.fromArray(SPECIES, row0, q);
    FloatVector y0b = FloatVector.fromArray(SPECIES, row0, q + LANES);
    FloatVector y0c = FloatVector.fromArray(SPECIES, row0, q + 2 * LANES);
    FloatVector y1a = FloatVector.fromArray(SPECIES, row1, q);
    FloatVector y1b = FloatVector.fromArray(SPECIES, row1, q + LANES);
    FloatVector y1c = FloatVector.fromArray(SPECIES, row1, q + 2 * LANES);
    FloatVector y2a = FloatVector.fromArray(SPECIES, row2, q);
    FloatVector y2b = FloatVector.fromArray(SPECIES, row2, q + LANES);
    FloatVector y2c = FloatVector.fromArray(SPECIES, row2, q + 2 * LANES);
    FloatVector y3a = FloatVector.fromArray(SPECIES, row3, q);
    FloatVector y3b = FloatVector.fromArray(SPECIES, row3, q + LANES);
    FloatVector y3c = FloatVector.fromArray(SPECIES, row3, q + 2 * LANES);
    FloatVector y4a = FloatVector.fromArray(SPECIES, row4, q);
    FloatVector y4b = FloatVector.fromArray(SPECIES, row4, q + LANES);
    FloatVector y4c = FloatVector.fromArray(SPECIES, row4, q + 2 * LANES);
    FloatVector y5a = FloatVector.fromArray(SPECIES, row5, q);
    FloatVector y5b = FloatVector.fromArray(SPECIES, row5, q + LANES);
    FloatVector y5c = FloatVector.fromArray(SPECIES, row5, q + 2 * LANES);
    FloatVector y6a = FloatVector.fromArray(SPECIES, row6, q);
    FloatVector y6b = FloatVector.fromArray(SPECIES, row6, q + LANES);
    FloatVector y6c = FloatVector.fromArray(SPECIES, row6, q + 2 * LANES);
    FloatVector y7a = FloatVector.fromArray(SPECIES, row7, q);
    FloatVector y7b = FloatVector.fromArray(SPECIES, row7, q + LANES);
    FloatVector y7c = FloatVector.fromArray(SPECIES, row7, q + 2 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 8 * (k - from);
      FloatVector xA = FloatVector.fromArray(SPECIES, x, i);
      FloatVector xB = FloatVector.fromArray(SPECIES, x, i + LANES);
      FloatVector xC = FloatVector.fromArray(SPECIES, x, i + 2 * LANES);
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      y0c = xC.fma(w0, y0c);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      y1b = xB.fma(w1, y1b);
      y1c = xC.fma(w1, y1c);
      FloatVector w2 = FloatVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      y2b = xB.fma(w2, y2b);
      y2c = xC.fma(w2, y2c);
      FloatVector w3 = FloatVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      y3b = xB.fma(w3, y3b);
      y3c = xC.fma(w3, y3c);
      FloatVector w4 = FloatVector.broadcast(SPECIES, w[j + 4]);
      y4a = xA.fma(w4, y4a);
      y4b = xB.fma(w4, y4b);
      y4c = xC.fma(w4, y4c);
      FloatVector w5 = FloatVector.broadcast(SPECIES, w[j + 5]);
      y5a = xA.fma(w5, y5a);
      y5b = xB.fma(w5, y5b);
      y5c = xC.fma(w5, y5c);
      FloatVector w6 = FloatVector.broadcast(SPECIES, w[j + 6]);
      y6a = xA.fma(w6, y6a);
      y6b = xB.fma(w6, y6b);
      y6c = xC.fma(w6, y6c);
      FloatVector w7 = FloatVector.broadcast(SPECIES, w[j + 7]);
      y7a = xA.fma(w7, y7a);
      y7b = xB.fma(w7, y7b);
      y7c = xC.fma(w7, y7c);
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
      float[] x, int p, int[] offsets, int from, int to, float[] w, int at, float[][] y, int q) {
    float[] row0 = y[0];
    float[] row1 = y[1];
    float[] row2 = y[2];
    float[] row3 = y[3];
    FloatVector y0a = FloatVector.fromArray(SPECIES, row0, q);
    FloatVector y0b = FloatVector.fromArray(SPECIES, row0, q + LANES);
    FloatVector y1a = FloatVector.fromArray(SPECIES, row1, q);
    FloatVector y1b = FloatVector.fromArray(SPECIES, row1, q + LANES);
    FloatVector y2a = FloatVector.fromArray(SPECIES, row2, q);
    FloatVector y2b = FloatVector.fromArray(SPECIES, row2, q + LANES);
    FloatVector y3a = FloatVector.fromArray(SPECIES, row3, q);
    FloatVector y3b = FloatVector.fromArray(SPECIES, row3, q + LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      int j = at + 4 * (k - from);
      FloatVector xA = FloatVector.fromArray(SPECIES, x, i);
      FloatVector xB = FloatVector.fromArray(SPECIES, x, i + LANES);
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[j]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      FloatVector w1 = FloatVector.broadcast(SPECIES, w[j + 1]);
      y1a = xA.fma(w1, y1a);
      y1b = xB.fma(w1, y1b);
      FloatVector w2 = FloatVector.broadcast(SPECIES, w[j + 2]);
      y2a = xA.fma(w2, y2a);
      y2b = xB.fma(w2, y2b);
      FloatVector w3 = FloatVector.broadcast(SPECIES, w[j + 3]);
      y3a = xA.fma(w3, y3a);
      y3b = xB.fma(w3, y3b);
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
      float[] x, int p, int[] offsets, int from, int to, float[] w, int at, float[][] y, int q) {
    float[] row0 = y[0];
    FloatVector y0a = FloatVector.fromArray(SPECIES, row0, q);
    FloatVector y0b = FloatVector.fromArray(SPECIES, row0, q + LANES);
    FloatVector y0c = FloatVector.fromArray(SPECIES, row0, q + 2 * LANES);
    FloatVector y0d = FloatVector.fromArray(SPECIES, row0, q + 3 * LANES);
    FloatVector y0e = FloatVector.fromArray(SPECIES, row0, q + 4 * LANES);
    FloatVector y0f = FloatVector.fromArray(SPECIES, row0, q + 5 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      FloatVector xA = FloatVector.fromArray(SPECIES, x, i);
      FloatVector xB = FloatVector.fromArray(SPECIES, x, i + LANES);
      FloatVector xC = FloatVector.fromArray(SPECIES, x, i + 2 * LANES);
      FloatVector xD = FloatVector.fromArray(SPECIES, x, i + 3 * LANES);
      FloatVector xE = FloatVector.fromArray(SPECIES, x, i + 4 * LANES);
      FloatVector xF = FloatVector.fromArray(SPECIES, x, i + 5 * LANES);
      FloatVector w0 = FloatVector.broadcast(SPECIES, w[at + k - from]);
      y0a = xA.fma(w0, y0a);
      y0b = xB.fma(w0, y0b);
      y0c = xC.fma(w0, y0c);
      y0d = xD.fma(w0, y0d);
      y0e = xE.fma(w0, y0e);
      y0f = xF.fma(w0, y0f);
    }
    y0a.intoArray(row0, q);
    y0b.intoArray(row0, q + LANES);
    y0c.intoArray(row0, q + 2 * LANES);
    y0d.intoArray(row0, q + 3 * LANES);
    y0e.intoArray(row0, q + 4 * LANES);
    y0f.intoArray(row0, q + 5 * LANES);
  }
}
