package org.conv4j.direct.layer;

import java.util.Optional;

/**
 * The innermost part of a layer, for one element type: a matrix product of the weights of a group
 * and of factors that stand somewhere in an array. Each sum is one chain of fused multiply-adds
 * that begins at zero, in the order of the weights, so that all kernels give the same bits.
 *
 * @param <A> the type of arrays
 */
interface LayerKernel<A> {
  LayerLoops<A> loops();

  /** The number of outputs of a channel that are computed at once is a multiple of this. */
  default int grain() {
    return 1;
  }

  /**
   * How many outputs of a channel are computed at once, at most; a multiple of the grain.
   *
   * @param rows output channels of a group
   */
  int width(int rows);

  /**
   * Writes rows of outputs of a group with one output channel where they belong.
   *
   * @param columns outputs in a row
   * @return empty if this kernel does not, or not for rows so short
   */
  default Optional<LayerMicroKernel<A>> rows(int columns) {
    return Optional.empty();
  }

  /**
   * Brings weights into the order that this kernel reads them in; row by row unless overridden.
   *
   * @param weights row by row
   * @param from the first row
   * @param rows how many: one for each output channel of a group
   * @param terms elements of a row
   * @return an array of its own
   */
  default A pack(A weights, int from, int rows, int terms) {
    A packed = loops().newArray(rows * terms);
    System.arraycopy(weights, from * terms, packed, 0, rows * terms);
    return packed;
  }

  /**
   * Something with arrays of its own for the sums, for one thread.
   *
   * @param rows as above
   */
  Worker<A> worker(int rows);

  /**
   * Computes some outputs of each output channel of a group.
   *
   * @param <A> the type of arrays
   */
  interface Worker<A> {
    /**
     * Computes, for rows {@code m} and {@code i} up to the count,
     *
     * <pre>{@code
     * sum(m, i) = sum over k of weights[m][k] * x[at + offsets[k] + i]
     * }</pre>
     *
     * @param count how many: a multiple of the grain, at most the width
     * @param x the factors
     * @param at where those of the first output are
     * @param offsets for each term of a sum
     * @param packed the weights
     */
    void compute(int count, A x, int at, int[] offsets, A packed);

    /**
     * Writes some of the sums of a row, as {@link LayerLoops#store} does.
     *
     * @param row which
     * @param start the first
     */
    void store(int row, int start, A biasOrNull, int channel, A to, int at, int step, int count);
  }
}
