package org.conv4j.verify.stranger.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.bench.onnx.OnnxModel;
import org.conv4j.verify.bench.onnx.OnnxModel.Element;
import org.conv4j.verify.operand.Uniform;
import org.conv4j.verify.stranger.layer.Agreement.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime beside {@code layer-direct}, and what STRANGERS.md tells of it. */
@Tag("thorough")
@ExtendWith(OnnxSession.Loads.class)
class OnnxRuntimeLayersTest {
  private static final LayerConvolver ONNX_RUNTIME = new OnnxRuntimeLayers();
  private static final LayerConvolver DIRECT = new DirectLayerConvolver();

  static Stream<LayerCase> layers() {
    return Stream.of(
            LayerCase.even(),
            LayerCase.uneven(),
            LayerCase.same(Padding.SAME_UPPER),
            LayerCase.same(Padding.SAME_LOWER))
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void layers_are_the_sum_within_the_bound(LayerCase layer) {
    Agreement agreement = Agreement.of(Operation.LAYER, layer, DType.FLOAT32);
    NdArray y = agreement.by(ONNX_RUNTIME);
    assertThat(y.shape()).isEqualTo(agreement.shape());
    assertThat(agreement.fractionOfBound(y)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void threads_and_preparation_change_no_bit(LayerCase layer) {
    Agreement agreement = Agreement.of(Operation.LAYER, layer, DType.FLOAT32);
    NdArray y = agreement.by(ONNX_RUNTIME);
    assertThat(agreement.by(ONNX_RUNTIME.withParallelism(2))).isEqualTo(y);
    PreparedLayer prepared =
        ONNX_RUNTIME.prepare(
            agreement.weights, agreement.biasOrNull, layer.options(), layer.input());
    assertThat(prepared.apply(agreement.input)).isEqualTo(y);
    assertThat(prepared.apply(agreement.input)).isEqualTo(y);
  }

  static Stream<LayerCase> transposed() {
    return Stream.of(
            LayerCase.transposed(),
            LayerCase.transposedSame(Padding.SAME_UPPER),
            LayerCase.transposedSame(Padding.SAME_LOWER))
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("transposed")
  void transposed_layers_are_the_sum_within_the_bound(LayerCase layer) {
    Agreement agreement = Agreement.of(Operation.TRANSPOSED, layer, DType.FLOAT32);
    NdArray y = agreement.by(ONNX_RUNTIME);
    assertThat(y.shape()).isEqualTo(agreement.shape());
    assertThat(agreement.fractionOfBound(y)).isLessThanOrEqualTo(1);
  }

  private static OnnxModel dilatedAndSame(String operator, NdArray x, NdArray w) {
    return new OnnxModel(operator, Element.FLOAT, x.shape())
        .constant("w", Element.FLOAT, w)
        .attribute("dilations", new int[] {2})
        .attribute("auto_pad", "SAME_UPPER");
  }

  @Test
  void padding_that_follows_from_the_sizes_does_not_go_with_dilation() {
    NdArray x = Uniform.array(DType.FLOAT32, Shape.of(1, 1, 9), 1);
    NdArray w = Uniform.array(DType.FLOAT32, Shape.of(1, 1, 3), 2);
    try (OnnxSession session = new OnnxSession(dilatedAndSame("Conv", x, w), Element.FLOAT, 1)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> session.run(x))
          .withMessageContaining("Dilation not supported for AutoPadType::SAME_UPPER");
    }
    try (OnnxSession session =
        new OnnxSession(dilatedAndSame("ConvTranspose", x, w), Element.FLOAT, 1)) {
      LayerOptions options = LayerOptions.basic().withDilation(2).withPadding(Padding.SAME_UPPER);
      Agreement transposed =
          Agreement.of(
              Operation.TRANSPOSED, new LayerCase(x.shape(), w.shape(), options), DType.FLOAT32);
      NdArray y = session.run(x);
      assertThat(y.shape()).isEqualTo(transposed.shape());
      assertThat(transposed.fractionOfBound(y)).isLessThanOrEqualTo(1);
    }
  }

  /** The last output is beyond the last product, so it is zero. The library adds something. */
  @Test
  void output_padding_as_large_as_the_stride_reads_too_far() {
    NdArray x = NdArray.of(7f, 7f, 7f).reshape(Shape.of(1, 1, 1, 3));
    NdArray w = NdArray.of(1f, 1f).reshape(Shape.of(1, 1, 1, 2));
    LayerOptions options = LayerOptions.basic().withDilation(1, 2).withOutputPadding(0, 1);
    assertThat(DIRECT.transposed(x, w, null, options).floats()).containsExactly(7, 7, 14, 7, 7, 0);
    assertThat(ONNX_RUNTIME.transposed(x, w, null, options).floats())
        .isNotEqualTo(DIRECT.transposed(x, w, null, options).floats());
    // Of one axis, and with less output padding than stride, it is right.
    LayerCase line =
        new LayerCase(
            Shape.of(1, 1, 3),
            Shape.of(1, 1, 2),
            LayerOptions.basic().withDilation(2).withOutputPadding(1));
    LayerCase less = new LayerCase(x.shape(), w.shape(), options.withStride(1, 2));
    for (LayerCase right : new LayerCase[] {line, less}) {
      Agreement transposed = Agreement.of(Operation.TRANSPOSED, right, DType.FLOAT32);
      assertThat(transposed.fractionOfBound(transposed.by(ONNX_RUNTIME))).isLessThanOrEqualTo(1);
    }
  }

  /** ONNX says of ConvTranspose: SAME means that the output is the input times the stride. */
  @Test
  void a_transposed_layer_with_a_kernel_shorter_than_the_stride_is_not_as_large_as_said() {
    NdArray x = NdArray.of(1f, 2f, 3f).reshape(Shape.of(1, 1, 3));
    NdArray w = NdArray.of(10f, 100f).reshape(Shape.of(1, 1, 2));
    LayerOptions options = LayerOptions.basic().withStride(4).withPadding(Padding.SAME_UPPER);
    assertThat(ONNX_RUNTIME.transposed(x, w, null, options).floats())
        .containsExactly(10, 100, 0, 0, 20, 200, 0, 0, 30, 300);
    Agreement agreement =
        Agreement.of(
            Operation.TRANSPOSED, new LayerCase(x.shape(), w.shape(), options), DType.FLOAT32);
    assertThat(agreement.shape()).isEqualTo(Shape.of(1, 1, 12));
  }

  @Test
  void there_is_no_double_precision() {
    OnnxModel model =
        new OnnxModel("Conv", Element.DOUBLE, Shape.of(1, 1, 3))
            .constant("w", Element.DOUBLE, NdArray.of(1.0).reshape(Shape.of(1, 1, 1)));
    assertThatIllegalStateException()
        .isThrownBy(() -> new OnnxSession(model, Element.DOUBLE, 1))
        .withMessageContaining("Could not find an implementation for Conv");
  }

  @Test
  void what_is_not_claimed_is_refused() {
    NdArray x = Uniform.array(DType.FLOAT32, Shape.of(1, 1, 9), 1);
    NdArray w = Uniform.array(DType.FLOAT32, Shape.of(1, 1, 3), 2);
    NdArray wide = w.cast(DType.FLOAT64);
    LayerOptions basic = LayerOptions.basic();
    assertThatThrownBy(() -> ONNX_RUNTIME.convolve(x, wide, null, basic))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: float64");
    assertThatThrownBy(() -> ONNX_RUNTIME.transposed(x, wide, null, basic))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: float64");
    assertThatThrownBy(() -> ONNX_RUNTIME.transposed(x, w, NdArray.of(1f, 2f), basic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the bias must be float32 of shape (1,), not float32 of shape (2,)");
    PreparedLayer prepared = ONNX_RUNTIME.prepare(w, null, basic, x.shape());
    assertThatThrownBy(() -> prepared.apply(x.cast(DType.FLOAT64)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> prepared.apply(w))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prepared for inputs of shape (1, 1, 9), not (1, 1, 3)");
  }
}
