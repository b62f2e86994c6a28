package org.conv4j.direct.layer;

/**
 * The matrix product that {@link Im2colLayerConvolver} computes layers with: weights times lowered
 * input. Matrices are row-major. Implementations are immutable and thread-safe, and change nothing
 * but the elements of the result.
 *
 * <p>To bring a library of linear algebra in, implement the types that you need, and throw {@link
 * UnsupportedOperationException} for the others.
 */
public interface MatrixProduct {
  /**
   * Computes, for {@code 0 <= i < m} and {@code 0 <= j < n},
   *
   * <pre>{@code
   * c[i width + j] = sum over l from 0 to k - 1 of a[i k + l] * b[start + l step + j]
   * }</pre>
   *
   * @param m rows of a and c
   * @param n columns of b and c
   * @param k columns of a, rows of b
   * @param a the left factor, whose rows stand one after the other
   * @param b holds the right factor
   * @param start where the right factor begins in b
   * @param step elements from row to row of the right factor
   * @param c the result, which may hold anything before
   * @param width elements from row to row of the result
   */
  void multiply(
      int m, int n, int k, double[] a, double[] b, int start, int step, double[] c, int width);

  /**
   * On {@code float}; parameters are those of the first method.
   *
   * @param m as above
   * @param n as above
   * @param k as above
   * @param a as above
   * @param b as above
   * @param start as above
   * @param step as above
   * @param c as above
   * @param width as above
   */
  void multiply(
      int m, int n, int k, float[] a, float[] b, int start, int step, float[] c, int width);

  /**
   * On {@code long}, modulo 2^64; parameters are those of the first method.
   *
   * @param m as above
   * @param n as above
   * @param k as above
   * @param a as above
   * @param b as above
   * @param start as above
   * @param step as above
   * @param c as above
   * @param width as above
   */
  void multiply(int m, int n, int k, long[] a, long[] b, int start, int step, long[] c, int width);

  /**
   * On {@code int}, modulo 2^32; parameters are those of the first method.
   *
   * @param m as above
   * @param n as above
   * @param k as above
   * @param a as above
   * @param b as above
   * @param start as above
   * @param step as above
   * @param c as above
   * @param width as above
   */
  void multiply(int m, int n, int k, int[] a, int[] b, int start, int step, int[] c, int width);
}
