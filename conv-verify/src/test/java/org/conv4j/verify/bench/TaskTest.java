package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.operand.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arithmetic of layers that are measured. */
class TaskTest {
  private static final LayerOptions BASIC = LayerOptions.basic();
  private static final LayerConvolver DIRECT = new DirectLayerConvolver();

  /** Of one to three axes, with groups, strides and padding that differ by axis and side. */
  static Stream<Task.Layer> layers() {
    return Stream.of(
        new Task.Layer(Shape.of(2, 3, 17), Shape.of(4, 3, 5), BASIC),
        new Task.Layer(
            Shape.of(2, 6, 9, 8),
            Shape.of(4, 3, 3, 2),
            BASIC
                .withGroups(2)
                .withStride(2, 3)
                .withPadding(Padding.of(new int[] {1, 0}, new int[] {2, 1}))),
        new Task.Layer(
            Shape.of(1, 3, 7, 8),
            Shape.of(6, 1, 4, 3),
            BASIC.withGroups(3).withPadding(Padding.SAME_UPPER)),
        new Task.Layer(
            Shape.of(1, 2, 5, 6, 7), Shape.of(3, 2, 2, 3, 4), BASIC.withPadding(1, 0, 2)));
  }

  private static NdArray magnitudes(NdArray array) {
    double[] values = array.cast(DType.FLOAT64).copy().doubles();
    Arrays.setAll(values, i -> Math.abs(values[i]));
    return NdArray.wrap(values, array.shape());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void the_bound_of_an_output_is_that_of_its_own_terms(Task.Layer layer) {
    NdArray x = Uniform.array(DType.FLOAT32, layer.in1(), 1);
    NdArray w = Uniform.array(DType.FLOAT32, layer.in2(), 2);
    double[] sums = DIRECT.convolve(magnitudes(x), magnitudes(w), null, layer.options()).doubles();
    double factor = Accuracy.componentwiseFactor(DType.FLOAT32, layer.longestSum());
    IntToDoubleFunction each = layer.tolerance(Accuracy.COMPONENTWISE, x, w, true);
    IntToDoubleFunction one = layer.tolerance(Accuracy.COMPONENTWISE, x, w, false);
    for (int i = 0; i < sums.length; i++) {
      double bound = factor * sums[i];
      assertThat(each.applyAsDouble(i)).isCloseTo(bound, within(1e-9 * bound));
      assertThat(one.applyAsDouble(i)).isGreaterThanOrEqualTo(each.applyAsDouble(i));
    }
  }

  /** Of the larger item, the larger of its two groups of channels, and the largest filter. */
  @Test
  void the_bound_of_norms_is_that_of_what_one_output_sees() {
    Task.Layer layer = layers().skip(1).findFirst().orElseThrow();
    NdArray x = Uniform.array(DType.FLOAT64, layer.in1(), 1);
    NdArray w = Uniform.array(DType.FLOAT64, layer.in2(), 2);
    double inputs =
        Stream.of(new int[] {0, 0}, new int[] {0, 3}, new int[] {1, 0}, new int[] {1, 3})
            .mapToDouble(
                at -> norm(Moves.box(x, new int[] {at[0], at[1], 0, 0}, Shape.of(1, 3, 9, 8))))
            .max()
            .orElseThrow();
    double filters =
        IntStream.range(0, 4)
            .mapToDouble(m -> norm(Moves.box(w, new int[] {m, 0, 0, 0}, Shape.of(1, 3, 3, 2))))
            .max()
            .orElseThrow();
    // 12 and 9 padded, so 16 and 11 with two windows: 4 levels each, and one more.
    double bound = Accuracy.transformFactor(DType.FLOAT64, 10, 3) * inputs * filters;
    for (boolean elementwise : new boolean[] {true, false}) {
      assertThat(layer.tolerance(Accuracy.NORMWISE, x, w, elementwise).applyAsDouble(7))
          .isCloseTo(bound, within(1e-9 * bound));
    }
  }

  private static double norm(NdArray array) {
    return Math.sqrt(Arrays.stream(array.doubles()).map(value -> value * value).sum());
  }

  @Test
  void sizes_are_those_of_the_layer() {
    Task.Layer textbook = new Task.Layer(Shape.of(1, 3, 32, 32), Shape.of(6, 3, 5, 5), BASIC);
    assertThat(textbook.output()).isEqualTo(Shape.of(1, 6, 28, 28));
    assertThat(textbook.terms()).isEqualTo(352_800);
    assertThat(textbook.longestSum()).isEqualTo(75);
  }

  @Test
  void what_is_not_measured_is_refused() {
    Shape input = Shape.of(1, 3, 9);
    Shape weights = Shape.of(2, 3, 2);
    for (LayerOptions options :
        new LayerOptions[] {BASIC.withDilation(2), BASIC.withLayout(Layout.NHWC)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new Task.Layer(
                      options.layout() == Layout.NHWC ? Shape.of(1, 9, 3) : input,
                      weights,
                      options))
          .withMessageStartingWith("not a layer that is measured");
    }
  }
}
