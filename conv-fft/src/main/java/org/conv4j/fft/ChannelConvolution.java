package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The convolution of channels of two operands by a plan, in the order of the operands.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class ChannelConvolution<A> {
  private final TilePlan plan;
  private final Precision<A> precision;
  private final TileConvolution<A> tiles;

  ChannelConvolution(Planned<A> planned, Precision<A> precision, int threads) {
    this.plan = planned.plan();
    this.precision = precision;
    this.tiles = planned.convolution(threads);
  }

  /**
   * The second operand.
   *
   * @param channels as given
   * @param spectra theirs; empty if the second operand is the one that is cut into tiles
   */
  record Second<A>(List<Channel<A>> channels, List<Spectrum<A>> spectra) {}

  /** Prepares a second operand. */
  Second<A> second(List<Channel<A>> channels) {
    return new Second<>(channels, plan.swapped() ? List.of() : spectra(channels));
  }

  /** Takes back the memory of a second operand that is not used any more. */
  void release(Second<A> second) {
    second.spectra.forEach(tiles::release);
  }

  private List<Spectrum<A>> spectra(List<Channel<A>> channels) {
    return channels.stream().map(tiles::spectrum).toList();
  }

  /** The first sums over {@code i + j = s} of the products of channels i and j. */
  List<Channel<A>> convolve(List<Channel<A>> a, Second<A> b, int outputs) {
    List<Channel<A>> y = outputs(outputs);
    convolve(a, b, y);
    return y;
  }

  private List<Channel<A>> outputs(int outputs) {
    List<Channel<A>> y = new ArrayList<>();
    int size = 1;
    for (TileAxis axis : plan.axes()) {
      size = Math.multiplyExact(size, axis.span().output());
    }
    for (int output = 0; output < outputs; output++) {
      A re = precision.allocate(size);
      y.add(
          new Channel<>(
              re, plan.complex() ? Optional.of(precision.allocate(size)) : Optional.empty()));
    }
    return y;
  }

  /**
   * The same into channels of the shape of the output, which may hold anything.
   *
   * @param y gets the sums, from s = 0 on
   */
  void convolve(List<Channel<A>> a, Second<A> b, List<Channel<A>> y) {
    if (plan.swapped()) {
      List<Spectrum<A>> spectra = spectra(a);
      tiles.convolve(b.channels, spectra, y);
      spectra.forEach(tiles::release);
    } else {
      tiles.convolve(a, b.spectra, y);
    }
  }
}
