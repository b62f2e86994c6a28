package com.example;

import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Convolution in one dimension, written as the sum that defines it. */
public final class DirectSum implements Convolver {
  @Override
  public Capabilities capabilities() {
    return Capabilities.basic().withMaxRank(1).withAccuracy(Accuracy.COMPONENTWISE);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = capabilities().admit(in1, in2, mode);
    double[] x = in1.doubles();
    double[] h = in2.doubles();
    double[] y = new double[geometry.output().size()];
    int offset = in1.rank() == 0 ? 0 : geometry.offset(0);
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < h.length; j++) {
        int k = i + offset - j;
        if (k >= 0 && k < x.length) {
          y[i] += h[j] * x[k];
        }
      }
    }
    return NdArray.wrap(y, geometry.output());
  }
}
