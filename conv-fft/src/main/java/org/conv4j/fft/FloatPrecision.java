package org.conv4j.fft;

import org.conv4j.api.DType;
import org.conv4j.api.internal.ExponentRange;

/** Numbers of type {@code float}. */
final class FloatPrecision implements Precision<float[]> {
  static final FloatPrecision INSTANCE = new FloatPrecision();

  private FloatPrecision() {}

  @Override
  public DType dtype() {
    return DType.FLOAT32;
  }

  @Override
  public TransformEngine<float[]> engine() {
    return JTransformsEngine.FLOATS;
  }

  @Override
  public float[] allocate(int length) {
    return new float[length];
  }

  @Override
  public int length(float[] data) {
    return data.length;
  }

  @Override
  public ExponentRange range(float[] data) {
    return ExponentRange.of(data);
  }

  @Override
  public float[] scaledFinite(float[] data, int exponent) {
    float[] scaled = new float[data.length];
    for (int i = 0; i < data.length; i++) {
      scaled[i] = Float.isFinite(data[i]) ? Math.scalb(data[i], -exponent) : 0;
    }
    return scaled;
  }

  @Override
  public void scale(float[] data, int exponent) {
    for (int i = 0; i < data.length; i++) {
      data[i] = Math.scalb(data[i], exponent);
    }
  }

  @Override
  public void negate(float[] data) {
    for (int i = 0; i < data.length; i++) {
      data[i] = -data[i];
    }
  }

  @Override
  public double squares(float[] data) {
    double sum = 0;
    for (float value : data) {
      sum += (double) value * value;
    }
    return sum;
  }

  @Override
  public double[] widened(float[] data) {
    double[] widened = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      widened[i] = data[i];
    }
    return widened;
  }

  @Override
  public void set(float[] data, int index, double value) {
    data[index] = (float) value;
  }

  @Override
  public void addProduct(float[] sum, float[] p, float[] q) {
    for (int i = 0; i < sum.length; i += 2) {
      sum[i] += p[i] * q[i] - p[i + 1] * q[i + 1];
      sum[i + 1] += p[i] * q[i + 1] + p[i + 1] * q[i];
    }
  }

  @Override
  public void gather(float[] data, Columns columns, int used, float[] buffer) {
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
  public void scatter(float[] buffer, float[] data, Columns columns) {
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
