package org.conv4j.fft;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
import org.conv4j.api.StreamingConvolution;
import org.conv4j.api.internal.Parallel;
import org.conv4j.api.internal.PreparedByType;

/**
 * Convolution by the convolution theorem: the cyclic convolution of zero-padded operands is the
 * inverse transform of the product of their transforms, and equals the convolution on the window
 * that the mode selects.
 *
 * <p>Any rank; the output has the shape {@link Geometry#output()}. All dtypes; operands are cast to
 * the {@linkplain DType#promote promoted type}, and {@code FLOAT32} and {@code COMPLEX64} are
 * transformed in single precision. Integers are cut into limbs short enough that rounding to the
 * nearest integer is provably right, so results are exact modulo 2^32 or 2^64. Non-finite values
 * act where they are a factor of a term and nowhere else ({@link NonFinite#LOCAL}).
 *
 * <p>Accuracy {@link Accuracy#NORMWISE}: every error is small compared with {@code |in1|2 |in2|2},
 * but may be large compared with a small output. Take {@code DirectConvolver} where that matters.
 * Operands are scaled by powers of two where an intermediate result could overflow or underflow. If
 * {@code |in1|2 |in2|2} is so large that the error bound itself exceeds the largest finite number,
 * outputs are computed from their defining sums, up to 2^24 terms in all. Beyond that, nothing is
 * promised about them.
 *
 * <p>The result is computed in tiles: by a single transform of everything, or by overlap-save along
 * some or all axes. An estimate from the shapes decides which is cheapest. Start Java with {@code
 * --add-modules jdk.incubator.vector} to run transforms on vector registers. Without that module
 * JTransforms and portable loops run, and one line in the log of {@code org.conv4j} says so.
 * Results do not depend on the number of threads, bit for bit, but may differ between these engines
 * within the bound.
 *
 * <p>Besides operands and result, a single transform needs about twice the memory of the padded
 * result for real data; with tiles, each thread needs a few times the memory of a tile. These
 * buffers are kept for the next call with the same shapes while memory lasts (soft references), for
 * at most 256 shapes. Plans and twiddles are kept up to 96 MiB of each kind.
 *
 * <pre>{@code
 * double[] y = new FftConvolver().convolve(new double[] {1, 2, 3}, new double[] {1, 1}, Mode.SAME);
 * // 1, 3, 5 up to rounding
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class FftConvolver implements Convolver {
  private static final Capabilities CAPABILITIES =
      Capabilities.basic()
          .withDTypes(DType.values())
          .withAccuracy(Accuracy.NORMWISE)
          .withNonFinite(NonFinite.LOCAL);

  static final String NAME = "fft";

  /** The least number of samples in a block of a stream. */
  private static final int SHORTEST_BLOCK = 64;

  /** Longer blocks are not tried unless there are many taps. */
  private static final int LONG_BLOCK = 1 << 16;

  private static final int MOST_SAMPLES = 1 << 28;

  /** How much more than the best length a shorter one may cost. */
  private static final double CHEAP = 1.1;

  private final int threads;

  /** A convolver on as many threads as the common pool has. */
  public FftConvolver() {
    this(Parallel.defaultThreads());
  }

  private FftConvolver(int threads) {
    this.threads = threads;
  }

  /**
   * The same convolver with another number of threads.
   *
   * @param threads how many of this library's tasks may work on one call, at least 1
   * @return a convolver that gives the same results bit for bit
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  @Override
  public FftConvolver withParallelism(int threads) {
    return new FftConvolver(Parallel.requireThreads(threads));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    try {
      if (dtype.isInteger()) {
        LimbPlan limbs = LimbPlan.longest(geometry, dtype);
        return limbs.convolutions() * limbs.plan().nanos();
      }
      return planned(geometry, dtype).nanos();
    } catch (ArithmeticException e) {
      return Double.POSITIVE_INFINITY; // no transform is long enough, and others are to be chosen
    }
  }

  private static Planned<?> planned(Geometry geometry, DType dtype) {
    Precision<?> precision =
        dtype == DType.FLOAT64 || dtype == DType.COMPLEX128
            ? DoublePrecision.INSTANCE
            : FloatPrecision.INSTANCE;
    return precision.planner().plan(geometry, dtype.isComplex(), false);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = CAPABILITIES.admit(in1, in2, mode);
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    return prepared(geometry, in2.cast(dtype), true).apply(in1.cast(dtype));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The spectrum of the kernel is computed once for each type of result, when the first signal
   * of that type arrives. It takes about twice the memory of a padded tile, or of the padded result
   * if there is only one tile.
   */
  @Override
  public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(signalShape, "signalShape");
    Objects.requireNonNull(mode, "mode");
    Geometry geometry = Geometry.of(signalShape, kernel.shape(), mode, Convention.SCIPY);
    return new PreparedByType(geometry, kernel, cast -> prepared(geometry, cast, false));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Samples are collected in blocks at least as long as the kernel, of a length that costs
   * little for each sample. A block is convolved when it is full, so outputs lag by up to a block.
   */
  @Override
  public StreamingConvolution stream(NdArray kernel, DType signalType) {
    StreamingConvolution stream = Convolver.super.stream(kernel, signalType);
    return stream.buffered(blockLength(kernel.size(), DType.promote(signalType, kernel.dtype())));
  }

  /** The shortest block that costs little more for each sample than the best one does. */
  private int blockLength(int taps, DType dtype) {
    int shortest = Math.max(SHORTEST_BLOCK, taps);
    int longest = (int) Math.min(MOST_SAMPLES, Math.max(LONG_BLOCK, 8L * taps));
    double least = Double.POSITIVE_INFINITY;
    for (long length = shortest; length <= longest; length *= 2) {
      least = Math.min(least, nanosPerSample((int) length, taps, dtype));
    }
    int length = shortest;
    while (nanosPerSample(length, taps, dtype) > CHEAP * least) {
      length *= 2;
    }
    return length;
  }

  private double nanosPerSample(int length, int taps, DType dtype) {
    Shape samples = Shape.of(Math.addExact(length, taps - 1));
    Geometry geometry = Geometry.of(samples, Shape.of(taps), Mode.VALID, CAPABILITIES.convention());
    return estimateNanos(geometry, dtype) / length;
  }

  /**
   * For operands that have the type of the result.
   *
   * @param once whether there will be only one first operand
   */
  private PreparedConvolution prepared(Geometry geometry, NdArray in2, boolean once) {
    return new Prepared(geometry.output(), in2.dtype(), into(geometry, in2, once));
  }

  /**
   * Convolutions of first operands that are of the type of the second.
   *
   * @param shape of the results
   * @param dtype of operands and results
   * @param into writes the result of its first argument into its second
   */
  private record Prepared(Shape shape, DType dtype, BiConsumer<NdArray, NdArray> into)
      implements PreparedConvolution {
    @Override
    public NdArray apply(NdArray in1) {
      NdArray out = NdArray.zeros(dtype, shape);
      into.accept(in1, out);
      return out;
    }

    @Override
    public void apply(NdArray in1, NdArray out) {
      into.accept(in1, out);
    }
  }

  private BiConsumer<NdArray, NdArray> into(Geometry geometry, NdArray in2, boolean once) {
    return switch (in2.dtype()) {
      case FLOAT64, COMPLEX128 ->
          floating(geometry, DoublePrecision.INSTANCE, FftConvolver::doubles, in2, once);
      case FLOAT32, COMPLEX64 ->
          floating(geometry, FloatPrecision.INSTANCE, FftConvolver::floats, in2, once);
      case INT64 -> {
        var prepared = new IntegerConvolution(geometry, Long.SIZE, threads).prepare(in2.longs());
        yield (in1, out) -> prepared.apply(in1.longs(), out.longs());
      }
      case INT32 -> {
        var prepared = new IntegerConvolution(geometry, Integer.SIZE, threads).prepare(longs(in2));
        yield (in1, out) -> prepared.apply(longs(in1), out.ints());
      }
    };
  }

  private <A> BiConsumer<NdArray, NdArray> floating(
      Geometry geometry,
      Precision<A> precision,
      Function<NdArray, List<A>> parts,
      NdArray in2,
      boolean once) {
    FloatingConvolution<A>.Prepared prepared =
        new FloatingConvolution<>(geometry, precision, in2.dtype().isComplex(), threads)
            .prepare(parts.apply(in2));
    return once
        ? (in1, out) -> prepared.applyOnce(parts.apply(in1), parts.apply(out))
        : (in1, out) -> prepared.apply(parts.apply(in1), parts.apply(out));
  }

  private static List<double[]> doubles(NdArray array) {
    return array.dtype().isComplex()
        ? List.of(array.real().doubles(), array.imaginary().doubles())
        : List.of(array.doubles());
  }

  private static List<float[]> floats(NdArray array) {
    return array.dtype().isComplex()
        ? List.of(array.real().floats(), array.imaginary().floats())
        : List.of(array.floats());
  }

  private static long[] longs(NdArray array) {
    return array.cast(DType.INT64).longs();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FftConvolver that && threads == that.threads;
  }

  @Override
  public int hashCode() {
    return Objects.hash(threads);
  }

  /** The name and the transform engine in use, for example {@code fft[jtransforms]}. */
  @Override
  public String toString() {
    return name() + "[" + DoublePrecision.INSTANCE.planner().engines().get(0).name() + "]";
  }
}
