package org.conv4j.direct.layer;

import java.util.Arrays;

/** The loops on {@code float}. */
class FloatLoops implements LayerLoops<float[]> {
  @Override
  public int bytes() {
    return Float.BYTES;
  }

  @Override
  public float[] newArray(int length) {
    return new float[length];
  }

  @Override
  public void clear(float[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void load(float[] from, int at, int step, int zero, float[] to, int start, int count) {
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
      float[] from,
      int start,
      float[] biasOrNull,
      int channel,
      float[] to,
      int at,
      int step,
      int count) {
    if (biasOrNull == null && step == 1) {
      System.arraycopy(from, start, to, at, count);
      return;
    }
    float added = biasOrNull == null ? 0 : biasOrNull[channel];
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
  public void negate(float[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      data[i] = -data[i];
    }
  }

  @Override
  public void one(float[] w, int tap, float[] a, float[] y, int length) {
    float weight = w[tap];
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(weight, a[i], y[i]);
    }
  }

  @Override
  public void four(
      float[] w, int tap, float[] a, float[] b, float[] c, float[] d, float[] y, int length) {
    float w0 = w[tap];
    float w1 = w[tap + 1];
    float w2 = w[tap + 2];
    float w3 = w[tap + 3];
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(w3, d[i], Math.fma(w2, c[i], Math.fma(w1, b[i], Math.fma(w0, a[i], y[i]))));
    }
  }
}
