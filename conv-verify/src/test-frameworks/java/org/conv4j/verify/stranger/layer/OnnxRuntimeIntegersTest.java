package org.conv4j.verify.stranger.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.operand.Uniform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime's sums of 8-bit integers, and what STRANGERS.md tells of them. */
@Tag("thorough")
@ExtendWith(OnnxSession.Loads.class)
class OnnxRuntimeIntegersTest {
  private static final LayerConvolver ONNX_RUNTIME = new OnnxRuntimeIntegers();
  private static final LayerConvolver DIRECT = new DirectLayerConvolver();

  /** From so many output channels on, see below, a sum may be wrong. */
  private static final int WRONG_FROM = 32;

  /** Integers of 8 bits. */
  private static NdArray bytes(Shape shape, int seed, int least) {
    int[] values = Uniform.array(DType.INT32, shape, seed).ints();
    Arrays.setAll(values, i -> Math.floorMod(values[i], 256) + least);
    return NdArray.wrap(values, shape);
  }

  static Stream<LayerCase> layers() {
    return Stream.concat(LayerCase.even(), LayerCase.uneven())
        .filter(layer -> layer.weights().extent(0) / layer.options().groups() < WRONG_FROM);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void sums_are_exact(LayerCase layer) {
    Shape channels = Shape.of(layer.weights().extent(0));
    for (int least : new int[] {0, Byte.MIN_VALUE}) {
      NdArray x = bytes(layer.input(), 1, least);
      NdArray w = bytes(layer.weights(), 2, least);
      NdArray bias = Uniform.array(DType.INT32, channels, 3);
      assertThat(ONNX_RUNTIME.convolve(x, w, bias, layer.options()))
          .isEqualTo(DIRECT.convolve(x, w, bias, layer.options()));
      LayerOptions zeros = layer.options().withZeroPoints(least + 3, least + 200);
      assertThat(ONNX_RUNTIME.convolve(x, w, null, zeros))
          .isEqualTo(DIRECT.convolve(x, w, null, zeros));
    }
  }

  /** ONNX allows "a 1-D tensor, which means a [...] per output channel quantization". */
  @Test
  void zero_points_by_channel_are_refused() {
    NdArray x = bytes(Shape.of(1, 1, 3), 1, 0);
    NdArray w = bytes(Shape.of(2, 1, 2), 2, 0);
    LayerOptions options = LayerOptions.basic().withZeroPoints(1, 2, 3);
    assertThatIllegalStateException()
        .isThrownBy(() -> ONNX_RUNTIME.convolve(x, w, null, options))
        .withMessageContaining("Non per-tensor quantization is not supported");
  }

  /** In the last columns of the 32nd channel. */
  @Test
  void sums_are_wrong_on_processors_with_amx() throws IOException {
    Path processor = Path.of("/proc/cpuinfo");
    assumeTrue(
        Files.exists(processor) && Files.readString(processor).contains("amx_int8"),
        "no processor with AMX");
    NdArray x = bytes(Shape.of(1, 1, 31), 1, 0);
    NdArray w = bytes(Shape.of(WRONG_FROM, 1, 1), 2, 0);
    int[] sums = DIRECT.convolve(x, w, null, LayerOptions.basic()).ints();
    int[] got = ONNX_RUNTIME.convolve(x, w, null, LayerOptions.basic()).ints();
    int tail = sums.length - 31 % 16;
    assertThat(Arrays.copyOf(got, tail)).isEqualTo(Arrays.copyOf(sums, tail));
    assertThat(got).isNotEqualTo(sums);
  }

  @Test
  void integers_that_8_bits_do_not_hold_are_refused() {
    NdArray x = NdArray.of(-200, 56, 0).reshape(Shape.of(1, 1, 3));
    NdArray w = NdArray.of(1).reshape(Shape.of(1, 1, 1));
    assertThatThrownBy(() -> ONNX_RUNTIME.convolve(x, w, null, LayerOptions.basic()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("input and zero points are from -200 to 56");
    NdArray fits = NdArray.of(-200, 55, 0).reshape(Shape.of(1, 1, 3));
    assertThat(ONNX_RUNTIME.convolve(fits, w, null, LayerOptions.basic()).ints())
        .containsExactly(-200, 55, 0);
  }
}
