package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How arrays are made, what they share, and what they refuse. */
class NdArrayTest {
  private static final Shape VECTOR = Shape.of(2);
  private static final Shape ROW = Shape.of(1, 2);

  // ---- Every factory --------------------------------------------------------------------------

  static Stream<Arguments> factories() {
    double[] d = {1, 2};
    float[] f = {1, 2};
    long[] l = {1, 2};
    int[] i = {1, 2};
    return Stream.of(
        Arguments.of(NdArray.of(d), DType.FLOAT64, VECTOR),
        Arguments.of(NdArray.of(f), DType.FLOAT32, VECTOR),
        Arguments.of(NdArray.of(l), DType.INT64, VECTOR),
        Arguments.of(NdArray.of(i), DType.INT32, VECTOR),
        Arguments.of(NdArray.of(1.0, 2), DType.FLOAT64, VECTOR),
        Arguments.of(NdArray.of(1f, 2), DType.FLOAT32, VECTOR),
        Arguments.of(NdArray.of(1L, 2), DType.INT64, VECTOR),
        Arguments.of(NdArray.of(1, 2), DType.INT32, VECTOR),
        Arguments.of(NdArray.of(new double[][] {d}), DType.FLOAT64, ROW),
        Arguments.of(NdArray.of(new float[][] {f}), DType.FLOAT32, ROW),
        Arguments.of(NdArray.of(new long[][] {l}), DType.INT64, ROW),
        Arguments.of(NdArray.of(new int[][] {i}), DType.INT32, ROW),
        Arguments.of(NdArray.wrap(d, ROW), DType.FLOAT64, ROW),
        Arguments.of(NdArray.wrap(f, ROW), DType.FLOAT32, ROW),
        Arguments.of(NdArray.wrap(l, ROW), DType.INT64, ROW),
        Arguments.of(NdArray.wrap(i, ROW), DType.INT32, ROW),
        Arguments.of(NdArray.copyOf(d, ROW), DType.FLOAT64, ROW),
        Arguments.of(NdArray.copyOf(f, ROW), DType.FLOAT32, ROW),
        Arguments.of(NdArray.copyOf(l, ROW), DType.INT64, ROW),
        Arguments.of(NdArray.copyOf(i, ROW), DType.INT32, ROW),
        Arguments.of(NdArray.wrapComplex(d, new double[2], ROW), DType.COMPLEX128, ROW),
        Arguments.of(NdArray.wrapComplex(f, new float[2], ROW), DType.COMPLEX64, ROW),
        Arguments.of(NdArray.copyOfComplex(d, new double[2], ROW), DType.COMPLEX128, ROW),
        Arguments.of(NdArray.copyOfComplex(f, new float[2], ROW), DType.COMPLEX64, ROW));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void a_factory_gives_dtype_shape_and_elements(NdArray array, DType dtype, Shape shape) {
    assertThat(array.dtype()).isEqualTo(dtype);
    assertThat(array.shape()).isEqualTo(shape);
    assertThat(array.rank()).isEqualTo(shape.rank());
    assertThat(array.size()).isEqualTo(2);
    assertThat(array.real().cast(DType.FLOAT64).doubles()).containsExactly(1, 2);
  }

  @Test
  void a_scalar_has_rank_0_and_one_element() {
    NdArray scalar = NdArray.scalar(2.5);
    assertThat(scalar.shape()).isEqualTo(Shape.SCALAR);
    assertThat(scalar.rank()).isZero();
    assertThat(scalar.size()).isEqualTo(1);
    assertThat(scalar.doubles()).containsExactly(2.5);
  }

  @ParameterizedTest
  @EnumSource
  void zeros_are_zero_in_every_dtype(DType dtype) {
    NdArray zeros = NdArray.zeros(dtype, Shape.of(2, 3));
    assertThat(zeros.dtype()).isEqualTo(dtype);
    assertThat(zeros.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(zeros.real().cast(DType.FLOAT64).doubles()).containsExactly(0, 0, 0, 0, 0, 0);
    assertThat(zeros.imaginary().cast(DType.FLOAT64).doubles()).containsExactly(0, 0, 0, 0, 0, 0);
  }

  @Test
  void rows_are_laid_out_one_after_another() {
    NdArray array = NdArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(array.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(array.doubles()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void no_rows_and_empty_rows_make_empty_arrays() {
    assertThat(NdArray.of(new double[0][]).shape()).isEqualTo(Shape.of(0, 0));
    assertThat(NdArray.of(new double[3][0]).shape()).isEqualTo(Shape.of(3, 0));
    assertThat(NdArray.of(new double[0]).shape()).isEqualTo(Shape.of(0));
  }

  // ---- Sharing and copying --------------------------------------------------------------------

  @Test
  void wrap_shares_the_callers_data() {
    double[] d = {1, 2};
    float[] f = {1, 2};
    long[] l = {1, 2};
    int[] i = {1, 2};
    assertThat(NdArray.wrap(d, VECTOR).doubles()).isSameAs(d);
    assertThat(NdArray.wrap(f, VECTOR).floats()).isSameAs(f);
    assertThat(NdArray.wrap(l, VECTOR).longs()).isSameAs(l);
    assertThat(NdArray.wrap(i, VECTOR).ints()).isSameAs(i);
  }

  @Test
  void wrap_complex_shares_both_parts() {
    double[] re = {1, 2};
    double[] im = {3, 4};
    NdArray wide = NdArray.wrapComplex(re, im, VECTOR);
    assertThat(wide.real().doubles()).isSameAs(re);
    assertThat(wide.imaginary().doubles()).isSameAs(im);
    float[] narrowRe = {1, 2};
    float[] narrowIm = {3, 4};
    NdArray narrow = NdArray.wrapComplex(narrowRe, narrowIm, VECTOR);
    assertThat(narrow.real().floats()).isSameAs(narrowRe);
    assertThat(narrow.imaginary().floats()).isSameAs(narrowIm);
  }

  @Test
  void of_and_copy_of_copy_the_callers_data() {
    double[] d = {1, 2};
    float[] f = {1, 2};
    long[] l = {1, 2};
    int[] i = {1, 2};
    assertThat(NdArray.of(d).doubles()).isNotSameAs(d).isEqualTo(d);
    assertThat(NdArray.of(f).floats()).isNotSameAs(f).isEqualTo(f);
    assertThat(NdArray.of(l).longs()).isNotSameAs(l).isEqualTo(l);
    assertThat(NdArray.of(i).ints()).isNotSameAs(i).isEqualTo(i);
    assertThat(NdArray.copyOf(d, ROW).doubles()).isNotSameAs(d).isEqualTo(d);
    assertThat(NdArray.copyOf(f, ROW).floats()).isNotSameAs(f).isEqualTo(f);
    assertThat(NdArray.copyOf(l, ROW).longs()).isNotSameAs(l).isEqualTo(l);
    assertThat(NdArray.copyOf(i, ROW).ints()).isNotSameAs(i).isEqualTo(i);
    NdArray wide = NdArray.copyOfComplex(d, d, VECTOR);
    assertThat(wide.real().doubles()).isNotSameAs(d).isEqualTo(d);
    assertThat(wide.imaginary().doubles()).isNotSameAs(d).isEqualTo(d);
    NdArray narrow = NdArray.copyOfComplex(f, f, VECTOR);
    assertThat(narrow.real().floats()).isNotSameAs(f).isEqualTo(f);
    assertThat(narrow.imaginary().floats()).isNotSameAs(f).isEqualTo(f);
  }

  @Test
  void rows_are_copied_in_and_out() {
    double[][] rows = {{1, 2}, {3, 4}};
    NdArray array = NdArray.of(rows);
    rows[0][0] = 99;
    array.rows()[1][1] = 99;
    assertThat(array.rows()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void a_copy_is_equal_on_storage_of_its_own() {
    NdArray real = NdArray.of(1L, 2L);
    assertThat(real.copy()).isEqualTo(real);
    assertThat(real.copy().longs()).isNotSameAs(real.longs());
    NdArray complex = NdArray.wrapComplex(new double[] {1}, new double[] {2}, Shape.of(1));
    assertThat(complex.copy()).isEqualTo(complex);
    assertThat(complex.copy().real().doubles()).isNotSameAs(complex.real().doubles());
    assertThat(complex.copy().imaginary().doubles()).isNotSameAs(complex.imaginary().doubles());
  }

  @Test
  void the_real_part_of_a_real_array_is_itself_and_the_imaginary_part_fresh_zeros() {
    NdArray array = NdArray.of(1, 2);
    assertThat(array.real()).isSameAs(array);
    assertThat(array.imaginary()).isEqualTo(NdArray.of(0, 0));
    assertThat(array.imaginary().ints()).isNotSameAs(array.imaginary().ints());
  }

  // ---- What is refused ------------------------------------------------------------------------

  static Stream<Arguments> wrongAccess() {
    NdArray d = NdArray.of(1.0);
    NdArray f = NdArray.of(1f);
    NdArray l = NdArray.of(1L);
    NdArray i = NdArray.of(1);
    NdArray z = NdArray.zeros(DType.COMPLEX128, VECTOR);
    NdArray c = NdArray.zeros(DType.COMPLEX64, VECTOR);
    return Stream.of(
        access(f::doubles, "the array is float32, not float64; cast it first"),
        access(l::doubles, "the array is int64, not float64; cast it first"),
        access(i::doubles, "the array is int32, not float64; cast it first"),
        access(
            z::doubles, "the array is complex128, not float64; take real() or imaginary() first"),
        access(d::floats, "the array is float64, not float32; cast it first"),
        access(c::floats, "the array is complex64, not float32; take real() or imaginary() first"),
        access(i::longs, "the array is int32, not int64; cast it first"),
        access(l::ints, "the array is int64, not int32; cast it first"));
  }

  private static Arguments access(ThrowingCallable access, String message) {
    return Arguments.of(access, message);
  }

  @ParameterizedTest
  @MethodSource("wrongAccess")
  void data_of_another_dtype_is_refused(ThrowingCallable access, String message) {
    assertThatThrownBy(access).isInstanceOf(IllegalStateException.class).hasMessage(message);
  }

  static Stream<ThrowingCallable> wrongLengths() {
    Shape three = Shape.of(1, 3);
    return Stream.of(
        () -> NdArray.wrap(new double[2], three),
        () -> NdArray.wrap(new float[2], three),
        () -> NdArray.wrap(new long[2], three),
        () -> NdArray.wrap(new int[2], three),
        () -> NdArray.copyOf(new double[2], three),
        () -> NdArray.copyOf(new float[2], three),
        () -> NdArray.copyOf(new long[2], three),
        () -> NdArray.copyOf(new int[2], three),
        () -> NdArray.wrapComplex(new double[2], new double[3], three),
        () -> NdArray.wrapComplex(new double[3], new double[2], three),
        () -> NdArray.wrapComplex(new float[3], new float[2], three),
        () -> NdArray.copyOfComplex(new double[3], new double[2], three),
        () -> NdArray.copyOfComplex(new float[2], new float[3], three),
        () -> NdArray.of(1.0, 2.0).reshape(three),
        () -> NdArray.zeros(DType.COMPLEX64, VECTOR).reshape(three));
  }

  @ParameterizedTest
  @MethodSource("wrongLengths")
  void a_length_that_differs_from_the_shape_is_refused(ThrowingCallable factory) {
    assertThatThrownBy(factory)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape (1, 3) has 3 elements, the data has 2");
  }

  static Stream<ThrowingCallable> raggedRows() {
    return Stream.of(
        () -> NdArray.of(new double[][] {{1, 2}, {3, 4}, {5}}),
        () -> NdArray.of(new float[][] {{1, 2}, {3, 4}, {5}}),
        () -> NdArray.of(new long[][] {{1, 2}, {3, 4}, {5}}),
        () -> NdArray.of(new int[][] {{1, 2}, {3, 4}, {5}}));
  }

  @ParameterizedTest
  @MethodSource("raggedRows")
  void ragged_rows_are_refused(ThrowingCallable factory) {
    assertThatThrownBy(factory)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows differ in length: row 0 has 2 elements, row 2 has 1");
  }

  static Stream<ThrowingCallable> nulls() {
    return Stream.of(
        () -> NdArray.of((double[]) null),
        () -> NdArray.of((double[][]) null),
        () -> NdArray.of(new double[][] {{1}, null}),
        () -> NdArray.of(new int[][] {null}),
        () -> NdArray.wrap((double[]) null, VECTOR),
        () -> NdArray.wrap(new double[2], null),
        () -> NdArray.copyOf((int[]) null, VECTOR),
        () -> NdArray.wrapComplex(null, new double[2], VECTOR),
        () -> NdArray.wrapComplex(new double[2], null, VECTOR),
        () -> NdArray.zeros(null, VECTOR),
        () -> NdArray.zeros(DType.INT32, null),
        () -> NdArray.of(1).reshape(null),
        () -> NdArray.of(1).cast(null));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void null_is_refused(ThrowingCallable factory) {
    assertThatThrownBy(factory).isInstanceOf(NullPointerException.class);
  }

  @Test
  void a_null_row_is_named() {
    assertThatThrownBy(() -> NdArray.of(new double[][] {{1}, null}))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("row 1 is null");
  }

  @Test
  void zeros_beyond_an_array_are_refused_before_allocation() {
    assertThatThrownBy(() -> NdArray.zeros(DType.FLOAT64, Shape.of(65536, 65536)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("more elements than a Java array holds: (65536, 65536)");
  }

  @Test
  void rows_of_another_rank_or_dtype_are_refused() {
    assertThatThrownBy(() -> NdArray.of(1.0).rows())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("rows of an array of rank 2 only, not of shape (1,)");
    assertThatThrownBy(() -> NdArray.of(new int[][] {{1}}).rows())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the array is int32, not float64; cast it first");
  }

  @Test
  void rows_of_every_type_make_an_array() {
    Shape shape = Shape.of(2, 2);
    assertThat(NdArray.of(new float[][] {{1, 2}, {3, 4}}))
        .isEqualTo(NdArray.wrap(new float[] {1, 2, 3, 4}, shape));
    assertThat(NdArray.of(new long[][] {{1, 2}, {3, 4}}))
        .isEqualTo(NdArray.wrap(new long[] {1, 2, 3, 4}, shape));
    assertThat(NdArray.of(new int[][] {{1, 2}, {3, 4}}))
        .isEqualTo(NdArray.wrap(new int[] {1, 2, 3, 4}, shape));
    assertThat(NdArray.of(new double[][] {{1, 2}, {3, 4}}))
        .isEqualTo(NdArray.wrap(new double[] {1, 2, 3, 4}, shape));
  }

  @Test
  void parts_are_fresh_unless_they_are_all() {
    NdArray vector = NdArray.of(1.0, 2, 3);
    NdArray none = NdArray.of(new double[0]);
    assertThat(vector.part(0, 3)).isSameAs(vector);
    assertThat(vector.part(1, 3)).isEqualTo(NdArray.of(2.0, 3));
    assertThat(vector.followedBy(none)).isSameAs(vector);
    assertThat(none.followedBy(vector)).isSameAs(vector);
    assertThat(vector.followedBy(vector)).isEqualTo(NdArray.of(1.0, 2, 3, 1, 2, 3));
  }
}
