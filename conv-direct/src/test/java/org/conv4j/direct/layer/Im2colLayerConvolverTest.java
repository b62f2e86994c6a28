package org.conv4j.direct.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LayerContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Im2colLayerConvolverTest {
  private static final LayerConvolver FASTEST =
      new Im2colLayerConvolver(() -> LayerKernels.FASTEST, 3, 0);

  @Nested
  class WithTheFastestKernels extends LayerContract {
    @Override
    protected LayerConvolver layers() {
      return FASTEST;
    }
  }

  @Nested
  class WithAnotherMatrixProduct extends LayerContract {
    @Override
    protected LayerConvolver layers() {
      return new Im2colLayerConvolver(new TripleLoop());
    }
  }

  static Stream<LayerContract.Layer> layers() {
    return LayerContract.layersByHand();
  }

  private static NdArray random(DType dtype, Shape shape, int seed) {
    Random random = new Random(seed);
    NdArray array = NdArray.zeros(DType.FLOAT64, shape);
    Arrays.setAll(array.doubles(), i -> 100 * random.nextGaussian());
    return array.cast(dtype);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void every_product_gives_the_bits_of_the_direct_sum(LayerContract.Layer layer) {
    LayerConvolver tripleLoop = new Im2colLayerConvolver(new TripleLoop());
    LayerConvolver plain = new Im2colLayerConvolver(() -> LayerKernels.PLAIN, 1, 0);
    LayerConvolver direct = new DirectLayerConvolver();
    for (DType dtype : DType.values()) {
      NdArray x = random(dtype, layer.input(), 1);
      NdArray w = random(dtype, layer.weights(), 2);
      NdArray b = random(dtype, Shape.of(layer.weights().extent(0)), 3);
      NdArray expected = direct.convolve(x, w, b, layer.options());
      assertThat(FASTEST.convolve(x, w, b, layer.options())).isEqualTo(expected);
      assertThat(plain.convolve(x, w, b, layer.options())).isEqualTo(expected);
      assertThat(tripleLoop.convolve(x, w, b, layer.options())).isEqualTo(expected);
    }
  }

  @Test
  void it_is_found_by_its_name() {
    LayerConvolver found = LayerConvolvers.named("layer-im2col");
    assertThat(found).isEqualTo(new Im2colLayerConvolver());
    assertThat(found).hasSameHashCodeAs(new Im2colLayerConvolver());
    assertThat(found).isNotEqualTo(new DirectLayerConvolver()).isNotEqualTo("layer-im2col");
    assertThat(found.withParallelism(3)).isNotEqualTo(found.withParallelism(2));
    assertThat(new Im2colLayerConvolver(new TripleLoop())).hasToString("layer-im2col[TripleLoop]");
  }
}
