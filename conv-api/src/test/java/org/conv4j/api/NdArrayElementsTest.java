package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Elements one by one, nested arrays of rank 3, and pairs of real and imaginary parts. */
class NdArrayElementsTest {
  private static final Shape BOX = Shape.of(2, 3, 4);

  /** The element (i, j, k) of shape (2, 3, 4) is its flat index. */
  private static NdArray counting(DType dtype) {
    NdArray array = NdArray.zeros(DType.INT32, BOX);
    for (int i = 0; i < array.size(); i++) {
      array.ints()[i] = i;
    }
    return array.cast(dtype);
  }

  static Stream<Arguments> exactInDoubles() {
    return Stream.of(DType.FLOAT64, DType.FLOAT32, DType.INT32).map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("exactInDoubles")
  void an_element_is_found_by_its_index(DType dtype) {
    NdArray array = counting(dtype);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 4; k++) {
          assertThat(array.get(i, j, k)).isEqualTo(12 * i + 4 * j + k);
        }
      }
    }
  }

  @Test
  void elements_of_integers_come_whole() {
    assertThat(counting(DType.INT64).getLong(1, 2, 3)).isEqualTo(23);
    assertThat(counting(DType.INT32).getLong(0, 1, 2)).isEqualTo(6);
    assertThat(NdArray.of(Long.MIN_VALUE, Long.MAX_VALUE).getLong(1)).isEqualTo(Long.MAX_VALUE);
    assertThat(NdArray.of(Integer.MIN_VALUE).get(0)).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void elements_of_complex_arrays_come_by_their_parts() {
    NdArray array = NdArray.wrapComplex(new double[] {1, 2}, new double[] {3, 4}, Shape.of(1, 2));
    assertThat(array.real().get(0, 1)).isEqualTo(2);
    assertThat(array.imaginary().get(0, 1)).isEqualTo(4);
  }

  @Test
  void a_scalar_has_an_element_without_an_index() {
    assertThat(NdArray.scalar(7).get()).isEqualTo(7);
  }

  static Stream<Arguments> refusals() {
    NdArray box = counting(DType.FLOAT64);
    NdArray wide = counting(DType.INT64);
    Class<?> range = IndexOutOfBoundsException.class;
    Class<?> bad = IllegalArgumentException.class;
    Class<?> state = IllegalStateException.class;
    return Stream.of(
        refusal(
            () -> box.get(2, 0, 0),
            range,
            "index 2 is out of bounds for axis 0 of shape (2, 3, 4)"),
        refusal(
            () -> box.get(0, -1, 0),
            range,
            "index -1 is out of bounds for axis 1 of shape (2, 3, 4)"),
        refusal(
            () -> wide.getLong(0, 0, 4),
            range,
            "index 4 is out of bounds for axis 2 of shape (2, 3, 4)"),
        refusal(
            () -> NdArray.zeros(DType.FLOAT64, Shape.of(0)).get(0),
            range,
            "index 0 is out of bounds for axis 0 of shape (0,)"),
        refusal(
            () -> box.get(1, 2), bad, "shape (2, 3, 4) has 3 axes, the index [1, 2] has 2 numbers"),
        refusal(
            () -> NdArray.scalar(1).get(0),
            bad,
            "shape () has 0 axes, the index [0] has 1 numbers"),
        refusal(
            () -> wide.get(0, 0, 0),
            state,
            "an element of int64 may be more than a double holds; take getLong"),
        refusal(
            () -> counting(DType.COMPLEX64).get(0, 0, 0),
            state,
            "an element of complex64 is two numbers; take real() or imaginary() first"),
        refusal(
            () -> box.getLong(0, 0, 0),
            state,
            "the array is float64, not int64 or int32; take get"),
        refusal(box::rows, state, "rows of an array of rank 2 only, not of shape (2, 3, 4)"),
        refusal(
            () -> NdArray.of(1.0).planes(),
            state,
            "planes of an array of rank 3 only, not of shape (1,)"),
        refusal(box::floatPlanes, state, "the array is float64, not float32; cast it first"),
        refusal(
            box::interleavedDoubles, state, "the array is float64, not complex128; cast it first"),
        refusal(
            () -> counting(DType.COMPLEX64).interleavedDoubles(),
            state,
            "the array is complex64, not complex128; cast it first"));
  }

  private static Arguments refusal(ThrowingCallable call, Class<?> how, String message) {
    return Arguments.of(call, how, message);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_there_is_not_is_refused(ThrowingCallable call, Class<?> how, String message) {
    assertThatThrownBy(call).isInstanceOf(how).hasMessage(message);
  }

  @Test
  void planes_go_in_and_come_out_in_every_type() {
    double[][][] planes = counting(DType.FLOAT64).planes();
    assertThat(planes).hasDimensions(2, 3);
    assertThat(planes[1][2][3]).isEqualTo(23);
    assertThat(NdArray.of(planes)).isEqualTo(counting(DType.FLOAT64));
    assertThat(NdArray.of(counting(DType.FLOAT32).floatPlanes()))
        .isEqualTo(counting(DType.FLOAT32));
    assertThat(NdArray.of(counting(DType.INT64).longPlanes())).isEqualTo(counting(DType.INT64));
    assertThat(NdArray.of(counting(DType.INT32).intPlanes())).isEqualTo(counting(DType.INT32));
  }

  @Test
  void rows_go_in_and_come_out_in_every_type() {
    Shape image = Shape.of(4, 6);
    NdArray doubles = counting(DType.FLOAT64).reshape(image);
    assertThat(doubles.rows()[3]).containsExactly(18, 19, 20, 21, 22, 23);
    assertThat(NdArray.of(doubles.rows())).isEqualTo(doubles);
    NdArray floats = doubles.cast(DType.FLOAT32);
    assertThat(NdArray.of(floats.floatRows())).isEqualTo(floats);
    NdArray longs = doubles.cast(DType.INT64);
    assertThat(NdArray.of(longs.longRows())).isEqualTo(longs);
    NdArray ints = doubles.cast(DType.INT32);
    assertThat(NdArray.of(ints.intRows())).isEqualTo(ints);
  }

  @Test
  void planes_are_copied_both_ways() {
    double[][][] planes = {{{1, 2}}, {{3, 4}}};
    NdArray array = NdArray.of(planes);
    planes[0][0][0] = 99;
    array.planes()[1][0][1] = 99;
    assertThat(array).isEqualTo(NdArray.of(1.0, 2, 3, 4).reshape(Shape.of(2, 1, 2)));
  }

  @Test
  void empty_planes_have_the_extents_that_are_known() {
    assertThat(NdArray.of(new double[0][][]).shape()).isEqualTo(Shape.of(0, 0, 0));
    assertThat(NdArray.of(new int[2][0][]).shape()).isEqualTo(Shape.of(2, 0, 0));
    assertThat(NdArray.of(new float[2][3][0]).shape()).isEqualTo(Shape.of(2, 3, 0));
    assertThat(NdArray.zeros(DType.FLOAT64, Shape.of(2, 3, 0)).planes()).hasDimensions(2, 3);
  }

  @Test
  void ragged_planes_are_refused_with_where() {
    assertThatThrownBy(() -> NdArray.of(new double[][][] {{{1}, {2}}, {{3}}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("planes differ in shape: plane 0 is (2, 1), plane 1 is (1, 1)");
    assertThatThrownBy(() -> NdArray.of(new long[][][] {{{1}}, {{2}, {3, 4}}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows differ in length: row 0 of plane 1 has 1 elements, row 1 has 2");
    assertThatThrownBy(() -> NdArray.of(new int[][][] {{{1}}, null}))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("plane 1 is null");
    assertThatThrownBy(() -> NdArray.of(new float[][][] {{{1}, null}}))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("row 1 of plane 0 is null");
  }

  @Test
  void pairs_of_real_and_imaginary_parts_go_in_and_come_out() {
    double[] pairs = {1, 2, 3, -0.0, Double.NaN, 6};
    NdArray array = NdArray.copyOfInterleaved(pairs, Shape.of(3, 1));
    assertThat(array)
        .isEqualTo(
            NdArray.wrapComplex(
                new double[] {1, 3, Double.NaN}, new double[] {2, -0.0, 6}, Shape.of(3, 1)));
    assertThat(array.interleavedDoubles()).containsExactly(pairs);
    float[] single = {1, 2};
    NdArray scalar = NdArray.copyOfInterleaved(single, Shape.SCALAR);
    assertThat(scalar.dtype()).isEqualTo(DType.COMPLEX64);
    assertThat(scalar.interleavedFloats()).containsExactly(single);
    assertThatThrownBy(array::interleavedFloats).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(scalar::interleavedDoubles).isInstanceOf(IllegalStateException.class);
    pairs[0] = 99;
    assertThat(array.real().get(0, 0)).isEqualTo(1);
  }

  @Test
  void pairs_must_be_as_many_as_the_shape_has_elements() {
    assertThatThrownBy(() -> NdArray.copyOfInterleaved(new double[3], Shape.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape (2,) has 2 elements, which takes two numbers each; the data has 3");
    assertThatThrownBy(() -> NdArray.copyOfInterleaved(new float[2], Shape.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape (2,) has 2 elements, which takes two numbers each; the data has 2");
  }

  @Test
  void arrays_share_storage_by_any_of_their_parts() {
    double[] one = {1};
    double[] two = {2};
    Shape shape = Shape.of(1);
    NdArray real = NdArray.wrap(one, shape);
    NdArray complex = NdArray.wrapComplex(two, one, shape);
    assertThat(real.sharesStorage(NdArray.wrap(one, Shape.SCALAR))).isTrue();
    assertThat(real.sharesStorage(complex)).isTrue();
    assertThat(complex.sharesStorage(real)).isTrue();
    assertThat(complex.sharesStorage(NdArray.wrapComplex(one, new double[1], shape))).isTrue();
    assertThat(complex.sharesStorage(NdArray.wrap(two, shape))).isTrue();
    assertThat(complex.sharesStorage(NdArray.wrapComplex(new double[1], one, shape))).isTrue();
    assertThat(complex.sharesStorage(NdArray.wrapComplex(two, new double[1], shape))).isTrue();
    assertThat(real.sharesStorage(NdArray.wrap(two, shape))).isFalse();
    assertThat(real.sharesStorage(real.copy())).isFalse();
    assertThat(complex.sharesStorage(complex.copy())).isFalse();
  }
}
