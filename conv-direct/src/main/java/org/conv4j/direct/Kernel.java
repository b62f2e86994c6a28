package org.conv4j.direct;

/** One way to compute the defining sum. Implementations have no state. */
interface Kernel {
  /** The name that messages show. */
  String name();

  /** The time of a call that computes next to nothing. */
  double nanosPerCall();

  /** The time of one multiply-add of a long sum. */
  double nanosPerTerm();

  /**
   * Computes one block of the output.
   *
   * @param plan the shapes and the window
   * @param x the operand that slides
   * @param h the operand that gives the taps
   * @param y the output, zero where the block lies
   * @param block which part of the output to compute
   */
  void convolve(DirectPlan plan, double[] x, double[] h, double[] y, DirectPlan.Block block);
}
