package org.conv4j.direct;

/** Eight outputs in plain variables: as many sums as hide the time that an addition takes. */
final class PlainTile implements OutputTile {
  @Override
  public int width() {
    return 8;
  }

  @Override
  public Work work() {
    return Work.SMALL_PLAIN_TILE;
  }

  @Override
  public void sum(double[] x, int p, int[] offset, double[] h, double[] y, int q) {
    double y0 = 0;
    double y1 = 0;
    double y2 = 0;
    double y3 = 0;
    double y4 = 0;
    double y5 = 0;
    double y6 = 0;
    double y7 = 0;
    for (int tap = 0; tap < h.length; tap++) {
      int i = p - offset[tap];
      double weight = h[tap];
      y0 += weight * x[i];
      y1 += weight * x[i + 1];
      y2 += weight * x[i + 2];
      y3 += weight * x[i + 3];
      y4 += weight * x[i + 4];
      y5 += weight * x[i + 5];
      y6 += weight * x[i + 6];
      y7 += weight * x[i + 7];
    }
    y[q] = y0;
    y[q + 1] = y1;
    y[q + 2] = y2;
    y[q + 3] = y3;
    y[q + 4] = y4;
    y[q + 5] = y5;
    y[q + 6] = y6;
    y[q + 7] = y7;
  }
}
