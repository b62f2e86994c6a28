package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

/** Pictures as they are printed. */
class HeatStripTest {
  /** The picture where 1 is expected everywhere, and each element is off by so much. */
  private static String picture(Shape shape, IntToDoubleFunction error) {
    double[] expected = IntStream.range(0, shape.size()).mapToDouble(i -> 1).toArray();
    double[] got =
        IntStream.range(0, shape.size()).mapToDouble(i -> 1 + error.applyAsDouble(i)).toArray();
    return lines(NdArray.wrap(expected, shape), NdArray.wrap(got, shape));
  }

  private static String lines(NdArray expected, NdArray got) {
    return String.join("\n", HeatStrip.lines(ElementErrors.of(expected, got).orElseThrow())) + "\n";
  }

  @Test
  void a_scalar_is_one_mark() {
    assertThat(picture(Shape.SCALAR, i -> 2))
        .isEqualTo(
            """
             0
             9
            9 up to 2.0
            """);
  }

  @Test
  void an_error_in_the_last_element_shows() {
    assertThat(picture(Shape.of(18), i -> i == 17 ? 0.5 : 0))
        .isEqualTo(
            """
             0       8       16
             .................9
            . exact, 9 up to 0.50
            """);
  }

  @Test
  void decades_roundings_and_what_is_not_finite_have_marks_of_their_own() {
    double[] errors = {
      0, 1e-14, 1, 0.11, 0.09, 2e-3, 2e-4, 2e-5, 2e-6, 2e-7, 2e-8, 2e-9, 2e-12, Double.NaN
    };
    assertThat(picture(Shape.of(14), i -> errors[i]))
        .isEqualTo(
            """
             0       8
             .-99876543211!
            . exact, - up to 1.1e-13, 9 up to 1.0, 8 up to 0.10 and so on, ! NaN or infinity
            """);
  }

  @Test
  void every_second_column_and_rows_show() {
    assertThat(picture(Shape.of(3, 10), i -> i / 10 == 1 && i % 2 == 1 ? 1 : 0))
        .isEqualTo(
            """
              0       8
            0 ..........
            1 .9.9.9.9.9
            2 ..........
            . exact, 9 up to 1.0
            """);
  }

  @Test
  void leading_axes_are_folded_into_rows() {
    assertThat(picture(Shape.of(2, 2, 3), i -> i == 7 ? 1 : 0))
        .isEqualTo(
            """
                      0
            [0, 0, :] ...
            [0, 1, :] ...
            [1, 0, :] .9.
            [1, 1, :] ...
            . exact, 9 up to 1.0
            """);
  }

  @Test
  void a_long_vector_goes_on_in_the_next_line() {
    assertThat(picture(Shape.of(130), i -> i % 64 == 8 ? 1 : 0))
        .isEqualTo(
            """
                0       +8      +16     +24     +32     +40     +48     +56
              0 ........9.......................................................
             64 ........9.......................................................
            128 ..
            . exact, 9 up to 1.0
            """);
  }

  @Test
  void a_very_long_vector_is_shown_in_cells() {
    String picture = picture(Shape.of(3000), i -> i == 2999 ? 1 : 0);
    assertThat(picture.lines()).hasSize(14);
    assertThat(picture)
        .startsWith("     0       +32     +64     +96     +128    +160    +192    +224\n")
        .contains("\n2816 .............................................9\n")
        .endsWith(". exact, 9 up to 1.0; each the worst of 4 elements\n");
  }

  @Test
  void a_large_matrix_is_shown_in_cells_of_the_worst_of_their_elements() {
    String picture = picture(Shape.of(33, 130), i -> i == 130 * 32 + 129 ? 1 : i == 0 ? 0.009 : 0);
    assertThat(picture)
        .isEqualTo(
            "   0       24      48      72      96      120\n"
                + " 0 7"
                + ".".repeat(43)
                + "\n"
                + IntStream.range(1, 10)
                    .mapToObj(i -> (i < 4 ? " " : "") + 3 * i + " " + ".".repeat(44) + "\n")
                    .reduce("", String::concat)
                + "30 "
                + ".".repeat(43)
                + "9\n"
                + ". exact, 9 up to 1.0, 8 up to 0.10 and so on; each the worst of 3 by 3 elements\n");
  }

  @Test
  void integers_have_no_roundings() {
    assertThat(lines(NdArray.of(0, Long.MIN_VALUE, 7), NdArray.of(0, Long.MAX_VALUE, 8)))
        .isEqualTo(
            """
             0
             .91
            . exact, 9 up to 1.8e+19, 8 up to 1.8e+18 and so on
            """);
  }
}
