package org.conv4j.direct;

/** The loops on {@code double}. */
final class DoubleTaps implements Taps<double[]> {
  @Override
  public void one(double[] h, int tap, double[] x, int shift, double[] y, int from, int to) {
    double weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * x[i + shift];
    }
  }

  @Override
  public void four(double[] h, int tap, double[] x, int shift, double[] y, int from, int to) {
    double h0 = h[tap];
    double h1 = h[tap + 1];
    double h2 = h[tap + 2];
    double h3 = h[tap + 3];
    for (int i = from; i < to; i++) {
      y[i] =
          y[i]
              + h0 * x[i + shift]
              + h1 * x[i + shift - 1]
              + h2 * x[i + shift - 2]
              + h3 * x[i + shift - 3];
    }
  }

  @Override
  public boolean inRange(double[] y, int from, int to, double tiny) {
    for (int i = from; i < to; i++) {
      double magnitude = Math.abs(y[i]);
      if (!(magnitude >= tiny && magnitude <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }
}
