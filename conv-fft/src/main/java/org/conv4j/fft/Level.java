package org.conv4j.fft;

/**
 * The transform of a box of complex numbers along all its axes, to a spectrum of which only this
 * level knows the order.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
interface Level<A> {
  /** How much room a spectrum takes in each of two arrays. */
  int size();

  /** One that works on one box at a time, and has the buffers for that. */
  Worker<A> worker(int threads);

  /** Transforms boxes. Not safe for concurrent use. */
  interface Worker<A> {
    /** From a box to the spectrum at {@code start}. */
    void forward(Pair<A> from, A re, A im, int start);

    /** Back from a spectrum, which is overwritten, to as much as the box has. */
    void inverse(A re, A im, int start, Pair<A> to);

    /** Forward, times the spectrum of a kernel, and back. */
    void convolve(Pair<A> from, Spectrum<A> kernel, int start, Pair<A> to);
  }
}
