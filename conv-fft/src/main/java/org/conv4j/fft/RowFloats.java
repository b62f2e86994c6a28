package org.conv4j.fft;

import java.util.Arrays;

/** Arithmetic on numbers of type {@code float}. */
@SuppressWarnings("TooManyParameters")
final class RowFloats implements RowArithmetic<float[]> {
  /**
   * A constant, since loops become vector code only if the distance of real and imaginary parts is
   * known, and likewise a bound on how often they run.
   */
  private static final int WIDTH = 136;

  private static final float SIN_60 = (float) Butterfly.SIN_60;
  private static final float COS_72 = (float) Butterfly.COS_72;
  private static final float COS_144 = (float) Butterfly.COS_144;
  private static final float SIN_72 = (float) Butterfly.SIN_72;
  private static final float SIN_144 = (float) Butterfly.SIN_144;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public float[] allocate(int length) {
    return new float[length];
  }

  @Override
  public float[][] rows(int count) {
    return new float[count][2 * WIDTH];
  }

  @Override
  public void clear(float[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void scale(float[] data, int from, int to, double factor) {
    float single = (float) factor;
    for (int i = from; i < to; i++) {
      data[i] *= single;
    }
  }

  @Override
  public void load(float[] re, float[] im, int from, float[] row, int columns) {
    System.arraycopy(re, from, row, 0, columns);
    System.arraycopy(im, from, row, WIDTH, columns);
    Arrays.fill(row, columns, WIDTH, 0);
    Arrays.fill(row, WIDTH + columns, 2 * WIDTH, 0);
  }

  @Override
  public void store(float[] row, float[] re, float[] im, int to, int columns) {
    System.arraycopy(row, 0, re, to, columns);
    System.arraycopy(row, WIDTH, im, to, columns);
  }

  @Override
  public void turn(float[] a, double re, double im, int columns) {
    float cos = (float) re;
    float sin = (float) im;
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      float x = a[k];
      float y = a[k + WIDTH];
      a[k] = x * cos - y * sin;
      a[k + WIDTH] = y * cos + x * sin;
    }
  }

  @Override
  public void two(float[] a, float[] b) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      float first = a[k];
      a[k] = first + b[k];
      b[k] = first - b[k];
    }
  }

  @Override
  public void three(float[] a, float[] b, float[] c, double sign, int columns) {
    two(b, c);
    float sin = (float) sign * SIN_60;
    for (int k = 0; k < 2 * WIDTH; k++) {
      float first = a[k];
      a[k] = first + b[k];
      b[k] = first - 0.5f * b[k];
    }
    addTurned(b, c, sin, columns);
  }

  @Override
  public void four(float[] a, float[] b, float[] c, float[] d, double sign, int columns) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      float sum = a[k] + c[k];
      float difference = a[k] - c[k];
      float otherSum = b[k] + d[k];
      float otherDifference = b[k] - d[k];
      a[k] = sum + otherSum;
      b[k] = difference;
      c[k] = sum - otherSum;
      d[k] = otherDifference;
    }
    addTurned(b, d, (float) sign, columns);
  }

  @Override
  public void five(
      float[] a, float[] b, float[] c, float[] d, float[] e, double sign, int columns) {
    two(b, e);
    two(c, d);
    cosines(a, b, c);
    sines(d, e);
    addTurned(b, e, (float) sign, columns);
    addTurned(c, d, (float) sign, columns);
  }

  private static void cosines(float[] a, float[] b, float[] c) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      float first = b[k];
      float second = c[k];
      float centre = a[k];
      a[k] = centre + first + second;
      b[k] = centre + COS_72 * first + COS_144 * second;
      c[k] = centre + COS_144 * first + COS_72 * second;
    }
  }

  private static void sines(float[] d, float[] e) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      float first = e[k];
      float second = d[k];
      e[k] = SIN_72 * first + SIN_144 * second;
      d[k] = SIN_144 * first - SIN_72 * second;
    }
  }

  /** {@code p + i f q} and {@code p - i f q}. */
  private static void addTurned(float[] p, float[] q, float factor, int columns) {
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      float re = p[k];
      float im = p[k + WIDTH];
      float turnedRe = -factor * q[k + WIDTH];
      float turnedIm = factor * q[k];
      p[k] = re + turnedRe;
      p[k + WIDTH] = im + turnedIm;
      q[k] = re - turnedRe;
      q[k + WIDTH] = im - turnedIm;
    }
  }

  @Override
  public void multiply(float[] a, float[] kernel, int columns) {
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      float x = a[k];
      float y = a[k + WIDTH];
      a[k] = x * kernel[k] - y * kernel[k + WIDTH];
      a[k + WIDTH] = y * kernel[k] + x * kernel[k + WIDTH];
    }
  }

  @Override
  public void addProduct(float[] sum, float[] a, float[] kernel, int columns) {
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      sum[k] += a[k] * kernel[k] - a[k + WIDTH] * kernel[k + WIDTH];
      sum[k + WIDTH] += a[k + WIDTH] * kernel[k] + a[k] * kernel[k + WIDTH];
    }
  }

  @Override
  public void split(float[] pairs, int from, float[] re, float[] im, int to, int count) {
    for (int k = 0; k < count; k++) {
      re[to + k] = pairs[2 * (from + k)];
      im[to + k] = pairs[2 * (from + k) + 1];
    }
  }

  @Override
  public void join(float[] re, float[] im, int from, float[] pairs, int to, int count) {
    for (int k = 0; k < count; k++) {
      pairs[2 * (to + k)] = re[from + k];
      pairs[2 * (to + k) + 1] = im[from + k];
    }
  }

  @Override
  public void multiplyPairs(float[] pairs, float[] kernel, int count) {
    for (int k = 0; k < 2 * count; k += 2) {
      float x = pairs[k];
      float y = pairs[k + 1];
      pairs[k] = x * kernel[k] - y * kernel[k + 1];
      pairs[k + 1] = y * kernel[k] + x * kernel[k + 1];
    }
  }

  @Override
  public void addProductOfPairs(float[] sum, float[] pairs, float[] kernel, int count) {
    for (int k = 0; k < 2 * count; k += 2) {
      sum[k] += pairs[k] * kernel[k] - pairs[k + 1] * kernel[k + 1];
      sum[k + 1] += pairs[k + 1] * kernel[k] + pairs[k] * kernel[k + 1];
    }
  }
}
