package org.conv4j.fft;

/**
 * The factors between the two steps of a long transform. Its {@code n = n1 n2} numbers, as n1 rows
 * of n2, are transformed along columns, turned, and transformed along rows:
 *
 * <pre>{@code row b, number j:  exp(-2 pi i a[b] j / n2)}</pre>
 *
 * makes a polynomial modulo {@code x^n2 = exp(-2 pi i a[b])} one modulo {@code x^n2 = 1}. A factor
 * is the product of a coarse and a fine one, each within one unit roundoff. The theorem behind the
 * error bound counts one such product for each factor of two in n; stages of radix 4 and 8 have
 * fewer.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class Turn<A> {
  /** What there is one of: the transform along columns, and n2. */
  record Key(BatchPlan.Key columns, int rows) {
    /** Numbers that the factors take. */
    int size() {
      return 2 * columns.length() * (rows / FINE + 1 + FINE);
    }
  }

  /** Rows with the same coarse factor. */
  private static final int FINE = 32;

  private final Lanes<A> lanes;
  private final int rows;
  private final int perGroup;
  private final A cos;
  private final A sin;

  /**
   * The factors of one length.
   *
   * @param columns the transform along columns
   * @param rows n2
   */
  Turn(Lanes<A> lanes, BatchPlan.Key columns, int rows) {
    this.lanes = lanes;
    this.rows = rows;
    int v = lanes.count();
    int coarse = (rows + FINE - 1) / FINE;
    this.perGroup = (coarse + FINE) * v;
    int n = columns.length();
    int groups = (n + v - 1) / v;
    double[] exactCos = new double[groups * perGroup];
    double[] exactSin = new double[groups * perGroup];
    int[] order = BatchPlan.of(columns).order();
    // Angles are k / (4 n1 n2) of a turn.
    Roots roots = new Roots(4 * n * rows);
    for (int b = 0; b < n; b++) {
      long angle = 4L * order[b] + columns.quarters();
      int at = b / v * perGroup + b % v;
      for (int i = 0; i < coarse + FINE; i++) {
        long j = i < coarse ? (long) i * FINE : i - coarse;
        exactCos[at + i * v] = roots.cos(angle * j);
        exactSin[at + i * v] = -roots.sin(angle * j);
      }
    }
    this.cos = lanes.rounded(exactCos);
    this.sin = lanes.rounded(exactSin);
  }

  /** Turns the rows of a group of lanes; numbers from {@code used} on are zero. */
  void turn(A re, A im, int start, int group, int used) {
    int v = lanes.count();
    int fine = (group + 1) * perGroup - FINE * v;
    for (int row = 0; row < used; row += FINE) {
      int count = Math.min(FINE, used - row);
      int coarse = group * perGroup + row / FINE * v;
      lanes.turn(re, im, start + row * v, count, cos, sin, coarse, fine);
    }
  }

  /** Turns back all of them. */
  void turnBack(A re, A im, int start, int group) {
    int v = lanes.count();
    int fine = (group + 1) * perGroup - FINE * v;
    for (int row = 0; row < rows; row += FINE) {
      int count = Math.min(FINE, rows - row);
      int coarse = group * perGroup + row / FINE * v;
      lanes.turnBack(re, im, start + row * v, count, cos, sin, coarse, fine);
    }
  }
}
