package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.bench.BenchCase.Door;
import org.conv4j.verify.bench.BenchCase.Method;
import org.conv4j.verify.law.Moves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small changes to right results are found, and right results are left alone. */
class ComparisonTest {
  private static final Convolver DIRECT = new DirectConvolver();

  private static BenchCase of(DType dtype, Shape in1, Shape in2) {
    return BenchCase.convolution(Method.AUTO, "test", dtype, in1, in2, Door.NDARRAY);
  }

  private static Comparison comparison(BenchCase one) {
    return new Comparison(one, one.first(), one.second());
  }

  private static NdArray convolved(Convolver convolver, BenchCase one) {
    return convolver.convolve(one.first(), one.second(), Mode.FULL);
  }

  /** The same with one element a little larger: in floating point by a millionth part of 1. */
  private static NdArray spoiled(NdArray array, int at) {
    NdArray copy = array.copy();
    NdArray part = copy.dtype().isComplex() ? copy.imaginary() : copy;
    switch (part.dtype()) {
      case FLOAT64 -> part.doubles()[at] += 1e-6;
      case FLOAT32 -> part.floats()[at] += 1e-2f;
      case INT64 -> part.longs()[at]++;
      default -> part.ints()[at]++;
    }
    return copy;
  }

  @ParameterizedTest
  @EnumSource
  void right_results_agree_and_wrong_ones_do_not(DType dtype) {
    BenchCase one = of(dtype, Shape.of(40, 30), Shape.of(4, 5));
    Comparison comparison = comparison(one);
    NdArray direct = convolved(DIRECT, one);
    NdArray fft = convolved(new FftConvolver(), one);
    assertThat(comparison.difference(direct, Accuracy.COMPONENTWISE, fft, Peer.FFTCONVOLVE))
        .isEmpty();
    assertThat(
            comparison.difference(
                spoiled(direct, 77), Accuracy.COMPONENTWISE, fft, Peer.FFTCONVOLVE))
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("at index [2, 9] it gives").contains("fftconvolve"));
  }

  @ParameterizedTest
  @EnumSource
  void the_first_and_the_last_output_are_among_those_compared_with_the_exact_ones(DType dtype) {
    BenchCase one = of(dtype, Shape.of(12, 7, 5), Shape.of(2, 3, 4));
    Comparison comparison = comparison(one);
    NdArray direct = convolved(DIRECT, one);
    assertThat(comparison.error(direct, Accuracy.COMPONENTWISE)).isEmpty();
    assertThat(comparison.error(spoiled(direct, 0), Accuracy.COMPONENTWISE))
        .hasValueSatisfying(text -> assertThat(text).startsWith("at index [0, 0, 0] it gives"));
    assertThat(comparison.error(spoiled(direct, direct.size() - 1), Accuracy.COMPONENTWISE))
        .hasValueSatisfying(
            text -> assertThat(text).startsWith("at index [12, 8, 7]").contains("exact value"));
  }

  private static BenchCase layer(DType dtype) {
    return BenchCase.layer(
        "test",
        dtype,
        Shape.of(2, 6, 9, 8),
        Shape.of(4, 3, 3, 2),
        LayerOptions.basic()
            .withGroups(2)
            .withStride(2, 3)
            .withPadding(Padding.of(new int[] {1, 0}, new int[] {2, 1})));
  }

  private static NdArray computed(BenchCase one) {
    LayerOptions options = one.layer().orElseThrow().options();
    return new DirectLayerConvolver().convolve(one.first(), one.second(), null, options);
  }

  @ParameterizedTest
  @EnumSource
  void layers_are_compared_with_peers_and_with_exact_sums(DType dtype) {
    BenchCase one = layer(dtype);
    NdArray right = computed(one);
    for (Accuracy accuracy : List.of(Accuracy.COMPONENTWISE, Accuracy.NORMWISE)) {
      assertThat(comparison(one).error(right, accuracy)).isEmpty();
      assertThat(comparison(one).difference(right, accuracy, right, Peer.EINSUM)).isEmpty();
      for (int at : new int[] {0, right.size() - 1}) {
        NdArray wrong = spoiled(right, at);
        assertThat(comparison(one).error(wrong, accuracy))
            .hasValueSatisfying(text -> assertThat(text).contains("the exact value is"));
        assertThat(comparison(one).difference(wrong, accuracy, right, Peer.EINSUM)).isPresent();
      }
    }
  }

  @Test
  void every_output_of_a_layer_has_an_exact_value() {
    BenchCase one = layer(DType.INT64);
    NdArray right = computed(one);
    int[] index = new int[4];
    for (int at = 0; at < right.size(); at++) {
      Moves.unravel(at, right.shape(), index);
      NdArray exact = one.task().exact(one.first(), one.second(), index).expected();
      assertThat(exact.longs()).containsExactly(right.longs()[at]);
    }
  }

  @Test
  void an_fft_is_held_to_the_norms() {
    BenchCase one = of(DType.FLOAT64, Shape.of(5000), Shape.of(4000));
    NdArray fft = convolved(new FftConvolver(), one);
    assertThat(comparison(one).error(fft, Accuracy.NORMWISE)).isEmpty();
    assertThat(comparison(one).error(spoiled(fft, 0), Accuracy.NORMWISE)).isPresent();
  }

  @Test
  void what_is_not_a_number_is_never_close() {
    BenchCase one = of(DType.FLOAT64, Shape.of(16), Shape.of(3));
    NdArray right = convolved(DIRECT, one);
    NdArray nan = right.copy();
    nan.doubles()[17] = Double.NaN;
    assertThat(comparison(one).difference(nan, Accuracy.NORMWISE, right, Peer.NUMPY)).isPresent();
    assertThat(comparison(one).error(nan, Accuracy.NORMWISE)).isPresent();
  }

  @Test
  void a_result_of_another_type_or_shape_is_told() {
    assertThat(Comparison.form(NdArray.of(1.0, 2.0), DType.FLOAT64, Shape.of(2))).isEmpty();
    assertThat(Comparison.form(NdArray.of(1.0, 2.0), DType.FLOAT32, Shape.of(3)))
        .hasValue("the result is float64(2,), expected float32(3,)");
  }

  /** For kernels of odd and even extents, by the defining sum of ndimage.convolve. */
  @Test
  void the_window_of_ndimage_begins_at_half_a_kernel() {
    for (int taps : List.of(1, 2, 3, 4, 5)) {
      BenchCase one = of(DType.FLOAT64, Shape.of(9), Shape.of(taps));
      NdArray full = convolved(DIRECT, one);
      Window window = Peer.NDIMAGE.window(one);
      int[] positions = new int[9];
      Arrays.setAll(positions, window::flat);
      assertThat(positions[0]).isEqualTo(taps / 2);
      assertThat(positions[8]).isEqualTo(8 + taps / 2);
      NdArray same = Moves.box(full, new int[] {taps / 2}, Shape.of(9));
      assertThat(comparison(one).difference(full, Accuracy.COMPONENTWISE, same, Peer.NDIMAGE))
          .isEmpty();
    }
  }

  @Test
  void a_window_counts_in_the_full_result() {
    Window window = new Window(Shape.of(4, 6), new int[] {1, 2}, Shape.of(2, 3));
    assertThat(window.flat(4)).isEqualTo((1 + 1) * 6 + 2 + 1);
    assertThat(window.index(4)).containsExactly(2, 3);
  }
}
