package org.conv4j.verify.operand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogUniformTest {
  private static final int DRAWS = 100_000;

  private static int[] draws(int most) {
    LogUniform random = new LogUniform(1);
    return IntStream.range(0, DRAWS).map(i -> random.extent(most)).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 128, 1_000_000})
  void extents_go_from_one_to_the_largest(int most) {
    assertThat(IntStream.of(draws(most))).allMatch(extent -> extent >= 1 && extent <= most);
    if (most < 1000) {
      assertThat(draws(most)).contains(1).contains(most);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100, 127})
  void an_extent_has_the_probability_of_its_share_of_the_logarithm(int extent) {
    double share = IntStream.of(draws(128)).filter(drawn -> drawn == extent).count() / 1e5;
    double probability = Math.log((extent + 1.0) / extent) / Math.log(129);
    // Five standard deviations of a count.
    assertThat(share).isCloseTo(probability, within(5 * Math.sqrt(probability / DRAWS)));
  }

  @Test
  void the_same_seed_draws_the_same() {
    assertThat(draws(1024)).isEqualTo(draws(1024));
  }

  @Test
  void every_index_is_drawn() {
    LogUniform random = new LogUniform(1);
    assertThat(IntStream.range(0, 100).map(i -> random.index(3)).distinct().sorted())
        .containsExactly(0, 1, 2);
  }
}
