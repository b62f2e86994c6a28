package org.conv4j.direct;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.conv4j.api.internal.VectorModule;

/**
 * The kernels of one kind, for all element types. Complex data goes through those for real data.
 *
 * @param name what messages show
 * @param doubles for {@code FLOAT64}
 * @param floats for {@code FLOAT32}
 * @param longs for {@code INT64}
 * @param ints for {@code INT32}
 * @param nanosPerCall the time of a call that computes next to nothing
 * @param nanosPerTerm the time of one multiply-add of a long sum of doubles
 */
record Kernels(
    String name,
    Kernel<double[]> doubles,
    Kernel<float[]> floats,
    Kernel<long[]> longs,
    Kernel<int[]> ints,
    double nanosPerCall,
    double nanosPerTerm) {
  /** The printed sum; never optimised, the twin of every other kind. */
  static final Kernels DEFINITION =
      new Kernels(
          "definition",
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          new DefinitionKernel<>((y, i, h, j, x, k) -> y[i] += h[j] * x[k]),
          100,
          5);

  /** Plain loops that the compiler turns into vector code. */
  static final Kernels SCALAR =
      new Kernels(
          "scalar",
          new ScalarKernel<>(new DoubleTaps()),
          new ScalarKernel<>(new FloatTaps()),
          new ScalarKernel<>(new LongTaps()),
          new ScalarKernel<>(new IntTaps()),
          60,
          0.25);

  private static final System.Logger LOG = System.getLogger("org.conv4j.direct");

  /** The fastest that run here. */
  static final Kernels FASTEST = VectorModule.get().map(Kernels::vector).orElse(SCALAR);

  private static Kernels vector(Module vectors) {
    try {
      Kernels.class.getModule().addReads(vectors);
      Kernels kernels =
          (Kernels)
              MethodHandles.lookup()
                  .findStatic(
                      Class.forName("org.conv4j.direct.SimdKernels"),
                      "create",
                      MethodType.methodType(Kernels.class))
                  .invokeExact();
      LOG.log(Level.DEBUG, "direct convolution runs the {0} kernels", kernels.name());
      return kernels;
    } catch (Throwable e) {
      LOG.log(Level.WARNING, "the vector kernels do not run on this Java; the portable do", e);
      return SCALAR;
    }
  }
}
