package org.conv4j.direct.layer;

import java.util.function.Supplier;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.NonFinite;
import org.conv4j.api.internal.Parallel;

/**
 * Convolution layers from the sum itself, as a matrix product that reads its factors where they
 * are:
 *
 * <pre>{@code
 * y[n, m, o] = sum over c and t of w[m, c, t] * x[n, g (Cin / groups) + c, o s + t d - p] + b[m]
 * }</pre>
 *
 * <p>All dtypes, options and layouts. Operands are cast to the {@linkplain DType#promote promoted
 * type}, and the sum is computed in that type. Integers wrap modulo 2^32 or 2^64. Each sum of
 * floating-point numbers is one chain of fused multiply-adds in the order of the weights, which
 * begins at zero and takes the zeros of the padding in; the bias comes last. So results are the
 * same bits on every machine and with any number of threads.
 *
 * <p>Accuracy {@link Accuracy#COMPONENTWISE}: with {@code m} terms, the bias counted as one, {@code
 * |error| <= m u / (1 - m u) * (sum of |w| |x| + |b|)}, as long as no partial sum overflows; {@code
 * m} is twice as large for complex data. A weight that is infinite or NaN meets the zeros of the
 * padding, too, and makes NaN there; nothing is claimed about such numbers ({@link
 * NonFinite#UNSPECIFIED}). The cost is one multiply-add for each term, {@link
 * LayerGeometry#multiplyAdds()}, four for complex data.
 *
 * <p>Start Java with {@code --add-modules jdk.incubator.vector} to run on vector registers. The
 * results are the same bits.
 *
 * <p>Besides operands and result, each thread needs memory for the padded input of a band of
 * outputs, about 256 KiB or what the windows of one row of outputs cover, if that is more. Input
 * without padding and strides is read in place.
 *
 * <pre>{@code
 * LayerConvolver layers = new DirectLayerConvolver();
 * NdArray y = layers.convolve(x, weights, bias, LayerOptions.basic().withPadding(1));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class DirectLayerConvolver extends KernelLayerConvolver {
  /** With the fastest kernels present, on as many threads as the common pool has. */
  public DirectLayerConvolver() {
    this(() -> LayerKernels.FASTEST, Parallel.defaultThreads(), LayerKernels.PARALLEL_FROM);
  }

  DirectLayerConvolver(Supplier<LayerKernels> kernels, int threads, double parallelFrom) {
    super(false, kernels, threads, parallelFrom);
  }

  /**
   * The same with another number of threads.
   *
   * @param threads how many may work on one call, at least 1; 1 keeps to the calling thread
   * @return an implementation that gives the same results bit for bit
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  @Override
  public DirectLayerConvolver withParallelism(int threads) {
    return new DirectLayerConvolver(kernels(), threads, parallelFrom());
  }

  @Override
  public String name() {
    return "layer-direct";
  }
}
