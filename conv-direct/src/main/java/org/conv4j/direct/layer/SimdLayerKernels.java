package org.conv4j.direct.layer;

import java.util.function.Supplier;
import jdk.incubator.vector.VectorShape;

/** The kernels on the vector module. Loaded by name, and only where that module is there. */
final class SimdLayerKernels implements Supplier<LayerKernels> {
  @Override
  public LayerKernels get() {
    return new LayerKernels(
        "vector",
        new VectorLayerKernel<>(new SimdDoubleLayer()),
        new VectorLayerKernel<>(new SimdFloatLayer()),
        longs(),
        new VectorLayerKernel<>(new SimdIntLayer()));
  }

  /** Only vectors of 512 bits have an instruction that multiplies longs, in Java 17 at least. */
  private static LayerKernel<long[]> longs() {
    return VectorShape.preferredShape() == VectorShape.S_512_BIT
        ? new VectorLayerKernel<>(new SimdLongLayer())
        : LayerKernels.PLAIN.longs();
  }
}
