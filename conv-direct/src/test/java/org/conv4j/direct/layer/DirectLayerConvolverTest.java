package org.conv4j.direct.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.api.contract.LayerContract;
import org.junit.jupiter.api.Test;

class DirectLayerConvolverTest extends LayerContract {
  @Override
  protected LayerConvolver layers() {
    return new DirectLayerConvolver().withParallelism(3);
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(LayerConvolvers.named("layer-direct")).isEqualTo(new DirectLayerConvolver());
    assertThat(LayerConvolvers.available()).contains(new DirectLayerConvolver());
  }
}
