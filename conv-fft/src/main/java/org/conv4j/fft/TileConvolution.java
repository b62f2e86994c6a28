package org.conv4j.fft;

import java.util.List;

/**
 * The convolution of all tiles of one plan, on one engine. Safe for concurrent use.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
interface TileConvolution<A> {
  /** The transform of a kernel, of which the elements that count are used. */
  Spectrum<A> spectrum(Channel<A> kernel);

  /** Takes back the memory of a spectrum that is not used any more. */
  default void release(Spectrum<A> spectrum) {}

  /**
   * Convolves channels of a signal with channels of a kernel as polynomials in one more variable:
   *
   * <pre>{@code y[s] = sum over i + j = s of x[i] * h[j]}</pre>
   *
   * @param x channels of the signal
   * @param h spectra of the kernel's channels
   * @param y gets the outputs, from s = 0 on; there may be fewer than there are sums
   */
  void convolve(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y);
}
