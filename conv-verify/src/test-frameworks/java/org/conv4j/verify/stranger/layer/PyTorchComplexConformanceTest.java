package org.conv4j.verify.stranger.layer;

import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.junit.LayerConformance;
import org.conv4j.verify.run.ExpectedFailures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on complex numbers. */
@Tag("thorough")
@ExtendWith(PyTorchLayers.Loads.class)
class PyTorchComplexConformanceTest implements LayerConformance {
  @Override
  public LayerConvolver layers() {
    return PyTorchLayers.ofComplex();
  }

  @Override
  public ExpectedFailures expectedFailures() {
    return PyTorchLayers.expectedFailures(
        "layer.sizes", "layer.channels", "layer.groups", "layer.transposed", "layer.adjoint.input");
  }
}
