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
   * Counts what makes up the time of one convolution on one thread, that of the kernel's transform
   * included.
   *
   * @param plan the tiles
   * @param costs adds up
   */
  void count(TilePlan plan, Costs costs);

  /** The convolution of the tiles of a plan on a number of threads. */
  TileConvolution<A> convolution(TilePlan plan, int threads);
}
