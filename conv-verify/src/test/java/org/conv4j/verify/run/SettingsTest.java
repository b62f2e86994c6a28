package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void theStandardIsSeedOneAHundredTriesTenSeconds() {
    assertThat(Settings.standard()).isEqualTo(new Settings(1, 100, Duration.ofSeconds(10)));
  }

  @Test
  void eachChangeLeavesTheRestAsItWas() {
    Settings settings = new Settings(1, 2, Duration.ofSeconds(3));
    assertThat(settings.withSeed(9)).isEqualTo(new Settings(9, 2, Duration.ofSeconds(3)));
    assertThat(settings.withLimit(Duration.ofSeconds(9)))
        .isEqualTo(new Settings(1, 2, Duration.ofSeconds(9)));
  }
}
