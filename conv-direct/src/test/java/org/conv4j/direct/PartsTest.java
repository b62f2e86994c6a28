package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of taps, tiles, and sums over samples. */
class PartsTest {
  /** Four taps together cost 20, two 12 and one 9; zeros fill up a group if that is cheaper. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, 0, 1, 9",
    "2, 1, 0, 2, 0, 12",
    "3, 1, 4, 0, 0, 20",
    "4, 1, 4, 0, 0, 20",
    "5, 1, 4, 0, 1, 29",
    "6, 1, 4, 2, 0, 32",
    "7, 1, 8, 0, 0, 40",
    "8, 1, 8, 0, 0, 40",
    "1, 8, 0, 0, 1, 9",
    "8, 8, 0, 0, 8, 72",
    "10, 8, 0, 0, 10, 90",
    "11, 8, 0, 16, 0, 96",
    "16, 8, 0, 16, 0, 96",
    "23, 8, 0, 16, 7, 159",
    "24, 8, 32, 0, 0, 160",
    "40, 8, 32, 0, 8, 232",
    "43, 8, 32, 16, 0, 256",
  })
  void groups_are_the_cheapest(int taps, int spread, int fours, int twos, int ones, double cost) {
    TapGroups groups = TapGroups.of(taps, spread);
    assertThat(groups).isEqualTo(new TapGroups(fours, twos, ones));
    assertThat(groups.cost()).isEqualTo(cost);
    assertThat(groups.padded()).isEqualTo(fours + twos + ones).isGreaterThanOrEqualTo(taps);
  }

  @Test
  void groups_of_each_size_follow_each_other() {
    TapGroups groups = new TapGroups(8, 2, 1);
    assertThat(new int[] {groups.from(4), groups.to(4)}).containsExactly(0, 8);
    assertThat(new int[] {groups.from(2), groups.to(2)}).containsExactly(8, 10);
    assertThat(new int[] {groups.from(1), groups.to(1)}).containsExactly(10, 11);
  }

  @Test
  void up_to_32_parts_are_all_looked_at_and_of_more_some_in_equal_distances() {
    assertThat(Tally.samples(1)).isEqualTo(1);
    assertThat(Tally.samples(31)).isEqualTo(31);
    assertThat(Tally.samples(32)).isEqualTo(32);
    assertThat(Tally.samples(5_000_000_000L)).isEqualTo(32);
    for (int i = 0; i < 32; i++) {
      assertThat(Tally.sample(i, 32)).isEqualTo(i);
      assertThat(Tally.sample(i, 20)).isEqualTo(i);
      assertThat(Tally.sample(i, 320)).isEqualTo(10L * i + 5);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 5, 1", "5, 5, 1", "6, 5, 2", "10, 5, 2", "11, 5, 3"})
  void parts_cover_an_extent(long extent, long most, long parts) {
    assertThat(Tally.parts(extent, most)).isEqualTo(parts);
  }

  @Test
  void terms_of_a_window_are_pairs_of_indices_that_add_up_to_one_of_it() {
    for (int x = 1; x <= 6; x++) {
      for (int h = 1; h <= 6; h++) {
        for (int offset = 0; offset < x + h - 1; offset++) {
          for (int y = 1; offset + y <= x + h - 1; y++) {
            int pairs = 0;
            for (int i = 0; i < x; i++) {
              for (int j = 0; j < h; j++) {
                pairs += i + j >= offset && i + j < offset + y ? 1 : 0;
              }
            }
            assertThat(Tally.terms(x, h, y, offset)).isEqualTo(pairs);
          }
        }
      }
    }
  }

  @Test
  void a_tally_adds_moves_and_multiplies() {
    Tally tally = new Tally();
    assertThat(tally.of(Work.CALL)).isZero();
    tally.add(Work.CALL, 2);
    tally.add(Work.CALL, 3);
    tally.add(Work.OUTPUT, 7);
    tally.move(Work.CALL, Work.DENSE_PASS);
    tally.times(10);
    assertThat(tally.of(Work.CALL)).isZero();
    assertThat(tally.of(Work.DENSE_PASS)).isEqualTo(50);
    assertThat(tally.counts()).hasSameSizeAs(Work.values());
    assertThat(tally.counts()[List.of(Work.values()).indexOf(Work.OUTPUT)]).isEqualTo(70);
    tally.move(Work.OUTPUT, Work.DENSE_PASS);
    assertThat(tally.of(Work.DENSE_PASS)).isEqualTo(120);
  }

  // ---- Tiles ----------------------------------------------------------------------------------

  private static Tiling tiling(String operands) {
    return Tiling.of(DirectPlan.of(Operands.of(operands).geometry(Mode.FULL)), 8, 512);
  }

  @Test
  void taps_are_grouped_along_the_only_axis() {
    assertThat(tiling("1000 * 9")).isEqualTo(new Tiling(false, 1, 64, 8, 4096));
    assertThat(tiling("40x3 * 5x1")).as("joined").isEqualTo(new Tiling(false, 1, 64, 0, 4096));
  }

  @Test
  void taps_are_grouped_down_or_along_whichever_costs_less() {
    assertThat(tiling("100x100 * 4x3")).isEqualTo(new Tiling(true, 4, 16, 1, 192));
    assertThat(tiling("100x100 * 1x32")).isEqualTo(new Tiling(false, 1, 64, 8, 4096));
    assertThat(tiling("9x30x4 * 8x4x1")).isEqualTo(new Tiling(true, 4, 16, 1, 48));
  }

  // ---- Kernels --------------------------------------------------------------------------------

  /** On several axes, fewer than three terms for each element of x are not worth a copy of it. */
  @ParameterizedTest
  @CsvSource({
    "90x80 * 1x2, false",
    "90x80 * 1x3, true",
    "90x80 * 2x2, true",
    "2x2 * 90x80, true",
    "1x2 * 90x80, false",
    "90 * 1, true",
    "90 * 2, true",
  })
  void few_terms_go_to_the_scalar_kernel(String operands, boolean dense) {
    Geometry geometry = Operands.of(operands).geometry(Mode.FULL);
    assertThat(
            DirectConvolution.fastest(geometry, DirectPlan.of(geometry), KernelTest.PLAIN).name())
        .isEqualTo(dense ? "plain" : "scalar");
  }

