package org.conv4j.fft;

import java.util.Arrays;

/** Arithmetic on numbers of type {@code double}. */
@SuppressWarnings("TooManyParameters")
final class RowDoubles implements RowArithmetic<double[]> {
  /**
   * A constant, since loops become vector code only if the distance of real and imaginary parts is
   * known, and likewise a bound on how often they run.
   */
  private static final int WIDTH = 72;

  private static final double SIN_60 = Butterfly.SIN_60;
  private static final double COS_72 = Butterfly.COS_72;
  private static final double COS_144 = Butterfly.COS_144;
  private static final double SIN_72 = Butterfly.SIN_72;
  private static final double SIN_144 = Butterfly.SIN_144;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public double[] allocate(int length) {
    return new double[length];
  }

  @Override
  public double[][] rows(int count) {
    return new double[count][2 * WIDTH];
  }

  @Override
  public void clear(double[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void scale(double[] data, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      data[i] *= factor;
    }
  }

  @Override
  public void load(double[] re, double[] im, int from, double[] row, int columns) {
    System.arraycopy(re, from, row, 0, columns);
    System.arraycopy(im, from, row, WIDTH, columns);
    Arrays.fill(row, columns, WIDTH, 0);
    Arrays.fill(row, WIDTH + columns, 2 * WIDTH, 0);
  }

  @Override
  public void store(double[] row, double[] re, double[] im, int to, int columns) {
    System.arraycopy(row, 0, re, to, columns);
    System.arraycopy(row, WIDTH, im, to, columns);
  }

  @Override
  public void turn(double[] a, double re, double im, int columns) {
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      double x = a[k];
      double y = a[k + WIDTH];
      a[k] = x * re - y * im;
      a[k + WIDTH] = y * re + x * im;
    }
  }

  @Override
  public void two(double[] a, double[] b) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      double first = a[k];
      a[k] = first + b[k];
      b[k] = first - b[k];
    }
  }

  @Override
  public void three(double[] a, double[] b, double[] c, double sign, int columns) {
    two(b, c);
    double sin = sign * SIN_60;
    for (int k = 0; k < 2 * WIDTH; k++) {
      double first = a[k];
      a[k] = first + b[k];
      b[k] = first - 0.5 * b[k];
    }
    addTurned(b, c, sin, columns);
  }

  @Override
  public void four(double[] a, double[] b, double[] c, double[] d, double sign, int columns) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      double sum = a[k] + c[k];
      double difference = a[k] - c[k];
      double otherSum = b[k] + d[k];
      double otherDifference = b[k] - d[k];
      a[k] = sum + otherSum;
      b[k] = difference;
      c[k] = sum - otherSum;
      d[k] = otherDifference;
    }
    addTurned(b, d, sign, columns);
  }

  @Override
  public void five(
      double[] a, double[] b, double[] c, double[] d, double[] e, double sign, int columns) {
    two(b, e);
    two(c, d);
    cosines(a, b, c);
    sines(d, e);
    addTurned(b, e, sign, columns);
    addTurned(c, d, sign, columns);
  }

  private static void cosines(double[] a, double[] b, double[] c) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      double first = b[k];
      double second = c[k];
      double centre = a[k];
      a[k] = centre + first + second;
      b[k] = centre + COS_72 * first + COS_144 * second;
      c[k] = centre + COS_144 * first + COS_72 * second;
    }
  }

  private static void sines(double[] d, double[] e) {
    for (int k = 0; k < 2 * WIDTH; k++) {
      double first = e[k];
      double second = d[k];
      e[k] = SIN_72 * first + SIN_144 * second;
      d[k] = SIN_144 * first - SIN_72 * second;
    }
  }

  /** {@code p + i f q} and {@code p - i f q}. */
  private static void addTurned(double[] p, double[] q, double factor, int columns) {
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      double re = p[k];
      double im = p[k + WIDTH];
      double turnedRe = -factor * q[k + WIDTH];
      double turnedIm = factor * q[k];
      p[k] = re + turnedRe;
      p[k + WIDTH] = im + turnedIm;
      q[k] = re - turnedRe;
      q[k + WIDTH] = im - turnedIm;
    }
  }

  @Override
  public void multiply(double[] a, double[] kernel, int columns) {
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      double x = a[k];
      double y = a[k + WIDTH];
      a[k] = x * kernel[k] - y * kernel[k + WIDTH];
      a[k + WIDTH] = y * kernel[k] + x * kernel[k + WIDTH];
    }
  }

  @Override
  public void addProduct(double[] sum, double[] a, double[] kernel, int columns) {
    int end = Math.min(columns, WIDTH);
    for (int k = 0; k < end; k++) {
      sum[k] += a[k] * kernel[k] - a[k + WIDTH] * kernel[k + WIDTH];
      sum[k + WIDTH] += a[k + WIDTH] * kernel[k] + a[k] * kernel[k + WIDTH];
    }
  }

  @Override
  public void split(double[] pairs, int from, double[] re, double[] im, int to, int count) {
    for (int k = 0; k < count; k++) {
      re[to + k] = pairs[2 * (from + k)];
      im[to + k] = pairs[2 * (from + k) + 1];
    }
  }

  @Override
  public void join(double[] re, double[] im, int from, double[] pairs, int to, int count) {
    for (int k = 0; k < count; k++) {
      pairs[2 * (to + k)] = re[from + k];
      pairs[2 * (to + k) + 1] = im[from + k];
    }
  }

  @Override
  public void multiplyPairs(double[] pairs, double[] kernel, int count) {
    for (int k = 0; k < 2 * count; k += 2) {
      double x = pairs[k];
      double y = pairs[k + 1];
      pairs[k] = x * kernel[k] - y * kernel[k + 1];
      pairs[k + 1] = y * kernel[k] + x * kernel[k + 1];
    }
  }

  @Override
  public void addProductOfPairs(double[] sum, double[] pairs, double[] kernel, int count) {
    for (int k = 0; k < 2 * count; k += 2) {
      sum[k] += pairs[k] * kernel[k] - pairs[k + 1] * kernel[k + 1];
      sum[k + 1] += pairs[k + 1] * kernel[k] + pairs[k] * kernel[k + 1];
    }
  }
}
