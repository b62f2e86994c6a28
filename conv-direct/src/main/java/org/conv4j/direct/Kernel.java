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
   * Adds convolutions of one plan to outputs, block by block, for one thread. It keeps its buffers
   * from one convolution to the next.
   *
   * @param <A> the type of arrays
   */
  interface Worker<A> {
    /**
     * Turns to a convolution.
     *
     * @param x the operand that slides
     * @param h the operand that gives the taps
     * @param y the output that is added to
     * @param fresh whether it counts as zero before, whatever it holds
     */
    void begin(Rows<A> x, A h, Rows<A> y, boolean fresh);

    /**
     * Adds a part of the convolution to the output, and touches nothing else. The choice of blocks,
     * their order and the worker change no bit of the result.
     *
     * @param block which part
     */
    void compute(Block block);

    /**
     * Lets go of operands and output.
     *
     * @param sameTaps whether the same taps, unchanged, come with the next convolution
     */
    void end(boolean sameTaps);
  }

  /**
   * A worker on convolutions of one plan.
   *
   * @param plan the shapes and the window
   * @return a worker that has not begun
   */
  Worker<A> worker(DirectPlan plan);

  /**
   * A worker on one convolution.
   *
   * @param plan the shapes and the window
   * @param x as above
   * @param h as above
   * @param y as above
   * @param fresh as above
   * @return takes blocks, any number, one after the other
   */
  default Consumer<Block> worker(DirectPlan plan, A x, A h, Rows<A> y, boolean fresh) {
    Worker<A> worker = worker(plan);
    worker.begin(Rows.joined(x), h, y, fresh);
    return worker::compute;
  }

  /**
   * The extents of the blocks that this kernel works best on.
   *
   * @param plan the shapes and the window
   * @return one for each axis, from 1 to that of the output
   */
  int[] blockExtents(DirectPlan plan);

  /**
   * Counts the work of one convolution on one thread, from the shapes alone.
   *
   * @param plan the shapes and the window
   * @param tally what it is added to
   */
  void count(DirectPlan plan, Tally tally);

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
