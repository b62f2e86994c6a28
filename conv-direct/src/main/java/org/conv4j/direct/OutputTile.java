package org.conv4j.direct;

/** Sums over taps for neighbouring outputs at once, in registers, for {@link SmallConvolution}. */
interface OutputTile {
  /** How many outputs are computed at once. */
  int width();

  /** The work of one tap on all of them. */
  Work work();

  /**
   * Computes outputs: for {@code 0 <= c < width}, {@code y[q + c] = sum over t of h[t] * x[p -
   * offset[t] + c]}.
   *
   * @param x the factors
   * @param p index in x of the factor of the first output and a tap at offset 0
   * @param offset of each tap
   * @param h the taps
   * @param y the outputs
   * @param q the first output
   */
  void sum(double[] x, int p, int[] offset, double[] h, double[] y, int q);
}
