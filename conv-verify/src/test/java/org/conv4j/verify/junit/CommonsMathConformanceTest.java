package org.conv4j.verify.junit;

import org.conv4j.api.Convolver;
import org.conv4j.verify.oracle.CommonsMath;

class CommonsMathConformanceTest implements ConvolverConformance {
  @Override
  public Convolver convolver() {
    return CommonsMath.convolver();
  }
}
