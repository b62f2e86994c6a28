package org.conv4j.direct.layer;

import java.util.Optional;
import java.util.function.Supplier;
import org.conv4j.api.internal.VectorModule;

/**
 * What computes the sums of layers, by element type.
 *
 * @param name what messages show
 * @param doubles for {@code FLOAT64} and {@code COMPLEX128}
 * @param floats for {@code FLOAT32} and {@code COMPLEX64}
 * @param longs for {@code INT64}
 * @param ints for {@code INT32}
 */
record LayerKernels(
    String name,
    LayerKernel<double[]> doubles,
    LayerKernel<float[]> floats,
    LayerKernel<long[]> longs,
    LayerKernel<int[]> ints) {
  /** In multiply-adds: less work than this stays on the calling thread, in any kernel. */
  static final double PARALLEL_FROM = 1 << 22;

  /** Plain loops, the twins of the fast ones. */
  static final LayerKernels PLAIN =
      new LayerKernels(
          "scalar",
          new PlainLayerKernel<>(new DoubleLoops()),
          new PlainLayerKernel<>(new FloatLoops()),
          new PlainLayerKernel<>(new LongLoops()),
          new PlainLayerKernel<>(new IntLoops()));

  /** The fastest that run here. */
  static final LayerKernels FASTEST =
      VectorModule.get().flatMap(LayerKernels::vector).orElse(PLAIN);

  private static Optional<LayerKernels> vector(Module vectors) {
    LayerKernels.class.getModule().addReads(vectors);
    return VectorModule.load(
        () -> {
          Class<?> type = Class.forName("org.conv4j.direct.layer.SimdLayerKernels");
          return (LayerKernels) ((Supplier<?>) type.getDeclaredConstructor().newInstance()).get();
        });
  }
}
