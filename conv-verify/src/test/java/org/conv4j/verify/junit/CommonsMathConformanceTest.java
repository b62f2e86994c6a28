package org.conv4j.verify.junit;

import org.conv4j.api.Convolver;
import org.conv4j.verify.oracle.CommonsMath;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class CommonsMathConformanceTest implements ConvolverConformance {
  @Override
  public Convolver convolver() {
    return CommonsMath.convolver();
  }
}
