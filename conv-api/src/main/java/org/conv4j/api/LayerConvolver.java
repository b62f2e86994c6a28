package org.conv4j.api;

import java.util.Objects;
import org.conv4j.api.internal.Parallel;

/**
 * Computes convolution layers, which are cross-correlations: the kernel is not reversed, as in all
 * frameworks for neural networks. A lambda is an implementation.
 *
 * <p>With input {@code x} of shape {@code (N, Cin, spatial…)}, weights {@code w} of shape {@code
 * (Cout, Cin / groups, kernel…)} and bias {@code b} of shape {@code (Cout,)}, output {@code o} of
 * channel {@code m} is
 *
 * <pre>{@code
 * y[n, m, o] = b[m] + sum over c and t of w[m, c, t] * x[n, g (Cin / groups) + c, o s + t d - p]
 * }</pre>
 *
 * on every spatial axis, with stride {@code s}, dilation {@code d}, {@code p} zeros before the
 * input and {@code g} the group of {@code m}, {@code floor(m groups / Cout)}. What lies outside the
 * input is zero. {@link LayerGeometry} has the sizes. The result has the {@linkplain DType#promote
 * promoted type} of input and weights.
 *
 * <p>Implementations are immutable and thread-safe. They neither change nor keep their arguments,
 * return a fresh array each time, and refuse what {@link #capabilities()} does not claim.
 *
 * <pre>{@code
 * LayerConvolver layers = LayerConvolvers.auto();
 * NdArray y = layers.convolve(x, weights, bias, LayerOptions.basic().withPadding(1));
 * }</pre>
 *
 * <p>Source: ONNX operators Conv, ConvTranspose and ConvInteger.
 */
@FunctionalInterface
public interface LayerConvolver {
  /**
   * Computes a layer.
   *
   * @param input {@code (N, Cin, spatial…)}, or in the layout of the options; not empty
   * @param weights {@code (Cout, Cin / groups, kernel…)}, not empty
   * @param biasOrNull {@code (Cout,)}, of the type of the result; null if the layer adds nothing
   * @param options stride, padding and so on
   * @return a fresh array, of the shape {@link LayerGeometry#output()}
   * @throws NullPointerException if an argument other than the bias is null
   * @throws IllegalArgumentException if shapes, types and options do not go together
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim the call
   * @throws ArithmeticException if the result has more elements than a Java array holds
   */
  NdArray convolve(NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options);

  /**
   * A short name, for messages and for {@link LayerConvolvers#named}.
   *
   * @return the simple name of the class unless overridden
   */
  default String name() {
    String simple = getClass().getSimpleName();
    return simple.isEmpty() ? getClass().getName() : simple;
  }

  /**
   * What this implementation claims.
   *
   * @return {@link LayerCapabilities#basic()} unless overridden
   */
  default LayerCapabilities capabilities() {
    return LayerCapabilities.basic();
  }

  /**
   * Estimates how long a layer takes here, for the automatic choice between implementations. The
   * estimate follows from the shapes alone; nothing is computed or allocated.
   *
   * @param geometry the call
   * @param dtype the type of the result
   * @return nanoseconds, or NaN if nothing is known, as here
   */
  default double estimateNanos(LayerGeometry geometry, DType dtype) {
    return Double.NaN;
  }

  /**
   * This implementation with another number of threads.
   *
   * @param threads how many may work on one call, at least 1; 1 keeps to the calling thread
   * @return an implementation that gives the same results, bit for bit; this one unless overridden,
   *     which is right for one that starts no work on other threads
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  default LayerConvolver withParallelism(int threads) {
    Parallel.requireThreads(threads);
    return this;
  }

  /**
   * Prepares to compute one layer for many inputs of one shape.
   *
   * <p>The type of the inputs is not fixed; the result has the promoted type. A bias fixes it.
   *
   * @param weights the weights; copied
   * @param biasOrNull the bias, or null; copied
   * @param options stride, padding and so on
   * @param inputShape the shape of the inputs, in the layout of the options
   * @return a layer that gives the same results as this implementation
   * @throws NullPointerException if an argument other than the bias is null
   * @throws IllegalArgumentException as {@link #convolve(NdArray, NdArray, NdArray, LayerOptions)}
   * @throws UnsupportedOperationException if the call is not claimed
   */
  default PreparedLayer prepare(
      NdArray weights, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
    capabilities().admit(inputShape, weights, biasOrNull, options);
    NdArray ownWeights = weights.copy();
    NdArray ownBias = biasOrNull == null ? null : biasOrNull.copy();
    return input -> {
      Objects.requireNonNull(input, "input");
      if (!input.shape().equals(inputShape)) {
        throw new IllegalArgumentException(
            "prepared for inputs of shape " + inputShape + ", not " + input.shape());
      }
      return convolve(input, ownWeights, ownBias, options);
    };
  }

