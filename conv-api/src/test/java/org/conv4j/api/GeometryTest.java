package org.conv4j.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares with what SciPy and NumPy do, from a table that src/test/python/geometry_table.py
 * writes.
 */
class GeometryTest {
  private static final String TABLE = "geometry.csv";

  private record Row(
      Convention convention, Mode mode, Shape in1, Shape in2, String output, String offset) {
    static Row of(String line) {
      String[] cells = line.split(",", -1);
      return new Row(
          Convention.valueOf(cells[0]),
          Mode.valueOf(cells[1].toUpperCase(Locale.ROOT)),
          shape(cells[2]),
          shape(cells[3]),
          cells[4],
          cells[5]);
    }

    boolean isError() {
      return output.equals("error");
    }

    Geometry geometry() {
      return Geometry.of(in1, in2, mode, convention);
    }
  }

  private static int[] extents(String cell) {
    return cell.equals("scalar")
        ? new int[0]
        : Arrays.stream(cell.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static Shape shape(String cell) {
    return Shape.of(extents(cell));
  }

  private static List<Row> rows() throws IOException {
    try (InputStream stream = GeometryTest.class.getResourceAsStream(TABLE);
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, US_ASCII))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("convention,"))
          .map(Row::of)
          .toList();
    }
  }

  // ---- Against SciPy and NumPy ----------------------------------------------------------------

  @Test
  void the_table_is_complete() throws IOException {
    List<Row> rows = rows();
    // SciPy: 9 * 9 pairs up to rank 1, 16 * 16 of rank 2, 2 * 4 of both; NumPy: 9 * 9 and 4 * 2
    assertThat(rows).filteredOn(row -> row.convention == Convention.SCIPY).hasSize(3 * 345);
    assertThat(rows).filteredOn(row -> row.convention == Convention.NUMPY).hasSize(3 * 89);
    assertThat(rows).filteredOn(Row::isError).hasSize(168);
  }

  @Test
  void shapes_and_offsets_are_those_of_scipy_and_numpy() throws IOException {
    for (Row row : rows()) {
      if (!row.isError()) {
        Geometry geometry = row.geometry();
        assertThat(geometry.output()).as("output of %s", row).isEqualTo(shape(row.output));
        assertThat(geometry.offset()).as("offset of %s", row).isEqualTo(extents(row.offset));
      }
    }
  }

  @Test
  void the_full_shape_is_the_output_of_full_mode() throws IOException {
    for (Row row : rows()) {
      if (!row.isError()) {
        Geometry full = Geometry.of(row.in1, row.in2, Mode.FULL, row.convention);
        assertThat(row.geometry().full()).as("%s", row).isEqualTo(full.output());
      }
    }
  }

  @Test
  void what_scipy_and_numpy_refuse_is_refused_with_both_shapes_in_the_message() throws IOException {
    for (Row row : rows()) {
      if (row.isError()) {
        assertThatThrownBy(row::geometry)
            .as("%s", row)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(row.in1.toString())
            .hasMessageContaining(row.in2.toString());
      }
    }
  }

  // ---- What is refused ------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "SCIPY, 3, 3x2, 'operands must have the same rank: (3,) and (3, 2)'",
    "SCIPY, scalar, 1, 'operands must have the same rank: () and (1,)'",
    "SCIPY, 2x2, 2x2x2, 'operands must have the same rank: (2, 2) and (2, 2, 2)'",
    "SCIPY, 0, 3, 'operands must not be empty: (0,) and (3,)'",
    "SCIPY, 3, 0, 'operands must not be empty: (3,) and (0,)'",
    "SCIPY, 3x3, 0x2, 'operands must not be empty: (3, 3) and (0, 2)'",
    "NUMPY, 0, 0, 'operands must not be empty: (0,) and (0,)'",
    "NUMPY, 0, scalar, 'operands must not be empty: (0,) and (1,)'",
    "NUMPY, 2x2, 2x2, 'NumPy''s convention is one-dimensional: (2, 2) and (2, 2)'",
    "NUMPY, 2, 1x2, 'NumPy''s convention is one-dimensional: (2,) and (1, 2)'",
  })
  void shapes_that_do_not_go_together_are_refused_in_every_mode(
      Convention convention, String in1, String in2, String message) {
    for (Mode mode : Mode.values()) {
      assertThatThrownBy(() -> Geometry.of(shape(in1), shape(in2), mode, convention))
          .as("%s", mode)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
  }

  @Test
  void valid_mode_needs_one_operand_at_least_as_large_on_every_axis() {
    Shape tall = Shape.of(3, 2);
    Shape wide = Shape.of(2, 5);
    assertThatThrownBy(() -> Geometry.of(tall, wide, Mode.VALID, Convention.SCIPY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "valid mode needs one input at least as large on every axis: (3, 2) and (2, 5)");
    assertThat(Geometry.of(tall, wide, Mode.FULL, Convention.SCIPY).output())
        .isEqualTo(Shape.of(4, 6));
  }

  @Test
  void null_is_refused_by_name() {
    Shape one = Shape.of(1);
    assertThatThrownBy(() -> Geometry.of(null, one, Mode.FULL, Convention.SCIPY))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> Geometry.of(one, null, Mode.FULL, Convention.SCIPY))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
    assertThatThrownBy(() -> Geometry.of(one, one, null, Convention.SCIPY))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("mode");
    assertThatThrownBy(() -> Geometry.of(one, one, Mode.FULL, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("convention");
  }

  // ---- Results larger than an array -----------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "FULL, 2147483647, 2",
    "FULL, 2147483647, 2147483647",
    "FULL, 65536x32768, 1x1",
    "FULL, 40000x40000, 20000x20000",
    "SAME, 65536x65536, 3x3",
    "VALID, 100000x100000, 2x2",
  })
  void a_result_larger_than_an_array_is_refused_with_both_shapes(
      Mode mode, String in1, String in2) {
    // only shapes are given, so nothing of that size has been allocated
    assertThatThrownBy(() -> Geometry.of(shape(in1), shape(in2), mode, Convention.SCIPY))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "the %s result of %s and %s has more elements than a Java array holds",
            mode, shape(in1), shape(in2))
        .hasCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void the_largest_full_result_is_admitted() {
    Geometry geometry =
        Geometry.of(Shape.of(Integer.MAX_VALUE - 1), Shape.of(2), Mode.FULL, Convention.SCIPY);
    assertThat(geometry.output()).isEqualTo(Shape.of(Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @CsvSource({"SAME, 2147483647, 0", "VALID, 2147483646, 1"})
  void a_small_window_of_a_full_result_too_large_is_admitted_and_only_full_throws(
      Mode mode, int output, int offset) {
    Geometry geometry =
        Geometry.of(Shape.of(Integer.MAX_VALUE), Shape.of(2), mode, Convention.NUMPY);
    assertThat(geometry.output()).isEqualTo(Shape.of(output));
    assertThat(geometry.offset()).containsExactly(offset);
    assertThatThrownBy(geometry::full)
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "the full result of (2147483647,) and (2,) has more elements than a Java array holds");
  }

  // ---- Counts ---------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void terms_count_the_products_of_the_window(Mode mode) {
    for (Convention convention : Convention.values()) {
      for (int n = 1; n <= 12; n++) {
        for (int k = 1; k <= 12; k++) {
          Geometry geometry = Geometry.of(Shape.of(n), Shape.of(k), mode, convention);
          long products = products(n, k, geometry.offset()[0], geometry.output().extent(0));
          assertThat(geometry.terms(0)).as("%s", geometry).isEqualTo(products);
          assertThat(geometry.terms()).as("%s", geometry).isEqualTo((double) products);
        }
      }
    }
  }

  private static long products(int n, int k, int from, int extent) {
    long count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        if (i + j >= from && i + j < from + extent) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void terms_of_several_axes_multiply() {
    Geometry geometry =
        Geometry.of(Shape.of(4, 7, 2), Shape.of(3, 2, 5), Mode.SAME, Convention.SCIPY);
    long expected = products(4, 3, 1, 4) * products(7, 2, 0, 7) * products(2, 5, 2, 2);
    assertThat(geometry.terms()).isEqualTo((double) expected);
    assertThat(geometry.terms(0)).isEqualTo(products(4, 3, 1, 4));
    assertThat(geometry.terms(1)).isEqualTo(products(7, 2, 0, 7));
    assertThat(geometry.terms(2)).isEqualTo(products(2, 5, 2, 2));
  }

  @Test
  void terms_beyond_a_long_are_counted_as_a_double() {
    Shape line = Shape.of(1 << 30);
    Geometry full = Geometry.of(line, line, Mode.FULL, Convention.SCIPY);
    assertThat(full.terms(0)).isEqualTo(1L << 60);
    // two outputs of 2^30 terms on each of three axes
    Shape small = Shape.of(1 << 30, 1 << 30, 1 << 30);
    Shape large = Shape.of((1 << 30) + 1, (1 << 30) + 1, (1 << 30) + 1);
    Geometry valid = Geometry.of(large, small, Mode.VALID, Convention.SCIPY);
    assertThat(valid.terms()).isEqualTo(0x1p93);
    assertThat(valid.longestSum()).isEqualTo(0x1p90);
  }

  @Test
  void the_longest_sum_has_as_many_terms_as_the_largest_overlap() {
    for (int n = 1; n <= 6; n++) {
      for (int k = 1; k <= 6; k++) {
        long longest = 0;
        for (int m = 0; m < n + k - 1; m++) {
          longest = Math.max(longest, products(n, k, m, 1));
        }
        Geometry line = Geometry.of(Shape.of(n), Shape.of(k), Mode.FULL, Convention.SCIPY);
        Geometry image = Geometry.of(Shape.of(n, 5), Shape.of(k, 3), Mode.FULL, Convention.SCIPY);
        assertThat(line.longestSum()).as("%s", line).isEqualTo((double) longest);
        assertThat(image.longestSum()).as("%s", image).isEqualTo((double) (longest * 3));
      }
    }
  }

  @Test
  void scalars_are_one_product() {
    Geometry geometry = Geometry.of(Shape.SCALAR, Shape.SCALAR, Mode.FULL, Convention.SCIPY);
    assertThat(geometry.terms()).isEqualTo(1);
    assertThat(geometry.longestSum()).isEqualTo(1);
    assertThat(geometry.full()).isEqualTo(Shape.SCALAR);
  }

  // ---- The value ------------------------------------------------------------------------------

  @Test
  void a_geometry_knows_what_it_was_made_for() {
    Geometry geometry = Geometry.of(Shape.of(6), Shape.of(3), Mode.SAME, Convention.SCIPY);
    assertThat(geometry.in1()).isEqualTo(Shape.of(6));
    assertThat(geometry.in2()).isEqualTo(Shape.of(3));
    assertThat(geometry.mode()).isEqualTo(Mode.SAME);
    assertThat(geometry.convention()).isEqualTo(Convention.SCIPY);
    assertThat(geometry).hasToString("(6,) * (3,) SAME (SCIPY): (6,) at [1]");
  }

  @Test
  void numpy_sees_scalars_as_one_element() {
    Geometry geometry = Geometry.of(Shape.SCALAR, Shape.of(4), Mode.FULL, Convention.NUMPY);
    assertThat(geometry.in1()).isEqualTo(Shape.of(1));
    assertThat(geometry)
        .isEqualTo(Geometry.of(Shape.of(1), Shape.of(4), Mode.FULL, Convention.NUMPY));
  }

  @Test
  void the_offset_is_the_callers_own() {
    Geometry geometry = Geometry.of(Shape.of(6), Shape.of(3), Mode.SAME, Convention.SCIPY);
    geometry.offset()[0] = 99;
    assertThat(geometry.offset()).containsExactly(1);
  }

  @Test
  void geometries_are_equal_if_the_calls_are() {
    Geometry geometry = Geometry.of(Shape.of(6), Shape.of(3), Mode.FULL, Convention.SCIPY);
    Geometry same = Geometry.of(Shape.of(6), Shape.of(3), Mode.FULL, Convention.SCIPY);
    assertThat(geometry).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(geometry)
        .isNotEqualTo(Geometry.of(Shape.of(5), Shape.of(3), Mode.FULL, Convention.SCIPY))
        .isNotEqualTo(Geometry.of(Shape.of(6), Shape.of(4), Mode.FULL, Convention.SCIPY))
        .isNotEqualTo(Geometry.of(Shape.of(6), Shape.of(3), Mode.SAME, Convention.SCIPY))
        .isNotEqualTo(Geometry.of(Shape.of(6), Shape.of(3), Mode.FULL, Convention.NUMPY))
        .isNotEqualTo("(6,)");
  }
}
