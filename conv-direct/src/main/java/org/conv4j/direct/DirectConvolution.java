package org.conv4j.direct;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
  /**
   * Less work stays on the calling thread, in multiply-adds. Measured: on two cores a second thread
   * costs more than it saves up to a third of a millisecond of work, which this is.
   */
  private static final double PARALLEL_FROM = 1 << 22;

  /** What an output costs besides its terms, in multiply-adds: it is allocated, copied, checked. */
  private static final double PER_OUTPUT = 8;

  /** Terms for each element of x from which the fastest kernels are worth their buffer. */
  private static final double REUSE = 3;

  private final Geometry geometry;
  private final DirectPlan plan;
  private final Kernels kernels;
  private final int threads;

  DirectConvolution(Geometry geometry, Kernels kernels, int threads) {
    this.geometry = geometry;
    this.plan = DirectPlan.of(geometry);
    // With fewer terms for each element, copying costs more than it saves.
    boolean copied = plan.last() > 0 && geometry.terms() < REUSE * plan.sizeOfX();
    this.kernels = copied ? Kernels.SCALAR : kernels;
    double work = geometry.terms() + PER_OUTPUT * geometry.output().size();
    this.threads = work < PARALLEL_FROM ? 1 : threads;
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
        run(kernels.longs(), new long[][] {a.longs()}, new long[][] {b.longs()}, y);
        yield NdArray.wrap(y, shape);
      }
      case INT32 -> {
        int[] y = new int[shape.size()];
        run(kernels.ints(), new int[][] {a.ints()}, new int[][] {b.ints()}, y);
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

  private double[] doubles(double[][] a, double[][] b) {
    double[] y = new double[geometry.output().size()];
    RangeRepair<double[]> repair = RangeRepair.ofDoubles(geometry, a, b);
    run(kernels.doubles(), Kernels.SCALAR.doubles(), a, b, y, repair);
    return y;
  }

  private float[] floats(float[][] a, float[][] b) {
    float[] y = new float[geometry.output().size()];
    RangeRepair<float[]> repair = RangeRepair.ofFloats(geometry, a, b);
    run(kernels.floats(), Kernels.SCALAR.floats(), a, b, y, repair);
    return y;
  }

  /** Adds {@code a[0] * b[0] + a[1] * b[1] + …} to the output. */
  private <A> void run(Kernel<A> kernel, A[] a, A[] b, A y) {
    Block[] blocks = plan.blocks(kernel.blockExtents(plan));
    Parallel.run(
        threads,
        blocks.length,
        () -> {
          Consumer<Block> products = products(kernel, a, b, y);
          return i -> products.accept(blocks[i]);
        });
  }

  /**
   * The same for types of limited range. A kernel may multiply zeros that it padded x with, so that
   * an infinite tap spoils outputs that it has no part in; those blocks are computed again by one
   * that clips.
   */
  private <A> void run(
      Kernel<A> kernel, Kernel<A> clipping, A[] a, A[] b, A y, RangeRepair<A> repair) {
    Block[] blocks = plan.blocks(kernel.blockExtents(plan));
    Parallel.run(
        threads,
        blocks.length,
        () -> {
          Consumer<Block> products = products(kernel, a, b, y);
          return i -> {
            Block block = blocks[i];
            products.accept(block);
            if (!inRange(kernel, y, block, repair.tiny())) {
              if (repair.nonFinite()) {
                forEachRow(block, (from, to) -> repair.clear(y, from, to));
                products(clipping, a, b, y).accept(block);
              }
              forEachRow(block, (from, to) -> repair.repair(y, from, to));
            }
          };
        });
  }

  private <A> Consumer<Block> products(Kernel<A> kernel, A[] a, A[] b, A y) {
    List<Consumer<Block>> workers =
        IntStream.range(0, a.length)
            .mapToObj(
                p ->
                    plan.swapped()
                        ? kernel.worker(plan, b[p], a[p], y, p == 0)
                        : kernel.worker(plan, a[p], b[p], y, p == 0))
            .toList();
    return block -> workers.forEach(worker -> worker.accept(block));
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
