package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays made from other arrays, and when two are equal. */
class NdArrayConversionTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  // ---- Cast -----------------------------------------------------------------------------------

  static Stream<Arguments> casts() {
    NdArray doubles = NdArray.of(1.9, -1.9, NAN, INF, -INF, 3e9, -0.0);
    NdArray floats = NdArray.of(1.9f, -1.9f, Float.NaN, Float.POSITIVE_INFINITY, -3e9f);
    NdArray longs = NdArray.of(Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, -1);
    NdArray ints = NdArray.of(Integer.MAX_VALUE, Integer.MIN_VALUE, (1 << 24) + 1, -1);
    return Stream.of(
        Arguments.of(
            doubles, NdArray.of(1.9f, -1.9f, Float.NaN, (float) INF, (float) -INF, 3e9f, -0f)),
        Arguments.of(
            doubles, NdArray.of(1L, -1, 0, Long.MAX_VALUE, Long.MIN_VALUE, 3_000_000_000L, 0)),
        Arguments.of(
            doubles,
            NdArray.of(1, -1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, 0)),
        Arguments.of(floats, NdArray.of((double) 1.9f, (double) -1.9f, NAN, INF, -3e9)),
        Arguments.of(floats, NdArray.of(1L, -1, 0, Long.MAX_VALUE, -3_000_000_000L)),
        Arguments.of(floats, NdArray.of(1, -1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE)),
        Arguments.of(longs, NdArray.of(0x1p63, -0x1p63, 0x1p53, -1)),
        Arguments.of(longs, NdArray.of(0x1p63f, -0x1p63f, 0x1p53f, -1)),
        Arguments.of(longs, NdArray.of(-1, 0, 1, -1)),
        Arguments.of(ints, NdArray.of(0x1.fffffffcp30, -0x1p31, 16777217.0, -1)),
        Arguments.of(ints, NdArray.of(0x1p31f, -0x1p31f, 16777216f, -1)),
        Arguments.of(ints, NdArray.of((long) Integer.MAX_VALUE, Integer.MIN_VALUE, 16777217, -1)));
  }

  @ParameterizedTest
  @MethodSource("casts")
  void elements_convert_as_java_converts(NdArray from, NdArray to) {
    assertThat(from.cast(to.dtype())).isEqualTo(to);
  }

  @Test
  void a_cast_from_long_to_float_rounds_once() {
    // above the midpoint of two floats by less than a double can tell
    long value = (1L << 60) + (1L << 36) + 1;
    assertThat(NdArray.of(value).cast(DType.FLOAT32).floats()).containsExactly(0x1.000002p60f);
  }

  @ParameterizedTest
  @EnumSource
  void a_cast_to_the_same_dtype_is_the_same_array(DType dtype) {
    NdArray array = NdArray.zeros(dtype, Shape.of(2));
    assertThat(array.cast(dtype)).isSameAs(array);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64", "INT32"})
  void a_real_array_becomes_complex_with_imaginary_parts_of_zero(DType dtype) {
    NdArray real = NdArray.of(1.0, 2.0).cast(dtype);
    assertThat(real.cast(DType.COMPLEX128))
        .isEqualTo(NdArray.wrapComplex(new double[] {1, 2}, new double[2], Shape.of(2)));
    assertThat(real.cast(DType.COMPLEX64))
        .isEqualTo(NdArray.wrapComplex(new float[] {1, 2}, new float[2], Shape.of(2)));
  }

  @Test
  void complex_arrays_convert_both_parts() {
    NdArray wide = NdArray.wrapComplex(new double[] {0.1}, new double[] {1e300}, Shape.of(1));
    NdArray narrow =
        NdArray.wrapComplex(new float[] {0.1f}, new float[] {Float.POSITIVE_INFINITY}, Shape.of(1));
    assertThat(wide.cast(DType.COMPLEX64)).isEqualTo(narrow);
    assertThat(narrow.cast(DType.COMPLEX128))
        .isEqualTo(NdArray.wrapComplex(new double[] {0.1f}, new double[] {INF}, Shape.of(1)));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32", "INT64", "INT32"})
  void a_cast_that_would_lose_the_imaginary_part_is_refused(DType to) {
    NdArray complex = NdArray.zeros(DType.COMPLEX64, Shape.of(1));
    assertThatThrownBy(() -> complex.cast(to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a cast from complex64 to %s would lose the imaginary part; take real() first",
            to.numpyName());
  }

  // ---- Reversed, conjugate, reshape -----------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void reversed_reverses_every_axis_into_a_fresh_array(DType dtype) {
    for (int columns : new int[] {1, 2, 3}) {
      Shape shape = Shape.of(2, columns);
      NdArray array = counting(shape).cast(dtype);
      double[] expected = counting(shape).doubles().clone();
      for (int i = 0; i < expected.length; i++) {
        expected[i] = expected.length - i;
      }
      NdArray before = array.copy();
      assertThat(array.reversed()).isEqualTo(NdArray.wrap(expected, shape).cast(dtype));
      assertThat(array).isEqualTo(before);
    }
  }

  private static NdArray counting(Shape shape) {
    double[] data = new double[shape.size()];
    Arrays.setAll(data, i -> i + 1);
    return NdArray.wrap(data, shape);
  }

  @Test
  void reversed_takes_both_parts_along() {
    NdArray array = NdArray.wrapComplex(new double[] {1, 2}, new double[] {3, 4}, Shape.of(2));
    assertThat(array.reversed())
        .isEqualTo(NdArray.wrapComplex(new double[] {2, 1}, new double[] {4, 3}, Shape.of(2)));
  }

  @Test
  void conjugate_negates_the_imaginary_part_also_of_zero() {
    NdArray wide = NdArray.wrapComplex(new double[] {1, -2}, new double[] {3, 0}, Shape.of(2));
    assertThat(wide.conjugate())
        .isEqualTo(NdArray.wrapComplex(new double[] {1, -2}, new double[] {-3, -0.0}, Shape.of(2)));
    NdArray narrow = NdArray.wrapComplex(new float[] {1, -2}, new float[] {3, 0}, Shape.of(2));
    assertThat(narrow.conjugate())
        .isEqualTo(NdArray.wrapComplex(new float[] {1, -2}, new float[] {-3, -0f}, Shape.of(2)));
    assertThat(wide.imaginary().doubles()).containsExactly(3, 0);
    assertThat(narrow.imaginary().floats()).containsExactly(3, 0);
  }

  @Test
  void the_conjugate_of_a_real_array_is_itself() {
    NdArray array = NdArray.of(1.0, 2.0);
    assertThat(array.conjugate()).isSameAs(array);
  }

  @Test
  void reshape_shares_storage_and_keeps_the_order() {
    NdArray array = counting(Shape.of(6));
    NdArray image = array.reshape(Shape.of(2, 3));
    assertThat(image.doubles()).isSameAs(array.doubles());
    assertThat(image.rows()).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(NdArray.of(7.0).reshape(Shape.SCALAR)).isEqualTo(NdArray.scalar(7));
  }

  @Test
  void reshape_takes_both_parts_along() {
    NdArray array = NdArray.zeros(DType.COMPLEX128, Shape.of(4));
    NdArray image = array.reshape(Shape.of(2, 2));
    assertThat(image.real().doubles()).isSameAs(array.real().doubles());
    assertThat(image.imaginary().doubles()).isSameAs(array.imaginary().doubles());
    assertThat(image.shape()).isEqualTo(Shape.of(2, 2));
  }

  // ---- Equality -------------------------------------------------------------------------------

  @Test
  void nan_equals_nan_of_any_payload() {
    double otherNan = Double.longBitsToDouble(0x7ff8000000000001L);
    assertThat(NdArray.of(NAN)).isEqualTo(NdArray.of(otherNan));
    assertThat(NdArray.of(NAN)).hasSameHashCodeAs(NdArray.of(otherNan));
    assertThat(NdArray.of(Float.NaN)).isEqualTo(NdArray.of(Float.NaN));
  }

  @Test
  void zero_differs_from_negative_zero() {
    assertThat(NdArray.of(0.0)).isNotEqualTo(NdArray.of(-0.0));
    assertThat(NdArray.of(0f)).isNotEqualTo(NdArray.of(-0f));
    assertThat(NdArray.wrapComplex(new double[1], new double[] {0.0}, Shape.of(1)))
        .isNotEqualTo(NdArray.wrapComplex(new double[1], new double[] {-0.0}, Shape.of(1)));
  }

  @Test
  void arrays_differ_in_dtype_shape_and_elements() {
    NdArray array = NdArray.of(1.0, 2.0);
    assertThat(array)
        .isEqualTo(NdArray.wrap(new double[] {1, 2}, Shape.of(2)))
        .hasSameHashCodeAs(NdArray.wrap(new double[] {1, 2}, Shape.of(2)))
        .isNotEqualTo(NdArray.of(1f, 2f))
        .isNotEqualTo(NdArray.of(1L, 2L))
        .isNotEqualTo(array.reshape(Shape.of(1, 2)))
        .isNotEqualTo(NdArray.of(1.0, 3.0))
        .isNotEqualTo(array.cast(DType.COMPLEX128))
        .isNotEqualTo("[1. 2.]");
  }

  @Test
  void arrays_print_as_in_numpy() {
    assertThat(NdArray.of(1.0, 2.5)).hasToString("[1.  2.5]");
    assertThat(NdArray.of(new int[][] {{1, -2}, {3, 4}})).hasToString("[[ 1 -2]\n [ 3  4]]");
  }
}
