package org.conv4j.direct;

/** The loops on {@code int}. */
final class IntTaps implements Taps<int[]> {
  @Override
  public int[] newArray(int length) {
    return new int[length];
  }

  @Override
  public void one(int[] h, int tap, int[] a, int[] y, int from, int to) {
    int weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * a[i];
    }
  }

  @Override
  public void two(int[] h, int tap, int[] a, int[] b, int[] y, int from, int to) {
    int h0 = h[tap];
    int h1 = h[tap + 1];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i];
    }
  }

  @Override
  public void four(
      int[] h, int tap, int[] a, int[] b, int[] c, int[] d, int[] y, int from, int to) {
    int h0 = h[tap];
    int h1 = h[tap + 1];
    int h2 = h[tap + 2];
    int h3 = h[tap + 3];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i] + h2 * c[i] + h3 * d[i];
    }
  }

  @Override
  public boolean inRange(int[] y, int from, int to, double tiny) {
    return true;
  }
}
