package org.conv4j.direct;

import java.util.Arrays;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.internal.Parallel;

/**
 * One convolution, of operands of the same type. A complex one is four real ones:
 *
 * <pre>{@code
 * re = xr * hr - xi * hi
 * im = xr * hi + xi * hr
 * }</pre>
 */
final class DirectConvolution {
  /** Fewer multiply-adds stay on the calling thread; an estimate, not yet measured. */
  private static final double PARALLEL_FROM_TERMS = 1 << 20;

  private final Geometry geometry;
  private final DirectPlan plan;
  private final Kernels kernels;
  private final int threads;

  DirectConvolution(Geometry geometry, Kernels kernels, int threads) {
    this.geometry = geometry;
    this.plan = DirectPlan.of(geometry);
    this.kernels = kernels;
    this.threads = geometry.terms() < PARALLEL_FROM_TERMS ? 1 : threads;
  }

  NdArray apply(NdArray a, NdArray b) {
    Shape shape = geometry.output();
    return switch (a.dtype()) {
      case FLOAT64 ->
          NdArray.wrap(doubles(new double[][] {a.doubles()}, new double[][] {b.doubles()}), shape);
      case FLOAT32 ->
          NdArray.wrap(floats(new float[][] {a.floats()}, new float[][] {b.floats()}), shape);
      case INT64 -> {
        long[] y = new long[shape.size()];
        run(kernels.longs(), a.longs(), b.longs(), y);
        yield NdArray.wrap(y, shape);
      }
      case INT32 -> {
        int[] y = new int[shape.size()];
        run(kernels.ints(), a.ints(), b.ints(), y);
        yield NdArray.wrap(y, shape);
      }
      case COMPLEX128 -> {
        double[][] x = {a.real().doubles(), a.imaginary().doubles()};
        double[] hr = b.real().doubles();
        double[] hi = b.imaginary().doubles();
        double[] re = doubles(x, new double[][] {hr, negated(hi)});
        yield NdArray.wrapComplex(re, doubles(x, new double[][] {hi, hr}), shape);
      }
      case COMPLEX64 -> {
        float[][] x = {a.real().floats(), a.imaginary().floats()};
        float[] hr = b.real().floats();
        float[] hi = b.imaginary().floats();
        float[] re = floats(x, new float[][] {hr, negated(hi)});
        yield NdArray.wrapComplex(re, floats(x, new float[][] {hi, hr}), shape);
      }
    };
  }

  /** {@code a[0] * b[0] + a[1] * b[1] + …}. */
  private double[] doubles(double[][] a, double[][] b) {
    double[] y = new double[geometry.output().size()];
    for (int p = 0; p < a.length; p++) {
      run(kernels.doubles(), a[p], b[p], y);
    }
    new RangeRepair(geometry, a.length).repair(a, b, y);
    return y;
  }

  /** {@code a[0] * b[0] + a[1] * b[1] + …}. */
  private float[] floats(float[][] a, float[][] b) {
    float[] y = new float[geometry.output().size()];
    for (int p = 0; p < a.length; p++) {
      run(kernels.floats(), a[p], b[p], y);
    }
    new RangeRepair(geometry, a.length).repair(a, b, y);
    return y;
  }

  private <A> void run(Kernel<A> kernel, A a, A b, A y) {
    A x = plan.swapped() ? b : a;
    A h = plan.swapped() ? a : b;
    if (threads == 1) {
      kernel.convolve(plan, x, h, y, plan.whole());
    } else {
      DirectPlan.Block[] blocks = plan.blocks();
      Parallel.run(threads, blocks.length, i -> kernel.convolve(plan, x, h, y, blocks[i]));
    }
  }

  private static double[] negated(double[] values) {
    double[] negated = values.clone();
    Arrays.setAll(negated, i -> -negated[i]);
    return negated;
  }

  private static float[] negated(float[] values) {
    float[] negated = values.clone();
    for (int i = 0; i < negated.length; i++) {
      negated[i] = -negated[i];
    }
    return negated;
  }
}
