package org.conv4j.verify.stranger.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Uniform;
import org.conv4j.verify.stranger.layer.Agreement.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PyTorch beside {@code layer-direct}, and what STRANGERS.md tells of it. */
@Tag("thorough")
@ExtendWith(PyTorchLayers.Loads.class)
class PyTorchLayersTest {
  private static final LayerConvolver PYTORCH = new PyTorchLayers();

  static Stream<LayerCase> layers() {
    return LayerCase.even();
  }

  /** Where it is wrong with many channels, it is with single outputs of large kernels, too. */
  private static void assumeRight(LayerCase layer) {
    boolean one =
        LayerGeometry.of(layer.input(), layer.weights(), layer.options()).output().size()
            == layer.input().extent(0) * layer.weights().extent(0);
    assumeFalse(
        (layer.weights().extent(1) > 16 || one) && PyTorchLayers.isWrongHere(),
        "PyTorch is wrong for such layers on this processor, see STRANGERS.md");
  }

  @ParameterizedTest
  @MethodSource("layers")
  void layers_are_the_sum_within_the_bound(LayerCase layer) {
    assumeRight(layer);
    for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
      Agreement agreement = Agreement.of(Operation.LAYER, layer, dtype);
      NdArray y = agreement.by(PYTORCH);
      assertThat(y.shape()).isEqualTo(agreement.shape());
      assertThat(y.dtype()).isEqualTo(dtype);
      assertThat(agreement.fractionOfBound(y)).as(dtype.numpyName()).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void integers_are_exact(LayerCase layer) {
    Agreement agreement = Agreement.of(Operation.LAYER, layer, DType.INT64);
    assertThat(agreement.by(PYTORCH)).isEqualTo(agreement.direct());
  }

  @Test
  void integers_wrap() {
    NdArray x = NdArray.of(Long.MAX_VALUE, 2L, -3L).reshape(Shape.of(1, 1, 3));
    NdArray w = NdArray.of(Long.MIN_VALUE, Long.MAX_VALUE).reshape(Shape.of(1, 1, 2));
    LayerCase layer = new LayerCase(x.shape(), w.shape(), LayerOptions.basic());
    Agreement agreement = Agreement.of(layer, x, w);
    assertThat(agreement.by(PYTORCH)).isEqualTo(agreement.direct());
  }

  static Stream<LayerCase> transposed() {
    return LayerCase.transposed();
  }

  /** They are layers of dilated input here. */
  @ParameterizedTest
  @MethodSource("transposed")
  void transposed_layers_are_the_sum_within_the_bound(LayerCase layer) {
    Agreement agreement = Agreement.of(Operation.TRANSPOSED, layer, DType.FLOAT32);
    NdArray y = agreement.by(PYTORCH);
    assertThat(y.shape()).isEqualTo(agreement.shape());
    assertThat(agreement.fractionOfBound(y)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void complex_layers_are_three_products(LayerCase layer) {
    assumeRight(layer);
    Agreement agreement =
        Agreement.of(
            layer,
            Uniform.array(DType.COMPLEX64, layer.input(), 1),
            Uniform.array(DType.COMPLEX64, layer.weights(), 2));
    NdArray y = agreement.by(PyTorchLayers.ofComplex());
    assertThat(y.shape()).isEqualTo(agreement.shape());
    assertThat(agreement.fractionOfThreeProducts(y)).isLessThanOrEqualTo(1);
  }

  /** Small imaginary parts of the weights drown in the product of the sums of the parts. */
  @Test
  void complex_layers_are_not_componentwise() {
    LayerCase layer = new LayerCase(Shape.of(1, 3, 9), Shape.of(2, 3, 3), LayerOptions.basic());
    float[] x = Uniform.array(DType.FLOAT32, layer.input(), 1).floats();
    float[] re = Uniform.array(DType.FLOAT32, layer.weights(), 2).floats();
    float[] im = Uniform.array(DType.FLOAT32, layer.weights(), 3).floats();
    for (int i = 0; i < im.length; i++) {
      im[i] *= 1e-6f;
    }
    Agreement agreement =
        Agreement.of(
            layer,
            NdArray.wrapComplex(x, new float[x.length], layer.input()),
            NdArray.wrapComplex(re, im, layer.weights()));
    NdArray y = agreement.by(PyTorchLayers.ofComplex());
    assertThat(agreement.fractionOfBound(y)).isGreaterThan(10_000);
    assertThat(agreement.fractionOfThreeProducts(y)).isLessThanOrEqualTo(1);
    assertThat(agreement.fractionOfBound(agreement.direct())).isLessThanOrEqualTo(1);
  }

  private static ai.djl.ndarray.types.Shape djl(long... extents) {
    return new ai.djl.ndarray.types.Shape(extents);
  }

  private static NDArray ints(NDManager manager, int count) {
    return manager.create(new int[count], djl(1, 1, count));
  }

  @Test
  void integers_of_32_bits_are_not_dilated() {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      PtNDArray x = (PtNDArray) ints(manager, 9);
      PtNDArray w = (PtNDArray) ints(manager, 3);
      ai.djl.ndarray.types.Shape one = djl(1);
      ai.djl.ndarray.types.Shape none = djl(0);
      assertThat(JniUtils.convolution(x, w, null, one, none, one, 1).getShape())
          .isEqualTo(djl(1, 1, 7));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> JniUtils.convolution(x, w, null, one, none, djl(2), 1))
          .withMessageContaining("not implemented for 'Int'");
    }
  }

  @Test
  void djl_has_no_transposed_convolution() {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      NDArray x = manager.ones(djl(1, 1, 9));
      NDArray w = manager.ones(djl(1, 1, 3));
      ai.djl.ndarray.types.Shape one = djl(1);
      ai.djl.ndarray.types.Shape none = djl(0);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(
              () -> x.getNDArrayInternal().deconvolution(x, w, null, one, none, none, one, 1))
          .withMessage("Not implemented");
    }
  }

  @Test
  void what_is_not_claimed_is_refused() {
    NdArray x = Uniform.array(DType.FLOAT32, Shape.of(1, 1, 9), 1);
    NdArray w = Uniform.array(DType.FLOAT32, Shape.of(1, 1, 2), 2);
    LayerOptions uneven = LayerOptions.basic().withPadding(Padding.SAME_UPPER);
    assertThatThrownBy(() -> PYTORCH.convolve(x, w, null, uneven))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: UNEVEN_PADDING");
    for (DType dtype : new DType[] {DType.INT32, DType.COMPLEX64}) {
      assertThatThrownBy(() -> PYTORCH.convolve(x.cast(dtype), w, null, LayerOptions.basic()))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageStartingWith("not claimed: " + dtype.numpyName());
    }
  }
}
