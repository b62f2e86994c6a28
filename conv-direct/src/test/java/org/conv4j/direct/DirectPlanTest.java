package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What will be computed, and its division into blocks. */
class DirectPlanTest {
  private static final List<Kernel<?>> KERNELS =
      List.of(Kernels.SCALAR.doubles(), Kernels.FASTEST.doubles(), Kernels.FASTEST.floats());

  private static DirectPlan plan(String operands, Mode mode) {
    return DirectPlan.of(Operands.of(operands).geometry(mode));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FULL  | 6 * 3     | x [6], h [3], y [8] at [0]",
        "SAME  | 6 * 3     | x [6], h [3], y [6] at [1]",
        "VALID | 6 * 3     | x [6], h [3], y [4] at [2]",
        "FULL  | 3 * 6     | x [6], h [3], y [8] at [0], swapped",
        "SAME  | 3 * 6     | x [6], h [3], y [3] at [2], swapped",
        "VALID | 3 * 6     | x [6], h [3], y [4] at [2], swapped",
        "FULL  | 4 * 4     | x [4], h [4], y [7] at [0]",
        "FULL  | 2x5 * 9x4 | x [2, 5], h [9, 4], y [10, 8] at [0, 0]",
        "SAME  | 9x4 * 2x5 | x [2, 5], h [9, 4], y [9, 4] at [0, 2], swapped",
      })
  void the_operand_with_the_longer_last_axis_slides(Mode mode, String operands, String expected) {
    assertThat(plan(operands, mode)).hasToString(expected);
  }

  @Test
  void a_scalar_is_one_row_of_one_element() {
    for (Mode mode : Mode.values()) {
      Geometry geometry = Geometry.of(Shape.SCALAR, Shape.SCALAR, mode, Convention.SCIPY);
      DirectPlan plan = DirectPlan.of(geometry);
      assertThat(plan).hasToString("x [1], h [1], y [1] at [0]");
    }
  }

  @Test
  void rows_are_counted_over_all_axes_but_the_last() {
    DirectPlan plan = plan("3x4x5 * 2x2x2", Mode.FULL);
    assertThat(plan.last()).isEqualTo(2);
    assertThat(plan.rows()).isEqualTo(4 * 5);
    assertThat(plan.columns()).isEqualTo(6);
    assertThat(plan.whole()).hasToString("[0, 0, 0] to [4, 5, 6]");
    assertThat(new Block(new int[] {1, 2, 3}, new int[] {3, 4, 5}).rows(plan.y()))
        .containsExactly(7, 8, 12, 13);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 * 1",
        "16383 * 1",
        "16384 * 1",
        "16385 * 1",
        "32768 * 2",
        "50000 * 7",
        "3 * 40000",
        "200x300 * 5x5",
        "128x128 * 1x1",
        "129x128 * 1x1",
        "16384x1 * 3x1",
        "3x16385 * 1x1",
        "2x20000 * 2x33",
        "1x1x70000 * 1x1x1",
        "40x41x42 * 3x3x3",
        "8x8x8x8x8 * 3x3x2x2x2",
      })
  void blocks_cover_the_output_exactly_once(String operands) {
    for (Mode mode : Operands.of(operands).modes()) {
      DirectPlan plan = plan(operands, mode);
      int[] times = new int[plan.rows() * plan.columns()];
      for (Kernel<?> kernel : KERNELS) {
        Arrays.fill(times, 0);
        for (Block block : plan.blocks(kernel.blockExtents(plan))) {
          for (int row : block.rows(plan.y())) {
            for (int column = block.fromColumn(); column < block.toColumn(); column++) {
              times[row * plan.columns() + column]++;
            }
          }
        }
        assertThat(times).as("%s %s", mode, plan).containsOnly(1);
      }
    }
  }

  @Test
  void a_large_output_has_many_blocks() {
    DirectPlan plan = plan("1000x1001 * 5x5", Mode.SAME);
    for (Kernel<?> kernel : KERNELS) {
      assertThat(plan.blocks(kernel.blockExtents(plan))).hasSizeGreaterThan(9);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FULL  | 1x9 * 1x4           | x [9], h [4], y [12] at [0]",
        "SAME  | 9x1x8 * 4x1x3       | x [9, 8], h [4, 3], y [9, 8] at [1, 1]",
        "FULL  | 5x7x3 * 2x4x1       | x [5, 21], h [2, 4], 3 apart, y [6, 30] at [0, 0]",
        "SAME  | 5x7x3 * 2x4x1       | x [5, 21], h [2, 4], 3 apart, y [5, 21] at [0, 3]",
        "VALID | 5x7x2x3 * 2x4x1x1   | x [5, 42], h [2, 4], 6 apart, y [4, 24] at [1, 18]",
        "FULL  | 5x7x99 * 2x4x1      | x [5, 7, 99], h [2, 4, 1], y [6, 10, 99] at [0, 0, 0]",
        "SAME  | 2x4x1 * 5x7x3       | x [5, 7, 3], h [2, 4, 1], y [2, 4, 1] at [2, 3, 1], swapped",
      })
  void axes_without_taps_are_left_out_or_joined(Mode mode, String operands, String expected) {
    assertThat(plan(operands, mode)).hasToString(expected);
  }
}
