package org.conv4j.direct;

/** The loops on {@code float}. */
final class FloatTaps implements Taps<float[]> {
  @Override
  public float[] newArray(int length) {
    return new float[length];
  }

  @Override
  public void one(float[] h, int tap, float[] a, float[] y, int from, int to) {
    float weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * a[i];
    }
  }

  @Override
  public void two(float[] h, int tap, float[] a, float[] b, float[] y, int from, int to) {
    float h0 = h[tap];
    float h1 = h[tap + 1];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i];
    }
  }

  @Override
  public void four(
      float[] h, int tap, float[] a, float[] b, float[] c, float[] d, float[] y, int from, int to) {
    float h0 = h[tap];
    float h1 = h[tap + 1];
    float h2 = h[tap + 2];
    float h3 = h[tap + 3];
    for (int i = from; i < to; i++) {
      y[i] = y[i] + h0 * a[i] + h1 * b[i] + h2 * c[i] + h3 * d[i];
    }
  }

  @Override
  public boolean inRange(float[] y, int from, int to, double tiny) {
    for (int i = from; i < to; i++) {
      float magnitude = Math.abs(y[i]);
      if (!(magnitude >= tiny && magnitude <= Float.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }
}
