package org.conv4j.verify.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conv4j.verify.measure.Statistics;

/**
 * Fits the constants of a model to measurements, by nonnegative least squares on relative
 * residuals, reweighted until the fit settles.
 *
 * <p>If {@code q} is the estimate of a call divided by its time, the sum of {@code w (q - 1)^2} is
 * minimised. The weight {@code w} has two factors, both from the {@code q} of the step before.
 * {@code log(q) / (q (q - 1))} makes it settle where the squares of {@code log(q)} are least, so
 * that twice the time is as bad as half of it. Plain relative residuals would make estimates too
 * short, the more so the worse a model fits. Huber's weight, {@value #HUBER} standard deviations by
 * the median of the residuals, keeps single calls that something disturbed from pulling the
 * constants.
 *
 * <p>Source: P. J. Huber, Robust Estimation of a Location Parameter, Annals of Mathematical
 * Statistics 35 (1964), <a
 * href="https://doi.org/10.1214/aoms/1177703732">doi:10.1214/aoms/1177703732</a>.
 */
final class Fit {
  /**
   * In standard deviations: a larger residual counts less. The fit is 95 % efficient if residuals
   * are normal.
   */
  private static final double HUBER = 1.345;

  /** The standard deviation of normal numbers divided by the median of their magnitudes. */
  private static final double NORMAL = 1.4826;

  /** Smaller residuals count as none. */
  private static final double PRECISION = 0.01;

  /** A factor that is farther off than this weighs as if it were not. */
  private static final double FAR = 16;

  private static final int STEPS = 100;

  /** Constants have settled when none changes by more than this, relatively. */
  private static final double SETTLED = 1e-6;

  private final double[][] relative;

  private Fit(double[][] relative) {
    this.relative = relative;
  }

  /**
   * Fits.
   *
   * @param counts for each measurement, how often each constant counts
   * @param times for each measurement, how long it took
   * @return the constants, in the unit of the times; NaN for those that count nowhere
   */
  static double[] constants(double[][] counts, double[] times) {
    if (counts.length == 0) {
      return new double[0];
    }
    double[][] relative = new double[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      double time = times[i];
      relative[i] = Arrays.stream(counts[i]).map(count -> count / time).toArray();
    }
    double[] constants = new Fit(relative).settled();
    for (int j = 0; j < constants.length; j++) {
      int column = j;
      if (Arrays.stream(counts).noneMatch(row -> row[column] > 0)) {
        constants[j] = Double.NaN;
      }
    }
    return constants;
  }

  private double[] settled() {
    double[] weights = new double[relative.length];
    Arrays.fill(weights, 1);
    double[] constants = weighted(weights);
    for (int step = 0; step < STEPS; step++) {
      double[] next = weighted(weights(constants));
      boolean settled = settled(constants, next);
      constants = next;
      if (settled) {
        break;
      }
    }
    return constants;
  }

  private static boolean settled(double[] before, double[] after) {
    for (int j = 0; j < before.length; j++) {
      if (Math.abs(after[j] - before[j]) > SETTLED * Math.max(before[j], after[j])) {
        return false;
      }
    }
    return true;
  }

  private double[] weighted(double[] weights) {
    double[][] rows = new double[relative.length][];
    double[] right = new double[relative.length];
    for (int i = 0; i < rows.length; i++) {
      double root = Math.sqrt(weights[i]);
      rows[i] = Arrays.stream(relative[i]).map(value -> root * value).toArray();
      right[i] = root;
    }
    return NonNegative.solve(rows, right);
  }

  private double[] weights(double[] constants) {
    double[] ratios = new double[relative.length];
    List<Double> magnitudes = new ArrayList<>();
    for (int i = 0; i < ratios.length; i++) {
      double ratio = 0;
      for (int j = 0; j < constants.length; j++) {
        ratio += relative[i][j] * constants[j];
      }
      ratios[i] = Math.max(1 / FAR, Math.min(FAR, ratio));
      magnitudes.add(Math.abs(Math.log(ratios[i])));
    }
    double bend = HUBER * Math.max(PRECISION, NORMAL * Statistics.median(magnitudes));
    double[] weights = new double[ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      weights[i] = Math.min(1, bend / magnitudes.get(i)) * symmetric(ratios[i]);
    }
    return weights;
  }

  /** What makes a factor as bad as its inverse; 1 in the limit of 1. */
  private static double symmetric(double ratio) {
    double off = ratio - 1;
    return Math.abs(off) < PRECISION * PRECISION ? 1 : Math.log(ratio) / (ratio * off);
  }
}
