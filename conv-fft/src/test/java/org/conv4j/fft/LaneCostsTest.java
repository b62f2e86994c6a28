package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.conv4j.fft.Costs.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine in lanes says that it does, here in eight of them. */
class LaneCostsTest {
  private static final LaneEngine<double[]> EIGHT = new LaneEngine<>("plain", new PlainLanes(8));

  private static double[] counts(String operands, boolean complex, String lengths) {
    Costs costs = new Costs();
    Geometry geometry = Operands.of(operands).geometry(Mode.FULL);
    EIGHT.count(Tiling.plan(geometry, false, complex, lengths), Channels.ONE, costs);
    return costs.counts();
  }

  private static double of(double[] counts, Part part) {
    return counts[Arrays.asList(Part.values()).indexOf(part)];
  }

  /** 64 tiles of 32 complex numbers are eight batches, each there and back, and the kernel. */
  @Test
  void tiles_in_lanes_are_transformed_in_batches() {
    double[] counts = counts("3040 * 17", false, "64o");
    assertThat(of(counts, Part.LANE_BATCH)).isEqualTo(9);
    assertThat(of(counts, Part.LANE_MOVE)).isEqualTo(17 * 32);
    assertThat(of(counts, Part.LANE_RADIX_4)).isEqualTo(17 * 32);
    assertThat(of(counts, Part.LANE_RADIX_8)).isEqualTo(17 * 32);
    assertThat(of(counts, Part.LANE_RADIX_2)).isZero();
    assertThat(of(counts, Part.LANE_ROOM)).isEqualTo(2 * 32 * 8);
    assertThat(of(counts, Part.LANE_MEMORY)).isZero();
    assertThat(of(counts, Part.LANE_GROUP)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 2, 0",
    "6, 3, 1",
    "12, 3, 1",
    "10, 5, 1",
    "90, 3, 2",
    "90, 5, 1",
    "50, 5, 2",
    "4, 3, 0",
    "10, 2, 1",
    "16, 4, 2",
    "64, 8, 2",
    "8, 4, 0"
  })
  void stages_are_counted_by_radix(int length, int radix, int stages) {
    // One axis of complex numbers: all tiles in lanes.
    double[] counts = counts(9 * length + " * 2", true, length + "o");
    double transforms = of(counts, Part.LANE_MOVE) / length;
    Part part = Part.valueOf("LANE_RADIX_" + radix);
    assertThat(of(counts, part)).isEqualTo(stages * transforms * length);
  }

  /** Eight lanes of 8192 complex numbers just fit the second-level cache. */
  @Test
  void batches_beyond_the_cache_go_to_memory() {
    double[] cached = counts("200000 * 100", false, "16384o");
    assertThat(of(cached, Part.LANE_MEMORY)).isZero();
    double[] far = counts("400000 * 100", false, "32768o");
    double batches = of(far, Part.LANE_BATCH) - 1;
    assertThat(batches).isEqualTo(2);
    assertThat(of(far, Part.LANE_MEMORY)).isEqualTo(batches * 16384);
  }

  /**
   * 2048 complex numbers are 32 rows of 64: eight groups of columns and four of rows, for the
   * signal and for the result; the kernel is in one group of columns.
   */
  @Test
  void a_long_tile_is_transformed_by_columns_and_rows() {
    assertThat(LaneEngine.width(2048, 8)).isEqualTo(64);
    double[] counts = counts("3990 * 3", false, "4096");
    assertThat(of(counts, Part.LANE_GROUP)).isEqualTo(12 + 12 + 5);
    assertThat(of(counts, Part.LANE_MOVE)).isEqualTo((8 + 8 + 1) * 32 + 3 * 4 * 64);
    assertThat(of(counts, Part.LANE_TILE)).isEqualTo(1);
    assertThat(of(counts, Part.LANE_ROOM)).isEqualTo(2 * 2048);
    assertThat(of(counts, Part.LANE_BATCH)).isZero();
  }

