package org.conv4j.direct.layer;

/**
 * The loops of a layer over arrays of one element type. Sums are chains of fused multiply-adds, so
 * that every way to compute them gives the same bits; integers wrap.
 *
 * @param <A> the type of arrays: {@code double[]}, {@code float[]}, {@code long[]} or {@code int[]}
 */
interface LayerLoops<A> {
  /** Bytes of an element. */
  int bytes();

  A newArray(int length);

  /** Sets elements {@code from} to {@code to - 1} to zero. */
  void clear(A data, int from, int to);

  /**
   * Copies elements that are {@code step} apart: {@code to[start + i] = from[at + i * step] -
   * zero}.
   */
  void load(A from, int at, int step, int zero, A to, int start, int count);

  /**
   * Copies rows of such elements, {@code fromRow} elements apart in one array and {@code toRow} in
   * the other.
   */
  default void loadRows(
      A from,
      int at,
      int fromRow,
      int step,
      int zero,
      A to,
      int start,
      int toRow,
      int rows,
      int count) {
    for (int row = 0; row < rows; row++) {
      load(from, at + row * fromRow, step, zero, to, start + row * toRow, count);
    }
  }

  /**
   * Writes elements that are {@code step} apart: {@code to[at + i * step] = from[start + i]}, plus
   * {@code bias[channel]} if there is a bias.
   */
  void store(A from, int start, A biasOrNull, int channel, A to, int at, int step, int count);

  /** Changes the sign of elements {@code from} to {@code to - 1}. */
  void negate(A data, int from, int to);

  /** {@code y[i] = w[tap] * a[i] + y[i]}, rounded once. */
  void one(A w, int tap, A a, A y, int length);

  /** The same for four taps, the first one innermost. */
  void four(A w, int tap, A a, A b, A c, A d, A y, int length);
}
