package org.conv4j.direct.layer;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops on vectors of {@code double}; those on other types differ in the type alone.
 * They are written out for the compilers' sake, which keep all sums in registers this way.
 */
final class SimdDoubleLayer implements LayerMicroKernel<double[]> {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void eight(
      double[] x, int p, int[] offsets, int from, int to, double[] w, int at, double[][] y, int q) {
    double[] row0 = y[0];
    double[] row1 = y[1];
    double[] row2 = y[2];
    double[] row3 = y[3];
    double[] row4 = y[4];
    double[] row5 = y[5];
    double[] row6 = y[6];
    double[] row7 = y[7];
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, row0, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, row0, q + LANES);
    DoubleVector y0c = DoubleVector.fromArray(SPECIES, row0, q + 2 * LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, row1, q);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, row1, q + LANES);
    DoubleVector y1c = DoubleVector.fromArray(SPECIES, row1, q + 2 * LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, row2, q);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, row2, q + LANES);
    DoubleVector y2c = DoubleVector.fromArray(SPECIES, row2, q + 2 * LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, row3, q);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, row3, q + LANES);
    DoubleVector y3c = DoubleVector.fromArray(SPECIES, row3, q + 2 * LANES);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, row4, q);
    DoubleVector y4b = DoubleVector.fromArray(SPECIES, row4, q + LANES);
    DoubleVector y4c = DoubleVector.fromArray(SPECIES, row4, q + 2 * LANES);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, row5, q);
    DoubleVector y5b = DoubleVector.fromArray(SPECIES, row5, q + LANES);
    DoubleVector y5c = DoubleVector.fromArray(SPECIES, row5, q + 2 * LANES);
    DoubleVector y6a = DoubleVector.fromArray(SPECIES, row6, q);
    DoubleVector y6b = DoubleVector.fromArray(SPECIES, row6, q + LANES);
    DoubleVector y6c = DoubleVector.fromArray(SPECIES, row6, q + 2 * LANES);
    DoubleVector y7a = DoubleVector.fromArray(SPECIES, row7, q);
    DoubleVector y7b = DoubleVector.fromArray(SPECIES, row7, q + LANES);
    DoubleVector y7c = DoubleVector.fromArray(SPECIES, row7, q + 2 * LANES);
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
      double[] x, int p, int[] offsets, int from, int to, double[] w, int at, double[][] y, int q) {
    double[] row0 = y[0];
    double[] row1 = y[1];
    double[] row2 = y[2];
    double[] row3 = y[3];
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, row0, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, row0, q + LANES);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, row1, q);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, row1, q + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, row2, q);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, row2, q + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, row3, q);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, row3, q + LANES);
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
      double[] x, int p, int[] offsets, int from, int to, double[] w, int at, double[][] y, int q) {
    double[] row0 = y[0];
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, row0, q);
    DoubleVector y0b = DoubleVector.fromArray(SPECIES, row0, q + LANES);
    DoubleVector y0c = DoubleVector.fromArray(SPECIES, row0, q + 2 * LANES);
    DoubleVector y0d = DoubleVector.fromArray(SPECIES, row0, q + 3 * LANES);
    DoubleVector y0e = DoubleVector.fromArray(SPECIES, row0, q + 4 * LANES);
    DoubleVector y0f = DoubleVector.fromArray(SPECIES, row0, q + 5 * LANES);
    for (int k = from; k < to; k++) {
      int i = p + offsets[k];
      DoubleVector xA = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector xB = DoubleVector.fromArray(SPECIES, x, i + LANES);
      DoubleVector xC = DoubleVector.fromArray(SPECIES, x, i + 2 * LANES);
      DoubleVector xD = DoubleVector.fromArray(SPECIES, x, i + 3 * LANES);
      DoubleVector xE = DoubleVector.fromArray(SPECIES, x, i + 4 * LANES);
      DoubleVector xF = DoubleVector.fromArray(SPECIES, x, i + 5 * LANES);
      DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[at + k - from]);
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
