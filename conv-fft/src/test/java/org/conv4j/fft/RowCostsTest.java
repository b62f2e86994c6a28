package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convention;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.Operands;
import org.conv4j.fft.Costs.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine in plain Java says it does. */
class RowCostsTest {
  private static double[] counts(String operands, boolean complex, String lengths) {
    Costs costs = new Costs();
    Geometry geometry = Operands.of(operands).geometry(Mode.FULL);
    RowEngine.DOUBLES.count(Tiling.plan(geometry, false, complex, lengths), Channels.ONE, costs);
    return costs.counts();
  }

  private static double of(double[] counts, Part part) {
    return counts[Arrays.asList(Part.values()).indexOf(part)];
  }

  @Test
  void one_row_is_three_transforms_of_real_numbers() {
    double[] counts = counts("100 * 29", false, "128");
    assertThat(of(counts, Part.ROW_POWER)).isEqualTo(3 * 128 * 7);
    assertThat(of(counts, Part.ROW_MIXED)).isZero();
    assertThat(of(counts("100 * 29", false, "144"), Part.ROW_POWER)).isZero();
  }

  /** 64 tiles of 32 complex numbers, and the kernel: five doublings each, forth and back. */
  @Test
  void tiles_side_by_side_are_counted_one_by_one_and_by_blocks() {
    double[] counts = counts("3040 * 17", false, "64o");
    double doublings = 5.3;
    assertThat(of(counts, Part.ROW_TILE)).isEqualTo(64);
    assertThat(of(counts, Part.WIDE_BUTTERFLY)).isEqualTo((2 * 64 + 1) * 32 * doublings);
    assertThat(of(counts, Part.WIDE_ROW)).isEqualTo(3 * 32 * doublings + 32);
    assertThat(of(counts, Part.WIDE_TURN)).isEqualTo(64 * (64 + 48));
  }

  /** 5 rows of the signal, 3 of the kernel and 7 of the result; 8 columns of 8 numbers. */
  @Test
  void padding_and_what_nobody_asked_for_do_not_count() {
    double[] counts = counts("5x14 * 3x3", false, "8x16");
    double rows = (5 + 3 + 7) * 8 * 3.3;
    double columns = 3 * 8 * 8 * 3.3;
    assertThat(of(counts, Part.WIDE_BUTTERFLY)).isEqualTo(rows + columns);
  }

  @ParameterizedTest
  @CsvSource({"100 * 29, 144", "3040 * 17, 64o", "50x60 * 7x8, 60x72", "9x9x9 * 2x3x4, 5ox12x6o"})
  void complex_numbers_take_more_than_real_ones(String operands, String lengths) {
    double[] real = counts(operands, false, lengths);
    double[] complex = counts(operands, true, lengths);
    for (Part part : Part.values()) {
      assertThat(of(complex, part)).as("%s", part).isGreaterThanOrEqualTo(of(real, part));
    }
    assertThat(complex).isNotEqualTo(real);
  }

  @Test
  void what_no_array_holds_takes_forever() {
    Geometry geometry =
        Geometry.of(Shape.of(20000, 1), Shape.of(1, 100000), Mode.FULL, Convention.SCIPY);
    Costs costs = new Costs();
    RowEngine.DOUBLES.count(Tiling.plan(geometry, true, true, "32768x131072"), Channels.ONE, costs);
    assertThat(of(costs.counts(), Part.CALL)).isInfinite();
  }

  /** Half as many complex numbers as real ones, which an array holds up to 2^31 - 1. */
  @Test
  void the_spectrum_of_a_tile_may_fill_an_array() {
    double[] real = counts("20000x3 * 3x60000", false, "32768x65536");
    assertThat(of(real, Part.CALL)).isFinite();
    double[] complex = counts("20000x3 * 3x60000", true, "32768x65536");
    assertThat(of(complex, Part.CALL)).isInfinite();
  }

  /** Sixteen of up to 2048 complex numbers each. */
  @ParameterizedTest
  @CsvSource({
    "704 * 17, false, 64o, 15, false",
    "752 * 17, false, 64o, 16, true",
    "70000 * 97, false, 4096o, 18, true",
    "140000 * 97, false, 8192o, 18, false",
    "70000 * 97, true, 4096o, 18, false",
    "35000 * 97, true, 2048o, 18, true",
  })
  void many_short_tiles_stand_side_by_side(
      String operands, boolean complex, String lengths, int tiles, boolean wide) {
    double[] counts = counts(operands, complex, lengths);
    assertThat(of(counts, Part.ROW_TILE)).isEqualTo(tiles);
    assertThat(of(counts, Part.WIDE_ROW) > 0).isEqualTo(wide);
    assertThat(of(counts, Part.ROW_POWER) > 0).isEqualTo(!wide);
  }

