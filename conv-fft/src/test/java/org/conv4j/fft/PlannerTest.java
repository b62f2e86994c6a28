package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which plans are chosen, and that estimates are the sums of what is counted. */
class PlannerTest {
  private static final Planner<double[]> PLANNER = DoublePrecision.INSTANCE.planner();
  private static final FftCostModel MODEL = new FftCostModel();

  private static Geometry geometry(String operands, Mode mode) {
    return Operands.of(operands).geometry(mode);
  }

  private static TilePlan plan(String operands) {
    return PLANNER.plan(geometry(operands, Mode.FULL), false, false).plan();
  }

  @Test
  void a_long_signal_goes_in_tiles_whichever_operand_it_is() {
    for (String operands : new String[] {"1000000 * 100", "100 * 1000000"}) {
      TilePlan plan = plan(operands);
      assertThat(plan.tiles()).as(operands).isGreaterThan(100);
      assertThat(plan.axis(0).span().kernel()).as(operands).isEqualTo(100);
    }
    assertThat(plan("1000000 * 100").swapped()).isFalse();
    assertThat(plan("100 * 1000000").swapped()).isTrue();
  }

  /** So that what is prepared is the second operand. */
  @Test
  void operands_alike_go_in_one_tile_and_keep_their_places() {
    for (String operands : new String[] {"9000 * 10000", "10000 * 9000", "100x90 * 110x95"}) {
      TilePlan plan = plan(operands);
      assertThat(plan.tiles()).as(operands).isEqualTo(1);
      assertThat(plan.swapped()).as(operands).isFalse();
    }
  }

  @Test
  void a_plan_is_made_once() {
    Geometry geometry = geometry("300 * 200", Mode.SAME);
    assertThat(PLANNER.plan(geometry, false, false)).isSameAs(PLANNER.plan(geometry, false, false));
  }

  /** Exactness is proved for these alone. */
  @ParameterizedTest
  @CsvSource({"1000 * 77", "100000 * 300", "40x50 * 7x9", "9x10x11 * 3x4x5"})
  void integers_get_powers_of_two(String operands) {
    TilePlan plan = PLANNER.plan(geometry(operands, Mode.FULL), false, true).plan();
    assertThat(plan.axes()).allMatch(axis -> Integer.bitCount(axis.length()) == 1);
  }

  @ParameterizedTest
  @EnumSource
  void an_estimate_is_the_sum_of_what_is_counted(DType dtype) {
    for (String operands :
        new String[] {"16 * 3", "100000 * 1000", "64x65 * 9x8", "7x8x9 * 3x3x3"}) {
      for (Mode mode : Mode.values()) {
        Geometry geometry = geometry(operands, mode);
        double sum = MODEL.estimateNanos(geometry, dtype);
        assertThat(new FftConvolver().estimateNanos(geometry, dtype))
            .as("%s %s", operands, mode)
            .isCloseTo(sum, offset(1e-9 * sum));
      }
    }
  }

  @Test
  void every_constant_has_a_name_and_a_time() {
    assertThat(MODEL.convolver()).isEqualTo("fft");
    assertThat(MODEL.names()).doesNotHaveDuplicates().hasSize(MODEL.nanos().length);
    assertThat(MODEL.nanos()).doesNotContain(Double.NaN);
    assertThat(Arrays.stream(MODEL.nanos()).min().getAsDouble()).isNotNegative();
  }

  @Test
  void what_is_too_long_has_no_plan_and_no_finite_estimate() {
    Geometry geometry = geometry("1073741824 * 1073741800", Mode.FULL);
    assertThatThrownBy(() -> PLANNER.plan(geometry, false, true))
        .isInstanceOf(ArithmeticException.class);
    assertThat(new FftConvolver().estimateNanos(geometry, DType.INT64)).isInfinite();
    assertThat(MODEL.estimateNanos(geometry, DType.INT64)).isInfinite();
  }
}
