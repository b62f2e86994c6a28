package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
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
