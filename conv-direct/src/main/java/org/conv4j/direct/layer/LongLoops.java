package org.conv4j.direct.layer;

import java.util.Arrays;

/** The loops on {@code long}. */
class LongLoops implements LayerLoops<long[]> {
  @Override
  public int bytes() {
    return Long.BYTES;
  }

  @Override
  public long[] newArray(int length) {
    return new long[length];
  }

  @Override
  public void clear(long[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void load(long[] from, int at, int step, int zero, long[] to, int start, int count) {
    if (step == 1 && zero == 0) {
      System.arraycopy(from, at, to, start, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[start + i] = from[at + i * step] - zero;
    }
  }

  @Override
  public void store(
      long[] from,
      int start,
      long[] biasOrNull,
      int channel,
      long[] to,
      int at,
      int step,
      int count) {
    if (biasOrNull == null && step == 1) {
      System.arraycopy(from, start, to, at, count);
      return;
    }
    long added = biasOrNull == null ? 0 : biasOrNull[channel];
    if (step == 1) {
      for (int i = 0; i < count; i++) {
        to[at + i] = from[start + i] + added;
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      to[at + i * step] = biasOrNull == null ? from[start + i] : from[start + i] + added;
    }
  }

  @Override
  public void negate(long[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      data[i] = -data[i];
    }
  }

  @Override
  public void one(long[] w, int tap, long[] a, long[] y, int length) {
    long weight = w[tap];
    for (int i = 0; i < length; i++) {
      y[i] = weight * a[i] + y[i];
    }
  }

  @Override
  public void four(
      long[] w, int tap, long[] a, long[] b, long[] c, long[] d, long[] y, int length) {
    long w0 = w[tap];
    long w1 = w[tap + 1];
    long w2 = w[tap + 2];
    long w3 = w[tap + 3];
    for (int i = 0; i < length; i++) {
      y[i] = w0 * a[i] + w1 * b[i] + w2 * c[i] + w3 * d[i] + y[i];
    }
  }
}
