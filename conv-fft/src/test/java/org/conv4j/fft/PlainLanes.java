package org.conv4j.fft;

import java.util.Arrays;
import java.util.List;

/** Any number of lanes in plain loops: the twin of those on vectors. */
@SuppressWarnings("TooManyParameters")
final class PlainLanes implements Lanes<double[]> {
  private final int count;

  PlainLanes(int count) {
    this.count = count;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public BatchTransform<double[]> transform(BatchPlan.Key key) {
    return new PlainBatch(BatchPlan.of(key), this);
  }

  @Override
  public Turn<double[]> turn(BatchPlan.Key columns, int width) {
    return new Turn<>(this, columns, width);
  }

  @Override
  public double[] allocate(int length) {
    return new double[length];
  }

  @Override
  public double[] rounded(double[] exact) {
    return exact;
  }

  @Override
  public void transpose(
      double[] x,
      int from,
      int stride,
      int step,
      double[] y,
      int to,
      int toStride,
      int toStep,
      int squares) {
    for (int square = 0; square < squares; square++) {
      for (int row = 0; row < count; row++) {
        int first = from + square * step + row * stride;
        copy(x, first, 1, y, to + square * toStep + row, toStride, count);
      }
    }
  }

  @Override
  public void lines(double[] x, int from, int step, double[] y, int to, int toStep, int count) {
    for (int line = 0; line < count; line++) {
      copy(x, from + line * step, 1, y, to + line * toStep, 1, this.count);
    }
  }

  @Override
  public void copy(double[] x, int from, int step, double[] y, int to, int toStep, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i * toStep] = x[from + i * step];
    }
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
  public void multiply(
      double[] re,
      double[] im,
      int start,
      double[] kernelRe,
      double[] kernelIm,
      int kernelStart,
      int count) {
    for (int i = 0; i < count; i++) {
      turn(re, im, start + i, kernelRe[kernelStart + i], kernelIm[kernelStart + i]);
    }
  }

  private static void turn(double[] re, double[] im, int i, double cos, double sin) {
    double x = re[i];
    double y = im[i];
    re[i] = x * cos - y * sin;
    im[i] = y * cos + x * sin;
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
    for (int i = from; i < to; i++) {
      sumRe[i] += re[i] * kernelRe[i] - im[i] * kernelIm[i];
      sumIm[i] += im[i] * kernelRe[i] + re[i] * kernelIm[i];
    }
  }

  @Override
  public void addFour(
      List<Spectrum<double[]>> x,
      List<Spectrum<double[]>> h,
      int first,
      Spectrum<double[]> sum,
      int from,
      int to) {
    for (int i = first; i < first + 4; i++) {
      Spectrum<double[]> a = x.get(i);
      Spectrum<double[]> b = h.get(i);
      addProduct(sum.re(), sum.im(), a.re(), a.im(), b.re(), b.im(), from, to);
    }
  }

  @Override
  public double largest(double[] data, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(data[i]));
    }
    return largest;
  }

  @Override
  public void turn(
      double[] re,
      double[] im,
      int start,
      int rows,
      double[] cos,
      double[] sin,
      int coarse,
      int fine) {
    turn(re, im, start, rows, cos, sin, coarse, fine, 1);
  }

  @Override
  public void turnBack(
      double[] re,
      double[] im,
      int start,
      int rows,
      double[] cos,
      double[] sin,
      int coarse,
      int fine) {
    turn(re, im, start, rows, cos, sin, coarse, fine, -1);
  }

  private void turn(
      double[] re,
      double[] im,
      int start,
      int rows,
      double[] cos,
      double[] sin,
      int coarse,
      int fine,
      int sign) {
    for (int i = 0; i < rows * count; i++) {
      double cr = cos[coarse + i % count];
      double ci = sin[coarse + i % count];
      double fr = cos[fine + i];
      double fi = sin[fine + i];
      turn(re, im, start + i, cr * fr - ci * fi, sign * (cr * fi + ci * fr));
    }
  }
}
