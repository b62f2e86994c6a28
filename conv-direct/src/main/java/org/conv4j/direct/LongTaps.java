package org.conv4j.direct;

/** The loops on {@code long}. */
final class LongTaps implements Taps<long[]> {
  @Override
  public void one(long[] h, int tap, long[] x, int shift, long[] y, int from, int to) {
    long weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * x[i + shift];
    }
  }

  @Override
  public void four(long[] h, int tap, long[] x, int shift, long[] y, int from, int to) {
    long h0 = h[tap];
    long h1 = h[tap + 1];
    long h2 = h[tap + 2];
    long h3 = h[tap + 3];
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
  public boolean inRange(long[] y, int from, int to, double tiny) {
    return true;
  }
}
