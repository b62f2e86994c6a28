package org.conv4j.direct;

/** The kernels on the vector module. Loaded by name, and only where that module is there. */
final class SimdKernels {
  private SimdKernels() {}

  static Kernels create() {
    return new Kernels(
        "vector",
        new DenseKernel<>(new SimdDoubles(), Double.BYTES),
        new DenseKernel<>(new SimdFloats(), Float.BYTES),
        Kernels.SCALAR.longs(),
        Kernels.SCALAR.ints(),
        60,
        0.04);
  }
}
