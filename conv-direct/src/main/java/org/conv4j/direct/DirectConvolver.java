package org.conv4j.direct;

import java.lang.reflect.Array;
import java.util.Objects;
import java.util.function.Supplier;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.api.internal.Nested;
import org.conv4j.api.internal.Parallel;
import org.conv4j.api.internal.PreparedByType;

/**
 * Convolution from the sum itself: {@code y[i] = sum over j of in1[i + offset - j] * in2[j]}, over
 * those {@code j} for which both factors exist.
 *
 * <p>Any rank; the output has the shape {@link Geometry#output()}, and only that window is
 * computed. All dtypes; operands are cast to the {@linkplain DType#promote promoted type}, and the
 * sum is computed in that type. Integers wrap modulo 2^32 or 2^64. Non-finite values act where they
 * are a factor of a term and nowhere else ({@link NonFinite#LOCAL}).
 *
 * <p>Accuracy {@link Accuracy#COMPONENTWISE}: with {@code m} terms, {@code |error| <= m u / (1 - m
 * u) * (|in1| conv |in2|)}, and no intermediate overflow or underflow: a result that is
 * representable comes out within that bound. The cost is one multiply-add for each term, {@link
 * Geometry#terms()}, four for complex data. Results do not depend on the number of threads, bit for
 * bit.
 *
 * <p>Besides operands and result, each thread needs memory for a buffer and for tables of up to
 * 28672 taps. The buffer holds the part of one operand that a block of the result depends on: about
 * 256 KiB, up to 1 MiB if rows are short. A {@linkplain #prepare prepared} convolution keeps both.
 *
 * <p>Start Java with {@code --add-modules jdk.incubator.vector} to run the kernels on vector
 * registers. Without that module portable loops run, and one line in the log of {@code org.conv4j}
 * says so. The two may differ in the last bits, within the bound above.
 *
 * <pre>{@code
 * double[] y = new DirectConvolver().convolve(new double[] {1, 2, 3}, new double[] {1, 1}, Mode.SAME);
 * // [1.0, 3.0, 5.0]
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class DirectConvolver implements Convolver {
  private static final Capabilities CAPABILITIES =
      Capabilities.basic()
          .withDTypes(DType.values())
          .withAccuracy(Accuracy.COMPONENTWISE)
          .withNonFinite(NonFinite.LOCAL);

  /** Looked up on first use, so that a convolver that is never used logs nothing. */
  private final Supplier<Kernels> kernels;

  private final int threads;

  /** A convolver with the fastest kernels present, on as many threads as the common pool has. */
  public DirectConvolver() {
    this(() -> Kernels.FASTEST, Parallel.defaultThreads());
  }

  DirectConvolver(Supplier<Kernels> kernels, int threads) {
    this.kernels = kernels;
    this.threads = threads;
  }

  /**
   * The same convolver with another number of threads.
   *
   * @param threads how many may work on one call, at least 1; 1 keeps to the calling thread
   * @return a convolver that gives the same results bit for bit
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  @Override
  public DirectConvolver withParallelism(int threads) {
    return new DirectConvolver(kernels, Parallel.requireThreads(threads));
  }

  @Override
  public String name() {
    return "direct";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    return new DirectCostModel(kernels.get()).estimateNanos(geometry, dtype);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = CAPABILITIES.admit(in1, in2, mode);
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    NdArray a = in1.cast(dtype);
    NdArray b = in2.cast(dtype);
    if (!suitsSmall(geometry, dtype)) {
      return large(geometry, b).apply(a);
    }
    return geometry.in1().rank() == 1
        ? NdArray.wrap(SmallConvolution.of(a.doubles(), b.doubles(), mode), geometry.output())
        : small(geometry, b).apply(a);
  }

  static boolean suitsSmall(Geometry geometry, DType dtype) {
    return dtype == DType.FLOAT64 && SmallConvolution.suits(geometry);
  }

  private SmallConvolution small(Geometry geometry, NdArray b) {
    return new SmallConvolution(geometry, kernels.get().tile(), b.doubles());
  }

  private DirectConvolution large(Geometry geometry, NdArray b) {
    return new DirectConvolution(geometry, kernels.get(), threads, b);
  }

  /**
   * Prepares to convolve many signals of one shape with one kernel. Keeps a copy of the kernel in
   * each type that is computed in, the plan, and the tables of taps and buffers of as many threads
   * as work at once.
   */
  @Override
  public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalShape, "signalShape");
    Geometry geometry = Geometry.of(signalShape, kernel.shape(), mode, Convention.SCIPY);
    return new PreparedByType(geometry, kernel, cast -> prepared(geometry, cast));
  }

  private PreparedConvolution prepared(Geometry geometry, NdArray b) {
    return suitsSmall(geometry, b.dtype()) ? small(geometry, b) : large(geometry, b);
  }

  @Override
  public double[] convolve(double[] in1, double[] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    Objects.requireNonNull(mode, "mode");
    boolean empty = in1.length == 0 || in2.length == 0;
    if (!empty && SmallConvolution.suits(in1.length, in2.length)) {
      return SmallConvolution.of(in1, in2, mode);
    }
    return Convolver.super.convolve(in1, in2, mode);
  }

  /**
   * {@inheritDoc}
   *
   * <p>If the first operand is the wider one, its rows are read where they are, and those of the
   * result are written where they will be.
   */
  @Override
  public double[][] convolve(double[][] in1, double[][] in2, Mode mode) {
    return (double[][]) convolveRows(DType.FLOAT64, in1, in2, mode);
  }

  /** As {@link #convolve(double[][], double[][], Mode)}. */
  @Override
  public float[][] convolve(float[][] in1, float[][] in2, Mode mode) {
    return (float[][]) convolveRows(DType.FLOAT32, in1, in2, mode);
  }

  private Object[] convolveRows(DType dtype, Object[] in1, Object[] in2, Mode mode) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    Shape a = Nested.shapeOfRows(in1, " of in1");
    Shape b = Nested.shapeOfRows(in2, " of in2");
    Geometry geometry = Geometry.of(a, b, mode, Convention.SCIPY);
    NdArray kernel = joined(dtype, in2, b);
    if (suitsSmall(geometry, dtype)) {
      return Nested.rows(small(geometry, kernel).apply(joined(dtype, in1, a)), threads);
    }
    DirectConvolution convolution = large(geometry, kernel);
    if (!convolution.takesRows()) {
      return Nested.rows(convolution.apply(joined(dtype, in1, a)), threads);
    }
    Class<?> row = in1.getClass().getComponentType();
    int[] extents = geometry.output().toArray();
    Object[] y = (Object[]) Array.newInstance(row.getComponentType(), extents);
    convolution.apply(in1, y);
    return y;
  }

  private static NdArray joined(DType dtype, Object[] rows, Shape shape) {
    NdArray array = NdArray.zeros(dtype, shape);
    Nested.join(rows, array);
    return array;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DirectConvolver that
        && kernels.get().name().equals(that.kernels.get().name())
        && threads == that.threads;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kernels.get().name(), threads);
  }

  /** The name and the kernels in use, for example {@code direct[scalar]}. */
  @Override
  public String toString() {
    return name() + "[" + kernels.get().name() + "]";
  }
}
