package org.conv4j.direct;

import java.util.Arrays;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;

/**
 * Convolution of a few doubles on one or two axes, which allocates hardly anything but the result.
 * At these sizes a plan and a table of taps would cost more than the sum.
 */
final class SmallConvolution implements PreparedConvolution {
  /** Products of elements up to which this is used; about where the kernels become faster. */
  private static final long PRODUCTS = 4096;

  /** With more products, zeros included, for each term, rows are not joined. */
  private static final double MOST_ZEROS = 4;

  /** See {@link RangeRepair#tiny()}; for as many terms as an output can have here. */
  private static final double TINY = Math.scalb(Double.MIN_NORMAL, 13);

  private static final int[] NONE = {};

  private static final double[] NOTHING = {};

  private final Geometry geometry;
  private final OutputTile tile;
  private final double[] b;

  /** Whether the second operand slides. */
  private final boolean swapped;

  /** The taps of joined rows, if it is worth joining them. */
  private final int[] positions;

  /**
   * Convolutions of one geometry of rank 1 or 2.
   *
   * @param b the second operand, which nobody changes any more
   */
  SmallConvolution(Geometry geometry, OutputTile tile, double[] b) {
    this.geometry = geometry;
    this.tile = tile;
    this.b = b;
    if (geometry.in1().rank() == 1) {
      this.swapped = false;
      this.positions = NONE;
      return;
    }
    int n = geometry.in1().extent(1);
    int k = geometry.in2().extent(1);
    this.swapped = k == n ? geometry.in2().size() > geometry.in1().size() : k > n;
    int full = n + k - 1;
    double joined = (double) geometry.output().extent(0) * full * hs().size();
    this.positions = joined > MOST_ZEROS * geometry.terms() ? NONE : positions(hs(), full);
  }

  private static int[] positions(Shape hs, int full) {
    int k = hs.extent(1);
    int[] at = new int[hs.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = i / k * full + i % k;
    }
    return at;
  }

  /** Whether operands of these sizes are small. */
  static boolean suits(int n, int k) {
    return (long) n * k <= PRODUCTS;
  }

  /** Whether operands are small, and of a rank that is handled here. */
  static boolean suits(Geometry geometry) {
    int rank = geometry.in1().rank();
    return (rank == 1 || rank == 2) && suits(geometry.in1().size(), geometry.in2().size());
  }

  /** Convolves two signals, neither of them empty. */
  static double[] of(double[] a, double[] b, Mode mode) {
    double[] y = new double[mode.extent(a.length, b.length, Convention.SCIPY)];
    add(a, b, mode, y);
    return y;
  }

  /** Convolves two signals, neither of them empty, into zeros. */
  private static void add(double[] a, double[] b, Mode mode, double[] y) {
    int length = y.length;
    int offset = mode.offset(a.length, b.length, Convention.SCIPY);
    if (a.length >= b.length) {
      addRow(a, 0, a.length, b, 0, b.length, y, 0, length, offset);
    } else {
      addRow(b, 0, b.length, a, 0, a.length, y, 0, length, offset);
    }
    if (!inRange(y)) {
      Shape in1 = Shape.of(a.length);
      Shape in2 = Shape.of(b.length);
      repair(Geometry.of(in1, in2, mode, Convention.SCIPY), a, b).repair(y, 0, y.length, 0);
    }
  }

  /** Counts the work of one convolution of rank 1 or 2. */
  static void count(Geometry geometry, OutputTile tile, Tally tally) {
    SmallConvolution small = new SmallConvolution(geometry, tile, NOTHING);
    tally.add(Work.SMALL_CALL, 1);
    tally.add(Work.OUTPUT, geometry.output().size());
    tally.add(Work.PLAIN_OUTPUT, geometry.output().size());
    if (small.positions.length > 0) {
      tally.add(Work.SMALL_JOINED, 1);
      double joined = (double) geometry.output().extent(0) * geometry.full().extent(1);
      double tiles = Math.ceil(joined / tile.width());
      tally.add(tile.work(), tiles * small.positions.length);
      tally.add(Work.DENSE_COPY, 2 * joined);
      return;
    }
    boolean vectors = geometry.in1().rank() == 1;
    int shorter = Math.min(geometry.in1().size(), geometry.in2().size());
    double taps = vectors ? shorter : geometry.terms(0) * small.hs().extent(1);
    tally.add(Work.SMALL_LOOP, taps);
    tally.add(Work.SMALL_TERM, geometry.terms());
  }

