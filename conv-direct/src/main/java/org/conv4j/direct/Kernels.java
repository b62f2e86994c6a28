package org.conv4j.direct;

import java.util.Optional;
import java.util.function.Supplier;
import org.conv4j.api.internal.VectorModule;

/**
 * The kernels of one kind, for all element types. Complex data goes through those for real data.
 *
 * @param name what messages show
 * @param doubles for {@code FLOAT64}
 * @param floats for {@code FLOAT32}
 * @param longs for {@code INT64}
 * @param ints for {@code INT32}
 * @param tile for a few doubles
 */
record Kernels(
    String name,
    Kernel<double[]> doubles,
    Kernel<float[]> floats,
    Kernel<long[]> longs,
    Kernel<int[]> ints,
    OutputTile tile) {
  /** The printed sum; never optimised, the twin of every other kind. */
  static final Kernels DEFINITION =
      new Kernels(
          "definition",
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          new PlainTile());

  /** Plain loops that the compiler turns into vector code. */
  static final Kernels SCALAR =
      new Kernels(
          "scalar",
          new ScalarKernel<>(new DoubleTaps(), Work.SCALAR_DOUBLE),
          new ScalarKernel<>(new FloatTaps(), Work.SCALAR_FLOAT),
          new ScalarKernel<>(new LongTaps(), Work.SCALAR_LONG),
          new ScalarKernel<>(new IntTaps(), Work.SCALAR_INT),
          new PlainTile());

  /** The fastest that run here. */
  static final Kernels FASTEST = VectorModule.get().flatMap(Kernels::vector).orElse(SCALAR);

  private static Optional<Kernels> vector(Module vectors) {
    Kernels.class.getModule().addReads(vectors);
    return VectorModule.load(
        () -> {
          Class<?> type = Class.forName("org.conv4j.direct.SimdKernels");
          return (Kernels) ((Supplier<?>) type.getDeclaredConstructor().newInstance()).get();
        });
  }
}
