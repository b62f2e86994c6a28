package org.conv4j.api;

/**
 * Which part of the full convolution is returned.
 *
 * <p>With extents {@code n} of the first operand and {@code k} of the second, and {@code F} the
 * full result along one axis (indices from 0), in SciPy's {@linkplain Convention convention}:
 *
 * <table>
 * <caption>The window of the full result, per axis</caption>
 * <tr><th>mode</th><th>extent</th><th>elements</th></tr>
 * <tr><td>{@link #FULL}</td><td>{@code n+k-1}</td><td>all of {@code F}</td></tr>
 * <tr><td>{@link #SAME}</td><td>{@code n}</td><td>from {@code F[(k-1)/2]}</td></tr>
 * <tr><td>{@link #VALID}</td><td>{@code max(n,k)-min(n,k)+1}</td>
 *     <td>from {@code F[min(n,k)-1]}</td></tr>
 * </table>
 *
 * @see Geometry
 */
public enum Mode {
  /** Every output that at least one pair of elements contributes to. */
  FULL,
  /** As large as the first operand (in NumPy's convention: as the longer one), centred. */
  SAME,
  /**
   * Only outputs for which the smaller operand lies wholly inside the larger one. Refused unless
   * one operand is at least as large as the other on every axis.
   */
  VALID;

  /**
   * How many elements the window has on an axis.
   *
   * @param n extent of the first operand, at least 1
   * @param k extent of the second operand, at least 1
   * @param convention whose rules apply
   * @return the extent
   * @throws ArithmeticException if it exceeds {@link Integer#MAX_VALUE}
   */
  public int extent(int n, int k, Convention convention) {
    return switch (this) {
      case FULL -> Math.addExact(n, k - 1);
      case SAME -> convention == Convention.SCIPY ? n : Math.max(n, k);
      case VALID -> Math.max(n, k) - Math.min(n, k) + 1;
    };
  }

  /**
   * Where the window begins on an axis of the full result.
   *
   * @param n extent of the first operand, at least 1
   * @param k extent of the second operand, at least 1
   * @param convention whose rules apply
   * @return the index of its first element
   */
  public int offset(int n, int k, Convention convention) {
    return switch (this) {
      case FULL -> 0;
      case SAME -> ((convention == Convention.SCIPY ? k : Math.min(n, k)) - 1) / 2;
      case VALID -> Math.min(n, k) - 1;
    };
  }
}
