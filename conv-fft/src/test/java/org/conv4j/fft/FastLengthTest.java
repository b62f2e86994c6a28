package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
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

  private static double lowestCost(int n, int multipleOf) {
    return IntStream.of(SMOOTH)
        .filter(length -> length >= n && length % multipleOf == 0)
        .mapToDouble(FastLength::cost)
        .min()
        .getAsDouble();
  }

  private static void requireBest(int n) {
    int any = FastLength.cheapest(n, false);
    assertThat(any).as("at least %d", n).isGreaterThanOrEqualTo(n).isIn(boxed());
    assertThat(FastLength.cost(any)).as("at least %d", n).isEqualTo(lowestCost(n, 1));
    int even = FastLength.cheapest(n, true);
    assertThat(even).as("even, at least %d", n).isGreaterThanOrEqualTo(n).isEven().isIn(boxed());
    assertThat(FastLength.cost(even)).as("even, at least %d", n).isEqualTo(lowestCost(n, 2));
  }

  private static Iterable<Integer> boxed() {
    return IntStream.of(SMOOTH).boxed().toList();
  }

  @Test
  void up_to_5000_the_cheapest_length_is_found() {
    IntStream.rangeClosed(1, 5000).forEach(FastLengthTest::requireBest);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        65536,
        65537,
        99_991,
        524_288,
        524_289,
        1_000_000,
        1_048_577,
        16_777_215,
        244_140_625,
        387_420_489,
        536_870_912,
        536_870_913,
        1_000_000_000,
        LARGEST - 1,
        LARGEST,
      })
  void the_cheapest_of_large_lengths_is_found(int n) {
    requireBest(n);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 2",
    "2, 2, 2",
    "3, 3, 4",
    "5, 5, 8",
    "7, 8, 8",
    "9, 9, 10",
    "65536, 65536, 65536",
  })
  void some_lengths_are_known(int n, int any, int even) {
    assertThat(FastLength.cheapest(n, false)).isEqualTo(any);
    assertThat(FastLength.cheapest(n, true)).isEqualTo(even);
  }

  @ParameterizedTest
  @ValueSource(ints = {LARGEST + 1, Integer.MAX_VALUE})
  void beyond_the_largest_length_there_is_none(int n) {
    assertThatThrownBy(() -> FastLength.cheapest(n, false))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("no transform of %d elements along an axis", n);
    assertThatThrownBy(() -> FastLength.cheapest(n, true)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_power_of_two_costs_less_than_its_neighbours_in_the_table() {
    for (int i = 1; i < SMOOTH.length - 1; i++) {
      if (Integer.bitCount(SMOOTH[i]) == 1 && SMOOTH[i] > 2) {
        assertThat(FastLength.cost(SMOOTH[i])).isLessThan(FastLength.cost(SMOOTH[i + 1]));
      }
    }
    assertThat(FastLength.cost(1024)).isEqualTo(1024 * 10);
    assertThat(FastLength.cost(1)).isZero();
  }
}
