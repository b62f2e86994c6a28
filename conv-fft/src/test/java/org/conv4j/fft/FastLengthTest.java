package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transform lengths against an exhaustive search. */
class FastLengthTest {
  private static final int LARGEST = 1 << 30;

  /** All products of 2, 3 and 5 up to the largest length. */
  private static final int[] SMOOTH =
      powers(2)
          .flatMap(a -> powers(3).map(b -> a * b).filter(ab -> ab <= LARGEST))
          .flatMap(ab -> powers(5).map(c -> ab * c).filter(abc -> abc <= LARGEST))
          .mapToInt(Math::toIntExact)
          .sorted()
          .toArray();

  private static LongStream powers(int base) {
    return LongStream.iterate(1, power -> power <= LARGEST, power -> power * base);
  }

  private static List<Integer> expected(long from, long to, int unit) {
    return IntStream.of(SMOOTH)
        .filter(length -> length >= from && length <= to && length % unit == 0)
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 16, 24})
  void all_lengths_of_a_range_are_found_in_order(int unit) {
    for (int from = 1; from <= 5000; from += 7) {
      long to = from + from / 4L;
      assertThat(FastLength.between(from, to, unit)).isEqualTo(expected(from, to, unit));
    }
    for (long from : new long[] {1_000_000, 16_777_215, 536_870_912, LARGEST - 1, LARGEST}) {
      assertThat(FastLength.between(from, 2 * from, unit))
          .isEqualTo(expected(from, 2 * from, unit));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "7, 8", "65536, 65536", "65537, 131072"})
  void the_shortest_power_of_two_is_known(int n, int expected) {
    assertThat(FastLength.powerOfTwo(n)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {LARGEST + 1, Integer.MAX_VALUE})
  void beyond_the_largest_length_there_is_none(int n) {
    assertThat(FastLength.between(n, 2L * n, 1)).isEmpty();
    assertThatThrownBy(() -> FastLength.powerOfTwo(n))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("no transform of %d elements along an axis; the longest has %d", n, LARGEST);
  }
}
