package org.conv4j.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonNegativeTest {
  private static double cost(double[][] a, double[] b, double[] x) {
    RealMatrix matrix = new Array2DRowRealMatrix(a);
    return matrix.operate(new ArrayRealVector(x)).subtract(new ArrayRealVector(b)).getNorm();
  }

  /** The best over all sets of unknowns that are positive, each by plain least squares. */
  private static double leastCost(double[][] a, double[] b) {
    int unknowns = a[0].length;
    double least = cost(a, b, new double[unknowns]);
    for (int set = 1; set < 1 << unknowns; set++) {
      int[] columns = columns(set);
      int[] rows = new int[a.length];
      Arrays.setAll(rows, i -> i);
      double[] part =
          new QRDecomposition(new Array2DRowRealMatrix(a).getSubMatrix(rows, columns))
              .getSolver()
              .solve(new ArrayRealVector(b))
              .toArray();
      if (Arrays.stream(part).allMatch(value -> value >= 0)) {
        double[] x = new double[unknowns];
        for (int i = 0; i < columns.length; i++) {
          x[columns[i]] = part[i];
        }
        least = Math.min(least, cost(a, b, x));
      }
    }
    return least;
  }

  private static int[] columns(int set) {
    return IntStream.range(0, 31).filter(j -> (set >> j & 1) == 1).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void it_is_as_good_as_trying_all_sets(int unknowns) {
    Random random = new Random(unknowns);
    for (int problem = 0; problem < 200; problem++) {
      int rows = unknowns + random.nextInt(5);
      double[][] a = new double[rows][unknowns];
      double[] b = new double[rows];
      for (int i = 0; i < rows; i++) {
        b[i] = random.nextGaussian();
        for (int j = 0; j < unknowns; j++) {
          a[i][j] = random.nextGaussian() * Math.pow(10, 3 * j); // columns of very unlike size
        }
      }
      double[] x = NonNegative.solve(a, b);
      assertThat(Arrays.stream(x)).allMatch(value -> value >= 0);
      assertThat(cost(a, b, x)).isCloseTo(leastCost(a, b), within(1e-9 * (1 + norm(b))));
    }
  }

  private static double norm(double[] b) {
    return new ArrayRealVector(b).getNorm();
  }

  @Test
  void a_negative_optimum_becomes_zero() {
    assertThat(NonNegative.solve(new double[][] {{1}, {1}}, new double[] {-1, -2}))
        .containsExactly(0.0);
  }

  @Test
  void a_column_of_zeros_gets_zero() {
    double[] x = NonNegative.solve(new double[][] {{1, 0}, {2, 0}}, new double[] {3, 6});
    assertThat(x[0]).isCloseTo(3, within(1e-12));
    assertThat(x[1]).isZero();
  }

  @Test
  void columns_that_are_alike_share_what_there_is() {
    double[][] a = {{1, 2, 1}, {1, 2, 3}, {2, 4, 4}};
    double[] x = NonNegative.solve(a, new double[] {2, 4, 6});
    assertThat(Arrays.stream(x)).allMatch(value -> value >= 0);
    assertThat(cost(a, new double[] {2, 4, 6}, x)).isLessThan(1e-9);
  }
}
