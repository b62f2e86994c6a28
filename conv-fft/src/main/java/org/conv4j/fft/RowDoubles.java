package org.conv4j.fft;

import java.util.Arrays;

/** Arithmetic on numbers of type {@code double}. */
@SuppressWarnings("TooManyParameters")
final class RowDoubles implements RowArithmetic<double[]> {
  /**
   * The width that is fast. Loops become vector code only if the compiler sees how far imaginary
   * parts are from real ones, and a bound on how often they run: each has a variant for that.
   */
  private static final int WIDE = 64;

  /** Lanes that are transposed together. */
  private static final int GROUP = 8;

  private static final double SIN_60 = Butterfly.SIN_60;
  private static final double COS_72 = Butterfly.COS_72;
  private static final double COS_144 = Butterfly.COS_144;
  private static final double SIN_72 = Butterfly.SIN_72;
  private static final double SIN_144 = Butterfly.SIN_144;

  static final RowDoubles INSTANCE = new RowDoubles(WIDE);

  private final int width;

  private RowDoubles(int width) {
    this.width = width;
  }

  @Override
  public RowArithmetic<double[]> narrow(int width) {
    return width < WIDE ? new RowDoubles(width) : INSTANCE;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public double[] allocate(int length) {
    return new double[length];
  }

  @Override
  public double[][] rows(int count) {
    return new double[count][2 * width];
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
    System.arraycopy(im, from, row, width, columns);
    Arrays.fill(row, columns, width, 0);
    Arrays.fill(row, width + columns, 2 * width, 0);
  }

  @Override
  public void store(double[] row, double[] re, double[] im, int to, int columns) {
    System.arraycopy(row, 0, re, to, columns);
    System.arraycopy(row, width, im, to, columns);
  }

  @Override
  public void turn(double[] a, double re, double im, int columns) {
    if (width == WIDE) {
      turnBy(a, re, im, Math.min(columns, WIDE), WIDE);
    } else {
      turnBy(a, re, im, columns, width);
    }
  }

  @Override
  public void turn(double[] a, double[] re, double[] im, int index, int columns) {
    turn(a, re[index], im[index], columns);
  }

  @Override
  public void addTurned(
      double[] sum, double[] a, double[] re, double[] im, int index, int columns) {
    double cos = re[index];
    double sin = im[index];
    if (width == WIDE) {
      addTurnedBy(sum, a, cos, sin, Math.min(columns, WIDE), WIDE);
    } else {
      addTurnedBy(sum, a, cos, sin, columns, width);
    }
  }

  @Override
  public void two(double[] a, double[] b) {
    int end = 2 * width;
    for (int k = 0; k < end; k++) {
      double first = a[k];
      a[k] = first + b[k];
      b[k] = first - b[k];
    }
  }

  @Override
  public void three(double[] a, double[] b, double[] c, double sign, int columns) {
    two(b, c);
    double sin = sign * SIN_60;
    int end = 2 * width;
    for (int k = 0; k < end; k++) {
      double first = a[k];
      a[k] = first + b[k];
      b[k] = first - 0.5 * b[k];
    }
    addTurned(b, c, sin, columns);
  }

  @Override
  public void four(double[] a, double[] b, double[] c, double[] d, double sign, int columns) {
    int end = 2 * width;
    for (int k = 0; k < end; k++) {
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

  private void cosines(double[] a, double[] b, double[] c) {
    int end = 2 * width;
    for (int k = 0; k < end; k++) {
      double first = b[k];
      double second = c[k];
      double centre = a[k];
      a[k] = centre + first + second;
      b[k] = centre + COS_72 * first + COS_144 * second;
      c[k] = centre + COS_144 * first + COS_72 * second;
    }
  }

  private void sines(double[] d, double[] e) {
    int end = 2 * width;
    for (int k = 0; k < end; k++) {
      double first = e[k];
      double second = d[k];
      e[k] = SIN_72 * first + SIN_144 * second;
      d[k] = SIN_144 * first - SIN_72 * second;
    }
  }

  /** {@code p + i f q} and {@code p - i f q}. */
  private void addTurned(double[] p, double[] q, double factor, int columns) {
    if (width == WIDE) {
      addAndSubtract(p, q, factor, Math.min(columns, WIDE), WIDE);
    } else {
      addAndSubtract(p, q, factor, columns, width);
    }
  }

  @Override
  public void multiply(double[] a, double[] kernel, int columns) {
    if (width == WIDE) {
      multiplyBy(a, kernel, Math.min(columns, WIDE), WIDE);
    } else {
      multiplyBy(a, kernel, columns, width);
    }
  }

  @Override
  public void addProduct(double[] sum, double[] a, double[] kernel, int columns) {
    if (width == WIDE) {
      addProductOf(sum, a, kernel, Math.min(columns, WIDE), WIDE);
    } else {
      addProductOf(sum, a, kernel, columns, width);
    }
  }

  private static void turnBy(double[] a, double re, double im, int columns, int width) {
    for (int k = 0; k < columns; k++) {
      double x = a[k];
      double y = a[k + width];
      a[k] = x * re - y * im;
      a[k + width] = y * re + x * im;
    }
  }

  private static void addTurnedBy(
      double[] sum, double[] a, double cos, double sin, int columns, int width) {
    for (int k = 0; k < columns; k++) {
      sum[k] += a[k] * cos - a[k + width] * sin;
      sum[k + width] += a[k + width] * cos + a[k] * sin;
    }
  }

  private static void multiplyBy(double[] a, double[] kernel, int columns, int width) {
    for (int k = 0; k < columns; k++) {
      double x = a[k];
      double y = a[k + width];
      a[k] = x * kernel[k] - y * kernel[k + width];
      a[k + width] = y * kernel[k] + x * kernel[k + width];
    }
  }

  private static void addProductOf(
      double[] sum, double[] a, double[] kernel, int columns, int width) {
    for (int k = 0; k < columns; k++) {
      sum[k] += a[k] * kernel[k] - a[k + width] * kernel[k + width];
      sum[k + width] += a[k + width] * kernel[k] + a[k] * kernel[k + width];
    }
  }

  private static void addAndSubtract(
      double[] p, double[] q, double factor, int columns, int width) {
    for (int k = 0; k < columns; k++) {
      double re = p[k];
      double im = p[k + width];
      double turnedRe = -factor * q[k + width];
      double turnedIm = factor * q[k];
      p[k] = re + turnedRe;
      p[k + width] = im + turnedIm;
      q[k] = re - turnedRe;
      q[k + width] = im - turnedIm;
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
  public void addProductOfPairs(double[] sum, double[] pairs, double[] kernel, int from, int to) {
    for (int k = 2 * from; k < 2 * to; k += 2) {
      sum[k] += pairs[k] * kernel[k] - pairs[k + 1] * kernel[k + 1];
      sum[k + 1] += pairs[k + 1] * kernel[k] + pairs[k] * kernel[k + 1];
    }
  }

  @Override
  public void addProduct(
      double[] sumRe,
      double[] sumIm,
      double[] re,
      double[] im,
      double[] kernelRe,
      double[] kernelIm,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      sumRe[k] += re[k] * kernelRe[k] - im[k] * kernelIm[k];
    }
    for (int k = from; k < to; k++) {
      sumIm[k] += im[k] * kernelRe[k] + re[k] * kernelIm[k];
    }
  }

  @Override
  public void loadLanes(double[] data, int[] starts, LanePart lanes, double[][] rows, int part) {
    int lane = lanes.first();
    for (; lane <= lanes.end() - GROUP; lane += GROUP) {
      loadGroup(data, starts, lane, lanes, rows, part + lane);
    }
    for (; lane < lanes.end(); lane++) {
      for (int i = lanes.from(); i < lanes.to(); i++) {
        rows[i - lanes.shift()][part + lane] = data[starts[lane] + i];
      }
    }
  }

  /** Eight neighbours in a row are one cache line. */
  private static void loadGroup(
      double[] data, int[] starts, int lane, LanePart lanes, double[][] rows, int to) {
    int s0 = starts[lane];
    int s1 = starts[lane + 1];
    int s2 = starts[lane + 2];
    int s3 = starts[lane + 3];
    int s4 = starts[lane + 4];
    int s5 = starts[lane + 5];
    int s6 = starts[lane + 6];
    int s7 = starts[lane + 7];
    int shift = lanes.shift();
    for (int i = lanes.from(); i < lanes.to(); i++) {
      double[] row = rows[i - shift];
      row[to] = data[s0 + i];
      row[to + 1] = data[s1 + i];
      row[to + 2] = data[s2 + i];
      row[to + 3] = data[s3 + i];
      row[to + 4] = data[s4 + i];
      row[to + 5] = data[s5 + i];
      row[to + 6] = data[s6 + i];
      row[to + 7] = data[s7 + i];
    }
  }

  @Override
  public void storeLanes(double[][] rows, int part, double[] data, int[] starts, LanePart lanes) {
    int lane = lanes.first();
    for (; lane <= lanes.end() - GROUP; lane += GROUP) {
      storeGroup(rows, part + lane, data, starts, lane, lanes);
    }
    for (; lane < lanes.end(); lane++) {
      for (int i = lanes.from(); i < lanes.to(); i++) {
        data[starts[lane] + i] = rows[i - lanes.shift()][part + lane];
      }
    }
  }

  private static void storeGroup(
      double[][] rows, int from, double[] data, int[] starts, int lane, LanePart lanes) {
    int s0 = starts[lane];
    int s1 = starts[lane + 1];
    int s2 = starts[lane + 2];
    int s3 = starts[lane + 3];
    int s4 = starts[lane + 4];
    int s5 = starts[lane + 5];
    int s6 = starts[lane + 6];
    int s7 = starts[lane + 7];
    int shift = lanes.shift();
    for (int i = lanes.from(); i < lanes.to(); i++) {
      double[] row = rows[i - shift];
      data[s0 + i] = row[from];
      data[s1 + i] = row[from + 1];
      data[s2 + i] = row[from + 2];
      data[s3 + i] = row[from + 3];
      data[s4 + i] = row[from + 4];
      data[s5 + i] = row[from + 5];
      data[s6 + i] = row[from + 6];
      data[s7 + i] = row[from + 7];
    }
  }
}
