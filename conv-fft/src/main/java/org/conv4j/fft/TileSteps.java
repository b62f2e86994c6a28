package org.conv4j.fft;

import java.util.List;

/**
 * The convolution of the tiles of one plan step by step, for sums of products of the spectra of
 * many channels. A part is what one transform takes: a tile, or as many as there are lanes. Safe
 * for concurrent use.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
interface TileSteps<A> {
  /** How many parts there are. */
  int parts();

  /**
   * Places in the spectrum of a part, or of a kernel; it has a complex number in each, or a row.
   */
  int places();

  /** Complex numbers in the spectrum of a part. */
  int size();

  /** Room for the spectrum of a part. */
  Spectrum<A> room();

  /** Room for the spectrum of a kernel. */
  default Spectrum<A> kernelRoom() {
    return room();
  }

  /** One that works on one thing at a time, and has the buffers for that. */
  Worker<A> worker();

  /**
   * Adds up products in some places of a spectrum.
   *
   * @param x spectra of the same part of some channels
   * @param h as many spectra of kernels
   * @param sum gets {@code x[0] h[0] + x[1] h[1] + …}, added up in this order
   * @param from the first place
   * @param to the end of the places, which is {@link #places} or a multiple of 64, as the first is
   */
  void sum(List<Spectrum<A>> x, List<Spectrum<A>> h, Spectrum<A> sum, int from, int to);

  /** Transforms. Not safe for concurrent use. */
  interface Worker<A> {
    /** From a kernel to its spectrum, with the factors of the inverse transform in it. */
    void kernel(Channel<A> kernel, Spectrum<A> to);

    /** From a part of a signal to its spectrum. */
    void forward(Channel<A> signal, int part, Spectrum<A> to);

    /** Back from a spectrum, which is overwritten, to the outputs of a part. */
    void inverse(Spectrum<A> from, int part, Channel<A> outputs);

    /** Forward, times a kernel, and back. */
    void convolve(Channel<A> signal, int part, Spectrum<A> kernel, Channel<A> outputs);
  }
}
