package org.conv4j.verify.junit;

import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.fft.FftConvolver;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class NumpyConformanceTest implements ConvolverConformance {
  @Override
  public Convolver convolver() {
    return Convolvers.numpy(new FftConvolver());
  }
}
