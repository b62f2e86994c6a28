package org.conv4j.fft.layer;

import java.util.Objects;
import java.util.Optional;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.api.internal.Parallel;
import org.conv4j.api.internal.PreparedLayerByType;
import org.conv4j.fft.ChannelSums;

/**
 * Convolution layers through fast Fourier transforms: each input channel and each kernel is
 * transformed once, products are added up over the channels of a group in the spectrum, and each
 * output channel is transformed back once:
 *
 * <pre>{@code
 * y[n, m] = F^-1(sum over c of F(x[n, c]) F(reversed w[m, c])) + b[m]
 * }</pre>
 *
 * <p>All dtypes, options and layouts; shapes are those of {@link LayerGeometry}. Operands are cast
 * to the {@linkplain DType#promote promoted type}. Integers wrap exactly: they are cut into limbs
 * short enough that rounding to the nearest integer is provably right. Take it for large kernels
 * and few channels in a group, such as depthwise layers; the products alone take as long as the sum
 * of a small kernel.
 *
 * <p>Large inputs go in tiles that overlap. Padding is the zeros that tiles have anyway. With
 * strides, only outputs that are kept are computed: every {@code s}-th element of the input makes
 * an image, each image is convolved with the taps that meet it, and the images of a channel are
 * added up like channels. A dilated kernel is transformed with its zeros.
 *
 * <p>Accuracy {@link Accuracy#NORMWISE}: with {@code |x|} the Euclidean norm of the channels of one
 * item that an output is summed over, {@code |w|} that of the weights of one output channel, and
 * {@code y} without the bias,
 *
 * <pre>{@code
 * |error| <= f |x| |w| + u |y + b|,    f = Accuracy.transformFactor(dtype, t, p)
 * }</pre>
 *
 * where {@code t} is the sum over the axes of {@code ceil(log2(i + d (k - 1))) + 1}, and {@code p}
 * the number of input channels of a group, times the product of the strides, times two for complex
 * data: every term of the sum over channels has the bound of a single convolution, with one factor
 * {@code 1 + u} more for each addition of spectra, and by the Cauchy-Schwarz inequality the sum of
 * {@code |x[c]| |w[m, c]|} is at most {@code |x| |w|}. The input channels of each group of an item,
 * and the weights of each output channel, are scaled by a power of two of their own if they are
 * very large or very small, so that nothing overflows as long as this bound does not. Nothing is
 * claimed of results where it does, nor about numbers that are not finite ({@link
 * NonFinite#UNSPECIFIED}): a NaN spreads over its tile.
 *
 * <p>Start Java with {@code --add-modules jdk.incubator.vector} to run transforms on vector
 * registers. Results do not depend on the number of threads, bit for bit, but may differ between
 * engines within the bound.
 *
 * <p>The cost is that of one transform for each input channel, output channel and kernel, and of
 * one complex multiply-add for each pair of channels of a group and element of a spectrum. The
 * spectra of all kernels are in memory at once, at least {@code product(k)} numbers each, and each
 * thread needs a few tiles. These buffers are kept for the next call with the same shapes while
 * memory lasts. Input that has strides, zero points or the layout {@code NHWC}, or needs to be
 * scaled, is copied once.
 *
 * <pre>{@code
 * LayerConvolver layers = new FftLayerConvolver();
 * NdArray y = layers.convolve(x, weights, bias, LayerOptions.basic().withPadding(15));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: M. Mathieu, M. Henaff and Y. LeCun, Fast training of convolutional networks through
 * FFTs, ICLR 2014, <a href="https://arxiv.org/abs/1312.5851">arXiv:1312.5851</a>; the bound is that
 * of {@link Accuracy#transformFactor}.
 */
public final class FftLayerConvolver implements LayerConvolver {
  private static final LayerCapabilities CAPABILITIES =
      LayerCapabilities.basic()
          .withDTypes(DType.values())
          .withFeatures(LayerFeature.values())
          .withAccuracy(Accuracy.NORMWISE);

  /** More complex numbers in the spectra of kernels are not estimated to be worth it: 1 GiB. */
  private static final double MOST_KERNEL_NUMBERS = 1 << 27;

  /** A layer takes longer than its parts do alone. Fitted to 192 layers of known networks. */
  private static final double WHOLE = 1.4;

  private final int threads;

  /** On as many threads as the common pool has. */
  public FftLayerConvolver() {
    this(Parallel.defaultThreads());
  }

  private FftLayerConvolver(int threads) {
    this.threads = threads;
  }

  /**
   * The same with another number of threads.
   *
   * @param threads how many may work on one call, at least 1; 1 keeps to the calling thread
   * @return an implementation that gives the same results bit for bit
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  @Override
  public FftLayerConvolver withParallelism(int threads) {
    return new FftLayerConvolver(Parallel.requireThreads(threads));
  }

  @Override
  public String name() {
    return "layer-fft";
  }

  @Override
  public LayerCapabilities capabilities() {
    return CAPABILITIES;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Infinite if no transform is long enough, or if the spectra of the kernels take more than a
   * gibibyte in single precision.
   */
  @Override
  public double estimateNanos(LayerGeometry geometry, DType dtype) {
    try {
      Optional<ChannelSums> sums =
          new ImagePlan(geometry).sizes().map(sizes -> new ChannelSums(sizes, dtype, 1));
      if (sums.isEmpty()) {
        return geometry.output().size();
      }
      return sums.get().kernelNumbers() > MOST_KERNEL_NUMBERS
          ? Double.POSITIVE_INFINITY
          : WHOLE * sums.get().nanos();
    } catch (ArithmeticException e) {
      return Double.POSITIVE_INFINITY; // and others are to be chosen
    }
  }

  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = CAPABILITIES.admit(input, weights, biasOrNull, options);
    DType dtype = DType.promote(input.dtype(), weights.dtype());
    return new FftLayer(geometry, threads, weights.cast(dtype), biasOrNull)
        .applyOnce(input.cast(dtype));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The plan, and the spectra of the weights for each type that is computed in, are kept.
   */
  @Override
  public PreparedLayer prepare(
      NdArray weights, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
    LayerGeometry geometry = CAPABILITIES.admit(inputShape, weights, biasOrNull, options);
    return new PreparedLayerByType(
        CAPABILITIES,
        geometry,
        weights,
        biasOrNull,
        (ownWeights, ownBias) -> new FftLayer(geometry, threads, ownWeights, ownBias));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FftLayerConvolver that && threads == that.threads;
  }

  @Override
  public int hashCode() {
    return Objects.hash(threads);
  }

  /** The name and the transform engine in use, for example {@code layer-fft[jtransforms]}. */
  @Override
  public String toString() {
    return name() + "[" + ChannelSums.engine() + "]";
  }
}
