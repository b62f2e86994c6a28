package org.conv4j.direct;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import jdk.incubator.vector.VectorShape;

/** The kernels on the vector module. Loaded by name, and only where that module is there. */
final class SimdKernels implements Supplier<Kernels> {
  @Override
  public Kernels get() {
    System.getLogger("org.conv4j")
        .log(
            Level.DEBUG,
            "direct convolution: vectors of {0} bits, four taps at a time share their factors",
            VectorShape.preferredShape().vectorBitSize());
    return new Kernels(
        "vector",
        new DenseKernel<>(new SimdDoubles(), Double.BYTES),
        new DenseKernel<>(new SimdFloats(), Float.BYTES),
        longs(),
        Kernels.SCALAR.ints(),
        new SimdTile());
  }

  /** Only vectors of 512 bits have an instruction that multiplies longs, in Java 17 at least. */
  private static Kernel<long[]> longs() {
    return VectorShape.preferredShape() == VectorShape.S_512_BIT
        ? new DenseKernel<>(new SimdLongs(), Long.BYTES)
        : Kernels.SCALAR.longs();
  }
}
