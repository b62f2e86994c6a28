package org.conv4j.verify.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Textbook values among the committed vectors, and how the reader reads numbers. */
class GoldenVectorsTest {
  private static final List<GoldenVector> ALL = GoldenVectors.all();
  private static final Map<String, GoldenVector> BY_ID =
      ALL.stream().collect(Collectors.toMap(GoldenVector::id, Function.identity()));

  // ---- Textbook values ------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "full, 0.1 0.6 1.6 2.6 3.7 5.2 6.2 4.0",
    "same, 0.6 1.6 2.6 3.7 5.2 6.2",
    "valid, 1.6 2.6 3.7 5.2"
  })
  void the_lecture_example_is_as_printed_in_both_conventions(String mode, String printed) {
    for (String convention : List.of("scipy", "numpy")) {
      GoldenVector vector = BY_ID.get("textbook." + convention + "." + mode + ".lecture");
      assertThat(vector.in1()).isEqualTo(NdArray.of(1.0, 2.0, 3.0, 4.0, 6.0, 8.0));
      assertThat(vector.in2()).isEqualTo(NdArray.of(0.1, 0.4, 0.5));
      assertAsPrinted(vector.expected().doubles(), numbers(printed), 3);
    }
  }

  @Test
  void the_image_of_the_lecture_is_as_printed() {
    NdArray valid = BY_ID.get("textbook.scipy.valid.lecture-image").expected();
    NdArray full = BY_ID.get("textbook.scipy.full.lecture-image").expected();

    assertThat(valid.shape()).isEqualTo(Shape.of(2, 2));
    assertAsPrinted(valid.doubles(), numbers("2.8 3.6 6.1 6.5"), 4);
    assertThat(full.shape()).isEqualTo(Shape.of(4, 4));
    assertAsPrinted(Arrays.copyOf(full.doubles(), 6), numbers("0.1 0.6 1.1 1.2 0.7 2.8"), 4);
  }

  @ParameterizedTest
  @CsvSource({
    "full.reference, 0 1 2.5 4 1.5",
    "same.reference, 1 2.5 4",
    "valid.reference, 2.5",
    "full.binomial-4, 1 4 6 4 1",
    "full.polynomials, 4 13 22 15",
    "full.two-dice, 1 2 3 4 5 6 5 4 3 2 1",
    "same.unit-impulse-centred, 1 2 3 4 6 8",
    "valid.moving-average-4, 2.5 3.5 4.5 5.5 6.5 7.5 8.5"
  })
  void exact_textbook_examples_are_exact_in_both_conventions(String example, String printed) {
    for (String convention : List.of("scipy", "numpy")) {
      assertThat(BY_ID.get("textbook." + convention + "." + example).expected())
          .isEqualTo(NdArray.of(numbers(printed)));
    }
  }

  /** Positive decimals, each operand rounded once, and sums of so many terms. */
  private static void assertAsPrinted(double[] actual, double[] printed, int terms) {
    double roundings = (terms + 2) * DType.FLOAT64.unitRoundoff();
    assertThat(actual).hasSameSizeAs(printed);
    for (int i = 0; i < printed.length; i++) {
      assertThat(Math.abs(actual[i] - printed[i])).isLessThanOrEqualTo(roundings * printed[i]);
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  // ---- Vectors are values ---------------------------------------------------------------------

  @Test
  void a_vector_hands_out_copies() {
    GoldenVector vector = BY_ID.get("textbook.scipy.full.reference");
    vector.in1().doubles()[0] = 99;
    vector.in2().doubles()[0] = 99;
    vector.expected().doubles()[0] = 99;

    assertThat(vector).isEqualTo(find(GoldenVectors.all(), vector.id()));
    assertThat(vector)
        .hasToString(
            "textbook.scipy.full.reference: convolve (3,) and (3,) FULL (SCIPY) gives (5,)");
  }

  @Test
  void a_vector_keeps_copies() {
    GoldenVector vector = BY_ID.get("textbook.scipy.full.reference");
    NdArray mine = vector.in1();
    GoldenVector made =
        new GoldenVector(
            "mine",
            vector.operation(),
            vector.convention(),
            vector.mode(),
            mine,
            vector.in2(),
            vector.expected(),
            vector.deviation(),
            vector.provenance());
    mine.doubles()[0] = 99;

    assertThat(made.in1()).isEqualTo(vector.in1());
  }

  @Test
  void a_deviation_hands_out_copies_and_tells_itself() {
    NdArray mine = NdArray.of(1.0, Double.NaN);
    Deviation made = new Deviation("some-defect", Optional.of(mine), Optional.empty(), "f(in1)");
    mine.doubles()[0] = 99;
    made.library().orElseThrow().doubles()[0] = 99;

    assertThat(made.library()).contains(NdArray.of(1.0, Double.NaN));
    assertThat(made).hasToString("some-defect: f(in1) gave [ 1. nan]");
    assertThat(new Deviation("other", Optional.empty(), Optional.of("E: no"), "f()"))
        .hasToString("other: f() raised E: no");
  }

  @Test
  void a_deviation_is_either_an_array_or_an_error() {
    Optional<NdArray> array = Optional.of(NdArray.of(1.0));

    assertThatThrownBy(() -> new Deviation("d", array, Optional.of("E"), "f()"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a library answers with an array or with an error, not with both");
    assertThatThrownBy(() -> new Deviation("d", Optional.empty(), Optional.empty(), "f()"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a library answers with an array or with an error, not with neither");
  }

  private static GoldenVector find(List<GoldenVector> vectors, String id) {
    return vectors.stream().filter(vector -> vector.id().equals(id)).findFirst().orElseThrow();
  }

  // ---- Numbers --------------------------------------------------------------------------------

  @Test
  void doubles_are_rounded_once_and_keep_the_sign_of_zero() {
    assertThat(in1("float64", "-0.0, -0, 0.1, 9007199254740993, 1e-400, 4.9e-324", null))
        .isEqualTo(NdArray.of(-0.0, -0.0, 0.1, 9007199254740992.0, 0.0, Double.MIN_VALUE));
  }

  @Test
  void floats_are_not_rounded_to_doubles_first() {
    // Just above the middle of 1 and the next float; as a double it is that middle.
    assertThat(in1("float32", "1.00000005960464477539062501, -0, 3.4028235e38", null))
        .isEqualTo(NdArray.of(Math.nextUp(1f), -0f, Float.MAX_VALUE));
  }

  @Test
  void non_finite_numbers_are_spelled_as_strings() {
    assertThat(in1("float64", "\"nan\", \"inf\", \"-inf\"", null))
        .isEqualTo(NdArray.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    assertThat(in1("float32", "\"nan\", \"inf\", \"-inf\"", null))
        .isEqualTo(NdArray.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY));
  }

  @Test
  void integers_are_exact() {
    assertThat(in1("int64", "9007199254740993, 9223372036854775807, -9223372036854775808", null))
        .isEqualTo(NdArray.of(9007199254740993L, Long.MAX_VALUE, Long.MIN_VALUE));
    assertThat(in1("int32", "2147483647, -2147483648, -0", null))
        .isEqualTo(NdArray.of(Integer.MAX_VALUE, Integer.MIN_VALUE, 0));
  }

  @Test
  void complex_numbers_are_two_lists() {
    assertThat(in1("complex128", "1, -0.0", "2, \"nan\""))
        .isEqualTo(
            NdArray.wrapComplex(new double[] {1, -0.0}, new double[] {2, Double.NaN}, Shape.of(2)));
    assertThat(in1("complex64", "0.1", "0.2"))
        .isEqualTo(NdArray.wrapComplex(new float[] {0.1f}, new float[] {0.2f}, Shape.of(1)));
  }

  /** The first operand of a file of one vector; the second is 1. */
  private static NdArray in1(String dtype, String data, String imag) {
    String shape = "\"shape\": [" + data.split(",", -1).length + "]";
    String array =
        "{\"dtype\": \""
            + dtype
            + "\", "
            + shape
            + ", \"data\": ["
            + data
            + "]"
            + (imag == null ? "" : ", \"imag\": [" + imag + "]")
            + "}";
    String one =
        "{\"dtype\": \"%s\", \"shape\": [1], \"data\": [1]%s}"
            .formatted(dtype, imag == null ? "" : ", \"imag\": [0]");
    String text =
        """
        {"schema": "conv4j-golden-vectors/2", "convention": "scipy", "count": 1,
        "provenance": {"library": "L", "version": "1", "numpy": "none", "function": "f",
        "generator": "g", "command": "c"}, "vectors": [{"operation": "convolve",
        "mode": "full", "in1": %s, "in2": %s, "expected": %s, "id": "one"}]}
        """
            .formatted(array, one, array);
    var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return GoldenVectors.read(stream, "numbers.json").get(0).in1();
  }
}
