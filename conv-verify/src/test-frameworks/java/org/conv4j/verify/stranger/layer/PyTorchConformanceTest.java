package org.conv4j.verify.stranger.layer;

import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.junit.LayerConformance;
import org.conv4j.verify.run.ExpectedFailures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The laws and golden vectors for layers on PyTorch, which keeps them. */
@Tag("thorough")
@ExtendWith(PyTorchLayers.Loads.class)
class PyTorchConformanceTest implements LayerConformance {
  @Override
  public LayerConvolver layers() {
    return new PyTorchLayers();
  }

  @Override
  public ExpectedFailures expectedFailures() {
    return PyTorchLayers.expectedFailures(
        "layer.exact", "layer.sizes", "layer.channels", "layer.groups");
  }
}
