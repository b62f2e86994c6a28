package org.conv4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Rounding;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of implementations of layers that claim every type and option: the literal sum on
 * integers, which is exact in any order of adding.
 */
public abstract class LayerContract {
  private static final LayerOptions BASIC = LayerOptions.basic();

  /** The implementation, on several threads. */
  protected abstract LayerConvolver layers();

  /**
   * What of a result is compared with whole numbers. Those whose results are off by rounding give
   * the nearest whole numbers, without negative zeros.
   *
   * @param y a result that would be whole if it were exact
   * @return as it is
   */
  protected NdArray whole(NdArray y) {
    return y;
  }

  /** A layer. */
  public record Layer(Shape input, Shape weights, LayerOptions options) {}

  private static Layer layer(Shape input, Shape weights, LayerOptions options) {
    return new Layer(input, weights, options);
  }

  /** One for each way that sizes can be out of the ordinary. */
  public static Stream<Layer> layersByHand() {
    LayerOptions last = BASIC.withLayout(Layout.NHWC);
    return Stream.of(
        // The textbook: 28 x 28 x 6.
        layer(Shape.of(1, 3, 32, 32), Shape.of(6, 3, 5, 5), BASIC),
        layer(Shape.of(2, 7, 20, 19), Shape.of(9, 7, 1, 1), BASIC),
        layer(Shape.of(2, 3, 20, 19), Shape.of(4, 3, 1, 1), BASIC.withStride(2)),
        layer(Shape.of(1, 4, 30, 17), Shape.of(5, 4, 3, 3), BASIC.withPadding(1)),
        layer(Shape.of(1, 3, 29, 31), Shape.of(4, 3, 7, 7), BASIC.withStride(2).withPadding(3)),
        layer(Shape.of(1, 3, 39, 35), Shape.of(4, 3, 11, 11), BASIC.withStride(4)),
        layer(Shape.of(2, 6, 17, 18), Shape.of(6, 1, 3, 3), BASIC.withGroups(6).withPadding(1)),
        layer(Shape.of(1, 3, 9, 9), Shape.of(6, 1, 3, 3), BASIC.withGroups(3).withStride(2)),
        layer(Shape.of(1, 8, 9, 7), Shape.of(6, 4, 3, 2), BASIC.withGroups(2)),
        // Strides and dilations with and without a common factor; windows apart from each other.
        layer(Shape.of(1, 2, 40), Shape.of(3, 2, 5), BASIC.withStride(4).withDilation(6)),
        layer(Shape.of(1, 2, 40), Shape.of(3, 2, 5), BASIC.withStride(3).withDilation(3)),
        layer(Shape.of(1, 2, 40), Shape.of(3, 2, 2), BASIC.withStride(7)),
        layer(Shape.of(1, 1, 5), Shape.of(1, 1, 3), BASIC.withStride(1000)),
        // Windows that see nothing but padding.
        layer(Shape.of(1, 2, 3), Shape.of(2, 2, 2), BASIC.withPadding(20)),
        layer(Shape.of(1, 1, 2, 3), Shape.of(2, 1, 2, 2), BASIC.withPadding(5, 7)),
        layer(Shape.of(1, 1, 2), Shape.of(1, 1, 2), BASIC.withPadding(9).withStride(5)),
        layer(Shape.of(1, 1, 5), Shape.of(1, 1, 2), BASIC.withPadding(150_000)),
        layer(Shape.of(1, 1, 1), Shape.of(1, 1, 1), BASIC),
        // A window as large as the input, and long signals and kernels.
        layer(Shape.of(3, 2, 6, 5), Shape.of(4, 2, 6, 5), BASIC),
        // Windows nearly as wide as the input: few outputs in a row, far from the next row.
        layer(Shape.of(1, 1, 6, 40), Shape.of(3, 1, 2, 40), BASIC),
        layer(Shape.of(1, 2, 6, 42), Shape.of(3, 2, 2, 40), BASIC),
        layer(Shape.of(1, 2, 7, 50), Shape.of(3, 2, 3, 45), BASIC.withPadding(1)),
        layer(Shape.of(1, 2, 3000), Shape.of(2, 2, 9), BASIC.withPadding(4)),
        layer(Shape.of(2, 2, 700), Shape.of(2, 1, 300), BASIC.withGroups(2).withPadding(150)),
        // Inputs larger than the buffer of a band, of every rank.
        layer(Shape.of(1, 1, 400, 300), Shape.of(1, 1, 3, 3), BASIC.withPadding(1)),
        layer(Shape.of(1, 1, 400, 300), Shape.of(2, 1, 3, 2), BASIC),
        layer(Shape.of(1, 1, 30, 60, 70), Shape.of(1, 1, 3, 2, 2), BASIC.withPadding(1)),
        layer(Shape.of(1, 1, 100_000), Shape.of(1, 1, 4), BASIC.withStride(2)),
        // Padding on one side, rounding up, and the other layout.
        layer(
            Shape.of(1, 2, 9, 8),
            Shape.of(3, 2, 3, 3),
            BASIC.withPadding(Padding.of(new int[] {0, 2}, new int[] {1, 0}))),
        layer(
            Shape.of(1, 2, 9, 8),
            Shape.of(3, 2, 2, 3),
            BASIC.withStride(2).withPadding(Padding.SAME_UPPER)),
        layer(
            Shape.of(1, 2, 9, 8),
            Shape.of(3, 2, 2, 3),
            BASIC.withStride(3, 2).withPadding(Padding.SAME_LOWER)),
        layer(
            Shape.of(1, 2, 10, 8),
            Shape.of(3, 2, 3, 3),
            BASIC.withStride(2).withRounding(Rounding.UP)),
        layer(Shape.of(2, 9, 8, 4), Shape.of(6, 2, 3, 3), last.withGroups(2).withPadding(1)),
        layer(Shape.of(2, 9, 8, 4), Shape.of(5, 4, 1, 1), last),
        layer(Shape.of(2, 9, 5), Shape.of(10, 1, 2), last.withGroups(5).withStride(2)),
        layer(Shape.of(1, 4, 5, 6, 3), Shape.of(2, 3, 2, 3, 2), last.withPadding(1)));
  }

