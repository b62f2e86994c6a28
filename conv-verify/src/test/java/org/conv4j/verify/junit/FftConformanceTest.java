package org.conv4j.verify.junit;

import org.conv4j.api.Convolver;
import org.conv4j.fft.FftConvolver;

class FftConformanceTest implements ConvolverConformance {
  @Override
  public Convolver convolver() {
    return new FftConvolver();
  }
}
