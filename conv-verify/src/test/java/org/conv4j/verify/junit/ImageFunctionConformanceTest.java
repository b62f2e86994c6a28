package org.conv4j.verify.junit;

import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.junit.jupiter.api.Tag;

/** What somebody has who only has a function on images. */
@Tag("thorough")
class ImageFunctionConformanceTest implements ConvolverConformance {
  @Override
  public Convolver convolver() {
    return Convolvers.ofFull2d("images", ImageFunctionConformanceTest::full);
  }

  private static double[][] full(double[][] x, double[][] h) {
    double[][] y = new double[x.length + h.length - 1][x[0].length + h[0].length - 1];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[0].length; j++) {
        for (int k = 0; k < h.length; k++) {
          for (int l = 0; l < h[0].length; l++) {
            y[i + k][j + l] += x[i][j] * h[k][l];
          }
        }
      }
    }
    return y;
  }
}
