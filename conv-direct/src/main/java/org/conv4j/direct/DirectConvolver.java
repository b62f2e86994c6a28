package org.conv4j.direct;

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
 * Convolution from the sum itself: {@code y[i] = sum over j of in1[i + offset - j] * in2[j]}, over
 * those {@code j} for which both factors exist.
 *
 * <p>Any rank; the output has the shape {@link Geometry#output()}, and only that window is
 * computed. {@code FLOAT64} alone so far. Accuracy {@link Accuracy#COMPONENTWISE}: with {@code m}
 * terms, {@code |error| <= m u / (1 - m u) * (|in1| conv |in2|)}. The cost is one multiply-add for
 * each term, {@link Geometry#terms()}. Results do not depend on the number of threads, bit for bit.
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
      Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE);

  /** Below so many multiply-adds a second thread costs more than it brings. */
  private static final double PARALLEL_FROM_TERMS = 1 << 20;

  private final Kernel kernel;
  private final int threads;

  /** A convolver with the fastest kernel present, on as many threads as the common pool has. */
  public DirectConvolver() {
    this(new ScalarKernel(), Parallel.defaultThreads());
  }

  DirectConvolver(Kernel kernel, int threads) {
    this.kernel = kernel;
    this.threads = threads;
  }

  /**
   * The same convolver on another number of threads.
   *
   * @param threads how many may work on one call, at least 1; 1 keeps to the calling thread
   * @return a convolver that gives the same results bit for bit
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public DirectConvolver withParallelism(int threads) {
    return new DirectConvolver(kernel, Parallel.requireThreads(threads));
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
    return kernel.nanosPerCall() + geometry.terms() * kernel.nanosPerTerm();
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = CAPABILITIES.admit(in1, in2, mode);
    DirectPlan plan = DirectPlan.of(geometry);
    double[] a = in1.doubles();
    double[] b = in2.doubles();
    double[] y = new double[geometry.output().size()];
    double[] x = plan.swapped() ? b : a;
    double[] h = plan.swapped() ? a : b;
    if (threads == 1 || geometry.terms() < PARALLEL_FROM_TERMS) {
      kernel.convolve(plan, x, h, y, plan.whole());
    } else {
      DirectPlan.Block[] blocks = plan.blocks();
      Parallel.run(threads, blocks.length, i -> kernel.convolve(plan, x, h, y, blocks[i]));
    }
    return NdArray.wrap(y, geometry.output());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DirectConvolver that
        && kernel.name().equals(that.kernel.name())
        && threads == that.threads;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kernel.name(), threads);
  }

  /** The name and the kernel in use, for example {@code direct[scalar]}. */
  @Override
  public String toString() {
    return name() + "[" + kernel.name() + "]";
  }
}
