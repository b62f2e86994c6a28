package org.conv4j.direct.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Choice;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LayerContract;
import org.conv4j.api.internal.VectorModule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectLayerConvolverTest {
  private static final LayerConvolver PLAIN = of(LayerKernels.PLAIN, 1);

  /** However small the layers are, all threads work. */
  private static LayerConvolver of(LayerKernels kernels, int threads) {
    return new DirectLayerConvolver(() -> kernels, threads, 0);
  }

  @Nested
  class WithPlainLoops extends LayerContract {
    @Override
    protected LayerConvolver layers() {
      return of(LayerKernels.PLAIN, 3);
    }
  }

  @Nested
  class WithTheFastestKernels extends LayerContract {
    @Override
    protected LayerConvolver layers() {
      return of(LayerKernels.FASTEST, 3);
    }
  }

  private static NdArray random(DType dtype, Shape shape, int seed) {
    Random random = new Random(seed);
    NdArray array = NdArray.zeros(DType.FLOAT64, shape);
    Arrays.setAll(array.doubles(), i -> 100 * random.nextGaussian());
    return array.cast(dtype);
  }

  static Stream<LayerContract.Layer> layers() {
    return LayerContract.layersByHand();
  }

  /** One fused multiply-add for each term, in the order of the weights, and the bias last. */
  private static double chain(
      LayerContract.Layer layer, NdArray x, NdArray w, NdArray b, int[] at) {
    LayerGeometry geometry = LayerGeometry.of(layer.input(), layer.weights(), layer.options());
    int rank = geometry.spatialRank();
    int outputs = geometry.outputChannels() / layer.options().groups();
    int inputs = layer.weights().extent(1);
    int channel = at[layer.options().layout().channelAxis(at.length)];
    int terms = Math.toIntExact(geometry.terms());
    double sum = 0;
    for (int term = 0; term < terms; term++) {
      int rest = term;
      int[] from = at.clone();
      boolean inside = true;
      for (int a = rank - 1; a >= 0; a--) {
        int kernel = geometry.axis(a).kernel();
        int spatial = layer.options().layout().spatialAxis(a);
        from[spatial] = geometry.axis(a).inputIndex(at[spatial], rest % kernel);
        inside &= from[spatial] >= 0;
        rest /= kernel;
      }
      from[layer.options().layout().channelAxis(from.length)] = channel / outputs * inputs + rest;
      double factor = inside ? x.get(from) : 0;
      double weight = w.doubles()[channel * terms + term];
      sum = Math.fma(weight, factor, sum);
    }
    return sum + b.get(channel);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void plain_loops_give_the_bits_of_one_chain(LayerContract.Layer layer) {
    NdArray x = random(DType.FLOAT64, layer.input(), 1);
    NdArray w = random(DType.FLOAT64, layer.weights(), 2);
    NdArray b = random(DType.FLOAT64, Shape.of(layer.weights().extent(0)), 3);
    NdArray y = PLAIN.convolve(x, w, b, layer.options());
    int step = Math.max(1, y.size() / 500);
    for (int i = 0; i < y.size(); i += step) {
      int[] at = new int[y.rank()];
      int rest = i;
      for (int axis = at.length - 1; axis >= 0; axis--) {
        at[axis] = rest % y.shape().extent(axis);
        rest /= y.shape().extent(axis);
      }
      assertThat(y.doubles()[i]).isEqualTo(chain(layer, x, w, b, at));
    }
  }

  private static LayerKernels vectors(int panel) {
    return new LayerKernels(
        "panels of " + panel,
        new VectorLayerKernel<>(new SimdDoubleLayer(), panel),
        new VectorLayerKernel<>(new SimdFloatLayer(), panel),
        new VectorLayerKernel<>(new SimdLongLayer(), panel),
        new VectorLayerKernel<>(new SimdIntLayer(), panel));
  }

  /** Not only those that are the fastest on this machine. */
  @ParameterizedTest
  @MethodSource("layers")
  void vectors_give_the_same_bits_as_plain_loops(LayerContract.Layer layer) {
    assumeTrue(VectorModule.get().isPresent(), "needs the vector module");
    for (DType dtype : DType.values()) {
      NdArray x = random(dtype, layer.input(), 4);
      NdArray w = random(dtype, layer.weights(), 5);
      NdArray b = random(dtype, Shape.of(layer.weights().extent(0)), 6);
      NdArray expected = PLAIN.convolve(x, w, b, layer.options());
      NdArray withoutBias = PLAIN.convolve(x, w, null, layer.options());
      for (int panel : new int[] {4, 8}) {
        LayerConvolver vectors = of(vectors(panel), 2);
        assertThat(vectors.convolve(x, w, b, layer.options()))
            .as("%s, panels of %s", dtype, panel)
            .isEqualTo(expected);
        assertThat(vectors.convolve(x, w, null, layer.options()))
            .as("%s, panels of %s, without bias", dtype, panel)
            .isEqualTo(withoutBias);
      }
    }
  }

  /** As large as what is computed on several threads by default. */
  @Test
  void threads_do_not_change_a_bit() {
    NdArray x = random(DType.FLOAT32, Shape.of(2, 16, 60, 61), 7);
    NdArray w = random(DType.FLOAT32, Shape.of(24, 16, 3, 3), 8);
    NdArray b = random(DType.FLOAT32, Shape.of(24), 9);
    LayerOptions options = LayerOptions.basic().withPadding(1);
    LayerConvolver layers = new DirectLayerConvolver();
    NdArray expected = layers.withParallelism(1).convolve(x, w, b, options);
    assertThat(layers.withParallelism(4).convolve(x, w, b, options)).isEqualTo(expected);
  }

  @Test
  void the_automatic_choice_knows_what_layers_cost() {
    Shape input = Shape.of(1, 64, 56, 56);
    LayerOptions padded = LayerOptions.basic().withPadding(1);
    Choice<LayerConvolver> choice =
        LayerConvolvers.choose(
            input, Shape.of(64, 64, 3, 3), padded, DType.FLOAT32, Accuracy.COMPONENTWISE);
    assertThat(choice.convolver().name()).isEqualTo("layer-direct");
    assertThat(choice.candidates()).allMatch(candidate -> candidate.estimateNanos() > 1e5);
    assertThat(LayerConvolvers.auto().capabilities()).isEqualTo(PLAIN.capabilities());
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(LayerConvolvers.named("layer-direct")).isEqualTo(new DirectLayerConvolver());
    assertThat(LayerConvolvers.named("layer-direct")).hasSameHashCodeAs(new DirectLayerConvolver());
    LayerKernels plain = LayerKernels.PLAIN;
    LayerKernels other =
        new LayerKernels("other", plain.doubles(), plain.floats(), plain.longs(), plain.ints());
    assertThat(PLAIN)
        .hasToString("layer-direct[scalar]")
        .isNotEqualTo("layer-direct")
        .isNotEqualTo(PLAIN.withParallelism(2))
        .isNotEqualTo(of(other, 1))
        .isEqualTo(of(LayerKernels.PLAIN, 1));
  }
}
