package org.conv4j.direct.layer;

/**
 * The innermost loops of the {@link VectorLayerKernel}, for one element type. Each adds some terms
 * to a tile of sums in registers: for rows m of the tile, columns c and terms k,
 *
 * <pre>{@code
 * y[m][q + c] = w[at + rows * (k - from) + m] * x[p + offsets[k] + c] + y[m][q + c]
 * }</pre>
 *
 * rounded once for floating-point numbers.
 *
 * @param <A> the type of arrays
 */
interface LayerMicroKernel<A> {
  /** Elements of a vector. */
  int lanes();

  /** Eight rows of three vectors: as many sums as 32 registers hold with their factors. */
  void eight(A x, int p, int[] offsets, int from, int to, A w, int at, A[] y, int q);

  /** Four rows of two vectors: 16 registers hold no more without moving sums in and out. */
  void four(A x, int p, int[] offsets, int from, int to, A w, int at, A[] y, int q);

  /** One row of six vectors. */
  void one(A x, int p, int[] offsets, int from, int to, A w, int at, A[] y, int q);
}
