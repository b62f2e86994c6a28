package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest finite element and whether all are finite, of both types. */
class MagnitudesTest {
  static Stream<Precision<?>> types() {
    return Stream.of(DoublePrecision.INSTANCE, FloatPrecision.INSTANCE);
  }

  private static <A> Magnitudes of(Precision<A> precision, double[] values) {
    A data = precision.allocate(values.length);
    for (int i = 0; i < values.length; i++) {
      precision.set(data, i, values[i]);
    }
    return precision.magnitudes(data);
  }

  /** Lengths around whole vectors, the odd one at every place. */
  @ParameterizedTest
  @MethodSource("types")
  void one_element_is_found_wherever_it_is(Precision<?> precision) {
    double infinity = Double.POSITIVE_INFINITY;
    for (int length = 1; length < 40; length++) {
      for (int at = 0; at < length; at++) {
        double[] values = new double[length];
        values[length / 2] = 0.5;
        double rest = at == length / 2 ? 0 : 0.5;
        for (double odd : new double[] {-8, 3}) {
          values[at] = odd;
          assertThat(of(precision, values)).isEqualTo(new Magnitudes(Math.abs(odd), true));
        }
        for (double odd : new double[] {Double.NaN, infinity, -infinity}) {
          values[at] = odd;
          assertThat(of(precision, values)).isEqualTo(new Magnitudes(rest, false));
        }
      }
    }
  }

  @Test
  void the_largest_number_of_a_type_is_finite() {
    assertThat(of(DoublePrecision.INSTANCE, new double[] {1, -Double.MAX_VALUE, 2}))
        .isEqualTo(new Magnitudes(Double.MAX_VALUE, true));
    assertThat(of(FloatPrecision.INSTANCE, new double[] {1, -Float.MAX_VALUE, 2}))
        .isEqualTo(new Magnitudes(Float.MAX_VALUE, true));
  }

  @Test
  void exponents_are_those_of_the_largest() {
    assertThat(new Magnitudes(0, true).exponent()).isZero();
    assertThat(new Magnitudes(1, true).exponent()).isZero();
    assertThat(new Magnitudes(0.75, true).exponent()).isEqualTo(-1);
    assertThat(new Magnitudes(Double.MIN_VALUE, true).exponent()).isEqualTo(-1074);
    assertThat(new Magnitudes(1, true).and(new Magnitudes(5, false)))
        .isEqualTo(new Magnitudes(5, false));
  }

  @Test
  void those_of_two_arrays_are_finite_if_both_are() {
    Magnitudes finite = new Magnitudes(5, true);
    Magnitudes other = new Magnitudes(1, false);
    assertThat(finite.and(finite)).isEqualTo(finite);
    assertThat(finite.and(other)).isEqualTo(new Magnitudes(5, false));
    assertThat(other.and(finite)).isEqualTo(new Magnitudes(5, false));
    assertThat(other.and(other)).isEqualTo(other);
  }
}
