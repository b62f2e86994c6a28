package org.conv4j.verify.jqwik;

import net.jqwik.api.Tag;
import org.conv4j.api.Convolver;
import org.conv4j.direct.DirectConvolver;

@Tag("thorough")
class DirectPropertiesTest extends ConvolverProperties {
  @Override
  public Convolver convolver() {
    return new DirectConvolver();
  }
}
