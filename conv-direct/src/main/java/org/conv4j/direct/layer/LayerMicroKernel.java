package org.conv4j.direct.layer;

/**
 * The innermost loops of the {@link VectorLayerKernel}, for one element type. Each adds some terms
 * to a tile of sums in registers: for rows m of the tile, elements c of its columns, which are
 * vectors, and terms k,
 *
 * <pre>{@code
 * y[q + m stride + c] += w[at + rows (k - from) + m] * x[p + offsets[k] + c]
 * }</pre>
 *
 * rounded once for floating-point numbers.
 *
 * @param <A> the type of arrays
 */
interface LayerMicroKernel<A> extends LayerLoops<A> {
  /** Elements of a vector. */
  int lanes();

  /** Eight rows of one to three vectors: 32 registers hold as many sums with their factors. */
  void eight(
      int columns,
      A x,
      int p,
      int[] offsets,
      int from,
      int to,
      A w,
      int at,
      A y,
      int q,
      int stride);

  /** Six rows of one to three vectors, for five or six that are left. */
  void six(
      int columns,
      A x,
      int p,
      int[] offsets,
      int from,
      int to,
      A w,
      int at,
      A y,
      int q,
      int stride);

  /** Four rows of one or two vectors: 16 registers hold no more without moving sums in and out. */
  void four(
      int columns,
      A x,
      int p,
      int[] offsets,
      int from,
      int to,
      A w,
      int at,
      A y,
      int q,
      int stride);

  /**
   * Rows of outputs of one channel, written where they belong: for row m and column c,
   *
   * <pre>{@code
   * y[q + m yStep + c] = sum over k of w[at + k] * x[p + m xStep + offsets[k] + c] + bias[channel]
   * }</pre>
   *
   * @param columns outputs in a row, at least as many as a vector has elements
   */
  void rows(
      int rows,
      int columns,
      A x,
      int p,
      int xStep,
      int[] offsets,
      A w,
      int at,
      A biasOrNull,
      int channel,
      A y,
      int q,
      int yStep);
}
