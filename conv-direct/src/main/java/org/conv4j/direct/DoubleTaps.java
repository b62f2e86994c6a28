package org.conv4j.direct;

/** The loops on {@code double}. */
final class DoubleTaps implements Taps<double[]> {
  @Override
  public double[] newArray(int length) {
    return new double[length];
  }

  @Override
  public void one(double[] h, int tap, double[] a, double[] y, int from, int to) {
    double weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * a[i];
    }
  }

  @Override
  public void two(double[] h, int tap, double[] a, double[] b, double[] y, int from, int to) {
    double h0 = h[tap];
    double h1 = h[tap + 1];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i];
    }
  }

  @Override
  public void four(
      double[] h,
      int tap,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] y,
      int from,
      int to) {
    double h0 = h[tap];
    double h1 = h[tap + 1];
    double h2 = h[tap + 2];
    double h3 = h[tap + 3];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i] + h2 * c[i] + h3 * d[i];
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
