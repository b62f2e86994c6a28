package org.conv4j.verify.stranger.layer;

import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.junit.LayerConformance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The laws and golden vectors for layers on PyTorch, which keeps them where it is right. */
@Tag("thorough")
@ExtendWith(PyTorchLayers.Loads.class)
class PyTorchConformanceTest implements LayerConformance {
  @Override
  public LayerConvolver layers() {
    return PyTorchLayers.ofWhatIsRight();
  }
}
