package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.conv4j.fft.BatchPlan.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stages of a transform, and the order in which they leave the spectrum. */
class BatchPlanTest {
  @ParameterizedTest
  @CsvSource({
    "1,",
    "2, 2",
    "4, 4",
    "8, 8",
    "16, 4 4",
    "32, 4 8",
    "64, 8 8",
    "128, 4 4 8",
    "1024, 4 4 8 8",
    "2048, 4 4 4 4 8",
    "3, 3",
    "10, 5 2",
    "360, 5 3 3 8",
    "6000, 5 5 5 3 4 4"
  })
  void odd_factors_come_first_and_eights_last(int n, String radices) {
    assertThat(BatchPlan.of(BatchPlan.Key.complex(n)).stages())
        .extracting(Stage::radix)
        .containsExactly(
            radices == null
                ? new Integer[0]
                : Arrays.stream(radices.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 12, 60, 64, 1000, 1024, 3840})
  void every_element_has_a_row(int n) {
    int[] order = BatchPlan.of(BatchPlan.Key.complex(n)).order();
    assertThat(order[0]).isZero();
    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 14, 1001})
  void other_factors_are_refused(int n) {
    assertThatThrownBy(() -> BatchPlan.of(BatchPlan.Key.complex(n)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only factors 2, 3 and 5: %d", n);
  }

  @ParameterizedTest
  @CsvSource({"12, 4", "12, 6"})
  void factors_must_be_those_of_the_length(int n, int radix) {
    assertThatThrownBy(() -> BatchPlan.of(BatchPlan.Key.complex(n), radix))
        .hasMessageContaining("not the factors of 12");
  }
}
