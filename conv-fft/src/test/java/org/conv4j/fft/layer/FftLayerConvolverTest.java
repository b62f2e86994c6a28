package org.conv4j.fft.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LayerContract;
import org.conv4j.api.contract.LiteralLayer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FftLayerConvolverTest {
  private static final LayerOptions BASIC = LayerOptions.basic();
  private static final FftLayerConvolver FFT = new FftLayerConvolver().withParallelism(2);

  @Nested
  class OnSeveralThreads extends LayerContract {
    @Override
    protected LayerConvolver layers() {
      return new FftLayerConvolver().withParallelism(3);
    }

    @Override
    protected NdArray whole(NdArray y) {
      return rounded(y);
    }
  }

  /** Whole numbers of which no error was as large as one half. */
  private static NdArray rounded(NdArray y) {
    if (y.dtype().isInteger()) {
      return y;
    }
    if (y.dtype().isComplex()) {
      NdArray re = rounded(y.real()).cast(DType.FLOAT64);
      NdArray im = rounded(y.imaginary()).cast(DType.FLOAT64);
      return NdArray.wrapComplex(re.doubles(), im.doubles(), y.shape()).cast(y.dtype());
    }
    double[] whole = y.cast(DType.FLOAT64).copy().doubles();
    Arrays.setAll(whole, i -> Math.rint(whole[i]) + 0.0); // + 0.0: no negative zeros
    return NdArray.wrap(whole, y.shape()).cast(y.dtype());
  }

  private static NdArray random(Shape shape, int bits, int seed) {
    Random random = new Random(seed);
    NdArray array = NdArray.zeros(DType.FLOAT64, shape);
    Arrays.setAll(array.doubles(), i -> random.nextInt(2 << bits) - (1 << bits));
    return array;
  }

  // ---- Accuracy ---------------------------------------------------------------------------------

  static Stream<LayerContract.Layer> layers() {
    return Stream.of(
        layer(Shape.of(2, 3, 40, 50), Shape.of(4, 3, 9, 9), BASIC.withPadding(4)),
        layer(Shape.of(2, 6, 32, 31), Shape.of(6, 1, 31, 30), depthwise(6).withPadding(15)),
        layer(Shape.of(3, 2, 300), Shape.of(2, 1, 300), depthwise(2).withPadding(150)),
        layer(Shape.of(1, 5, 500), Shape.of(3, 5, 20), BASIC.withStride(3).withDilation(2)),
        layer(Shape.of(2, 4, 41, 37), Shape.of(4, 2, 7, 5), depthwise(2).withStride(2, 3)),
        layer(Shape.of(1, 2, 9, 10, 11), Shape.of(3, 2, 4, 5, 3), BASIC.withPadding(2)),
        layer(Shape.of(2, 20, 21, 4), Shape.of(3, 4, 5, 5), BASIC.withLayout(Layout.NHWC)));
  }

  private static LayerContract.Layer layer(Shape input, Shape weights, LayerOptions options) {
    return new LayerContract.Layer(input, weights, options);
  }

  private static LayerOptions depthwise(int groups) {
    return BASIC.withGroups(groups);
  }

  private static LayerGeometry geometry(LayerContract.Layer layer) {
    return LayerGeometry.of(layer.input(), layer.weights(), layer.options());
  }

  /** The index of an element, with the channels on the second axis. */
  private static int[] channelsFirst(NdArray array, int number, Layout layout) {
    int[] index = new int[array.rank()];
    int rest = number;
    for (int a = index.length - 1; a >= 0; a--) {
      index[a] = rest % array.shape().extent(a);
      rest /= array.shape().extent(a);
    }
    return new int[] {index[0], index[layout.channelAxis(index.length)]};
  }

  /** The norms of runs of elements, by what they belong to. */
  private static double[] norms(NdArray array, Layout layout, int count, IntBinaryOperator run) {
    double[] squares = new double[count];
    for (int i = 0; i < array.size(); i++) {
      int[] index = channelsFirst(array, i, layout);
      squares[run.applyAsInt(index[0], index[1])] += array.doubles()[i] * array.doubles()[i];
    }
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }

  /** What the Javadoc of the class says. */
  private static double factor(LayerGeometry geometry, DType dtype) {
    int levels = 0;
    int products = geometry.weights().extent(1);
    for (LayerAxis axis : geometry.axes()) {
      double full = axis.input() + axis.window() - 1;
      levels += (int) Math.ceil(Math.log(full) / Math.log(2)) + 1;
      products *= axis.stride();
    }
    return Accuracy.transformFactor(dtype, levels, products);
  }

  /** Whole numbers, whose sums the literal layer has without an error. */
  @ParameterizedTest
  @MethodSource("layers")
  void errors_are_within_the_bound(LayerContract.Layer layer) {
    assertBound(layer, DType.FLOAT64, 19);
    assertBound(layer, DType.FLOAT32, 12);
  }

  private static void assertBound(LayerContract.Layer layer, DType dtype, int bits) {
    LayerGeometry geometry = geometry(layer);
    Layout layout = layer.options().layout();
    int groups = layer.options().groups();
    NdArray x = random(layer.input(), bits, 1);
    NdArray w = random(layer.weights(), bits, 2);
    NdArray exact = new LiteralLayer().convolve(x, w, null, layer.options());
    NdArray y = FFT.convolve(x.cast(dtype), w.cast(dtype), null, layer.options());
    int inputs = layer.weights().extent(1);
    int outputs = geometry.outputChannels() / groups;
    double[] inputNorms =
        norms(x, layout, geometry.batch() * groups, (item, c) -> item * groups + c / inputs);
    double[] weightNorms = norms(w, Layout.NCHW, geometry.outputChannels(), (m, c) -> m);
    double factor = factor(geometry, dtype);
    double worst = 0;
    for (int i = 0; i < y.size(); i++) {
      int[] index = channelsFirst(y, i, layout);
      double norm = inputNorms[index[0] * groups + index[1] / outputs] * weightNorms[index[1]];
      double error = Math.abs(y.cast(DType.FLOAT64).doubles()[i] - exact.doubles()[i]);
      worst = Math.max(worst, error / (factor * norm));
    }
    assertThat(worst).as("%s %s", layer, dtype).isLessThanOrEqualTo(1);
  }

  /**
   * Powers of two, one for each item and group of the input and one for each output channel, come
   * out again as if nothing had been computed in between.
   */
  @ParameterizedTest
  @MethodSource("layers")
  void magnitudes_change_no_significand(LayerContract.Layer layer) {
    assertScaled(layer, DType.FLOAT64, new int[] {-990, 0, 955, 990}, new int[] {20, -960, 3, 900});
    assertScaled(layer, DType.FLOAT32, new int[] {-110, 0, 105, 60}, new int[] {2, -115, 100, 60});
    assertScaled(layer, DType.COMPLEX64, new int[] {-90, 50}, new int[] {60, -30, 40});
  }

  private static void assertScaled(
      LayerContract.Layer layer, DType dtype, int[] inputScales, int[] weightScales) {
    LayerGeometry geometry = geometry(layer);
    Layout layout = layer.options().layout();
    int groups = layer.options().groups();
    int inputs = layer.weights().extent(1);
    int outputs = geometry.outputChannels() / groups;
    NdArray x = random(layer.input(), 6, 1);
    NdArray w = random(layer.weights(), 6, 2);
    IntBinaryOperator inputScale =
        (item, c) -> inputScales[(item * groups + c / inputs) % inputScales.length];
    IntBinaryOperator weightScale = (m, c) -> weightScales[m % weightScales.length];
    NdArray plain = FFT.convolve(complex(x, dtype), complex(w, dtype), null, layer.options());
    NdArray y =
        FFT.convolve(
            complex(scaled(x, layout, inputScale), dtype),
            complex(scaled(w, Layout.NCHW, weightScale), dtype),
            null,
            layer.options());
    IntBinaryOperator scale =
        (item, m) ->
            inputScale.applyAsInt(item, m / outputs * inputs) + weightScale.applyAsInt(m, 0);
    assertThat(y.real()).as("%s %s", layer, dtype).isEqualTo(scaled(plain.real(), layout, scale));
    assertThat(y.imaginary()).isEqualTo(scaled(plain.imaginary(), layout, scale));
  }

  /** As another type; a complex number has its real part twice. */
  private static NdArray complex(NdArray array, DType dtype) {
    return dtype.isComplex()
        ? NdArray.wrapComplex(array.doubles(), array.doubles(), array.shape()).cast(dtype)
        : array.cast(dtype);
  }

  private static NdArray scaled(NdArray array, Layout layout, IntBinaryOperator exponent) {
    NdArray copy = array.copy();
    for (int i = 0; i < array.size(); i++) {
      int[] index = channelsFirst(array, i, layout);
      int power = exponent.applyAsInt(index[0], index[1]);
      if (array.dtype() == DType.FLOAT32) {
        copy.floats()[i] = Math.scalb(array.floats()[i], power);
      } else {
        copy.doubles()[i] = Math.scalb(array.doubles()[i], power);
      }
    }
    return copy;
  }

  // ---- Integers ---------------------------------------------------------------------------------

  /** Of the full range, whose sums leave it many times over. */
  @Test
  void integers_of_all_sizes_are_exact() {
    Random random = new Random(3);
    long[] x = random.longs(2L * 5 * 60).toArray();
    long[] w = random.longs(3L * 5 * 9).toArray();
    long[] b = random.longs(3).toArray();
    long[] y = new long[2 * 3 * 52];
    for (int i = 0; i < y.length; i++) {
      int item = i / 52 / 3;
      int m = i / 52 % 3;
      y[i] = b[m];
      for (int c = 0; c < 5; c++) {
        for (int t = 0; t < 9; t++) {
          y[i] += w[(m * 5 + c) * 9 + t] * x[(item * 5 + c) * 60 + i % 52 + t];
        }
      }
    }
    NdArray input = NdArray.wrap(x, Shape.of(2, 5, 60));
    NdArray weights = NdArray.wrap(w, Shape.of(3, 5, 9));
    assertThat(FFT.convolve(input, weights, NdArray.of(b), BASIC).longs()).isEqualTo(y);
    int[] wrapped = Arrays.stream(y).mapToInt(value -> (int) value).toArray();
    assertThat(
            FFT.convolve(
                    input.cast(DType.INT32),
                    weights.cast(DType.INT32),
                    NdArray.of(b).cast(DType.INT32),
                    BASIC)
                .ints())
        .isEqualTo(wrapped);
  }

  /** Those windows in the padding alone are zeros, whatever an array held before. */
  @ParameterizedTest
  @EnumSource
  void outputs_that_meet_nothing_are_the_bias(DType dtype) {
    Shape shape = Shape.of(1, 1, 3);
    NdArray one = random(shape, 2, 4).cast(dtype);
    LayerOptions far = BASIC.withPadding(Padding.of(new int[] {7}, new int[] {9}));
    NdArray y = NdArray.zeros(dtype, Shape.of(1, 1, 17));
    FFT.prepare(one, null, far, shape).apply(one, y);
    NdArray again = y.copy();
    FFT.prepare(one, null, far, shape).apply(one, again);
    assertThat(again).isEqualTo(y);
    NdArray literal =
        new LiteralLayer()
            .convolve(one.real().cast(DType.FLOAT64), one.real().cast(DType.FLOAT64), null, far);
    assertThat(rounded(y).real().cast(DType.FLOAT64)).isEqualTo(literal);
    // Two windows, before the input and after it, and one that no tap of any phase reaches.
    NdArray bias = NdArray.of(5.0).cast(dtype);
    LayerOptions apart = BASIC.withStride(6).withPadding(3);
    assertThat(FFT.convolve(one, one, bias, apart))
        .isEqualTo(NdArray.of(5.0, 5).cast(dtype).reshape(Shape.of(1, 1, 2)));
    NdArray pixel = NdArray.of(9.0).cast(dtype).reshape(Shape.of(1, 1, 1));
    LayerOptions beside = BASIC.withStride(9).withPadding(3);
    assertThat(FFT.convolve(pixel, pixel, bias, beside)).isEqualTo(bias.reshape(pixel.shape()));
    NdArray out = pixel.copy();
    FFT.prepare(pixel, null, beside, pixel.shape()).apply(pixel, out);
    assertThat(out).isEqualTo(NdArray.zeros(dtype, pixel.shape()));
  }

  // ---- Threads and estimates --------------------------------------------------------------------

  @Test
  void threads_change_no_bit_of_a_large_layer() {
    LayerOptions last = BASIC.withLayout(Layout.NHWC).withStride(2).withPadding(3);
    for (LayerContract.Layer layer :
        List.of(
            layer(Shape.of(1, 100, 90, 6), Shape.of(5, 6, 7, 7), last),
            layer(Shape.of(2, 40, 32, 32), Shape.of(40, 1, 15, 15), depthwise(40)))) {
      NdArray x = random(layer.input(), 10, 5);
      NdArray w = random(layer.weights(), 10, 6);
      NdArray y = FFT.withParallelism(1).convolve(x, w, null, layer.options());
      for (int threads : new int[] {2, 5}) {
        assertThat(FFT.withParallelism(threads).convolve(x, w, null, layer.options())).isEqualTo(y);
      }
    }
  }

  private static double estimate(Shape input, Shape weights, LayerOptions options, DType dtype) {
    return FFT.estimateNanos(LayerGeometry.of(input, weights, options), dtype);
  }

  @Test
  void estimates_grow_with_the_work() {
    for (DType dtype : DType.values()) {
      Shape weights = Shape.of(8, 4, 5, 5);
      double least = estimate(Shape.of(1, 4, 20, 20), weights, BASIC, dtype);
      assertThat(least).isPositive();
      assertThat(estimate(Shape.of(3, 4, 20, 20), weights, BASIC, dtype)).isGreaterThan(least);
      assertThat(estimate(Shape.of(1, 4, 60, 60), weights, BASIC, dtype)).isGreaterThan(least);
      assertThat(estimate(Shape.of(1, 4, 20, 20), Shape.of(16, 4, 5, 5), BASIC, dtype))
          .isGreaterThan(least);
    }
    Shape image = Shape.of(2, 3, 224, 224);
    Shape weights = Shape.of(8, 3, 9, 9);
    assertThat(estimate(image, weights, BASIC.withStride(2), DType.FLOAT32))
        .isLessThan(estimate(image, weights, BASIC, DType.FLOAT32));
    assertThat(estimate(image, weights, BASIC, DType.INT64))
        .isGreaterThan(2 * estimate(image, weights, BASIC, DType.FLOAT64));
  }

  @Test
  void what_is_too_large_is_left_to_others() {
    assertThat(
            estimate(
                Shape.of(1, 1, 2_000_000_000), Shape.of(1, 1, 1_900_000_000), BASIC, DType.INT64))
        .isInfinite();
    assertThat(estimate(Shape.of(1, 4096, 8, 8), Shape.of(4096, 4096, 8, 8), BASIC, DType.FLOAT32))
        .isInfinite();
    assertThat(
            estimate(
                Shape.of(1, 1, 1),
                Shape.of(1, 1, 1),
                BASIC.withStride(9).withPadding(3),
                DType.FLOAT32))
        .isEqualTo(1);
  }

  // ---- Identity ---------------------------------------------------------------------------------

  @Test
  void it_claims_every_type_and_option_and_normwise_accuracy() {
    assertThat(FFT.capabilities().dtypes()).containsExactly(DType.values());
    assertThat(FFT.capabilities().features()).containsExactly(LayerFeature.values());
    assertThat(FFT.capabilities().accuracy()).isEqualTo(Accuracy.NORMWISE);
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(LayerConvolvers.named("layer-fft")).isEqualTo(new FftLayerConvolver());
    assertThat(LayerConvolvers.named("layer-fft")).hasSameHashCodeAs(new FftLayerConvolver());
    assertThat(new FftLayerConvolver().withParallelism(2))
        .hasToString("layer-fft[lanes]")
        .isNotEqualTo("layer-fft")
        .isNotEqualTo(new FftLayerConvolver().withParallelism(3));
  }
}
