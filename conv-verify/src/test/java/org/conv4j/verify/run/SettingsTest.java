package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void the_standard_is_seed_one_a_hundred_tries_ten_seconds_and_no_budget() {
    Settings standard = Settings.standard();
    assertThat(standard.seed()).isEqualTo(1);
    assertThat(standard.effort()).isEqualTo(Effort.STANDARD);
    assertThat(standard.tries()).isEqualTo(100);
    assertThat(standard.limit()).isEqualTo(Duration.ofSeconds(10));
    assertThat(standard.budget()).isEmpty();
    assertThat(standard.shrinkingSteps()).isPositive();
  }

  @Test
  void each_effort_tries_ten_times_as_much_as_the_one_before() {
    assertThat(Settings.of(Effort.SMOKE).tries()).isEqualTo(10);
    assertThat(Settings.of(Effort.THOROUGH).tries()).isEqualTo(1000);
  }

  @Test
  void each_change_leaves_the_rest_as_it_was() {
    Settings settings = Settings.of(Effort.SMOKE);
    assertThat(settings.withSeed(9).withSeed(1)).isEqualTo(settings);
    assertThat(settings.withTries(9).withTries(10)).isEqualTo(settings);
    assertThat(settings.withLimit(Duration.ofSeconds(9)).withLimit(settings.limit()))
        .isEqualTo(settings);
    Settings all =
        settings.withSeed(7).withTries(3).withBudget(Duration.ofMinutes(2)).withoutShrinking();
    assertThat(all)
        .isEqualTo(
            new Settings(
                7, Effort.SMOKE, 3, settings.limit(), Optional.of(Duration.ofMinutes(2)), 0));
  }

  @Test
  void nothing_but_positive_numbers_and_times_will_do() {
    assertThatThrownBy(() -> Settings.standard().withTries(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive, not 0");
    assertThatThrownBy(() -> Settings.standard().withBudget(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }
}
