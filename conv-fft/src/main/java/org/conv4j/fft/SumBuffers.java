package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;

/**
 * What sums over channels are computed with by one plan: its steps, and buffers that are kept from
 * call to call, see {@link Pool}. Safe for concurrent use.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class SumBuffers<A> {
  private final TileSteps<A> steps;
  private final Pool<Hand<A>> hands;
  private final Pool<Spectrum<A>> rooms;
  private final Pool<Spectrum<A>> kernels;

  SumBuffers(TileSteps<A> steps) {
    this.steps = steps;
    this.hands = new Pool<>(() -> new Hand<>(steps));
    this.rooms = new Pool<>(steps::room);
    this.kernels = new Pool<>(steps::kernelRoom);
  }

  TileSteps<A> steps() {
    return steps;
  }

  Pool<Hand<A>> hands() {
    return hands;
  }

  /** Rooms for spectra of parts. */
  Pool<Spectrum<A>> rooms() {
    return rooms;
  }

  /** Rooms for spectra of kernels. */
  Pool<Spectrum<A>> kernels() {
    return kernels;
  }

  /** What one thread works with. */
  static final class Hand<A> {
    private final TileSteps<A> steps;
    private final TileSteps.Worker<A> worker;
    private final List<Spectrum<A>> sums = new ArrayList<>();

    private Hand(TileSteps<A> steps) {
      this.steps = steps;
      this.worker = steps.worker();
    }

    TileSteps.Worker<A> worker() {
      return worker;
    }

    /** Room for some sums. */
    List<Spectrum<A>> sums(int count) {
      while (sums.size() < count) {
        sums.add(steps.room());
      }
      return sums;
    }
  }
}
