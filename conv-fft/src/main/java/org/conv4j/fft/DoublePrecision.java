package org.conv4j.fft;

import org.conv4j.api.DType;

/** Numbers of type {@code double}. */
final class DoublePrecision implements Precision<double[]> {
  static final DoublePrecision INSTANCE = new DoublePrecision();

  private static final Planner<double[]> PLANNER =
      new Planner<>(Engines.doubles(), Costs.doubles());

  private DoublePrecision() {}

  @Override
  public DType dtype() {
    return DType.FLOAT64;
  }

  @Override
  public Planner<double[]> planner() {
    return PLANNER;
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
  public Magnitudes magnitudes(double[] data, int from, int count) {
    if (Batches.VECTOR.isPresent()) {
      double largest = Batches.VECTOR.get().doubles().largest(data, from, from + count);
      if (Double.isFinite(largest)) {
        return new Magnitudes(largest, true);
      }
    }
    return Magnitudes.of(data, from, from + count);
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
  public void scale(double[] data, int from, int count, int exponent) {
    if (exponent == 0) {
      return;
    }
    for (int i = from; i < from + count; i++) {
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
}
