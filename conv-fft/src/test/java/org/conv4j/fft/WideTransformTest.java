package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transforms of columns side by side, against the definition, and with parts left out. */
class WideTransformTest {
  private static double[][] columns(int n, RowArithmetic<double[]> arithmetic, int columns) {
    SplittableRandom random = new SplittableRandom(Operands.SEED + n);
    double[][] x = arithmetic.rows(n);
    for (double[] row : x) {
      for (int k = 0; k < columns; k++) {
        row[k] = random.nextInt(-9, 10);
        row[arithmetic.width() + k] = random.nextInt(-9, 10);
      }
    }
    return x;
  }

  private static double[][] copy(double[][] x) {
    return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
  }

  private static double[] column(double[][] x, int width, int column) {
    double[] pairs = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      pairs[2 * i] = x[i][column];
      pairs[2 * i + 1] = x[i][width + column];
    }
    return pairs;
  }

  private static double norm(double[] data) {
    return Math.sqrt(Arrays.stream(data).map(v -> v * v).sum());
  }

  private static double factor(int n) {
    return Accuracy.normwiseFactor(DType.FLOAT64, Shape.of(n), Shape.of(1));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 24, 25, 30, 32, 60, 64, 120, 128})
  void the_spectrum_is_that_of_the_definition(int n) {
    WideTransform transform = new WideTransform(BatchPlan.Key.complex(n));
    ExactTransform exact = new ExactTransform(n);
    for (int width : new int[] {1, 3, 64}) {
      RowArithmetic<double[]> arithmetic = RowDoubles.INSTANCE.narrow(width);
      double[][] x = columns(n, arithmetic, Math.min(width, 5));
      double[][] before = copy(x);
      transform.forward(x, n, Math.min(width, 5), arithmetic);
      for (int c = 0; c < Math.min(width, 5); c++) {
        double[] pairs = column(before, width, c);
        double[] spectrum = column(x, width, c);
        for (int i = 0; i < n; i++) {
          double re = spectrum[2 * i];
          double im = spectrum[2 * i + 1];
          assertThat(exact.element(pairs, transform.order()[i]).error(re, im))
              .as("n = %d, width %d, row %d, seed %d", n, width, i, Operands.SEED)
              .isLessThanOrEqualTo(factor(n) * Math.sqrt(n) * norm(pairs));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0", "2, 0", "15, 0", "64, 0", "360, 0", "1, 3", "2, 3", "6, 3", "64, 3", "500, 3"
  })
  void back_again_is_n_times_as_much(int n, int quarters) {
    WideTransform transform = new WideTransform(new BatchPlan.Key(n, quarters));
    RowArithmetic<double[]> arithmetic = RowDoubles.INSTANCE;
    double[][] x = columns(n, arithmetic, 64);
    double[][] before = copy(x);
    transform.forward(x, n, 64, arithmetic);
    transform.inverse(x, 0, n, 64, arithmetic);
    for (int c = 0; c < 64; c++) {
      double[] expected = column(before, 64, c);
      double[] actual = column(x, 64, c);
      for (int i = 0; i < expected.length; i++) {
        assertThat(Math.abs(actual[i] / n - expected[i]))
            .as("element %d, seed %d", i, Operands.SEED)
            .isLessThanOrEqualTo(factor(n) * norm(expected));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 24, 64, 75, 128})
  void rows_that_are_zero_may_be_left_out(int n) {
    WideTransform transform = new WideTransform(BatchPlan.Key.complex(n));
    RowArithmetic<double[]> arithmetic = RowDoubles.INSTANCE;
    for (int used = 1; used <= n; used++) {
      double[][] x = columns(n, arithmetic, 64);
      double[][] zeros = copy(x);
      for (int i = used; i < n; i++) {
        Arrays.fill(zeros[i], 0);
      }
      transform.forward(x, used, 64, arithmetic);
      transform.forward(zeros, n, 64, arithmetic);
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < 128; k++) {
          assertThat(x[i][k] + 0.0).as("n = %d, used %d", n, used).isEqualTo(zeros[i][k] + 0.0);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 24, 64, 75})
  void rows_nobody_asked_for_may_be_left_out(int n) {
    WideTransform transform = new WideTransform(BatchPlan.Key.complex(n));
    RowArithmetic<double[]> arithmetic = RowDoubles.INSTANCE;
    double[][] spectrum = columns(n, arithmetic, 64);
    double[][] all = copy(spectrum);
    transform.inverse(all, 0, n, 64, arithmetic);
    for (int from = 0; from < n; from++) {
      for (int end = from + 1; end <= n; end += 1 + n / 8) {
        double[][] x = copy(spectrum);
        transform.inverse(x, from, end, 64, arithmetic);
        for (int i = from; i < end; i++) {
          assertThat(x[i]).as("n = %d, row %d of %d to %d", n, i, from, end).isEqualTo(all[i]);
        }
      }
    }
  }

  @Test
  void it_prints_its_length() {
    assertThat(new WideTransform(BatchPlan.Key.folded(64))).hasToString("64 rows");
  }

  @Test
  void other_factors_are_refused() {
    assertThatThrownBy(() -> new WideTransform(BatchPlan.Key.complex(14)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not the factors of 14");
  }
}
