package org.conv4j.direct;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * Convolutions of one geometry with one second operand, by the kernels. Thread-safe. A complex one
 * is four real ones:
 *
 * <pre>{@code
 * re = xr * hr - xi * hi
 * im = xr * hi + xi * hr
 * }</pre>
 */
final class DirectConvolution implements UnaryOperator<NdArray> {
  /**
   * In multiply-adds: less work than this stays on the calling thread. Measured: on two cores a
   * second thread costs more than it saves up to a third of a millisecond of work, which this is.
   */
  private static final double PARALLEL_FROM = 1 << 22;

  /**
   * What an output costs besides its terms, in multiply-adds: it is allocated, copied and checked.
   */
  private static final double PER_OUTPUT = 8;

  /**
   * The number of terms for each element of x from which the fastest kernels are worth their
   * buffer.
   */
  private static final double REUSE = 3;

  private final Geometry geometry;
  private final DirectPlan plan;
  private final Kernels kernels;
  private final int threads;

  private final UnaryOperator<NdArray> convolution;

  /**
   * @param geometry the shapes and the window
   * @param kernels what computes
   * @param threads how many may work on one convolution
   * @param b the second operand, of the type computed in, which nobody changes any more
   */
  DirectConvolution(Geometry geometry, Kernels kernels, int threads, NdArray b) {
    this.geometry = geometry;
    this.plan = DirectPlan.of(geometry);
    this.kernels = fastest(geometry, plan, kernels);
    double work = geometry.terms() + PER_OUTPUT * geometry.output().size();
    this.threads = work < PARALLEL_FROM ? 1 : threads;
    this.convolution = with(b);
  }

  /** With few terms for each element of x, copying costs more than it saves. */
  static Kernels fastest(Geometry geometry, DirectPlan plan, Kernels kernels) {
    boolean copied = plan.last() > 0 && geometry.terms() < REUSE * plan.sizeOfX();
    return copied ? Kernels.SCALAR : kernels;
  }

  /** Convolves one more first operand, of the type of the second. */
  @Override
  public NdArray apply(NdArray a) {
    return convolution.apply(a);
  }

  private UnaryOperator<NdArray> with(NdArray b) {
    Shape shape = geometry.output();
    return switch (b.dtype()) {
      case FLOAT64 -> {
        Function<double[][], double[]> y = doubles(b.doubles());
        yield a -> NdArray.wrap(y.apply(new double[][] {a.doubles()}), shape);
      }
      case FLOAT32 -> {
        Function<float[][], float[]> y = floats(b.floats());
        yield a -> NdArray.wrap(y.apply(new float[][] {a.floats()}), shape);
      }
      case INT64 -> {
        ProductSum<long[]> sum = sum(kernels.longs(), new long[][] {b.longs()});
        yield a -> {
          long[] y = new long[shape.size()];
          sum.compute(new long[][] {a.longs()}, y, block -> {});
          return NdArray.wrap(y, shape);
        };
      }
      case INT32 -> {
        ProductSum<int[]> sum = sum(kernels.ints(), new int[][] {b.ints()});
        yield a -> {
          int[] y = new int[shape.size()];
          sum.compute(new int[][] {a.ints()}, y, block -> {});
          return NdArray.wrap(y, shape);
        };
      }
      case COMPLEX128 -> {
        double[] hr = b.real().doubles();
        double[] hi = b.imaginary().doubles();
        Function<double[][], double[]> re = doubles(hr, negated(hi));
        Function<double[][], double[]> im = doubles(hi, hr);
        yield a -> {
          double[][] x = {a.real().doubles(), a.imaginary().doubles()};
          return NdArray.wrapComplex(re.apply(x), im.apply(x), shape);
        };
      }
      case COMPLEX64 -> {
        float[] hr = b.real().floats();
        float[] hi = b.imaginary().floats();
        Function<float[][], float[]> re = floats(hr, negated(hi));
        Function<float[][], float[]> im = floats(hi, hr);
        yield a -> {
          float[][] x = {a.real().floats(), a.imaginary().floats()};
          return NdArray.wrapComplex(re.apply(x), im.apply(x), shape);
        };
      }
    };
  }

  private <A> ProductSum<A> sum(Kernel<A> kernel, A[] b) {
    return new ProductSum<>(plan, kernel, threads, b);
  }

  private Function<double[][], double[]> doubles(double[]... b) {
    ProductSum<double[]> sum = sum(kernels.doubles(), b);
    return a -> {
      double[] y = new double[geometry.output().size()];
      RangeRepair<double[]> repair = RangeRepair.ofDoubles(geometry, a, b);
      sum.compute(a, y, repairing(kernels.doubles(), Kernels.SCALAR.doubles(), sum, a, y, repair));
      return y;
    };
  }

  private Function<float[][], float[]> floats(float[]... b) {
    ProductSum<float[]> sum = sum(kernels.floats(), b);
    return a -> {
      float[] y = new float[geometry.output().size()];
      RangeRepair<float[]> repair = RangeRepair.ofFloats(geometry, a, b);
      sum.compute(a, y, repairing(kernels.floats(), Kernels.SCALAR.floats(), sum, a, y, repair));
      return y;
    };
  }

  /**
   * Repairs blocks of types of limited range. A kernel may multiply zeros that it padded x with, so
   * that an infinite tap spoils outputs that it has no part in; those blocks are computed again by
   * one that clips.
   */
  private <A> Consumer<Block> repairing(
      Kernel<A> kernel, Kernel<A> clipping, ProductSum<A> sum, A[] a, A y, RangeRepair<A> repair) {
    return block -> {
      if (!inRange(kernel, y, block, repair.tiny())) {
        if (repair.nonFinite()) {
          forEachRow(block, (from, to) -> repair.clear(y, from, to));
          sum.repeat(clipping, a, y, block);
        }
        forEachRow(block, (from, to) -> repair.repair(y, from, to));
      }
    };
  }

  private <A> boolean inRange(Kernel<A> kernel, A y, Block block, double tiny) {
    int columns = plan.columns();
    for (int row : block.rows(plan.y())) {
      int start = row * columns;
      if (!kernel.inRange(y, start + block.fromColumn(), start + block.toColumn(), tiny)) {
        return false;
      }
    }
    return true;
  }

  /** Takes a part of a row of the output: its first index, and that after its last. */
  private interface RowPart {
    void accept(int from, int to);
  }

  private void forEachRow(Block block, RowPart action) {
    for (int row : block.rows(plan.y())) {
      int start = row * plan.columns();
      action.accept(start + block.fromColumn(), start + block.toColumn());
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
