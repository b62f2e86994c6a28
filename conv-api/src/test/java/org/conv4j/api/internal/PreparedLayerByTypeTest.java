package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LiteralLayer;
import org.junit.jupiter.api.Test;

class PreparedLayerByTypeTest {
  private static final LayerOptions BASIC = LayerOptions.basic();
  private static final LiteralLayer LITERAL = new LiteralLayer();

  private final NdArray input = NdArray.of(1L, 2, 3).reshape(Shape.of(1, 1, 3));
  private final NdArray weights = NdArray.of(5f, 7f).reshape(Shape.of(1, 1, 2));

  /** The types that something was made for. */
  private final List<DType> made = new ArrayList<>();

  private PreparedLayer prepared(NdArray biasOrNull) {
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weights.shape(), BASIC);
    return new PreparedLayerByType(
        LITERAL.capabilities(),
        geometry,
        weights,
        biasOrNull,
        (w, b) -> {
          made.add(w.dtype());
          return x -> LITERAL.convolve(x, w, b, BASIC);
        });
  }

  @Test
  void one_layer_is_made_for_each_type() {
    PreparedLayer prepared = prepared(null);
    for (int round = 0; round < 2; round++) {
      for (DType dtype : new DType[] {DType.INT64, DType.FLOAT32, DType.FLOAT64}) {
        NdArray x = input.cast(dtype);
        NdArray expected = LITERAL.convolve(x, weights, null, BASIC);
        assertThat(prepared.apply(x)).isEqualTo(expected);
        NdArray out = NdArray.zeros(expected.dtype(), expected.shape());
        prepared.apply(x, out);
        assertThat(out).isEqualTo(expected);
      }
    }
    assertThat(made).containsExactly(DType.FLOAT64, DType.FLOAT32);
  }

  @Test
  void weights_and_bias_are_copied() {
    NdArray bias = NdArray.of(100.0);
    PreparedLayer prepared = prepared(bias);
    weights.floats()[0] = 0;
    bias.doubles()[0] = 0;
    assertThat(prepared.apply(input)).isEqualTo(NdArray.of(119.0, 131).reshape(Shape.of(1, 1, 2)));
  }

  @Test
  void what_does_not_fit_is_refused() {
    PreparedLayer prepared = prepared(NdArray.of(100.0));
    assertThatThrownBy(() -> prepared.apply(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> prepared.apply(weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prepared for inputs of shape (1, 1, 3), not (1, 1, 2)");
    assertThatThrownBy(() -> prepared.apply(input.cast(DType.FLOAT32)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the bias must have the type of the result, float32, not float64");
    assertThatThrownBy(() -> prepared.apply(input.cast(DType.COMPLEX128)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("not claimed: complex128");
    assertThatThrownBy(() -> prepared.apply(input, weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the result is float64 of shape (1, 1, 2), out is float32");
    assertThat(made).isEmpty();
  }
}
