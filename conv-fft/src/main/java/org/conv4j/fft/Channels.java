package org.conv4j.fft;

/**
 * How many channels of signals are convolved with kernels and added up.
 *
 * @param items signals, of which each has all groups
 * @param groups groups of channels
 * @param inputs inputs of a group
 * @param outputs outputs of a group, each with a kernel for each input
 */
record Channels(int items, int groups, int inputs, int outputs) {
  /** One signal and one kernel. */
  static final Channels ONE = new Channels(1, 1, 1, 1);

  /** Transforms of kernels. */
  double kernels() {
    return (double) groups * outputs * inputs;
  }

  /** Transforms of each tile. */
  double there() {
    return (double) items * groups * inputs;
  }

  /** Transforms back of each tile. */
  double back() {
    return (double) items * groups * outputs;
  }

  /** Whether there is nothing to add up. */
  boolean single() {
    return inputs == 1 && outputs == 1;
  }
}
