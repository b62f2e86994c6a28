package org.conv4j.verify.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conv4j.verify.bench.Statistics;

/**
 * Fits the constants of a model to measurements: nonnegative least squares on relative residuals,
 * reweighted until it settles.
 *
 * <p>With {@code q} the estimate by the time of a call, the sum of {@code w (q - 1)^2} is
 * minimised. The weight {@code w} has two factors, both from the {@code q} of the step before.
 * {@code log(q) / (q (q - 1))} makes it settle where the squares of {@code log(q)} are least, so
 * that twice the time is as bad as half of it; plain relative residuals would make estimates too
 * short, and the more so the less a model fits. Huber's weight, {@value #HUBER} standard deviations
 * by the median of the residuals, keeps single calls that something disturbed from pulling the
 * constants.
 *
 * <p>Source: P. J. Huber, Robust Estimation of a Location Parameter, Annals of Mathematical
 * Statistics 35 (1964), <a
 * href="https://doi.org/10.1214/aoms/1177703732">doi:10.1214/aoms/1177703732</a>.
 */
final class Fit {
  /**
   * From where on a residual counts less, in standard deviations: 95 % efficient if all is normal.
   */
  private static final double HUBER = 1.345;

  /** The standard deviation of normal numbers by the median of their magnitudes. */
  private static final double NORMAL = 1.4826;

  /** Residuals that are less are as good as none. */
  private static final double PRECISION = 0.01;

  /** What is farther off than by such a factor weighs as if it were not. */
  private static final double FAR = 16;

  private static final int STEPS = 100;

  /** The relative change of all constants at which they have settled. */
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
