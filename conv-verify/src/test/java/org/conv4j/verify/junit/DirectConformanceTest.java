package org.conv4j.verify.junit;

import org.conv4j.api.Convolver;
import org.conv4j.direct.DirectConvolver;

class DirectConformanceTest implements ConvolverConformance {
  @Override
  public Convolver convolver() {
    return new DirectConvolver();
  }
}