  /** More than 2^16 numbers go beyond the second-level cache, more than 2^18 to memory. */
  @ParameterizedTest
  @CsvSource({
    "100000 * 9000, 131072, false, false",
    "150000 * 9000, 262144, true, false",
    "400000 * 9000, 524288, true, false",
    "600000 * 9000, 1048576, true, true",
  })
  void large_tiles_go_to_memory(String operands, String length, boolean memory, boolean far) {
    double[] counts = counts(operands, false, length);
    double moved = of(counts, Part.LANE_MOVE);
    assertThat(moved).isPositive();
    assertThat(of(counts, Part.LANE_MEMORY)).isEqualTo(memory ? moved : 0);
    assertThat(of(counts, Part.LANE_FAR)).isEqualTo(far ? moved : 0);
  }

  /**
   * Twelve rows of sixteen complex numbers, folded along the first axis: of the signal 14 columns
   * are transformed, of the kernel 3, of the result 16, each by two groups but for the kernel's.
   */
  @Test
  void a_grid_is_transformed_along_each_axis() {
    double[] counts = counts("22x14 * 3x3", false, "24x16");
    // Along the first axis groups of columns, along the last groups of the twelve rows.
    assertThat(of(counts, Part.LANE_GROUP)).isEqualTo((2 + 1 + 2) + 3 * 2);
    assertThat(of(counts, Part.LANE_MOVE)).isEqualTo((2 + 1 + 2) * 12 + 3 * 2 * 16);
    assertThat(of(counts, Part.LANE_RADIX_3)).isEqualTo(5 * 12);
    assertThat(of(counts, Part.LANE_RADIX_4)).isEqualTo(5 * 12 + 3 * 2 * 16 * 2);
    assertThat(of(counts, Part.LANE_ROOM)).isEqualTo(2 * 12 * 16);
    assertThat(of(counts("6x7x8 * 3x2x4", false, "8x8x12"), Part.LANE_ROOM))
        .isEqualTo(3 * 4 * 8 * 12);
  }

  /** Of each of 64 rows, real and imaginary parts: for 120 numbers 4 coarse ones, and 32 fine. */
  @Test
  void the_factors_of_a_long_tile_are_coarse_and_fine_ones() {
    assertThat(new Turn.Key(BatchPlan.Key.complex(64), 120).size()).isEqualTo(2 * 64 * (4 + 32));
  }

  /** From there on they fill more than half of a batch. */
  @Test
  void more_than_half_as_many_tiles_as_lanes_are_done_in_lanes() {
    assertThat(of(counts("176 * 17", false, "64o"), Part.LANE_TILE)).isEqualTo(4);
    assertThat(of(counts("176 * 17", false, "64o"), Part.LANE_BATCH)).isZero();
    assertThat(of(counts("224 * 17", false, "64o"), Part.LANE_TILE)).isZero();
    assertThat(of(counts("224 * 17", false, "64o"), Part.LANE_BATCH)).isEqualTo(2);
    assertThat(EIGHT.name()).isEqualTo("plain");
  }

  // ---- Lengths --------------------------------------------------------------------------------

  @Test
  void lengths_are_whole_lanes_along_one_axis_and_even_where_real_numbers_are_folded() {
    assertThat(EIGHT.unit(0, 1, false)).isEqualTo(16);
    assertThat(EIGHT.unit(0, 1, true)).isEqualTo(8);
    assertThat(EIGHT.unit(0, 2, false)).isEqualTo(2);
    assertThat(EIGHT.unit(1, 2, false)).isEqualTo(1);
    assertThat(EIGHT.unit(0, 2, true)).isEqualTo(1);
    assertThat(EIGHT.unit(2, 3, true)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 5.2", // 2 * 2.6
    "3, 12", // 3 * 4
    "4, 14.4", // 4 * 3.6
    "5, 33", // 5 * 6.6
    "8, 40", // 8 * 5
    "30, 396", // 30 * (2.6 + 4 + 6.6)
    "96, 1209.6", // 96 * (4 + 3.6 + 5)
    "720, 16416", // 720 * (2 * 4 + 6.6 + 2 * 3.6 + 0 + 0)
  })
  void a_length_costs_its_stages(int length, double cost) {
    assertThat(EIGHT.lengthCost(length)).isCloseTo(length == 720 ? 720 * 21.8 : cost, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "2048, 8, 64",
    "64, 8, 8",
    "32, 8, 8",
    "240, 8, 16",
    "4096, 4, 64",
    "200, 8, 8",
    "48, 3, 6"
  })
  void rows_are_about_as_long_as_columns(int n, int lanes, int width) {
    assertThat(LaneEngine.width(n, lanes)).isEqualTo(width);
  }
}