  private Shape xs() {
    return swapped ? geometry.in2() : geometry.in1();
  }

  private Shape hs() {
    return swapped ? geometry.in1() : geometry.in2();
  }

  @Override
  public NdArray apply(NdArray a) {
    double[] y = new double[geometry.output().size()];
    add(a.doubles(), y);
    return NdArray.wrap(y, geometry.output());
  }

  @Override
  public void apply(NdArray a, NdArray out) {
    Arrays.fill(out.doubles(), 0);
    add(a.doubles(), out.doubles());
  }

  /** Into zeros. */
  private void add(double[] a, double[] y) {
    if (geometry.in1().rank() == 1) {
      add(a, b, geometry.mode(), y);
      return;
    }
    double[] x = swapped ? b : a;
    double[] h = swapped ? a : b;
    boolean joins = positions.length > 0;
    if (joins) {
      joined(x, h, y);
    } else {
      clipped(x, h, y);
    }
    if (!inRange(y)) {
      RangeRepair<double[]> repair = repair(geometry, a, b);
      if (joins && repair.nonFinite()) {
        Arrays.fill(y, 0);
        clipped(x, h, y);
      }
      repair.repair(y, 0, y.length, 0);
    }
  }

  /**
   * With zeros after each row of x, rows joined to one are convolved at once: full rows do not run
   * into each other. The zeros are multiplied, too, which spoils outputs if a tap is not finite.
   */
  private void joined(double[] x, double[] h, double[] out) {
    int rows = xs().extent(0);
    int n = xs().extent(1);
    int k = hs().extent(1);
    int full = n + k - 1;
    Shape ys = geometry.output();
    // The factor of tap (0, 0) in the first output comes after all others of that output.
    int behind = (hs().extent(0) - 1) * full + k - 1;
    int first = geometry.offset(0) * full;
    int length = ys.extent(0) * full;
    int width = tile.width();
    double[] row = new double[behind + Math.max(first + length, rows * full) + width];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(x, r * n, row, behind + r * full, n);
    }
    int needed = Math.max(width, length);
    double[] y = out.length == needed ? out : new double[needed];
    for (int q = 0; q + width < length; q += width) {
      tile.sum(row, behind + first + q, positions, h, y, q);
    }
    // The last ones reach back, over outputs that are there already, or beyond the end.
    int last = Math.max(0, length - width);
    tile.sum(row, behind + first + last, positions, h, y, last);
    if (y != out) {
      int right = geometry.offset(1);
      for (int r = 0; r < ys.extent(0); r++) {
        System.arraycopy(y, r * full + right, out, r * ys.extent(1), ys.extent(1));
      }
    }
  }

  private void clipped(double[] x, double[] h, double[] y) {
    add(x, xs(), h, hs(), y, geometry.output(), geometry.offset(0), geometry.offset(1));
  }

  /** Adds the convolution of x and h to y, all of rank 2; y begins at (down, right) of the full. */
  private static void add(
      double[] x, Shape xs, double[] h, Shape hs, double[] y, Shape ys, int down, int right) {
    int n = xs.extent(1);
    int k = hs.extent(1);
    int columns = ys.extent(1);
    for (int row = 0; row < ys.extent(0); row++) {
      int low = Math.max(0, row + down - xs.extent(0) + 1);
      int high = Math.min(hs.extent(0) - 1, row + down);
      for (int tap = low; tap <= high; tap++) {
        addRow(x, (row + down - tap) * n, n, h, tap * k, k, y, row * columns, columns, right);
      }
    }
  }

  /** Adds the convolution of n elements of x with k taps to a row of y, from an offset on. */
  private static void addRow(
      double[] x,
      int xAt,
      int n,
      double[] h,
      int hAt,
      int k,
      double[] y,
      int yAt,
      int length,
      int offset) {
    for (int j = 0; j < k; j++) {
      double tap = h[hAt + j];
      int low = Math.max(0, j - offset);
      int high = Math.min(length, n + j - offset);
      int shift = xAt + offset - j - yAt;
      for (int i = yAt + low; i < yAt + high; i++) {
        y[i] += tap * x[i + shift];
      }
    }
  }

  private static boolean inRange(double[] y) {
    for (double value : y) {
      double magnitude = Math.abs(value);
      if (!(magnitude >= TINY && magnitude <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private static RangeRepair<double[]> repair(Geometry geometry, double[] a, double[] b) {
    return RangeRepair.ofDoubles(geometry, () -> new double[][] {a}, new double[][] {b});
  }
}
