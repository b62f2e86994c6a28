package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "1.6e-10, 0.160 ns",
    "1.234e-7, 123 ns",
    "9.996e-7, 1.00 us",
    "9.994e-7, 999 ns",
    "1.2345e-5, 12.3 us",
    "0.0129, 12.9 ms",
    "2.5, 2.50 s",
    "1234, 1230 s",
  })
  void times_have_three_digits_and_a_unit(double seconds, String text) {
    assertThat(Units.time(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.5771, 0.577", "0.99951, 1.00", "5.153, 5.15", "43.14, 43.1", "0.01234, 0.0123"})
  void numbers_have_three_digits(double value, String text) {
    assertThat(Units.number(value)).isEqualTo(text);
  }

  @Test
  void parts_of_a_whole_are_whole_percents() {
    assertThat(Units.percent(0.873)).isEqualTo("87 %");
  }
}