  static Stream<Layer> layersAtRandom() {
    return IntStream.range(0, 250).mapToObj(LayerContract::atRandom);
  }

  private static Layer atRandom(int seed) {
    Random random = new Random(seed);
    int rank = 1 + random.nextInt(3);
    int groups = 1 + random.nextInt(3) * random.nextInt(2);
    int inputs = 1 + random.nextInt(4);
    int outputs = groups * (1 + random.nextInt(4));
    int[] kernel = new int[rank];
    int[] stride = new int[rank];
    int[] dilation = new int[rank];
    int[] before = new int[rank];
    int[] after = new int[rank];
    int[] spatial = new int[rank];
    for (int a = 0; a < rank; a++) {
      kernel[a] = 1 + random.nextInt(4);
      stride[a] = 1 + random.nextInt(3);
      dilation[a] = 1 + random.nextInt(3);
      before[a] = random.nextInt(4);
      after[a] = random.nextInt(4);
      int window = (kernel[a] - 1) * dilation[a] + 1;
      spatial[a] = Math.max(1, window - before[a] - after[a]) + random.nextInt(12);
    }
    Layout layout = random.nextBoolean() ? Layout.NCHW : Layout.NHWC;
    LayerOptions options =
        BASIC
            .withStride(stride)
            .withDilation(dilation)
            .withPadding(Padding.of(before, after))
            .withGroups(groups)
            .withLayout(layout)
            .withRounding(random.nextBoolean() ? Rounding.DOWN : Rounding.UP);
    int[] input = new int[rank + 2];
    input[0] = 1 + random.nextInt(2);
    input[layout.channelAxis(rank + 2)] = inputs * groups;
    int[] weights = new int[rank + 2];
    weights[0] = outputs;
    weights[1] = inputs;
    for (int a = 0; a < rank; a++) {
      input[layout.spatialAxis(a)] = spatial[a];
      weights[a + 2] = kernel[a];
    }
    return layer(Shape.of(input), Shape.of(weights), options);
  }

