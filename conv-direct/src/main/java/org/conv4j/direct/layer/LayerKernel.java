package org.conv4j.direct.layer;

import java.util.List;

/**
 * The innermost part of a layer, for one element type: a matrix product of the weights of a group
 * and of factors that stand somewhere in an array. Each sum is one chain of fused multiply-adds
 * that begins at zero, in the order of the weights, so that all kernels give the same bits.
 *
 * @param <A> the type of arrays
 */
interface LayerKernel<A> {
  LayerLoops<A> loops();

  /** How many outputs of a channel are computed at once. */
  int width();

  /** Something with buffers of its own, for one thread. */
  Worker<A> worker();

  /**
   * Computes {@link #width()} outputs of some channels.
   *
   * @param <A> the type of arrays
   */
  @FunctionalInterface
  interface Worker<A> {
    /**
     * Computes, for {@code m} from 0 to the number of sums and {@code i} up to the width,
     *
     * <pre>{@code
     * sums[m][i] = sum over k of weights[(first + m) * terms + k] * x[at + offsets[k] + i]
     * }</pre>
     *
     * @param x the factors
     * @param at where those of the first output are
     * @param offsets for each term of a sum, {@code terms} in number
     * @param weights row by row
     * @param first the first row
     * @param sums takes the sums, an array for each row
     */
    void compute(A x, int at, int[] offsets, A weights, int first, List<A> sums);
  }
}
