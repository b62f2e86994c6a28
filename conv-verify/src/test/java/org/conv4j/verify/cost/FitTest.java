package org.conv4j.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Measurements made up from known constants. */
class FitTest {
  private static final double[] TRUE = {120, 0.05, 3, 0};

  private final Random random = new Random(1);
  private final double[][] counts = new double[400][TRUE.length];

  FitTest() {
    for (double[] row : counts) {
      row[0] = 1;
      for (int j = 1; j < row.length; j++) {
        row[j] = random.nextInt(4) == 0 ? 0 : Math.pow(10, 6 * random.nextDouble());
      }
    }
  }

  private double[] times(double sigma) {
    return Arrays.stream(counts)
        .mapToDouble(row -> exact(row) * Math.exp(sigma * random.nextGaussian()))
        .toArray();
  }

  private static double exact(double[] row) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * TRUE[j];
    }
    return sum;
  }

  private static void assertRecovered(double[] constants, double tolerance) {
    for (int j = 0; j < 3; j++) {
      assertThat(constants[j] / TRUE[j]).as("constant " + j).isCloseTo(1, within(tolerance));
    }
    // It counts a million times at most, in a call that lasts a second or so.
    assertThat(constants[3]).isBetween(0.0, 0.05);
  }

  @Test
  void without_noise_the_constants_are_exact() {
    assertRecovered(Fit.constants(counts, times(0)), 1e-6);
  }

  @Test
  void with_noise_of_a_tenth_they_are_near() {
    assertRecovered(Fit.constants(counts, times(0.1)), 0.15);
  }

  @Test
  void calls_that_were_disturbed_do_not_pull_them() {
    double[] times = times(0.05);
    for (int i = 0; i < times.length; i += 10) {
      times[i] *= 8;
    }
    assertRecovered(Fit.constants(counts, times), 0.15);
  }

  @Test
  void estimates_are_too_long_as_often_as_too_short() {
    double[][] ones = new double[2000][1];
    double[] times = new double[ones.length];
    for (int i = 0; i < times.length; i++) {
      ones[i][0] = 1;
      times[i] = Math.exp(0.5 * random.nextGaussian());
    }
    // The median is 1; plain relative residuals would have given exp(-1.5 * 0.5^2), about 0.69.
    assertThat(Fit.constants(ones, times)[0]).isCloseTo(1, within(0.05));
  }

  @Test
  void a_constant_that_counts_nowhere_is_not_a_number() {
    for (double[] row : counts) {
      row[2] = 0;
    }
    double[] constants = Fit.constants(counts, times(0));
    assertThat(constants[2]).isNaN();
    assertThat(constants[1]).isCloseTo(TRUE[1], within(1e-6));
  }

  @Test
  void nothing_measured_gives_nothing() {
    assertThat(Fit.constants(new double[0][], new double[0])).isEmpty();
  }
}
