package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.conv4j.api.contract.LiteralLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations that follow from the layer itself, on small integers, whose sums are exact. */
class LayerConvolverTest {
  private static final LayerOptions BASIC = LayerOptions.basic();
  private static final LayerConvolver LAYERS = new LiteralLayer();

  private static NdArray integers(Shape shape, int seed) {
    Random random = new Random(seed);
    NdArray array = NdArray.zeros(DType.FLOAT64, shape);
    for (int i = 0; i < array.size(); i++) {
      array.doubles()[i] = random.nextInt(19) - 9;
    }
    return array;
  }

  private static double dot(NdArray a, NdArray b) {
    assertThat(a.shape()).isEqualTo(b.shape());
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += a.doubles()[i] * b.doubles()[i];
    }
    return sum;
  }

  // ---- By hand --------------------------------------------------------------------------------

  @Test
  void the_kernel_is_not_reversed() {
    NdArray x = NdArray.of(1.0, 2, 3, 4).reshape(Shape.of(1, 1, 4));
    NdArray w = NdArray.of(1.0, 10).reshape(Shape.of(1, 1, 2));
    assertThat(LAYERS.convolve(x, w, NdArray.of(100.0), BASIC).doubles())
        .containsExactly(121, 132, 143);
    assertThat(LAYERS.convolve(x, w, null, BASIC.withPadding(1)).doubles())
        .containsExactly(10, 21, 32, 43, 4);
    assertThat(LAYERS.convolve(x, w, null, BASIC.withStride(2)).doubles()).containsExactly(21, 43);
    assertThat(LAYERS.convolve(x, w, null, BASIC.withDilation(2)).doubles())
        .containsExactly(31, 42);
  }

  @Test
  void a_transposed_layer_spreads_its_input() {
    NdArray x = NdArray.of(1.0, 2).reshape(Shape.of(1, 1, 2));
    NdArray w = NdArray.of(1.0, 10, 100).reshape(Shape.of(1, 1, 3));
    assertThat(LAYERS.transposed(x, w, null, BASIC).doubles()).containsExactly(1, 12, 120, 200);
    assertThat(LAYERS.transposed(x, w, NdArray.of(0.5), BASIC.withStride(2)).doubles())
        .containsExactly(1.5, 10.5, 102.5, 20.5, 200.5);
    assertThat(
            LAYERS
                .transposed(x, w, null, BASIC.withStride(2).withPadding(1).withOutputPadding(1))
                .doubles())
        .containsExactly(10, 102, 20, 200);
  }

  // ---- The transpose --------------------------------------------------------------------------

  /** A layer. */
  private record Layer(Shape input, Shape weights, LayerOptions options) {}

  static Stream<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    for (int stride = 1; stride <= 3; stride++) {
      for (int dilation = 1; dilation <= 2; dilation++) {
        LayerOptions line = BASIC.withStride(stride).withDilation(dilation);
        layers.add(new Layer(Shape.of(2, 2, 9), Shape.of(3, 2, 3), line));
        layers.add(new Layer(Shape.of(2, 2, 8), Shape.of(3, 2, 2), line.withPadding(3)));
        layers.add(
            new Layer(Shape.of(1, 4, 8), Shape.of(6, 2, 3), line.withGroups(2).withPadding(1)));
        layers.add(new Layer(Shape.of(2, 3, 7), Shape.of(3, 1, 2), line.withGroups(3)));
        layers.add(
            new Layer(
                Shape.of(1, 1, 6),
                Shape.of(1, 1, 2),
                line.withRounding(Rounding.UP).withPadding(1)));
        layers.add(
            new Layer(
                Shape.of(2, 3, 5, 6),
                Shape.of(4, 3, 2, 3),
                BASIC
                    .withStride(stride, 1)
                    .withDilation(1, dilation)
                    .withPadding(Padding.of(new int[] {1, 0}, new int[] {2, 1}))));
        layers.add(
            new Layer(
                Shape.of(2, 5, 6, 2),
                Shape.of(4, 1, 3, 2),
                BASIC
                    .withStride(stride)
                    .withDilation(dilation, 1)
                    .withPadding(Padding.SAME_LOWER)
                    .withLayout(Layout.NHWC)
                    .withGroups(2)));
        layers.add(
            new Layer(
                Shape.of(1, 2, 3, 4, 5),
                Shape.of(2, 2, 2, 1, 3),
                BASIC.withStride(1, stride, 2).withPadding(0, 1, dilation)));
      }
    }
    return layers.stream();
  }

  /** {@code <conv(x), y> = <x, inputGradient(y)> = <w, weightGradient(x, y)>}. */
  @ParameterizedTest
  @MethodSource("layers")
  void gradients_are_transposes(Layer layer) {
    NdArray x = integers(layer.input, 1);
    NdArray w = integers(layer.weights, 2);
    NdArray result = LAYERS.convolve(x, w, null, layer.options);
    NdArray y = integers(result.shape(), 3);
    double expected = dot(result, y);
    assertThat(dot(x, LAYERS.inputGradient(y, w, layer.input, layer.options))).isEqualTo(expected);
    assertThat(dot(w, LAYERS.weightGradient(x, y, layer.weights, layer.options)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void the_gradient_of_the_bias_is_the_sum_over_its_channel(Layer layer) {
    LayerGeometry geometry = LayerGeometry.of(layer.input, layer.weights, layer.options);
    NdArray y = integers(geometry.output(), 4);
    double[] sums = new double[geometry.outputChannels()];
    int[] at = new int[y.rank()];
    for (int i = 0; i < y.size(); i++) {
      sums[at[layer.options.layout().channelAxis(y.rank())]] += y.doubles()[i];
      y.shape().next(at);
    }
    assertThat(LAYERS.biasGradient(y, layer.options)).isEqualTo(NdArray.of(sums));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void a_transposed_layer_is_the_gradient_for_the_input_it_leads_to(Layer layer) {
    if (layer.options.rounding() == Rounding.UP) {
      return;
    }
    LayerGeometry geometry = LayerGeometry.of(layer.input, layer.weights, layer.options);
    NdArray y = integers(geometry.output(), 5);
    NdArray w = integers(layer.weights, 6);
    NdArray bias = integers(Shape.of(geometry.inputChannels()), 7);
    NdArray plain = LAYERS.transposed(y, w, null, layer.options);
    NdArray biased = LAYERS.transposed(y, w, bias, layer.options);
    assertThat(plain).isEqualTo(LAYERS.inputGradient(y, w, plain.shape(), layer.options));
    assertThat(LAYERS.biasGradient(biased, layer.options).doubles()[0])
        .isEqualTo(
            LAYERS.biasGradient(plain, layer.options).doubles()[0]
                + bias.get(0) * plain.size() / geometry.inputChannels());
  }

  @Test
  void integers_and_zero_points() {
    NdArray x = NdArray.of(2L, 3, 4).reshape(Shape.of(1, 1, 3));
    NdArray w = NdArray.of(5L, 7).reshape(Shape.of(1, 1, 2));
    assertThat(LAYERS.convolve(x, w, null, BASIC.withPadding(1).withZeroPoints(1, 5)).longs())
        .containsExactly(2, 4, 6, 0);
  }

  // ---- Preparation ----------------------------------------------------------------------------

  @Test
  void a_prepared_layer_keeps_copies_and_one_shape() {
    NdArray x = integers(Shape.of(1, 2, 5), 1);
    NdArray w = integers(Shape.of(3, 2, 2), 2);
    NdArray bias = integers(Shape.of(3), 3);
    NdArray expected = LAYERS.convolve(x, w, bias, BASIC);
    PreparedLayer prepared = LAYERS.prepare(w, bias, BASIC, x.shape());
    w.doubles()[0] += 1;
    bias.doubles()[0] += 1;
    assertThat(prepared.apply(x)).isEqualTo(expected);
    NdArray out = NdArray.zeros(DType.FLOAT64, expected.shape());
    prepared.apply(x, out);
    assertThat(out).isEqualTo(expected);
    assertThatThrownBy(() -> prepared.apply(integers(Shape.of(1, 2, 6), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prepared for inputs of shape (1, 2, 5), not (1, 2, 6)");
    assertThatThrownBy(() -> prepared.apply(x, x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the result is float64 of shape (1, 3, 4), out is float64 of shape (1, 2, 5)");
    assertThatThrownBy(() -> prepared.apply(null)).isInstanceOf(NullPointerException.class);
  }

  // ---- Defaults and refusals ------------------------------------------------------------------

  /** An implementation of one method. */
  private static final class Modest implements LayerConvolver {
    @Override
    public NdArray convolve(
        NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
      return LAYERS.convolve(input, weights, biasOrNull, options);
    }
  }

  @Test
  void an_implementation_of_one_method_is_valid() {
    LayerConvolver modest = new Modest();
    LayerConvolver lambda = (input, weights, bias, options) -> input;
    assertThat(modest.name()).isEqualTo("Modest");
    assertThat(lambda.name()).isNotEmpty();
    assertThat(
            new LayerConvolver() {
              @Override
              public NdArray convolve(
                  NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
                return input;
              }
            }.name())
        .startsWith("org.conv4j.api.LayerConvolverTest$");
    assertThat(modest.capabilities()).isEqualTo(LayerCapabilities.basic());
    assertThat(modest.withParallelism(2)).isSameAs(modest);
    assertThatThrownBy(() -> modest.withParallelism(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1: 0");
    LayerGeometry geometry = LayerGeometry.of(Shape.of(1, 1, 4), Shape.of(1, 1, 2), BASIC);
    assertThat(modest.estimateNanos(geometry, DType.FLOAT64)).isNaN();
  }

  @Test
  void gradients_of_other_shapes_are_refused() {
    NdArray x = integers(Shape.of(1, 2, 5), 1);
    NdArray w = integers(Shape.of(3, 2, 2), 2);
    NdArray wrong = integers(Shape.of(1, 3, 5), 3);
    String message = "the layer gives outputs of shape (1, 3, 4), the gradient has shape (1, 3, 5)";
    assertThatThrownBy(() -> LAYERS.inputGradient(wrong, w, x.shape(), BASIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> LAYERS.weightGradient(x, wrong, w.shape(), BASIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> LAYERS.biasGradient(integers(Shape.of(1, 0, 5), 4), BASIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the gradient must not be empty: (1, 0, 5)");
    assertThatThrownBy(() -> LAYERS.biasGradient(integers(Shape.of(3, 5), 4), BASIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a layer takes batch, channels and 1 to 3 spatial axes");
  }

  @Test
  void transposed_layers_have_no_zero_points() {
    NdArray x = NdArray.of(1L, 2).reshape(Shape.of(1, 1, 2));
    assertThatThrownBy(() -> LAYERS.transposed(x, x, null, BASIC.withZeroPoints(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "transposed layers and gradients have no zero points: stride 1, zero points 1 and 2");
  }
}
