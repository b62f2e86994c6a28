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
   * Only outputs for which the smaller operand lies wholly inside the larger one; refused unless
   * one operand is at least as large as the other on every axis.
   */
  VALID
}