  /** 127 tiles of 32 complex numbers are two blocks. */
  @Test
  void side_by_side_tiles_are_in_as_many_blocks_as_they_need() {
    double[] counts = counts("6080 * 17", false, "64o");
    assertThat(of(counts, Part.ROW_TILE)).isEqualTo(127);
    assertThat(of(counts, Part.WIDE_ROW)).isCloseTo(5 * 32 * 5.3 + 2 * 32, within(1e-9));
  }

  @Test
  void rows_of_real_numbers_are_even_and_cost_their_length() {
    for (RowEngine<?> engine : List.of(RowEngine.DOUBLES, RowEngine.FLOATS)) {
      assertThat(engine.name()).isEqualTo("jtransforms");
      assertThat(engine.unit(0, 1, false)).isEqualTo(2);
      assertThat(engine.unit(1, 2, false)).isEqualTo(2);
      assertThat(engine.unit(0, 2, false)).isEqualTo(1);
      assertThat(engine.unit(1, 2, true)).isEqualTo(1);
      assertThat(engine.lengthCost(360)).isEqualTo(360);
    }
  }

  /** As many numbers as are beyond the second-level cache, complex ones counting twice. */
  @ParameterizedTest
  @CsvSource({
    "200000 * 9, 262144, false, false",
    "200000 * 9, 262144, true, true",
    "400000 * 9, 524288, false, true",
  })
  void long_rows_take_longer(String operands, String length, boolean complex, boolean isLong) {
    double[] counts = counts(operands, complex, length);
    double work = of(counts, Part.ROW_POWER);
    double numbers = (complex ? 2 : 1) * Double.parseDouble(length);
    assertThat(work)
        .isCloseTo(
            3 * numbers * Math.log(Double.parseDouble(length)) / Math.log(2), within(1e-6 * work));
    assertThat(of(counts, Part.ROW_LONG)).isEqualTo(isLong ? work : 0);
    assertThat(of(counts, Part.ROW_MOVE)).isEqualTo(4 * numbers);
    assertThat(of(counts, Part.ROW_TILE)).isEqualTo(1);
  }

  @Test
  void few_tiles_of_one_axis_are_rows() {
    double[] counts = counts("300 * 17", false, "64o");
    assertThat(of(counts, Part.ROW_TILE)).isEqualTo(7);
    assertThat(of(counts, Part.ROW_POWER)).isEqualTo((2 * 7 + 1) * 64 * 6);
    assertThat(of(counts, Part.ROW_MOVE)).isEqualTo((3 * 7 + 1) * 64);
  }

  /** 64 tiles of 32 complex numbers, or of 64; and 30 of 2 * 3 * 5. */
  @Test
  void tiles_side_by_side_need_memory_and_stages() {
    assertThat(of(counts("3040 * 17", false, "64o"), Part.WIDE_MEMORY)).isEqualTo(32 * 64);
    double[] complex = counts("3040 * 17", true, "64o");
    assertThat(of(complex, Part.WIDE_MEMORY)).isEqualTo(64 * 64);
    assertThat(of(complex, Part.WIDE_BUTTERFLY)).isEqualTo((2 * 64 + 1) * 64 * 6);
    assertThat(of(complex, Part.WIDE_TURN)).isEqualTo(2 * 64 * (64 + 48));
    double[] odd = counts("1600 * 11", false, "60o");
    double tiles = of(odd, Part.ROW_TILE);
    assertThat(tiles).isEqualTo(33);
    assertThat(of(odd, Part.WIDE_ODD)).isCloseTo((2 * tiles + 1) * 30 * 7.4, within(1e-6));
    assertThat(of(odd, Part.WIDE_BUTTERFLY)).isCloseTo((2 * tiles + 1) * 30 * 1.3, within(1e-6));
  }

  /** Tiles of 12 by 8, of which a step is 10 by 6; inputs at the ends are shorter. */
  @Test
  void tiles_of_a_grid_are_counted_by_what_they_hold_on_the_average() {
    double[] counts = counts("28x22 * 3x3", false, "12ox8o");
    assertThat(of(counts, Part.ROW_TILE)).isEqualTo(3 * 4);
    // 10, 12 and 10 rows of input are 11 on the average, 30 of output are 10; columns 28 / 4, 24 /
    // 4.
    double kernel = 3 * (3 + 2 * 4);
    double given = 12 * (11 * (7 + 2.0 * 4));
    double asked = 12 * (10 * (6 + 2.0 * 4));
    assertThat(of(counts, Part.WIDE_TURN)).isEqualTo(kernel + given + asked);
    assertThat(of(counts, Part.WIDE_MEMORY)).isEqualTo(2 * 12 * 4);
  }
}
