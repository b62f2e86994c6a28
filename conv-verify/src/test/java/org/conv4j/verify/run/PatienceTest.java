package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.conv4j.verify.operand.Recipe;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final double LIMIT = 10e9;

  private static Recipe of(int n, int k) {
    return Recipe.parse("float64/" + n + "/" + k + "/full/integers/1");
  }

  @Test
  void a_fast_subject_is_given_everything() {
    Patience patience = new Patience(LIMIT);
    for (int n = 64; n <= 1 << 20; n *= 2) {
      assertThat(patience.allows(of(n, 9))).isTrue();
      patience.took(of(n, 9), 10L * n);
    }
    assertThat(patience.leftOut()).isZero();
  }

  @Test
  void a_subject_of_quadratic_time_is_spared_what_would_take_too_long() {
    Patience patience = new Patience(LIMIT);
    int longest = 0;
    for (int n = 1024; n <= 1 << 20; n *= 2) {
      if (patience.allows(of(n, 9))) {
        longest = n;
        patience.took(of(n, 9), (long) n * n);
      }
    }
    assertThat(longest).isBetween(1 << 14, 1 << 16);
    assertThat(patience.leftOut()).isPositive();
  }

  @Test
  void three_dear_calls_are_made_and_no_more() {
    Patience patience = new Patience(LIMIT);
    patience.took(of(30_000, 9), 900_000_000L);
    int made = 0;
    for (int i = 0; i < 10; i++) {
      made += patience.allows(of(30_001, 9)) ? 1 : 0;
    }
    assertThat(made).isEqualTo(3);
    assertThat(patience.leftOut()).isEqualTo(7);
  }
}
