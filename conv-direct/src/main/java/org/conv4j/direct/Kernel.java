package org.conv4j.direct;

/**
 * One way to compute the defining sum, for one element type. Implementations have no state.
 *
 * @param <A> the type of arrays: {@code double[]}, {@code float[]}, {@code long[]} or {@code int[]}
 */
interface Kernel<A> {
  /**
   * Adds one block of a convolution to the output.
   *
   * @param plan the shapes and the window
   * @param x the operand that slides
   * @param h the operand that gives the taps
   * @param y the output that is added to
   * @param block which part of the output to compute
   */
  void convolve(DirectPlan plan, A x, A h, A y, DirectPlan.Block block);
}
