package org.conv4j.fft;

import java.util.Objects;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.internal.Parallel;

/**
 * Convolution by the convolution theorem: the cyclic convolution of zero-padded operands is the
 * inverse transform of the product of their transforms, and on the window that is asked for it
 * equals the convolution.
 *
 * <p>Any rank; the output has the shape {@link Geometry#output()}. {@code FLOAT64} alone so far.
 * Accuracy {@link Accuracy#NORMWISE}: every error is small against {@code |in1|2 |in2|2}, which may
 * be large against a small output; take {@code DirectConvolver} where that matters. The cost grows
 * as {@code N log N} with the number {@code N} of elements of the padded result.
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
      Capabilities.basic().withAccuracy(Accuracy.NORMWISE);

  private final int threads;

  /** A convolver on as many threads as the common pool has. */
  public FftConvolver() {
    this(Parallel.defaultThreads());
  }

  private FftConvolver(int threads) {
    this.threads = threads;
  }

  /**
   * The same convolver on another number of threads.
   *
   * @param threads how many of this library's tasks may work on one call, at least 1
   * @return a convolver that gives the same results bit for bit
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public FftConvolver withParallelism(int threads) {
    return new FftConvolver(Parallel.requireThreads(threads));
  }

  @Override
  public String name() {
    return "fft";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public double estimateNanos(Geometry geometry, DType dtype) {
    return FftPlan.of(geometry).estimateNanos();
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = CAPABILITIES.admit(in1, in2, mode);
    FftPlan plan = FftPlan.of(geometry);
    double[] y = new CyclicConvolution(plan, threads).apply(in1.doubles(), in2.doubles());
    return NdArray.wrap(y, geometry.output());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FftConvolver that && threads == that.threads;
  }

  @Override
  public int hashCode() {
    return Objects.hash(threads);
  }

  /** The name and the transform engine in use. */
  @Override
  public String toString() {
    return name() + "[jtransforms]";
  }
}
