package org.conv4j.direct.layer;

import java.util.function.Supplier;
import org.conv4j.api.Accuracy;
import org.conv4j.api.internal.Parallel;

/**
 * Convolution layers as caffe computes them: the input is lowered to a matrix, as {@link Im2col}
 * describes, and the weights of a group, {@code Cout / groups} rows of {@code (Cin / groups)
 * product(kernel)} columns, are multiplied with it. The matrix is made and multiplied a band of
 * outputs at a time, so that it stays in the cache.
 *
 * <p>All dtypes, options and layouts, with the results of {@link DirectLayerConvolver} bit for bit:
 * both compute the same chains. The bound of {@link Accuracy#COMPONENTWISE} holds for any matrix
 * product that adds up rounded products, in whatever order.
 *
 * <pre>{@code
 * LayerConvolver layers = new Im2colLayerConvolver(new MyMatrixProduct());
 * NdArray y = layers.convolve(x, weights, bias, LayerOptions.basic().withStride(2));
 * }</pre>
 *
 * <p>Besides operands and result, each thread needs memory for the matrix of a band, about 256 KiB
 * or that of one row of outputs, if that is more.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: K. Chellapilla, S. Puri and P. Simard, High performance convolutional neural networks
 * for document processing, IWFHR 2006; Y. Jia et al., Caffe: convolutional architecture for fast
 * feature embedding, <a href="https://arxiv.org/abs/1408.5093">arXiv:1408.5093</a>.
 */
public final class Im2colLayerConvolver extends KernelLayerConvolver {
  /** With the fastest matrix product of this module, on as many threads as the common pool has. */
  public Im2colLayerConvolver() {
    this(() -> LayerKernels.FASTEST, Parallel.defaultThreads(), LayerKernels.PARALLEL_FROM);
  }

  /**
   * With another matrix product.
   *
   * @param product immutable and thread-safe
   */
  public Im2colLayerConvolver(MatrixProduct product) {
    this(ProductKernel.all(product));
  }

  private Im2colLayerConvolver(LayerKernels kernels) {
    this(() -> kernels, Parallel.defaultThreads(), LayerKernels.PARALLEL_FROM);
  }

  Im2colLayerConvolver(Supplier<LayerKernels> kernels, int threads, double parallelFrom) {
    super(true, kernels, threads, parallelFrom);
  }

  /**
   * The same with another number of threads.
   *
   * @param threads how many may work on one call, at least 1; 1 keeps to the calling thread
   * @return an implementation that gives the same results bit for bit
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  @Override
  public Im2colLayerConvolver withParallelism(int threads) {
    return new Im2colLayerConvolver(kernels(), threads, parallelFrom());
  }

  @Override
  public String name() {
    return "layer-im2col";
  }
}
