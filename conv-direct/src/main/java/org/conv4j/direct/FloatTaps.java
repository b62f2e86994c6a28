package org.conv4j.direct;

/** The loops on {@code float}. */
final class FloatTaps implements Taps<float[]> {
  @Override
  public void one(float[] h, int tap, float[] x, int shift, float[] y, int from, int to) {
    float weight = h[tap];
    for (int i = from; i < to; i++) {
      y[i] += weight * x[i + shift];
    }
  }

  @Override
  public void four(float[] h, int tap, float[] x, int shift, float[] y, int from, int to) {
    float h0 = h[tap];
    float h1 = h[tap + 1];
    float h2 = h[tap + 2];
    float h3 = h[tap + 3];
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
