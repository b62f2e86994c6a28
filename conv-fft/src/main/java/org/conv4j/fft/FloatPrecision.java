package org.conv4j.fft;

import org.conv4j.api.DType;

/** Numbers of type {@code float}. */
final class FloatPrecision implements Precision<float[]> {
  static final FloatPrecision INSTANCE = new FloatPrecision();

  private static final Planner<float[]> PLANNER = new Planner<>(Engines.floats(), Costs.floats());

  private FloatPrecision() {}

  @Override
  public DType dtype() {
    return DType.FLOAT32;
  }

  @Override
  public Planner<float[]> planner() {
    return PLANNER;
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
  public Magnitudes magnitudes(float[] data, int from, int count) {
    if (Batches.VECTOR.isPresent()) {
      double largest = Batches.VECTOR.get().floats().largest(data, from, from + count);
      if (Double.isFinite(largest)) {
        return new Magnitudes(largest, true);
      }
    }
    return Magnitudes.of(data, from, from + count);
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
  public void scale(float[] data, int from, int count, int exponent) {
    if (exponent == 0) {
      return;
    }
    for (int i = from; i < from + count; i++) {
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
}
