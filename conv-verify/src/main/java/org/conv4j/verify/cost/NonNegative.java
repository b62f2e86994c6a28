package org.conv4j.verify.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Least squares with nonnegative unknowns: minimises {@code |A x - b|} over {@code x >= 0}.
 *
 * <p>Columns enter the set of positive unknowns one at a time, the steepest first, and leave it
 * when the least squares over the set would make them negative. Not all of several dependent
 * columns are used.
 *
 * <p>Source: C. L. Lawson and R. J. Hanson, Solving Least Squares Problems, SIAM 1995, chapter 23,
 * algorithm NNLS, <a
 * href="https://doi.org/10.1137/1.9781611971217">doi:10.1137/1.9781611971217</a>.
 */
final class NonNegative {
  /** A smaller slope, relative to the right side, is rounding. */
  private static final double FLAT = 1e-11;

  /**
   * A column counts as a combination of others if less than this of its length, scaled to 1, is
   * independent of them.
   */
  private static final double DEPENDENT = 1e-9;

  private final RealMatrix a;
  private final RealVector b;
  private final double[] x;
  private final boolean[] positive;

  private NonNegative(RealMatrix a, RealVector b) {
    this.a = a;
    this.b = b;
    this.x = new double[a.getColumnDimension()];
    this.positive = new boolean[x.length];
  }

  /**
   * Solves.
   *
   * @param rows the matrix, at least one row
   * @param right the right side, one number for each row
   * @return the unknowns, one for each column; 0 for columns of zeros
   */
  static double[] solve(double[][] rows, double[] right) {
    RealMatrix a = new Array2DRowRealMatrix(rows);
    double[] lengths = new double[a.getColumnDimension()];
    for (int j = 0; j < lengths.length; j++) {
      double length = a.getColumnVector(j).getNorm();
      lengths[j] = length == 0 ? 1 : length;
      a.setColumnVector(j, a.getColumnVector(j).mapDivide(lengths[j]));
    }
    NonNegative problem = new NonNegative(a, new ArrayRealVector(right));
    problem.run();
    for (int j = 0; j < lengths.length; j++) {
      problem.x[j] /= lengths[j];
    }
    return problem.x;
  }

  private void run() {
    boolean[] refused = new boolean[x.length];
    int steps = 10 * (x.length + 1); // three for each unknown are usual
    for (int step = 0; step < steps; step++) {
      int j = steepest(refused);
      if (j < 0) {
        return;
      }
      positive[j] = true;
      double[] z = leastSquares();
      if (z == null || z[j] <= 0) { // only rounding made it look steep
        positive[j] = false;
        refused[j] = true;
        continue;
      }
      Arrays.fill(refused, false);
      moveTo(z);
    }
  }

  /** The unknown at 0 that reduces the residual most when it grows; -1 if none does. */
  private int steepest(boolean[] refused) {
    RealVector residual = b.subtract(a.operate(new ArrayRealVector(x)));
    double[] slopes = a.preMultiply(residual).toArray();
    int steepest = -1;
    double most = FLAT * b.getNorm();
    for (int j = 0; j < slopes.length; j++) {
      if (!positive[j] && !refused[j] && slopes[j] > most) {
        most = slopes[j];
        steepest = j;
      }
    }
    return steepest;
  }

  /** The unconstrained solution over the positive set; null if its columns are dependent. */
  private double[] leastSquares() {
    List<Integer> set = new ArrayList<>();
    for (int j = 0; j < x.length; j++) {
      if (positive[j]) {
        set.add(j);
      }
    }
    int[] all = new int[a.getRowDimension()];
    Arrays.setAll(all, i -> i);
    int[] columns = set.stream().mapToInt(Integer::intValue).toArray();
    if (columns.length > all.length) {
      return null;
    }
    double[] z = new double[x.length];
    try {
      RealVector part =
          new QRDecomposition(a.getSubMatrix(all, columns), DEPENDENT).getSolver().solve(b);
      for (int i = 0; i < columns.length; i++) {
        z[columns[i]] = part.getEntry(i);
      }
      return z;
    } catch (SingularMatrixException e) {
      return null;
    }
  }

  /** Goes towards a solution over the positive set, and drops what would become negative. */
  private void moveTo(double[] goal) {
    double[] z = goal;
    while (true) {
      double part = 1;
      for (int j = 0; j < x.length; j++) {
        if (positive[j] && z[j] <= 0) {
          part = Math.min(part, x[j] / (x[j] - z[j]));
        }
      }
      boolean whole = true;
      for (int j = 0; j < x.length; j++) {
        boolean leaves = positive[j] && z[j] <= 0 && x[j] / (x[j] - z[j]) <= part;
        x[j] = leaves ? 0 : x[j] + part * (z[j] - x[j]);
        positive[j] &= !leaves;
        whole &= !leaves;
      }
      if (whole) {
        return;
      }
      z = leastSquares();
      if (z == null) {
        return;
      }
    }
  }
}
