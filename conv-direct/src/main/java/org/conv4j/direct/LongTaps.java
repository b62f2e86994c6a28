package org.conv4j.direct;

/** The loops on {@code long}. */
final class LongTaps implements Taps<long[]> {
  @Override
  public long[] newArray(int length) {
    return new long[length];
  }

  @Override
  public void one(long[] h, int tap, long[] a, long[] y, int from, int to) {
    long weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * a[i];
    }
  }

  @Override
  public void two(long[] h, int tap, long[] a, long[] b, long[] y, int from, int to) {
    long h0 = h[tap];
    long h1 = h[tap + 1];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i];
    }
  }

  @Override
  public void four(
      long[] h, int tap, long[] a, long[] b, long[] c, long[] d, long[] y, int from, int to) {
    long h0 = h[tap];
    long h1 = h[tap + 1];
    long h2 = h[tap + 2];
    long h3 = h[tap + 3];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i] + h2 * c[i] + h3 * d[i];
    }
  }

  @Override
  public boolean inRange(long[] y, int from, int to, double tiny) {
    return true;
  }
}
