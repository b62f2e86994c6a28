package org.conv4j.fft;

/**
 * How often the steps of a convolution are done.
 *
 * @param kernels transforms of kernels
 * @param inputs transforms of each tile
 * @param outputs transforms back of each tile
 * @param products of spectra in each tile, beyond the one that comes with a transform back
 */
record Channels(double kernels, double inputs, double outputs, double products) {
  /** One signal and one kernel. */
  static final Channels ONE = new Channels(1, 1, 1, 0);
}
