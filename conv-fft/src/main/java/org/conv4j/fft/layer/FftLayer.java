package org.conv4j.fft.layer;

import java.util.Optional;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.fft.ChannelSums;

/** A layer with its weights, for inputs of one type and shape; nothing is checked. */
final class FftLayer implements PreparedLayer {
  /** Fewer elements are moved by one thread. */
  private static final int PARALLEL_FROM = 1 << 16;

  private final LayerGeometry geometry;
  private final ImagePlan plan;
  private final DType dtype;

  /** Threads that move elements. */
  private final int threads;

  private final Optional<ChannelSums.Prepared> sums;
  private final NdArray biasOrNull;

  /**
   * A layer.
   *
   * @param geometry its shapes and options
   * @param threads how many may work on one input
   * @param weights of the type computed in; nobody changes them any more
   * @param biasOrNull likewise
   */
  FftLayer(LayerGeometry geometry, int threads, NdArray weights, NdArray biasOrNull) {
    this.geometry = geometry;
    this.plan = new ImagePlan(geometry);
    this.dtype = weights.dtype();
    double elements = (double) geometry.input().size() + geometry.output().size();
    this.threads = elements < PARALLEL_FROM ? 1 : threads;
    this.biasOrNull = biasOrNull;
    this.sums =
        plan.sizes()
            .map(sizes -> new ChannelSums(sizes, dtype, threads).prepare(plan.kernels(weights)));
  }

  /** The result for the only input there is. */
  NdArray applyOnce(NdArray input) {
    NdArray y = apply(input);
    sums.ifPresent(ChannelSums.Prepared::release);
    return y;
  }

  @Override
  public NdArray apply(NdArray input) {
    NdArray y = NdArray.zeros(dtype, geometry.output());
    compute(input, y);
    return y;
  }

  @Override
  public void apply(NdArray input, NdArray out) {
    if (!fillsAll()) {
      Elements.of(out).forEach(Elements::clear);
    }
    compute(input, out);
  }

  /** Whether every output is a sum, and none is left as it was. */
  private boolean fillsAll() {
    return sums.isPresent() && plan.writesInPlace();
  }

  /** Into an array that holds zeros, or anything where all is filled. */
  private void compute(NdArray input, NdArray y) {
    if (sums.isPresent()) {
      NdArray x = plan.readsInPlace() ? input : plan.images(input, threads);
      if (plan.writesInPlace()) {
        sums.get().apply(x, y);
      } else {
        NdArray room = plan.room(y);
        sums.get().apply(x, room);
        plan.store(room, y, threads);
      }
    }
    if (biasOrNull != null) {
      plan.add(biasOrNull, y, threads);
    }
  }
}
