package org.conv4j.direct;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;

/**
 * Convolutions of one geometry with one second operand, by the kernels. Thread-safe. A complex one
 * is four real ones:
 *
 * <pre>{@code
 * re = xr * hr - xi * hi
 * im = xr * hi + xi * hr
 * }</pre>
 */
final class DirectConvolution implements PreparedConvolution {
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

  /** What computes the output, or its real and its imaginary part. */
  private final List<Part> parts;

  private final DType dtype;

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
    this.dtype = b.dtype();
    this.parts = with(b);
  }

  /** With few terms for each element of x, copying costs more than it saves. */
  static Kernels fastest(Geometry geometry, DirectPlan plan, Kernels kernels) {
    boolean copied = plan.last() > 0 && geometry.terms() < REUSE * plan.sizeOfX();
    return copied ? Kernels.SCALAR : kernels;
  }

  /** Convolves one more first operand, of the type of the second; nothing is checked. */
  @Override
  public NdArray apply(NdArray a) {
    NdArray y = NdArray.zeros(dtype, geometry.output());
    apply(a, y);
    return y;
  }

  @Override
  public void apply(NdArray a, NdArray y) {
    parts.get(0).compute(a, y.real());
    if (parts.size() > 1) {
      parts.get(1).compute(a, y.imaginary());
    }
  }

  /**
   * Whether the rows of a first operand are rows for the kernels as well, so that they need not be
   * joined.
   */
  boolean takesRows() {
    boolean same = geometry.in1().rank() == 2 && Arrays.equals(plan.x(), geometry.in1().toArray());
    return same && !plan.swapped();
  }

  /**
   * As {@link #apply(NdArray)}, of arrays of the type of elements of the second operand.
   *
   * @param a the rows of the first operand
   * @param y rows that take the result
   */
  void apply(Object[] a, Object[] y) {
    parts.get(0).compute(a, y);
  }

  /** Computes an array of real numbers from all parts of a first operand. */
  private interface Part {
    void compute(NdArray a, NdArray y);

    /** The same for rows, where that is {@linkplain #takesRows() possible}. */
    @SuppressWarnings("UnusedVariable") // those who take rows read them
    default void compute(Object[] a, Object[] y) {
      throw new AssertionError(a.length + " rows of " + a.getClass().getSimpleName());
    }
  }

  private List<Part> with(NdArray b) {
    return switch (b.dtype()) {
      case FLOAT64 -> List.of(doubles(b.doubles()));
      case FLOAT32 -> List.of(floats(b.floats()));
      case INT64 -> {
        ProductSum<long[]> sum = sum(kernels.longs(), new long[][] {b.longs()});
        yield List.of(
            (a, y) -> sum.compute(new long[][] {a.longs()}, Rows.joined(y.longs()), block -> {}));
      }
      case INT32 -> {
        ProductSum<int[]> sum = sum(kernels.ints(), new int[][] {b.ints()});
        yield List.of(
            (a, y) -> sum.compute(new int[][] {a.ints()}, Rows.joined(y.ints()), block -> {}));
      }
      case COMPLEX128 -> {
        double[] hr = b.real().doubles();
        double[] hi = b.imaginary().doubles();
        yield List.of(doubles(hr, negated(hi)), doubles(hi, hr));
      }
      case COMPLEX64 -> {
        float[] hr = b.real().floats();
        float[] hi = b.imaginary().floats();
        yield List.of(floats(hr, negated(hi)), floats(hi, hr));
      }
    };
  }

  private <A> ProductSum<A> sum(Kernel<A> kernel, A[] b) {
    return new ProductSum<>(plan, kernel, threads, b);
  }

  private Part doubles(double[]... b) {
    ProductSum<double[]> sum = sum(kernels.doubles(), b);
    return new Part() {
      @Override
      public void compute(NdArray a, NdArray y) {
        double[][] x =
            b.length == 1
                ? new double[][] {a.doubles()}
                : new double[][] {a.real().doubles(), a.imaginary().doubles()};
        Rows<double[]> to = Rows.joined(y.doubles());
        sum.compute(x, to, repairing(() -> x, to));
      }

      @Override
      public void compute(Object[] a, Object[] y) {
        Supplier<double[][]> x = () -> new double[][] {NdArray.of((double[][]) a).doubles()};
        Rows<double[]> to = Rows.apart(y);
        sum.compute(Rows.apart(a), to, repairing(x, to));
      }

      private Consumer<Block> repairing(Supplier<double[][]> x, Rows<double[]> y) {
        RangeRepair<double[]> repair = RangeRepair.ofDoubles(geometry, x, b);
        return DirectConvolution.this.repairing(
            kernels.doubles(), Kernels.SCALAR.doubles(), sum, y, repair);
      }
    };
  }

  private Part floats(float[]... b) {
    ProductSum<float[]> sum = sum(kernels.floats(), b);
    return new Part() {
      @Override
      public void compute(NdArray a, NdArray y) {
        float[][] x =
            b.length == 1
                ? new float[][] {a.floats()}
                : new float[][] {a.real().floats(), a.imaginary().floats()};
        Rows<float[]> to = Rows.joined(y.floats());
        sum.compute(x, to, repairing(() -> x, to));
      }

      @Override
      public void compute(Object[] a, Object[] y) {
        Supplier<float[][]> x = () -> new float[][] {NdArray.of((float[][]) a).floats()};
        Rows<float[]> to = Rows.apart(y);
        sum.compute(Rows.apart(a), to, repairing(x, to));
      }

      private Consumer<Block> repairing(Supplier<float[][]> x, Rows<float[]> y) {
        RangeRepair<float[]> repair = RangeRepair.ofFloats(geometry, x, b);
        return DirectConvolution.this.repairing(
            kernels.floats(), Kernels.SCALAR.floats(), sum, y, repair);
      }
    };
  }

  /**
   * Repairs blocks of types of limited range. A kernel may multiply zeros that it padded x with, so
   * that an infinite tap spoils outputs that it has no part in; those blocks are computed again by
   * one that clips.
   */
  private <A> Consumer<Block> repairing(
      Kernel<A> kernel, Kernel<A> clipping, ProductSum<A> sum, Rows<A> y, RangeRepair<A> repair) {
    int columns = plan.columns();
    return block -> {
      int[] rows = block.rows(plan.y());
      if (!inRange(kernel, y, block, rows, repair.tiny())) {
        if (repair.nonFinite()) {
          sum.repeat(clipping, repair.first(), y, block);
        }
        for (int row : rows) {
          int from = y.start(row, columns) + block.fromColumn();
          int index = row * columns + block.fromColumn();
          repair.repair(y.array(row), from, from + block.extent(plan.last()), index);
        }
      }
    };
  }

  private <A> boolean inRange(Kernel<A> kernel, Rows<A> y, Block block, int[] rows, double tiny) {
    for (int row : rows) {
      int start = y.start(row, plan.columns());
      int from = start + block.fromColumn();
      if (!kernel.inRange(y.array(row), from, start + block.toColumn(), tiny)) {
        return false;
      }
    }
    return true;
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
