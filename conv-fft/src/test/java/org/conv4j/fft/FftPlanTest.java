package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is cropped, how long the transforms are, and where the window lies. */
class FftPlanTest {
  private static final int LARGEST_EXTENT = 9;

  private static FftPlan plan(String operands, Mode mode) {
    return FftPlan.of(Operands.of(operands).geometry(mode), FftPlan.Lengths.CHEAPEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FULL  | 6 * 3         | [6] * [3] by transforms of [8], window [8] at [0]",
        "SAME  | 6 * 3         | [6] * [3] by transforms of [8], window [6] at [1]",
        "VALID | 6 * 3         | [6] * [3] by transforms of [8], window [4] at [2]",
        "VALID | 3 * 6         | [3] * [6] by transforms of [8], window [4] at [2]",
        "SAME  | 3 * 101       | [3] * [5] by transforms of [8], window [3] at [2]",
        "SAME  | 1 * 100       | [1] * [1] by transforms of [1], window [1] at [0]",
        "FULL  | 1 * 1         | [1] * [1] by transforms of [1], window [1] at [0]",
        "FULL  | 1x5x1 * 1x3x1 | [5] * [3] by transforms of [8], window [7] at [0]",
        "FULL  | 5x1 * 3x1     | [5] * [3] by transforms of [8], window [7] at [0]",
        "FULL  | 5x1 * 1x3     | [5, 1] * [1, 3] by transforms of [5, 4], window [5, 3] at [0, 0]",
        "FULL  | 1x1x1 * 1x1x1 | [1] * [1] by transforms of [1], window [1] at [0]",
        "VALID | 9x8 * 3x8     | [9, 8] * [3, 8] by transforms of [9, 8], window [7, 1] at [2, 7]",
      })
  void plans_crop_operands_and_drop_axes_of_one_element(
      Mode mode, String operands, String expected) {
    assertThat(plan(operands, mode)).hasToString(expected);
  }

  @ParameterizedTest
  @EnumSource
  void scalars_are_planned_as_one_row_of_one_element(Mode mode) {
    Geometry geometry = Geometry.of(Shape.SCALAR, Shape.SCALAR, mode, Convention.SCIPY);
    FftPlan plan = FftPlan.of(geometry, FftPlan.Lengths.CHEAPEST);
    assertThat(plan).hasToString("[1] * [1] by transforms of [1], window [1] at [0]");
    assertThat(plan.rank()).isEqualTo(1);
    assertThat(SpectrumPasses.rowLength(plan.lengths())).isEqualTo(2);
  }

