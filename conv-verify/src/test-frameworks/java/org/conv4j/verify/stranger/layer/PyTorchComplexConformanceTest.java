package org.conv4j.verify.stranger.layer;

import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.junit.LayerConformance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on complex numbers, which are of single precision. */
@Tag("thorough")
@ExtendWith({PyTorchLayers.Loads.class, PyTorchLayers.IsRight.class})
class PyTorchComplexConformanceTest implements LayerConformance {
  @Override
  public LayerConvolver layers() {
    return PyTorchLayers.ofComplex();
  }
}
