package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.conv4j.api.contract.Operands;
import org.conv4j.fft.RowArithmetic.LanePart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops over wide rows against plain complex arithmetic, in both precisions. */
class RowArithmeticTest {
  /** Of sums of five products of numbers below 10. */
  private static final double CLOSE = 1e-13;

  private static final double CLOSE_IN_SINGLE = 1e-4;

  private static double[][] rows(int count, int width) {
    SplittableRandom random = new SplittableRandom(Operands.SEED + width);
    double[][] rows = new double[count][2 * width];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> random.nextInt(-9, 10));
    }
    return rows;
  }

  private static float[][] narrow(double[][] rows) {
    float[][] narrow = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      narrow[i] = new float[rows[i].length];
      for (int k = 0; k < rows[i].length; k++) {
        narrow[i][k] = (float) rows[i][k];
      }
    }
    return narrow;
  }

  /** Does the same to rows in both precisions and compares them with what is expected. */
  private static void require(
      int width,
      int columns,
      double[][] expected,
      double[][] given,
      Consumer<double[][]> doubles,
      Consumer<float[][]> floats) {
    double[][] x = Arrays.stream(given).map(double[]::clone).toArray(double[][]::new);
    float[][] y = narrow(given);
    doubles.accept(x);
    floats.accept(y);
    for (int i = 0; i < expected.length; i++) {
      for (int k = 0; k < columns; k++) {
        for (int at : new int[] {k, width + k}) {
          assertThat(Math.abs(x[i][at] - expected[i][at])).isLessThanOrEqualTo(CLOSE);
          assertThat(Math.abs(y[i][at] - expected[i][at])).isLessThanOrEqualTo(CLOSE_IN_SINGLE);
        }
      }
    }
  }

  private static double[][] transformed(double[][] x, int width, double sign) {
    int n = x.length;
    double[][] y = new double[n][2 * width];
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < n; j++) {
        double angle = sign * 2 * Math.PI * ((double) j * k % n) / n;
        for (int c = 0; c < width; c++) {
          double re = x[j][c];
          double im = x[j][width + c];
          y[k][c] += re * Math.cos(angle) - im * Math.sin(angle);
          y[k][width + c] += im * Math.cos(angle) + re * Math.sin(angle);
        }
      }
    }
    return y;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 31, 63, 64, 128})
  void butterflies_are_short_transforms(int width) {
    for (double sign : new double[] {1, -1}) {
      RowArithmetic<double[]> d = RowDoubles.INSTANCE.narrow(width);
      RowArithmetic<float[]> f = RowFloats.INSTANCE.narrow(width);
      int w = Math.min(d.width(), f.width()); // of both, so that rows are alike
      if (d.width() != f.width()) {
        continue;
      }
      require(
          w,
          w,
          transformed(rows(2, w), w, sign),
          rows(2, w),
          x -> d.two(x[0], x[1]),
          x -> f.two(x[0], x[1]));
      require(
          w,
          w,
          transformed(rows(3, w), w, sign),
          rows(3, w),
          x -> d.three(x[0], x[1], x[2], sign, w),
          x -> f.three(x[0], x[1], x[2], sign, w));
      require(
          w,
          w,
          transformed(rows(4, w), w, sign),
          rows(4, w),
          x -> d.four(x[0], x[1], x[2], x[3], sign, w),
          x -> f.four(x[0], x[1], x[2], x[3], sign, w));
      require(
          w,
          w,
          transformed(rows(5, w), w, sign),
          rows(5, w),
          x -> d.five(x[0], x[1], x[2], x[3], x[4], sign, w),
          x -> f.five(x[0], x[1], x[2], x[3], x[4], sign, w));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 31, 63})
  void products_are_complex(int width) {
    RowArithmetic<double[]> d = RowDoubles.INSTANCE.narrow(width);
    RowArithmetic<float[]> f = RowFloats.INSTANCE.narrow(width);
    double[][] given = rows(3, width);
    double[][] product = new double[1][2 * width];
    double[][] sum = new double[1][2 * width];
    double[][] turned = new double[1][2 * width];
    double[][] turnedSum = new double[1][2 * width];
    for (int k = 0; k < width; k++) {
      double a = given[0][k];
      double b = given[0][width + k];
      double p = given[1][k];
      double q = given[1][width + k];
      double r = given[2][k];
      double s = given[2][width + k];
      product[0][k] = a * p - b * q;
      product[0][width + k] = a * q + b * p;
      sum[0][k] = a + p * r - q * s;
      sum[0][width + k] = b + p * s + q * r;
      turned[0][k] = 3 * a + 2 * b;
      turned[0][width + k] = 3 * b - 2 * a;
      turnedSum[0][k] = a + 3 * p + 2 * q;
      turnedSum[0][width + k] = b + 3 * q - 2 * p;
    }
    require(
        width,
        width,
        product,
        given,
        x -> d.multiply(x[0], x[1], width),
        x -> f.multiply(x[0], x[1], width));
    require(
        width,
        width,
        sum,
        given,
        x -> d.addProduct(x[0], x[1], x[2], width),
        x -> f.addProduct(x[0], x[1], x[2], width));
    require(
        width,
        width,
        turned,
        given,
        x -> d.turn(x[0], 3, -2, width),
        x -> f.turn(x[0], 3, -2, width));
    require(
        width,
        width,
        turned,
        given,
        x -> d.turn(x[0], new double[] {0, 3}, new double[] {0, -2}, 1, width),
        x -> f.turn(x[0], new float[] {0, 3}, new float[] {0, -2}, 1, width));
    require(
        width,
        width,
        turnedSum,
        given,
        x -> d.addTurned(x[0], x[1], new double[] {3}, new double[] {-2}, 0, width),
        x -> f.addTurned(x[0], x[1], new float[] {3}, new float[] {-2}, 0, width));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 16, 31, 64})
  void lanes_hold_runs_upright(int lanes) {
    RowArithmetic<double[]> d = RowDoubles.INSTANCE;
    int length = 13;
    double[] data = new double[3 * lanes + length];
    Arrays.setAll(data, i -> i + 1);
    int[] starts = new int[lanes];
    Arrays.setAll(starts, lane -> 3 * (lanes - lane) - 3);
    double[][] rows = d.rows(length);
    LanePart part = new LanePart(lanes / 4, lanes, 2, length, 1);
    d.loadLanes(data, starts, part, rows, d.width());
    double[] back = new double[data.length];
    d.storeLanes(rows, d.width(), back, starts, part);
    for (int i = 0; i < length; i++) {
      for (int at = 0; at < 2 * d.width(); at++) {
        int lane = at - d.width();
        boolean filled = lane >= lanes / 4 && lane < lanes && i + 1 >= 2 && i + 1 < length;
        double expected = filled ? data[starts[lane] + i + 1] : 0;
        assertThat(rows[i][at]).as("row %d, place %d", i, at).isEqualTo(expected);
        if (filled) {
          assertThat(back[starts[lane] + i + 1]).isEqualTo(expected);
        }
      }
    }
  }
}
