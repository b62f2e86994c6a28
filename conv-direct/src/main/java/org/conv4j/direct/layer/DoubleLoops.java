package org.conv4j.direct.layer;

import java.util.Arrays;

/** The loops on {@code double}. */
class DoubleLoops implements LayerLoops<double[]> {
  @Override
  public int bytes() {
    return Double.BYTES;
  }

  @Override
  public double[] newArray(int length) {
    return new double[length];
  }

  @Override
  public void clear(double[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void load(double[] from, int at, int step, int zero, double[] to, int start, int count) {
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
      double[] from,
      int start,
      double[] biasOrNull,
      int channel,
      double[] to,
      int at,
      int step,
      int count) {
    if (biasOrNull == null && step == 1) {
      System.arraycopy(from, start, to, at, count);
      return;
    }
    double added = biasOrNull == null ? 0 : biasOrNull[channel];
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
  public void negate(double[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      data[i] = -data[i];
    }
  }

  @Override
  public void one(double[] w, int tap, double[] a, double[] y, int length) {
    double weight = w[tap];
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(weight, a[i], y[i]);
    }
  }

  @Override
  public void four(
      double[] w, int tap, double[] a, double[] b, double[] c, double[] d, double[] y, int length) {
    double w0 = w[tap];
    double w1 = w[tap + 1];
    double w2 = w[tap + 2];
    double w3 = w[tap + 3];
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(w3, d[i], Math.fma(w2, c[i], Math.fma(w1, b[i], Math.fma(w0, a[i], y[i]))));
    }
  }
}
