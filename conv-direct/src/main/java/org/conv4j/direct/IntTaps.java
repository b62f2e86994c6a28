package org.conv4j.direct;

/** The loops on {@code int}. */
final class IntTaps implements Taps<int[]> {
  @Override
  public void one(int[] h, int tap, int[] x, int shift, int[] y, int from, int to) {
    int weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * x[i + shift];
    }
  }

  @Override
  public void four(int[] h, int tap, int[] x, int shift, int[] y, int from, int to) {
    int h0 = h[tap];
    int h1 = h[tap + 1];
    int h2 = h[tap + 2];
    int h3 = h[tap + 3];
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
  public boolean inRange(int[] y, int from, int to, double tiny) {
    return true;
  }
}
