package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayerGeometryTest {
  private static final LayerOptions BASIC = LayerOptions.basic();

  private static LayerGeometry line(int input, int kernel, LayerOptions options) {
    return LayerGeometry.of(Shape.of(1, 1, input), Shape.of(1, 1, kernel), options);
  }

  // ---- By hand and from the literature --------------------------------------------------------

  @Test
  void the_layer_of_the_textbook() {
    LayerGeometry layer = LayerGeometry.of(Shape.of(1, 3, 32, 32), Shape.of(6, 3, 5, 5), BASIC);
    assertThat(layer.output()).isEqualTo(Shape.of(1, 6, 28, 28));
    assertThat(layer.parameters(true)).isEqualTo(456);
    assertThat(layer.parameters(false)).isEqualTo(450);
    assertThat(layer.terms()).isEqualTo(75);
    assertThat(layer.multiplyAdds()).isEqualTo(352_800);
    assertThat(layer.receptiveField()).isEqualTo(Shape.of(5, 5));
    assertThat(layer.batch()).isEqualTo(1);
    assertThat(layer.inputChannels()).isEqualTo(3);
    assertThat(layer.outputChannels()).isEqualTo(6);
    assertThat(layer.spatialRank()).isEqualTo(2);
    assertThat(layer).hasToString("(1, 3, 32, 32) with (6, 3, 5, 5), stride 1: (1, 6, 28, 28)");
  }

  @Test
  void the_first_layer_of_alexnet() {
    LayerGeometry layer =
        LayerGeometry.of(Shape.of(1, 3, 227, 227), Shape.of(96, 3, 11, 11), BASIC.withStride(4));
    assertThat(layer.output()).isEqualTo(Shape.of(1, 96, 55, 55));
    assertThat(layer.parameters(true)).isEqualTo(34_944);
  }

  /** Cases of the ONNX operators Conv and MaxPool, and of the guide by Dumoulin and Visin. */
  @ParameterizedTest
  @CsvSource({
    // input, kernel, stride, dilation, before, after, output
    "224, 7, 2, 1, 3, 3, 112", // the first layer of ResNet
    "5, 3, 1, 1, 1, 1, 5", // half padding
    "5, 3, 1, 1, 2, 2, 7", // full padding
    "5, 4, 1, 1, 2, 2, 6",
    "5, 3, 2, 1, 0, 0, 2",
    "6, 3, 2, 1, 1, 1, 3", // the last column is left out
    "7, 3, 1, 2, 0, 0, 3", // a dilated window covers 5
    "4, 3, 1, 1, 1, 0, 3",
    "1, 1, 5, 1, 0, 0, 1",
    "2, 3, 1, 1, 1, 0, 1",
  })
  void sizes_round_down(
      int input, int kernel, int stride, int dilation, int before, int after, int output) {
    LayerOptions options =
        BASIC
            .withStride(stride)
            .withDilation(dilation)
            .withPadding(Padding.of(new int[] {before}, new int[] {after}));
    assertThat(line(input, kernel, options).output()).isEqualTo(Shape.of(1, 1, output));
  }

  @ParameterizedTest
  @CsvSource({
    // input, kernel, stride, dilation, output, before, after (upper), before, after (lower)
    "5, 3, 2, 1, 3, 1, 1, 1, 1",
    "6, 3, 2, 1, 3, 0, 1, 1, 0", // the odd zero
    "5, 2, 1, 1, 5, 0, 1, 1, 0",
    "5, 4, 1, 2, 5, 3, 3, 3, 3",
    "7, 1, 3, 1, 3, 0, 0, 0, 0", // windows apart from each other
    "4, 1, 4, 1, 1, 0, 0, 0, 0",
    "224, 7, 2, 1, 112, 2, 3, 3, 2", // where TensorFlow differs from padding of 3
    "1, 4, 1, 1, 1, 1, 2, 2, 1",
  })
  void same_padding_gives_the_input_divided_by_the_stride(
      int input,
      int kernel,
      int stride,
      int dilation,
      int output,
      int upperBefore,
      int upperAfter,
      int lowerBefore,
      int lowerAfter) {
    LayerOptions options = BASIC.withStride(stride).withDilation(dilation);
    assertThat(line(input, kernel, options.withPadding(Padding.SAME_UPPER)).axis(0))
        .isEqualTo(new LayerAxis(input, kernel, stride, dilation, upperBefore, upperAfter, output));
    assertThat(line(input, kernel, options.withPadding(Padding.SAME_LOWER)).axis(0))
        .isEqualTo(new LayerAxis(input, kernel, stride, dilation, lowerBefore, lowerAfter, output));
  }

  @ParameterizedTest
  @CsvSource({
    // input, kernel, stride, before, after, rounded down, rounded up
    "4, 3, 2, 0, 0, 1, 2", // ONNX's test of ceil mode
    "5, 3, 2, 0, 0, 2, 2",
    "6, 3, 2, 1, 1, 3, 4",
    "2, 1, 2, 0, 0, 1, 1", // a window that would begin beyond the input is none
    "3, 2, 3, 0, 0, 1, 1",
    "2, 1, 3, 1, 1, 2, 2",
    "3, 1, 3, 0, 2, 2, 2", // rounding down may begin beyond the input
  })
  void sizes_round_up_if_asked_to(
      int input, int kernel, int stride, int before, int after, int down, int up) {
    LayerOptions options =
        BASIC.withStride(stride).withPadding(Padding.of(new int[] {before}, new int[] {after}));
    assertThat(line(input, kernel, options).axis(0).output()).isEqualTo(down);
    assertThat(line(input, kernel, options.withRounding(Rounding.UP)).axis(0).output())
        .isEqualTo(up);
  }

  @Test
  void receptive_fields_of_layers_add_up() {
    LayerGeometry first =
        LayerGeometry.of(Shape.of(1, 3, 224, 224), Shape.of(8, 3, 7, 7), BASIC.withStride(2));
    LayerGeometry second = LayerGeometry.of(first.output(), Shape.of(8, 8, 3, 5), BASIC);
    LayerGeometry third =
        LayerGeometry.of(second.output(), Shape.of(8, 8, 3, 3), BASIC.withDilation(2, 1));
    // 7, then 2 steps of 2, then 4 steps of 2; along rows 7, then 4 of 2, then 2 of 2
    assertThat(LayerGeometry.receptiveField(List.of(first, second, third)))
        .isEqualTo(Shape.of(19, 19));
    assertThat(LayerGeometry.receptiveField(List.of(first, second))).isEqualTo(Shape.of(11, 15));
  }

  // ---- Against counting -----------------------------------------------------------------------

  /** All small axes. */
  static Stream<Arguments> axes() {
    List<Arguments> cases = new ArrayList<>();
    for (int input = 1; input <= 7; input++) {
      for (int kernel = 1; kernel <= 4; kernel++) {
        for (int stride = 1; stride <= 4; stride++) {
          for (int dilation = 1; dilation <= 3; dilation++) {
            cases.add(Arguments.of(input, kernel, stride, dilation));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("axes")
  void outputs_are_the_windows_that_fit(int input, int kernel, int stride, int dilation) {
    int window = dilation * (kernel - 1) + 1;
    for (int before = 0; before <= 3; before++) {
      for (int after = 0; after <= 3; after++) {
        LayerOptions options =
            BASIC
                .withStride(stride)
                .withDilation(dilation)
                .withPadding(Padding.of(new int[] {before}, new int[] {after}));
        int padded = before + input + after;
        int fit = 0;
        int up = 0;
        for (int begin = 0; begin < padded; begin += stride) {
          fit += begin + window <= padded ? 1 : 0;
          boolean beyond = begin + window > padded && begin - stride + window < padded;
          up += begin > 0 && beyond && begin < before + input ? 1 : 0;
        }
        if (fit == 0) {
          assertThatThrownBy(() -> line(input, kernel, options))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("larger than the padded input");
        } else {
          LayerAxis axis = line(input, kernel, options).axis(0);
          assertThat(axis.output()).isEqualTo(fit);
          assertThat(axis.window()).isEqualTo(window);
          assertThat(line(input, kernel, options.withRounding(Rounding.UP)).axis(0).output())
              .isEqualTo(fit + up);
          assertTapsMeetTheirElements(axis);
        }
      }
    }
  }

  /** Walks over the padded input, which holds the index of each element and -1 around. */
  private static void assertTapsMeetTheirElements(LayerAxis axis) {
    List<Integer> padded = new ArrayList<>();
    for (int i = -axis.before(); i < axis.input() + axis.after(); i++) {
      padded.add(i >= 0 && i < axis.input() ? i : -1);
    }
    for (int o = 0; o < axis.output(); o++) {
      List<Integer> window = padded.subList(o * axis.stride(), o * axis.stride() + axis.window());
      for (int t = 0; t < axis.kernel(); t++) {
        assertThat(axis.inputIndex(o, t)).isEqualTo(window.get(t * axis.dilation()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("axes")
  void a_transposed_layer_returns_to_the_input(int input, int kernel, int stride, int dilation) {
    for (int padding = 0; padding <= 2; padding++) {
      LayerOptions options = BASIC.withStride(stride).withDilation(dilation).withPadding(padding);
      if (dilation * (kernel - 1) + 1 > input + 2 * padding) {
        continue;
      }
      LayerGeometry layer = line(input, kernel, options);
      int lost = (input + 2 * padding - layer.axis(0).window()) % stride;
      assertThat(
              LayerGeometry.ofTransposed(
                  layer.output(), layer.weights(), options.withOutputPadding(lost)))
          .satisfies(back -> assertThat(back.input()).isEqualTo(layer.input()))
          .satisfies(back -> assertThat(back.output()).isEqualTo(layer.output()))
          .satisfies(back -> assertThat(back.axis(0)).isEqualTo(layer.axis(0)));
    }
  }

  // ---- Groups, layouts, transposition ---------------------------------------------------------

  @Test
  void groups_divide_the_channels() {
    LayerGeometry layer =
        LayerGeometry.of(Shape.of(2, 6, 8, 9, 10), Shape.of(4, 3, 1, 2, 3), BASIC.withGroups(2));
    assertThat(layer.output()).isEqualTo(Shape.of(2, 4, 8, 8, 8));
    assertThat(layer.parameters(true)).isEqualTo(4 * 3 * 6 + 4);
    assertThat(layer.multiplyAdds()).isEqualTo(2L * 4 * 8 * 8 * 8 * 3 * 6);
  }

  @Test
  void channels_may_come_last() {
    LayerGeometry layer =
        LayerGeometry.of(
            Shape.of(2, 8, 9, 3),
            Shape.of(4, 3, 2, 5),
            BASIC.withLayout(Layout.NHWC).withStride(1, 2));
    assertThat(layer.output()).isEqualTo(Shape.of(2, 7, 3, 4));
    assertThat(layer.inputChannels()).isEqualTo(3);
    assertThat(layer.input()).isEqualTo(Shape.of(2, 8, 9, 3));
  }

  @ParameterizedTest
  @CsvSource({
    // given, kernel, stride, dilation, padding, output padding, result
    "3, 3, 1, 1, 0, 0, 5", // ONNX's ConvTranspose
    "3, 3, 3, 1, 0, 1, 10",
    "3, 3, 2, 1, 0, 0, 7",
    "3, 3, 2, 1, 1, 1, 6",
    "3, 2, 1, 2, 0, 0, 5",
    "1, 1, 1, 3, 0, 2, 3", // as much as the dilation allows
  })
  void a_transposed_layer_has_its_own_sizes(
      int given, int kernel, int stride, int dilation, int padding, int more, int result) {
    LayerGeometry layer =
        LayerGeometry.ofTransposed(
            Shape.of(5, 4, given),
            Shape.of(4, 3, kernel),
            BASIC
                .withStride(stride)
                .withDilation(dilation)
                .withPadding(padding)
                .withOutputPadding(more)
                .withGroups(2));
    assertThat(layer.input()).isEqualTo(Shape.of(5, 6, result));
    assertThat(layer.output()).isEqualTo(Shape.of(5, 4, given));
  }

  @ParameterizedTest
  @CsvSource({"3, 3, 2, 6, 0, 1", "3, 4, 2, 6, 1, 1", "3, 1, 2, 6, 0, 0", "4, 3, 1, 4, 1, 1"})
  void same_padding_of_a_transposed_layer_multiplies_by_the_stride(
      int given, int kernel, int stride, int result, int before, int after) {
    LayerAxis axis =
        LayerGeometry.ofTransposed(
                Shape.of(1, 1, given),
                Shape.of(1, 1, kernel),
                BASIC.withStride(stride).withPadding(Padding.SAME_UPPER))
            .axis(0);
    assertThat(axis).isEqualTo(new LayerAxis(result, kernel, stride, 1, before, after, given));
  }

  // ---- Refusals -------------------------------------------------------------------------------

  private static void assertRefused(
      Shape input, Shape weights, LayerOptions options, String message) {
    assertThatThrownBy(() -> LayerGeometry.of(input, weights, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void shapes_that_do_not_go_together_are_refused() {
    Shape image = Shape.of(1, 4, 8, 8);
    Shape filters = Shape.of(6, 4, 3, 3);
    assertRefused(
        Shape.of(8, 8),
        filters,
        BASIC,
        "a layer takes batch, channels and 1 to 3 spatial axes, so rank 3 to 5: (8, 8)");
    assertRefused(
        image,
        Shape.of(6, 4, 3),
        BASIC,
        "input and weights must have the same rank: (1, 4, 8, 8) and (6, 4, 3)");
    assertRefused(
        Shape.of(0, 4, 8, 8),
        filters,
        BASIC,
        "input and weights must not be empty: (0, 4, 8, 8) and (6, 4, 3, 3)");
    assertRefused(
        image,
        Shape.of(6, 3, 3, 3),
        BASIC,
        "weights (6, 3, 3, 3) are for 3 input channels, but input (1, 4, 8, 8) has 4");
    assertRefused(
        image,
        filters,
        BASIC.withGroups(2),
        "weights (6, 4, 3, 3) in 2 groups are for 8 input channels, but input (1, 4, 8, 8) has 4");
    assertRefused(
        image,
        Shape.of(6, 1, 3, 3),
        BASIC.withGroups(4),
        "groups must divide the output channels: 4 groups, weights (6, 1, 3, 3)");
    assertRefused(
        image,
        Shape.of(6, 4, 3, 9),
        BASIC,
        "the window must not be larger than the padded input, but on spatial axis 1 a kernel of 9"
            + " and the input has 8");
    assertRefused(
        image,
        filters,
        BASIC.withDilation(5).withPadding(1),
        "the window must not be larger than the padded input, but on spatial axis 0 a kernel of 3"
            + " with dilation 5 covers 11 and the input has 8, with padding 10");
    assertRefused(
        image,
        filters,
        BASIC.withOutputPadding(1),
        "only transposed layers have output padding: stride 1, output padding 1");
  }

  @Test
  void numbers_for_other_axes_or_channels_are_refused() {
    Shape image = Shape.of(1, 4, 8, 8);
    Shape filters = Shape.of(6, 4, 3, 3);
    assertRefused(
        image,
        filters,
        BASIC.withStride(1, 1, 1),
        "stride must be one number or one for each of 2 spatial axes, not 3: [1, 1, 1]");
    assertRefused(
        image,
        filters,
        BASIC.withPadding(Padding.of(new int[] {1}, new int[] {1, 0, 0})),
        "padding after must be one number or one for each of 2 spatial axes, not 3: [1, 0, 0]");
    assertRefused(
        image,
        filters,
        BASIC.withZeroPoints(1, 2, 3),
        "weight zero points must be one number or one for each of 6 output channels, not 2:"
            + " [2, 3]");
  }

  @Test
  void transposed_layers_refuse_what_does_not_go_together() {
    assertThatThrownBy(
            () -> LayerGeometry.ofTransposed(Shape.of(1, 3, 8), Shape.of(4, 3, 3), BASIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weights (4, 3, 3) of a transposed layer are for 4 channels, but (1, 3, 8) has 3");
    assertThatThrownBy(
            () ->
                LayerGeometry.ofTransposed(
                    Shape.of(1, 4, 8), Shape.of(4, 3, 3), BASIC.withOutputPadding(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "output padding must be less than the stride or the dilation, but on spatial axis 0 it"
                + " is 1 with stride 1 and dilation 1");
    assertThatThrownBy(
            () ->
                LayerGeometry.ofTransposed(
                    Shape.of(1, 4, 2), Shape.of(4, 3, 3), BASIC.withPadding(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a transposed layer must leave an output, but on spatial axis 0 padding of 2 and 2 cuts"
                + " all of 4");
    assertThatThrownBy(
            () ->
                LayerGeometry.ofTransposed(
                    Shape.of(1, 4, 8), Shape.of(4, 3, 3), BASIC.withRounding(Rounding.UP)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a transposed layer has nothing to round up: stride 1, rounding up");
  }

  @Test
  void sizes_that_overflow_are_refused_before_anything_is_made() {
    assertThatThrownBy(
            () -> LayerGeometry.of(Shape.of(1 << 10, 1, 1 << 12), Shape.of(1 << 10, 1, 1), BASIC))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "a layer of (1024, 1, 4096) and (1024, 1, 1), stride 1, is larger than a Java array");
    assertThatThrownBy(() -> line(5, 3, BASIC.withPadding(Integer.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () -> line(5, 3, BASIC.withDilation(1 << 30).withPadding(Padding.SAME_UPPER)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () ->
                LayerGeometry.ofTransposed(
                    Shape.of(1, 1, 1 << 20), Shape.of(1, 1, 3), BASIC.withStride(1 << 20)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void receptive_fields_need_layers_of_one_rank() {
    assertThatThrownBy(() -> LayerGeometry.receptiveField(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a receptive field takes at least one layer");
    LayerGeometry line = line(5, 3, BASIC);
    LayerGeometry image = LayerGeometry.of(Shape.of(1, 1, 5, 5), Shape.of(1, 1, 3, 3), BASIC);
    assertThatThrownBy(() -> LayerGeometry.receptiveField(List.of(line, image)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layers must have the same number of spatial axes: 1 and 2");
  }

  @Test
  void geometries_are_equal_if_the_layers_are() {
    LayerGeometry layer = line(5, 3, BASIC);
    assertThat(layer).isEqualTo(line(5, 3, BASIC)).hasSameHashCodeAs(line(5, 3, BASIC));
    assertThat(layer)
        .isNotEqualTo(line(6, 3, BASIC))
        .isNotEqualTo(line(5, 2, BASIC))
        .isNotEqualTo(line(5, 3, BASIC.withStride(2)))
        .isNotEqualTo(line(5, 3, BASIC.withRounding(Rounding.UP)))
        .isNotEqualTo("a layer");
  }
}
