package org.conv4j.fft;

import org.conv4j.api.DType;
import org.conv4j.api.internal.ExponentRange;

/** Numbers of type {@code double}. */
final class DoublePrecision implements Precision<double[]> {
  static final DoublePrecision INSTANCE = new DoublePrecision();

  private DoublePrecision() {}

  @Override
  public DType dtype() {
    return DType.FLOAT64;
  }

  @Override
  public TransformEngine<double[]> engine() {
    return JTransformsEngine.DOUBLES;
  }

  @Override
  public double[] allocate(int length) {
    return new double[length];
  }

  @Override
  public int length(double[] data) {
    return data.length;
  }

  @Override
  public ExponentRange range(double[] data) {
    return ExponentRange.of(data);
  }

  @Override
  public double[] scaledFinite(double[] data, int exponent) {
    double[] scaled = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      scaled[i] = Double.isFinite(data[i]) ? Math.scalb(data[i], -exponent) : 0;
    }
    return scaled;
  }

  @Override
  public void scale(double[] data, int exponent) {
    for (int i = 0; i < data.length; i++) {
      data[i] = Math.scalb(data[i], exponent);
    }
  }

  @Override
  public void negate(double[] data) {
    for (int i = 0; i < data.length; i++) {
      data[i] = -data[i];
    }
  }

  @Override
  public double squares(double[] data) {
    double sum = 0;
    for (double value : data) {
      sum += value * value;
    }
    return sum;
  }

  @Override
  public double[] widened(double[] data) {
    double[] widened = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      widened[i] = data[i];
    }
    return widened;
  }

  @Override
  public void set(double[] data, int index, double value) {
    data[index] = value;
  }

  @Override
  public void addProduct(double[] sum, double[] p, double[] q) {
    for (int i = 0; i < sum.length; i += 2) {
      sum[i] += p[i] * q[i] - p[i + 1] * q[i + 1];
      sum[i + 1] += p[i] * q[i + 1] + p[i + 1] * q[i];
    }
  }

  @Override
  public void gather(double[] data, Columns columns, int used, double[] buffer) {
    for (int i = 0; i < used; i++) {
      int source = columns.start() + i * columns.stride();
      for (int column = 0; column < columns.count(); column++) {
        int target = 2 * (columns.length() * column + i);
        buffer[target] = data[source + 2 * column];
        buffer[target + 1] = data[source + 2 * column + 1];
      }
    }
  }

  @Override
  public void scatter(double[] buffer, double[] data, Columns columns) {
    for (int i = 0; i < columns.length(); i++) {
      int target = columns.start() + i * columns.stride();
      for (int column = 0; column < columns.count(); column++) {
        int source = 2 * (columns.length() * column + i);
        data[target + 2 * column] = buffer[source];
        data[target + 2 * column + 1] = buffer[source + 1];
      }
    }
  }
}