  @Test
  void rows_have_room_for_half_a_spectrum_and_its_middle() {
    assertThat(SpectrumPasses.rowLength(plan("6 * 3", Mode.FULL).lengths())).isEqualTo(10);
    assertThat(SpectrumPasses.rowLength(plan("5x1 * 1x3", Mode.FULL).lengths())).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"6 * 3, 8", "1 * 1, 1", "9 * 9, 32", "1000x3 * 25x7, 1024 16"})
  void lengths_may_be_restricted_to_powers_of_two(String operands, String expected) {
    Geometry geometry = Operands.of(operands).geometry(Mode.FULL);
    FftPlan plan = FftPlan.of(geometry, FftPlan.Lengths.POWERS_OF_TWO);
    assertThat(IntStream.of(plan.lengths()).mapToObj(String::valueOf).toArray())
        .isEqualTo(expected.split(" ", -1));
  }

  // ---- Every pair of small extents ------------------------------------------------------------

  private interface Extents {
    void accept(int n, int k);
  }

  private static void forAllExtents(Extents action) {
    for (int n = 1; n <= LARGEST_EXTENT; n++) {
      for (int k = 1; k <= LARGEST_EXTENT; k++) {
        action.accept(n, k);
      }
    }
  }

  private static FftPlan plan(int n, int k, Mode mode) {
    return plan(n + " * " + k, mode);
  }

  /** Whether the window of the cropped operands' cyclic convolution is free of aliases. */
  private static boolean longEnough(FftPlan plan, int length) {
    int from = plan.from()[0];
    int to = from + plan.output()[0];
    int full = plan.a().size()[0] + plan.b().size()[0] - 1;
    return to <= length
        && IntStream.range(0, full)
            .filter(m -> m < from || m >= to)
            .map(m -> m % length)
            .noneMatch(m -> m >= from && m < to);
  }

  @ParameterizedTest
  @EnumSource
  void a_transform_is_the_cheapest_that_keeps_aliases_out_of_the_window(Mode mode) {
    forAllExtents(
        (n, k) -> {
          FftPlan plan = plan(n, k, mode);
          int enough =
              IntStream.iterate(1, length -> length + 1)
                  .filter(length -> longEnough(plan, length))
                  .findFirst()
                  .getAsInt();
          int expected = enough == 1 ? 1 : FastLength.cheapest(enough, true);
          assertThat(plan.lengths()).as("%s", plan).containsExactly(expected);
          assertThat(longEnough(plan, expected)).as("%s", plan).isTrue();
        });
  }

  /** On an axis that is not the last, odd lengths may do. */
  @ParameterizedTest
  @EnumSource
  void outer_axes_are_planned_alike_but_for_odd_lengths(Mode mode) {
    forAllExtents(
        (n, k) -> {
          FftPlan outer = plan(n + "x2 * " + k + "x2", mode);
          if (outer.rank() == 1) {
            assertThat(n * k).as("the axis is dropped").isEqualTo(1);
            return;
          }
          FftPlan inner = plan(n, k, mode);
          assertThat(outer.from()[0]).isEqualTo(inner.from()[0]);
          assertThat(outer.a().size()[0]).isEqualTo(inner.a().size()[0]);
          assertThat(outer.b().size()[0]).isEqualTo(inner.b().size()[0]);
          int length = outer.lengths()[0];
          assertThat(longEnough(inner, length)).as("%s", outer).isTrue();
          assertThat(FastLength.cost(length))
              .isLessThanOrEqualTo(FastLength.cost(inner.lengths()[0]));
        });
  }

  /** By the definition of a cyclic convolution, in whole numbers; there is no transform in it. */
  @ParameterizedTest
  @EnumSource
  void the_planned_cyclic_convolution_holds_the_window(Mode mode) {
    forAllExtents(
        (n, k) -> {
          Operands operands = Operands.of(n + " * " + k);
          FftPlan plan = plan(n, k, mode);
          NdArray in1 = Operands.integers(operands.in1(), 1);
          NdArray in2 = Operands.integers(operands.in2(), 2);
          double[] cyclic = new double[plan.lengths()[0]];
          for (int i = 0; i < plan.a().size()[0]; i++) {
            for (int j = 0; j < plan.b().size()[0]; j++) {
              cyclic[(i + j) % cyclic.length] +=
                  in1.doubles()[plan.a().from()[0] + i] * in2.doubles()[plan.b().from()[0] + j];
            }
          }
          double[] window = new double[plan.output()[0]];
          System.arraycopy(cyclic, plan.from()[0], window, 0, window.length);
          assertThat(NdArray.of(window))
              .as("%s %s", operands, plan)
              .isEqualTo(LiteralSum.of(in1, in2).window(operands.geometry(mode)).plain());
        });
  }

  @ParameterizedTest
  @EnumSource
  void convolving_by_the_plan_gives_the_literal_sum(Mode mode) {
    forAllExtents(
        (n, k) -> {
          Operands operands = Operands.of(n + " * " + k);
          NdArray in1 = Operands.integers(operands.in1(), 3);
          NdArray in2 = Operands.integers(operands.in2(), 4);
          double[] y =
              CyclicConvolutionTest.apply(
                  plan(n, k, mode), 1, DoublePrecision.INSTANCE, in1.doubles(), in2.doubles());
          assertThat(Operands.rounded(NdArray.of(y)))
              .as("%s", operands)
              .isEqualTo(LiteralSum.of(in1, in2).window(operands.geometry(mode)).plain());
        });
  }
}
