package org.conv4j.direct;

/**
 * The innermost loops of the {@link DenseKernel}, for one element type. Both compute a tile of
 * outputs in registers: 4 rows of 2 vectors, or 8 vectors of one row, and both run through a table
 * of groups of 1, 2 or 4 taps. The taps of a group are as far apart as the rows, or vectors, of the
 * tile are. Thus many pairs of a tap and an output share their factor in x: with four taps, 14 (or
 * 11) loads serve 32 multiply-adds.
 *
 * @param <A> the type of arrays
 */
interface MicroKernel<A> {
  /** Elements of a vector. */
  int lanes();

  /** Elements from row to row of x in {@link #rows}, a constant, so that it is one in the code. */
  int rowStride();

  A newArray(int length);

  void clear(A data, int from, int to);

  /**
   * Copies elements: {@code to[i] = index[i] < 0 ? 0 : from[index[i]]}.
   *
   * @param from the elements
   * @param index which to copy
   * @param count how many
   * @param to where to
   */
  void gather(A from, int[] index, int count, A to);

  /**
   * Computes 4 rows of 2 vectors of outputs: for groups g of a table, taps t of the group, rows r
   * and columns c,
   *
   * <pre>{@code
   * y[q + r * ys + c] = start[s + r * ss + c] + w[group * g + t] * x[p - offset[g] + (r - t) * rowStride + c] + …
   * }</pre>
   *
   * @param group taps in a group: 1, 2 or 4
   * @param x the operand that slides
   * @param p index in x of the factor of the first output and a tap at offset 0
   * @param offset of the first tap of each group
   * @param w the taps, group after group
   * @param count how many groups
   * @param start what is added to, may be y
   * @param s where that begins
   * @param ss elements from row to row of it
   * @param y the output
   * @param q the first output
   * @param ys elements from row to row of the output
   */
  void rows(
      int group,
      A x,
      int p,
      int[] offset,
      A w,
      int count,
      A start,
      int s,
      int ss,
      A y,
      int q,
      int ys);

  /**
   * Computes 8 vectors of outputs: for groups g of a table, taps t of the group and columns c,
   *
   * <pre>{@code y[q + c] = start[s + c] + w[group * g + t] * x[p - offset[g] - t * lanes + c] + …}
   * </pre>
   *
   * @param group taps in a group: 1, 2 or 4
   * @param x the operand that slides
   * @param p index in x of the factor of the first output and a tap at offset 0
   * @param offset of the first tap of each group
   * @param w the taps, group after group
   * @param count how many groups
   * @param start what is added to, may be y
   * @param s where that begins
   * @param y the output
   * @param q the first output
   */
  void columns(int group, A x, int p, int[] offset, A w, int count, A start, int s, A y, int q);

  /** As {@link Kernel#inRange}. */
  boolean inRange(A y, int from, int to, double tiny);
}
