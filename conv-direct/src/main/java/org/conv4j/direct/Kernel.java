package org.conv4j.direct;

import java.util.function.Consumer;

/**
 * One way to compute the defining sum, for one element type. Implementations have no state; what a
 * call needs lives in its workers.
 *
 * @param <A> the type of arrays: {@code double[]}, {@code float[]}, {@code long[]} or {@code int[]}
 */
interface Kernel<A> {
  /**
   * A worker on one convolution, for one thread. Given a block, it adds that part of the
   * convolution to the output, and touches nothing else of it. Which blocks, in which order and on
   * which worker changes no bit of the result.
   *
   * @param plan the shapes and the window
   * @param x the operand that slides
   * @param h the operand that gives the taps
   * @param y the output that is added to
   * @param fresh whether that is zero before, which saves reading it
   * @return takes blocks, any number, one after the other
   */
  Consumer<Block> worker(DirectPlan plan, A x, A h, A y, boolean fresh);

  /**
   * The extents of the blocks that this kernel works best on.
   *
   * @param plan the shapes and the window
   * @return one for each axis, from 1 to that of the output
   */
  int[] blockExtents(DirectPlan plan);

  /**
   * Whether elements are neither infinite nor NaN nor smaller than a bound.
   *
   * @param y an array
   * @param from the first element
   * @param to after the last element
   * @param tiny the bound, positive; integers are never too small
   * @return false if one of them is
   */
  boolean inRange(A y, int from, int to, double tiny);
}