  /**
   * Computes a transposed layer, also called deconvolution: the transpose of the linear map that
   * {@link #convolve} is with the same weights and options. With {@code x} of shape {@code (N,
   * Cout, out…)},
   *
   * <pre>{@code
   * y[n, c, i] = b[c] + sum over m, o and t with o s + t d - p = i of w[m, c, t] * x[n, m, o]
   * }</pre>
   *
   * where {@code m} runs over the channels of the group of {@code c}. Nothing is conjugated.
   *
   * <p>Unless overridden, it is computed as a layer of stride 1: {@code x} with zeros between its
   * elements, and the reversed kernel.
   *
   * @param input {@code (N, Cout, out…)}, or in the layout of the options; not empty
   * @param weights {@code (Cout, Cin / groups, kernel…)}: the first axis belongs to the input of
   *     this method, as in PyTorch and ONNX
   * @param biasOrNull {@code (Cin,)}, of the type of the result, or null
   * @param options stride, padding, output padding and so on; no zero points
   * @return a fresh array, of the shape {@link LayerGeometry#input()} of {@link
   *     LayerGeometry#ofTransposed}
   * @throws NullPointerException if an argument other than the bias is null
   * @throws IllegalArgumentException if shapes, types and options do not go together
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim the call
   * @throws ArithmeticException if the result has more elements than a Java array holds
   */
  default NdArray transposed(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.ofTransposed(input.shape(), weights.shape(), options);
    return new LayerTranspose(this, geometry).input(input, weights, biasOrNull);
  }

  /**
   * The gradient of a layer with respect to its input: the transposed layer, applied to the
   * gradient with respect to its output, for an input of a known shape.
   *
   * @param outputGradient of the shape {@link LayerGeometry#output()}
   * @param weights {@code (Cout, Cin / groups, kernel…)}
   * @param inputShape the shape of the input of the layer
   * @param options those of the layer; no zero points
   * @return a fresh array of that shape
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if shapes, types and options do not go together
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim the call
   */
  default NdArray inputGradient(
      NdArray outputGradient, NdArray weights, Shape inputShape, LayerOptions options) {
    Objects.requireNonNull(outputGradient, "outputGradient");
    Objects.requireNonNull(weights, "weights");
    LayerGeometry geometry = LayerGeometry.of(inputShape, weights.shape(), options);
    LayerTranspose.requireOutput(outputGradient, geometry);
    return new LayerTranspose(this, geometry).input(outputGradient, weights, null);
  }

  /**
   * The gradient of a layer with respect to its weights:
   *
   * <pre>{@code
   * dw[m, c, t] = sum over n and o of dy[n, m, o] * x[n, g (Cin / groups) + c, o s + t d - p]
   * }</pre>
   *
   * <p>Unless overridden, it is computed as a layer whose channels are the batch, with stride and
   * dilation exchanged. So it needs {@link LayerFeature#DILATION} where a stride is not 1.
   *
   * @param input the input of the layer
   * @param outputGradient of the shape {@link LayerGeometry#output()}
   * @param weightsShape the shape of the weights
   * @param options those of the layer; no zero points
   * @return a fresh array of that shape
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if shapes, types and options do not go together
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim the call
   */
  default NdArray weightGradient(
      NdArray input, NdArray outputGradient, Shape weightsShape, LayerOptions options) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(outputGradient, "outputGradient");
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weightsShape, options);
    LayerTranspose.requireOutput(outputGradient, geometry);
    return new LayerTranspose(this, geometry).weights(input, outputGradient);
  }

  /**
   * The gradient of a layer with respect to its bias: the sums of the gradient with respect to its
   * output over the batch and the spatial axes.
   *
   * <p>Unless overridden, it is computed as a layer with weights of 1.
   *
   * @param outputGradient {@code (N, Cout, out…)}, or in the layout of the options; not empty
   * @param options those of the layer
   * @return a fresh array of shape {@code (Cout,)}
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the rank is not 3, 4 or 5, or the gradient is empty
   * @throws UnsupportedOperationException if {@link #capabilities()} does not claim the call
   */
  default NdArray biasGradient(NdArray outputGradient, LayerOptions options) {
    return LayerTranspose.bias(this, outputGradient, options.layout());
  }
}
