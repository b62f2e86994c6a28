package com.example;

import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.verify.jqwik.ConvolverProperties;

class FullSumTest extends ConvolverProperties {
  @Override
  public Convolver convolver() {
    return Convolvers.ofFull1d("full-sum", FullSumTest::full);
  }

  static double[] full(double[] x, double[] h) {
    double[] y = new double[x.length + h.length - 1];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < h.length; j++) {
        y[i + j] += x[i] * h[j];
      }
    }
    return y;
  }
}
