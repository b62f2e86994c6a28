package org.conv4j.direct.layer;

import java.util.Objects;
import java.util.function.Supplier;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.api.internal.Parallel;
import org.conv4j.api.internal.PreparedLayerByType;

/** Everything but the form in which the input is brought to the kernels. */
abstract class KernelLayerConvolver implements LayerConvolver {
  private static final LayerCapabilities CAPABILITIES =
      LayerCapabilities.basic()
          .withDTypes(DType.values())
          .withFeatures(LayerFeature.values())
          .withAccuracy(Accuracy.COMPONENTWISE);

  private final boolean lowered;

  /** Looked up on first use, so that a convolver that is never used logs nothing. */
  private final Supplier<LayerKernels> kernels;

  private final int threads;

  /** In multiply-adds: less work than this stays on the calling thread. */
  private final double parallelFrom;

  KernelLayerConvolver(
      boolean lowered, Supplier<LayerKernels> kernels, int threads, double parallelFrom) {
    this.lowered = lowered;
    this.kernels = kernels;
    this.threads = Parallel.requireThreads(threads);
    this.parallelFrom = parallelFrom;
  }

  Supplier<LayerKernels> kernels() {
    return kernels;
  }

  double parallelFrom() {
    return parallelFrom;
  }

  @Override
  public LayerCapabilities capabilities() {
    return CAPABILITIES;
  }

  /** {@inheritDoc} */
  @Override
  public double estimateNanos(LayerGeometry geometry, DType dtype) {
    return LayerCosts.nanos(geometry, dtype, lowered);
  }

  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = CAPABILITIES.admit(input, weights, biasOrNull, options);
    DType dtype = DType.promote(input.dtype(), weights.dtype());
    return layer(geometry, weights.cast(dtype), biasOrNull).apply(input.cast(dtype));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The plan, and the weights in each type that is computed in, are kept.
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
        (ownWeights, ownBias) -> layer(geometry, ownWeights, ownBias));
  }

  private PreparedLayer layer(LayerGeometry geometry, NdArray weights, NdArray biasOrNull) {
    int most = geometry.multiplyAdds() < parallelFrom ? 1 : threads;
    return LayerOfType.of(geometry, kernels.get(), lowered, most, weights, biasOrNull);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KernelLayerConvolver that
        && lowered == that.lowered
        && kernels.get().equals(that.kernels.get())
        && threads == that.threads;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lowered, kernels.get(), threads);
  }

  /** The name and the kernels in use, for example {@code layer-direct[scalar]}. */
  @Override
  public String toString() {
    return name() + "[" + kernels.get().name() + "]";
  }
}
