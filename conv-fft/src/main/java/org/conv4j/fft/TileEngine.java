package org.conv4j.fft;

/**
 * A way to convolve tiles through transforms.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
interface TileEngine<A> {
  /** The name that messages show. */
  String name();

  /** What the length along an axis must be a multiple of. */
  int unit(int axis, int rank, boolean complex);

  /** What a transform of a length costs, compared with others. */
  double lengthCost(int length);

  /**
   * Counts what makes up the time of a convolution on one thread, transforms of kernels included.
   *
   * @param plan the tiles
   * @param channels how often each of its steps is done
   * @param costs adds up
   */
  void count(TilePlan plan, Channels channels, Costs costs);

  /** Estimates what sums over channels take beyond the transforms: all products, above all. */
  double sumNanos(TilePlan plan, Channels channels);

  /** The convolution of the tiles of a plan on a number of threads. */
  TileConvolution<A> convolution(TilePlan plan, int threads);

  /** The same step by step, for sums over channels. */
  TileSteps<A> steps(TilePlan plan);
}
