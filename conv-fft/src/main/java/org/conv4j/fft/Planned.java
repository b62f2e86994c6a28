package org.conv4j.fft;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A plan that was found to be the cheapest, with what carries it out, which keeps its buffers from
 * call to call, see {@link Pool}.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class Planned<A> {
  private final TileEngine<A> engine;
  private final TilePlan plan;
  private final double nanos;
  private final Map<Integer, TileConvolution<A>> byThreads = new ConcurrentHashMap<>();
  private SumBuffers<A> sums;

  /**
   * A plan.
   *
   * @param engine what carries it out
   * @param plan the tiles
   * @param nanos the estimate of its time on one thread
   */
  Planned(TileEngine<A> engine, TilePlan plan, double nanos) {
    this.engine = engine;
    this.plan = plan;
    this.nanos = nanos;
  }

  TileEngine<A> engine() {
    return engine;
  }

  TilePlan plan() {
    return plan;
  }

  double nanos() {
    return nanos;
  }

  /** The convolution of the tiles on a number of threads. */
  TileConvolution<A> convolution(int threads) {
    return byThreads.computeIfAbsent(threads, count -> engine.convolution(plan, count));
  }

  /** What sums over channels are computed with. */
  synchronized SumBuffers<A> sums() {
    if (sums == null) {
      sums = new SumBuffers<>(engine.steps(plan));
    }
    return sums;
  }
}