  /** Small integers; complex ones have another for their imaginary part. */
  private static NdArray integers(DType dtype, Shape shape, int seed) {
    if (dtype.isComplex()) {
      return NdArray.wrapComplex(
              integers(DType.FLOAT64, shape, seed).doubles(),
              integers(DType.FLOAT64, shape, seed + 100).doubles(),
              shape)
          .cast(dtype);
    }
    Random random = new Random(seed);
    NdArray array = NdArray.zeros(DType.FLOAT64, shape);
    Arrays.setAll(array.doubles(), i -> random.nextInt(19) - 9);
    return array.cast(dtype);
  }

  private static NdArray literal(NdArray x, NdArray w, NdArray biasOrNull, LayerOptions options) {
    LiteralLayer literal = new LiteralLayer();
    if (!x.dtype().isComplex()) {
      return literal.convolve(x, w, biasOrNull, options);
    }
    NdArray bias =
        biasOrNull == null ? NdArray.zeros(x.dtype(), Shape.of(w.shape().extent(0))) : biasOrNull;
    NdArray zeros = NdArray.zeros(x.dtype().real(), bias.shape());
    NdArray re = literal.convolve(x.real(), w.real(), bias.real(), options).cast(DType.FLOAT64);
    NdArray minus =
        literal.convolve(x.imaginary(), w.imaginary(), zeros, options).cast(DType.FLOAT64);
    NdArray im =
        literal.convolve(x.real(), w.imaginary(), bias.imaginary(), options).cast(DType.FLOAT64);
    NdArray plus = literal.convolve(x.imaginary(), w.real(), zeros, options).cast(DType.FLOAT64);
    Arrays.setAll(re.doubles(), i -> re.doubles()[i] - minus.doubles()[i]);
    Arrays.setAll(im.doubles(), i -> im.doubles()[i] + plus.doubles()[i]);
    return NdArray.wrapComplex(re.doubles(), im.doubles(), re.shape()).cast(x.dtype());
  }

  private void assertExact(Layer layer, DType dtype, int seed) {
    NdArray x = integers(dtype, layer.input, seed);
    NdArray w = integers(dtype, layer.weights, seed + 1);
    NdArray bias =
        seed % 2 == 0 ? null : integers(dtype, Shape.of(layer.weights.extent(0)), seed + 2);
    NdArray expected = literal(x, w, bias, layer.options);
    NdArray y = layers().convolve(x, w, bias, layer.options);
    assertThat(whole(y)).as("%s %s", layer, dtype).isEqualTo(expected);
    assertThat(layers().withParallelism(1).convolve(x, w, bias, layer.options)).isEqualTo(y);
    PreparedLayer prepared = layers().prepare(w, bias, layer.options, layer.input);
    assertThat(prepared.apply(x)).as("%s %s, prepared", layer, dtype).isEqualTo(y);
    NdArray out = integers(dtype, y.shape(), seed + 3);
    prepared.apply(x, out);
    assertThat(out).as("%s %s, into an array", layer, dtype).isEqualTo(y);
  }

  @ParameterizedTest
  @MethodSource("layersByHand")
  protected void layers_are_literal_sums(Layer layer) {
    assertExact(layer, DType.FLOAT64, 1);
    assertExact(layer, DType.FLOAT32, 2);
  }

  @ParameterizedTest
  @MethodSource("layersAtRandom")
  protected void layers_at_random_are_literal_sums(Layer layer) {
    DType[] dtypes = DType.values();
    int seed = layer.hashCode() & 0xffff;
    assertExact(layer, dtypes[seed % dtypes.length], seed);
  }

  @ParameterizedTest
  @MethodSource("layersAtRandom")
  protected void zero_points_are_taken_off_and_padding_has_the_value_of_zero(Layer layer) {
    int[] zeros = IntStream.range(0, layer.weights.extent(0)).map(m -> m - 2).toArray();
    assertExact(
        layer(layer.input, layer.weights, layer.options.withZeroPoints(3, zeros)), DType.INT32, 7);
  }

