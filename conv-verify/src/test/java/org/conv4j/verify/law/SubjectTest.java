package org.conv4j.verify.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.oracle.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
  private static final NdArray A = NdArray.of(1.0, 2);
  private static final NdArray B = NdArray.of(3.0, 4);

  private static ConvolverSubject subject(Convolver convolver) {
    return new ConvolverSubject(convolver, Capabilities.basic());
  }

  private static void requireViolation(Convolver convolver, String message) {
    ConvolverSubject subject = subject(convolver);
    assertThatThrownBy(() -> subject.convolve(A, B, Mode.FULL))
        .isInstanceOf(Violation.class)
        .hasMessage("convolve((2,), (2,), FULL) " + message);
  }

  @Test
  void a_result_of_the_wrong_kind_is_a_violation() {
    requireViolation((a, b, mode) -> null, "returned null");
    requireViolation((a, b, mode) -> a, "returned shape (2,), expected (3,)");
    requireViolation(
        (a, b, mode) -> NdArray.zeros(DType.FLOAT32, Shape.of(3)),
        "returned float32, expected float64");
    requireViolation(
        (a, b, mode) -> {
          throw new IllegalStateException("on purpose");
        },
        "threw java.lang.IllegalStateException: on purpose");
  }

  @Test
  void operands_are_safe_from_the_subject() {
    NdArray a = A.copy();
    subject(
            (x, y, mode) -> {
              Arrays.fill(x.doubles(), 9);
              return NdArray.zeros(DType.FLOAT64, Shape.of(3));
            })
        .convolve(a, B, Mode.FULL);
    assertThat(a).isEqualTo(A);
  }

  @Test
  void an_error_above_the_bound_is_a_violation_that_tells_where() {
    NdArray expected = NdArray.wrap(new double[] {1, 2, 3, 4}, Shape.of(2, 2));
    NdArray got = NdArray.wrap(new double[] {1, 2.5, 5, 4}, Shape.of(2, 2));
    NdArray bound = NdArray.wrap(new double[] {1, 1, 1, 0}, Shape.of(2, 2));
    ConvolverSubject subject = subject((a, b, mode) -> a);
    Violation violation =
        catchThrowableOfType(
            Violation.class, () -> Agreement.within(subject, "this", expected, got, bound));
    assertThat(violation).hasMessage("this: at index [1, 0] error 2.0, allowed 1.0");
    assertThat(violation.expected()).contains(expected);
    assertThat(violation.got()).contains(got);
    assertThat(subject.largestFraction()).isEqualTo(2);
  }

  @Test
  void the_largest_fraction_of_all_comparisons_is_kept() {
    ConvolverSubject subject = subject((a, b, mode) -> a);
    Agreement.within(subject, "", NdArray.of(1.0), NdArray.of(1.5), NdArray.of(1.0));
    Agreement.within(subject, "", NdArray.of(1.0), NdArray.of(1.25), NdArray.of(1.0));
    Agreement.within(subject, "", NdArray.of(1.0), NdArray.of(1.0), NdArray.of(0.0));
    assertThat(subject.largestFraction()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.5, 0.5, true",
    "1, 1.5, 0.25, false",
    "1, 1, 0, true",
    "0.0, -0.0, 0, true",
    "1, NaN, 1e300, false",
    "1, Infinity, 1e300, false",
    "1, 2, NaN, false",
    "1, 2, Infinity, true",
    "NaN, NaN, 0, true",
    "NaN, 1, Infinity, false",
    "Infinity, Infinity, 0, true",
    "Infinity, -Infinity, 1e300, false",
    "Infinity, 1, Infinity, false",
    "1, 1.0000000000000002, 0, false",
  })
  void a_value_agrees_if_its_error_is_no_larger_than_the_bound(
      double expected, double got, double bound, boolean agrees) {
    ConvolverSubject subject = subject((a, b, mode) -> a);
    Throwable thrown =
        catchThrowableOfType(
            Violation.class,
            () ->
                Agreement.within(
                    subject, "", NdArray.of(expected), NdArray.of(got), NdArray.of(bound)));
    assertThat(thrown == null).isEqualTo(agrees);
  }

  @Test
  void an_error_against_the_exact_result_is_not_rounded() {
    NdArray a = NdArray.of(0x1p53, 1);
    NdArray ones = NdArray.of(1.0, 1);
    Capabilities claims = Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE);
    ConvolverSubject subject = new ConvolverSubject((x, y, mode) -> x, claims);
    Oracle oracle = new Oracle(a, ones, subject.geometry(a.shape(), ones.shape(), Mode.FULL));
    // The exact sum is 2^53 + 1, which is no double; two roundings of u are 2 of that.
    Agreement.within(subject, oracle, NdArray.of(0x1p53, 0x1p53, 1));
    assertThat(subject.largestFraction()).isCloseTo(0.5, within(1e-9));
    NdArray wrong = NdArray.of(0x1p53, 0x1p53 + 4, 1);
    assertThatThrownBy(() -> Agreement.within(subject, oracle, wrong))
        .isInstanceOf(Violation.class)
        .hasMessageStartingWith("against the exact result: at index [1] error 3.0, allowed 2.0");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "0.0, -0.0, true",
    "NaN, NaN, true",
    "1, NaN, false",
    "NaN, 1, false",
    "1, 1.0000000000000002, false",
  })
  void identical_means_the_same_bits_up_to_the_sign_of_zero(
      double expected, double got, boolean same) {
    Throwable thrown =
        catchThrowableOfType(
            Violation.class, () -> Agreement.identical("", NdArray.of(expected), NdArray.of(got)));
    assertThat(thrown == null).isEqualTo(same);
  }
}
