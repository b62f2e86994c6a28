package org.conv4j.verify.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void the_median_is_in_the_middle_whatever_the_order() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
    assertThat(Statistics.median(List.of(4.0, 1.0, 9.0, 2.0))).isEqualTo(3);
    assertThat(Statistics.median(List.of(7.0))).isEqualTo(7);
  }

  @Test
  void the_ends_are_the_least_and_the_greatest() {
    assertThat(Statistics.least(List.of(2.0, 1.0, 3.0))).isEqualTo(1);
    assertThat(Statistics.greatest(List.of(2.0, 3.0, 1.0))).isEqualTo(3);
  }

  @Test
  void nothing_has_no_statistics() {
    assertThat(Statistics.median(List.of())).isNaN();
    assertThat(Statistics.least(List.of())).isNaN();
    assertThat(Statistics.greatest(List.of())).isNaN();
  }
}
