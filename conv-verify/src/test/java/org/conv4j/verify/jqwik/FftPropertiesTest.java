package org.conv4j.verify.jqwik;

import net.jqwik.api.Tag;
import org.conv4j.api.Convolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.search.Reach;

@Tag("thorough")
class FftPropertiesTest extends ConvolverProperties {
  @Override
  public Convolver convolver() {
    return new FftConvolver();
  }

  @Override
  public Reach reach() {
    return Reach.LONG;
  }
}