  @Test
  protected void integers_wrap() {
    NdArray x = NdArray.of(Integer.MAX_VALUE, 2, -3).reshape(Shape.of(1, 1, 3));
    NdArray w = NdArray.of(Integer.MIN_VALUE, Integer.MAX_VALUE).reshape(Shape.of(1, 1, 2));
    long most = Integer.MAX_VALUE;
    long least = Integer.MIN_VALUE;
    assertThat(layers().convolve(x, w, NdArray.of(5), BASIC).ints())
        .containsExactly((int) (most * least + 2 * most + 5), (int) (2 * least - 3 * most + 5));
    NdArray longs = x.cast(DType.INT64);
    assertThat(layers().convolve(longs, longs, null, BASIC).longs())
        .containsExactly(most * most + 13);
  }

  @Test
  protected void operands_of_two_types_are_cast_to_the_promoted_one() {
    NdArray x = integers(DType.INT32, Shape.of(1, 2, 9), 1);
    NdArray w = integers(DType.FLOAT32, Shape.of(3, 2, 2), 2);
    NdArray bias = integers(DType.FLOAT64, Shape.of(3), 3);
    NdArray y = layers().convolve(x, w, bias, BASIC);
    assertThat(y.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(whole(y))
        .isEqualTo(literal(x.cast(DType.FLOAT64), w.cast(DType.FLOAT64), bias, BASIC));
    PreparedLayer prepared = layers().prepare(w, bias, BASIC, x.shape());
    assertThat(prepared.apply(x)).isEqualTo(y);
    PreparedLayer plain = layers().prepare(w, null, BASIC, x.shape());
    for (DType dtype : DType.values()) {
      NdArray result = plain.apply(x.cast(dtype));
      assertThat(result.dtype()).isEqualTo(DType.promote(dtype, DType.FLOAT32));
      assertThat(result).isEqualTo(layers().convolve(x.cast(dtype), w, null, BASIC));
    }
  }

  @Test
  protected void a_prepared_layer_keeps_copies_and_refuses_what_does_not_fit() {
    NdArray x = integers(DType.FLOAT64, Shape.of(1, 2, 9), 1);
    NdArray w = integers(DType.FLOAT64, Shape.of(3, 2, 2), 2);
    NdArray bias = integers(DType.FLOAT64, Shape.of(3), 3);
    PreparedLayer prepared = layers().prepare(w, bias, BASIC, x.shape());
    NdArray expected = prepared.apply(x);
    w.doubles()[0]++;
    bias.doubles()[0]++;
    assertThat(prepared.apply(x)).isEqualTo(expected);
    NdArray wrong = integers(DType.FLOAT64, Shape.of(1, 2, 8), 1);
    assertThatThrownBy(() -> prepared.apply(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prepared for inputs of shape (1, 2, 9), not (1, 2, 8)");
    assertThatThrownBy(() -> prepared.apply(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> prepared.apply(x, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the result is float64 of shape (1, 3, 8), out is float64");
    assertThatThrownBy(() -> prepared.apply(x.cast(DType.COMPLEX128)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the bias must have the type of the result, complex128, not float64");
  }

  @Test
  protected void transposes_and_gradients_follow() {
    Layer layer =
        layer(Shape.of(2, 4, 7, 6), Shape.of(6, 2, 3, 2), BASIC.withGroups(2).withStride(2));
    LayerGeometry geometry = LayerGeometry.of(layer.input, layer.weights, layer.options);
    NdArray x = integers(DType.FLOAT64, layer.input, 1);
    NdArray w = integers(DType.FLOAT64, layer.weights, 2);
    NdArray y = integers(DType.FLOAT64, geometry.output(), 3);
    LiteralLayer literal = new LiteralLayer();
    assertThat(whole(layers().inputGradient(y, w, layer.input, layer.options)))
        .isEqualTo(literal.inputGradient(y, w, layer.input, layer.options));
    assertThat(whole(layers().weightGradient(x, y, layer.weights, layer.options)))
        .isEqualTo(literal.weightGradient(x, y, layer.weights, layer.options));
    assertThat(whole(layers().transposed(y, w, null, layer.options)))
        .isEqualTo(literal.transposed(y, w, null, layer.options));
  }
}
