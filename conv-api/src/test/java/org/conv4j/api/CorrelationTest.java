package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Correlation in both conventions, and its lags. */
class CorrelationTest {
  private static final Convolver LITERAL = new LiteralConvolver();

  private static double[] doubles(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** scipy.signal.correlation_lags, SciPy 1.17, where it agrees with scipy.signal.correlate. */
  @ParameterizedTest
  @CsvSource({
    "5, 3, FULL, -2 -1 0 1 2 3 4",
    "5, 3, SAME, -1 0 1 2 3",
    "5, 3, VALID, 0 1 2",
    "3, 5, FULL, -4 -3 -2 -1 0 1 2",
    "3, 5, SAME, -2 -1 0",
    "3, 5, VALID, -2 -1 0",
    "4, 4, SAME, -2 -1 0 1",
    "4, 3, SAME, -1 0 1 2",
    "4, 2, SAME, -1 0 1 2",
    "1, 1, FULL, 0",
  })
  void lags_are_those_of_scipy(int n1, int n2, Mode mode, String lags) {
    int[] expected = Arrays.stream(doubles(lags)).mapToInt(x -> (int) x).toArray();
    assertThat(Convolvers.correlationLags(n1, n2, mode)).containsExactly(expected);
  }

  /** The definition: the sum of in1[j + lag] * in2[j]. */
  @ParameterizedTest
  @EnumSource(Mode.class)
  void lags_belong_to_the_elements_of_the_correlation(Mode mode) {
    for (int n = 1; n <= 8; n++) {
      for (int k = 1; k <= 8; k++) {
        double[] x = new double[n];
        double[] h = new double[k];
        Arrays.setAll(x, i -> 1 + i * i);
        Arrays.setAll(h, i -> 3 - 7 * i * i);
        int[] lags = Convolvers.correlationLags(n, k, mode);
        double[] y = LITERAL.correlate(NdArray.of(x), NdArray.of(h), mode).doubles();
        double[] expected = new double[lags.length];
        for (int i = 0; i < lags.length; i++) {
          for (int j = 0; j < k; j++) {
            int at = j + lags[i];
            expected[i] += at >= 0 && at < n ? x[at] * h[j] : 0;
          }
        }
        assertThat(y).as("%s and %s elements", n, k).containsExactly(expected);
      }
    }
  }

  @Test
  void lags_of_nothing_are_refused() {
    assertThatThrownBy(() -> Convolvers.correlationLags(0, 3, Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Convolvers.correlationLags(3, -1, Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** numpy.correlate, NumPy 2.4. */
  @ParameterizedTest
  @CsvSource({
    "SAME, 1 2 3, 1 2 3 4, 11 20 14 8",
    "SAME, 1 2, 1 2 3 4, 11 8 5 2",
    "SAME, 1 2 3 4 5, 1 2, 2 5 8 11 14",
    "SAME, 1 2, 3 4, 4 11",
    "SAME, 1 2 3 4, 1 2 3 4 5 6, 32 50 40 30 20 11",
    "VALID, 1 2, 1 2 3 4, 11 8 5",
    "VALID, 1 2 3 4 5, 1 2, 5 8 11 14",
    "FULL, 1 2, 1 2 3 4, 4 11 8 5 2",
  })
  void numpys_correlation_has_windows_of_its_own(Mode mode, String a, String v, String expected) {
    Convolver numpy = Convolvers.numpy(LITERAL);
    NdArray y = numpy.correlate(NdArray.of(doubles(a)), NdArray.of(doubles(v)), mode);
    assertThat(y.doubles()).containsExactly(doubles(expected));
  }
}
