package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

  /** Those of a stage, of a block and of a leg one after another; a leg has a cosine and sines. */
  @ParameterizedTest
  @CsvSource({"1, 0", "12, 0", "12, 3", "60, 3", "64, 0", "64, 3"})
  void every_leg_but_the_first_has_its_twiddles(int n, int quarters) {
    BatchPlan plan = BatchPlan.of(new BatchPlan.Key(n, quarters));
    double[] twiddles = plan.twiddles();
    int next = 0;
    double[] angles = {quarters / 4.0};
    for (Stage stage : plan.stages()) {
      assertThat(stage.twiddle()).isEqualTo(next);
      double[] parts = new double[angles.length * stage.radix()];
      for (int block = 0; block < angles.length; block++) {
        assertThat(stage.twiddle(block)).isEqualTo(next);
        for (int leg = 0; leg < stage.radix(); leg++) {
          parts[block * stage.radix() + leg] = (angles[block] + leg) / stage.radix();
          double angle = 2 * Math.PI * leg * angles[block] / stage.radix();
          if (leg > 0) {
            assertThat(twiddles[next]).isCloseTo(Math.cos(angle), within(1e-14));
            assertThat(twiddles[next + 1]).isCloseTo(Math.sin(angle), within(1e-14));
            assertThat(twiddles[next + 2]).isEqualTo(-twiddles[next + 1]);
            next += BatchPlan.PER_LEG;
          }
        }
      }
      angles = parts;
    }
    assertThat(twiddles).hasSize(next);
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
