package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import org.conv4j.api.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots of unity against decimals. */
class RootsTest {
  /** All but the final rounding is much more exact than this. */
  private static final double HALF_AN_ULP = 0.5 + 1e-6;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 24, 60, 64, 81, 125, 1000, 4096})
  void roots_are_correctly_rounded(int n) {
    Roots roots = new Roots(n);
    ExactTransform exact = new ExactTransform(n);
    for (int k = -n; k <= 2 * n; k++) {
      ExactTransform.Sum root = exact.new Sum();
      root.add(1, 0, -k);
      double cos = roots.cos(k);
      double sin = roots.sin(k);
      // Decimals of 40 digits are not zero where a root's part is.
      double least = Math.pow(DType.FLOAT64.unitRoundoff(), 2);
      assertThat(root.error(cos, sin))
          .as("root %d of %d", k, n)
          .isLessThanOrEqualTo(HALF_AN_ULP * Math.max(Math.ulp(cos), Math.ulp(sin)) + least);
    }
  }

  @Test
  void quarter_turns_are_exact() {
    Roots roots = new Roots(20);
    for (int k = 0; k < 20; k += 5) {
      assertThat(Math.abs(roots.cos(k))).isEqualTo(k % 10 == 0 ? 1 : 0);
      assertThat(Math.abs(roots.sin(k))).isEqualTo(k % 10 == 0 ? 0 : 1);
    }
  }

  @Test
  void roots_are_symmetric() {
    int n = 360;
    Roots roots = new Roots(n);
    for (int k = 0; k < n; k++) {
      assertThat(roots.cos(k)).isEqualTo(roots.cos(-k)).isEqualTo(roots.sin(n / 4 - k));
      assertThat(roots.sin(k)).isEqualTo(-roots.sin(-k)).isEqualTo(roots.sin(n / 2 - k));
    }
  }
}
