package org.conv4j.verify.jqwik;

import net.jqwik.api.Tag;
import org.conv4j.api.LayerConvolver;
import org.conv4j.direct.layer.DirectLayerConvolver;

@Tag("thorough")
class DirectLayerPropertiesTest extends LayerProperties {
  @Override
  public LayerConvolver layers() {
    return new DirectLayerConvolver();
  }
}
