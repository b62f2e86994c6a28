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

  /** Every other element of two vectors, and which of them come from the first. */
  private static final VectorShuffle<Double> EVEN =
      VectorShuffle.fromOp(SPECIES, i -> 2 * i % LANES);

  private static final VectorMask<Double> FIRST =
      VectorMask.fromLong(SPECIES, (1L << ((LANES + 1) / 2)) - 1);

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void load(double[] from, int at, int step, int zero, double[] to, int start, int count) {
    int i = 0;
    if (step == 2 && zero == 0) {
      // Two whole vectors are read, the last element of which may be beyond the array.
      for (; i < count - LANES; i += LANES) {
        DoubleVector low = DoubleVector.fromArray(SPECIES, from, at + 2 * i).rearrange(EVEN);
        DoubleVector high =
            DoubleVector.fromArray(SPECIES, from, at + 2 * i + LANES).rearrange(EVEN);
        high.blend(low, FIRST).intoArray(to, start + i);
      }
    }
    super.load(from, at + i * step, step, zero, to, start + i, count - i);
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
      double[][] y,
      int q) {
    switch (columns) {
      case 3 -> eightByThree(x, p, offsets, from, to, w, at, y, q);
      case 2 -> eightByTwo(x, p, offsets, from, to, w, at, y, q);
      default -> eightByOne(x, p, offsets, from, to, w, at, y, q);
    }
  }

  private static void eightByThree(
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

  private static void eightByTwo(
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
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, row1, q);
    DoubleVector y1b = DoubleVector.fromArray(SPECIES, row1, q + LANES);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, row2, q);
    DoubleVector y2b = DoubleVector.fromArray(SPECIES, row2, q + LANES);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, row3, q);
    DoubleVector y3b = DoubleVector.fromArray(SPECIES, row3, q + LANES);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, row4, q);
    DoubleVector y4b = DoubleVector.fromArray(SPECIES, row4, q + LANES);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, row5, q);
    DoubleVector y5b = DoubleVector.fromArray(SPECIES, row5, q + LANES);
    DoubleVector y6a = DoubleVector.fromArray(SPECIES, row6, q);
    DoubleVector y6b = DoubleVector.fromArray(SPECIES, row6, q + LANES);
    DoubleVector y7a = DoubleVector.fromArray(SPECIES, row7, q);
    DoubleVector y7b = DoubleVector.fromArray(SPECIES, row7, q + LANES);
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
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, row1, q);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, row2, q);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, row3, q);
    DoubleVector y4a = DoubleVector.fromArray(SPECIES, row4, q);
    DoubleVector y5a = DoubleVector.fromArray(SPECIES, row5, q);
    DoubleVector y6a = DoubleVector.fromArray(SPECIES, row6, q);
    DoubleVector y7a = DoubleVector.fromArray(SPECIES, row7, q);
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
      double[] x,
      int p,
      int[] offsets,
      int from,
      int to,
      double[] w,
      int at,
      double[][] y,
      int q) {
    if (columns == 2) {
      fourByTwo(x, p, offsets, from, to, w, at, y, q);
    } else {
      fourByOne(x, p, offsets, from, to, w, at, y, q);
    }
  }

  private static void fourByTwo(
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

  private static void fourByOne(
      double[] x, int p, int[] offsets, int from, int to, double[] w, int at, double[][] y, int q) {
    double[] row0 = y[0];
    double[] row1 = y[1];
    double[] row2 = y[2];
    double[] row3 = y[3];
    DoubleVector y0a = DoubleVector.fromArray(SPECIES, row0, q);
    DoubleVector y1a = DoubleVector.fromArray(SPECIES, row1, q);
    DoubleVector y2a = DoubleVector.fromArray(SPECIES, row2, q);
    DoubleVector y3a = DoubleVector.fromArray(SPECIES, row3, q);
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
    y0a.intoArray(row0, q);
    y1a.intoArray(row1, q);
    y2a.intoArray(row2, q);
    y3a.intoArray(row3, q);
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
    // Only the addition of -0 changes nothing, not even the sign of zeros.
    DoubleVector added =
        DoubleVector.broadcast(SPECIES, biasOrNull == null ? -0.0 : biasOrNull[channel]);
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
          DoubleVector xC = DoubleVector.fromArray(SPECIES, x, from + d);
          yC = xC.fma(weight, yC);
          DoubleVector xD = DoubleVector.fromArray(SPECIES, x, from + g);
          yD = xD.fma(weight, yD);
        }
        yA.add(added).intoArray(y, j + a);
        yB.add(added).intoArray(y, j + b);
        yC.add(added).intoArray(y, j + d);
        yD.add(added).intoArray(y, j + g);
      }
    }
  }
}