  @Test
  void the_elements_of_x_are_those_of_all_axes() {
    Geometry geometry = Operands.of("90x80x7 * 2x3x4").geometry(Mode.SAME);
    assertThat(DirectPlan.of(geometry).sizeOfX()).isEqualTo(90 * 80 * 7);
  }

  /** As they were measured to be good: rows of whole tiles, and what they need of x in a cache. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000x1000 * 5x5        | 92 336    | 50688",
        "1000x1000 * 40x40      | 44 352    | 42496",
        "2000x9 * 7x3           | 224 11    | 118272",
        "100x100x100 * 3x4x5    | 13 12 104 | 115200",
        "300x20x30 * 100x3x3    | 10 12 32  | 138240",
        "100000 * 50            | 4032      | 4081",
        "9000 * 9000            | 3648      | 7743",
        "30x400x20 * 3x50x1     | 32 352    | 17920",
        "50x50x50x50 * 2x2x2x2  | 5 5 4 51  | 129024",
      })
  void blocks_are_so_large(String operands, String extents, double buffer) {
    DirectPlan plan = DirectPlan.of(Operands.of(operands).geometry(Mode.FULL));
    DenseKernel<double[]> kernel = new DenseKernel<>(new PlainMicroKernel(8, 512), Double.BYTES);
    assertThat(Arrays.stream(kernel.blockExtents(plan)).mapToObj(Integer::toString))
        .containsExactly(extents.split(" ", -1));
    Tally tally = new Tally();
    kernel.count(plan, tally);
    assertThat(tally.of(Work.DENSE_BUFFER)).isEqualTo(buffer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000x1000 * 5x5   | 16 1004",
        "100000 * 50       | 16384",
        "9x8 * 3x5         | 11 12",
        "20x30x40 * 2x2x2  | 12 31 41",
      })
  void blocks_of_the_scalar_kernel_are_whole_rows(String operands, String extents) {
    DirectPlan plan = DirectPlan.of(Operands.of(operands).geometry(Mode.FULL));
    assertThat(
            Arrays.stream(Kernels.SCALAR.doubles().blockExtents(plan)).mapToObj(Integer::toString))
        .containsExactly(extents.split(" ", -1));
  }

  @Test
  void integers_are_always_in_range() {
    assertThat(Kernels.SCALAR.longs().inRange(new long[] {0, Long.MIN_VALUE}, 0, 2, 9)).isTrue();
    assertThat(Kernels.SCALAR.ints().inRange(new int[] {0, Integer.MAX_VALUE}, 0, 2, 9)).isTrue();
  }

  /** Neither infinite nor NaN nor tiny; magnitudes, and nothing outside of the range. */
  @Test
  void every_kernel_sees_what_is_out_of_range() {
    for (Kernels kernels : List.of(Kernels.DEFINITION, Kernels.SCALAR, KernelTest.PLAIN)) {
      double[] y = {Double.NaN, 1, -0.5, 2, 0};
      float[] floats = {Float.NaN, 1, -0.5f, 2, 0};
      assertThat(kernels.doubles().inRange(y, 1, 4, 0.5)).as(kernels.name()).isTrue();
      assertThat(kernels.doubles().inRange(y, 0, 4, 0.5)).isFalse();
      assertThat(kernels.doubles().inRange(y, 1, 5, 0.5)).isFalse();
      assertThat(kernels.doubles().inRange(y, 1, 4, 0.6)).isFalse();
      assertThat(kernels.floats().inRange(floats, 1, 4, 0.5)).isTrue();
      assertThat(kernels.floats().inRange(floats, 0, 4, 0.5)).isFalse();
      assertThat(kernels.floats().inRange(floats, 1, 5, 0.5)).isFalse();
      y[2] = Double.NEGATIVE_INFINITY;
      floats[2] = Float.POSITIVE_INFINITY;
      assertThat(kernels.doubles().inRange(y, 1, 4, 0.5)).isFalse();
      assertThat(kernels.floats().inRange(floats, 1, 4, 0.5)).isFalse();
      y[2] = Double.MAX_VALUE;
      floats[2] = -Float.MAX_VALUE;
      assertThat(kernels.doubles().inRange(y, 1, 4, 0.5)).isTrue();
      assertThat(kernels.floats().inRange(floats, 1, 4, 0.5)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "64 * 64, FLOAT64, true",
    "65 * 64, FLOAT64, false",
    "8x8 * 8x8, FLOAT64, true",
    "8x8 * 8x9, FLOAT64, false",
    "2x2x2 * 2x2x2, FLOAT64, false",
    "64 * 64, FLOAT32, false",
    "64 * 64, COMPLEX128, false",
  })
  void a_few_doubles_on_one_or_two_axes_are_small(String operands, DType dtype, boolean small) {
    Geometry geometry = Operands.of(operands).geometry(Mode.FULL);
    assertThat(DirectConvolver.suitsSmall(geometry, dtype)).isEqualTo(small);
  }

  /** It has no estimate of its own. */
  @Test
  void the_definition_counts_as_the_scalar_kernel_does() {
    DirectPlan plan = DirectPlan.of(Operands.of("90x80 * 7x5").geometry(Mode.FULL));
    Tally definition = new Tally();
    Kernels.DEFINITION.doubles().count(plan, definition);
    Tally scalar = new Tally();
    Kernels.SCALAR.doubles().count(plan, scalar);
    assertThat(definition.counts()).isEqualTo(scalar.counts());
    assertThat(scalar.of(Work.SCALAR_DOUBLE)).isPositive();
  }

  @Test
  void hash_codes_differ_as_the_convolvers_do() {
    DirectConvolver direct = new DirectConvolver();
    assertThat(direct.withParallelism(2).hashCode())
        .isNotEqualTo(direct.withParallelism(3).hashCode());
  }
}
