package org.conv4j.direct.layer;

import java.util.Arrays;

/** The loops on {@code int}. */
class IntLoops implements LayerLoops<int[]> {
  @Override
  public int bytes() {
    return Integer.BYTES;
  }

  @Override
  public int[] newArray(int length) {
    return new int[length];
  }

  @Override
  public void clear(int[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void load(int[] from, int at, int step, int zero, int[] to, int start, int count) {
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
      int[] from, int start, int[] biasOrNull, int channel, int[] to, int at, int step, int count) {
    if (biasOrNull == null && step == 1) {
      System.arraycopy(from, start, to, at, count);
      return;
    }
    int added = biasOrNull == null ? 0 : biasOrNull[channel];
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
  public void negate(int[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      data[i] = -data[i];
    }
  }

  @Override
  public void one(int[] w, int tap, int[] a, int[] y, int length) {
    int weight = w[tap];
    for (int i = 0; i < length; i++) {
      y[i] = weight * a[i] + y[i];
    }
  }

  @Override
  public void four(int[] w, int tap, int[] a, int[] b, int[] c, int[] d, int[] y, int length) {
    int w0 = w[tap];
    int w1 = w[tap + 1];
    int w2 = w[tap + 2];
    int w3 = w[tap + 3];
    for (int i = 0; i < length; i++) {
      y[i] = w0 * a[i] + w1 * b[i] + w2 * c[i] + w3 * d[i] + y[i];
    }
  }
}
