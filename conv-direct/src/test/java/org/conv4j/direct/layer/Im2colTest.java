package org.conv4j.direct.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.contract.LayerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Im2colTest {
  private static final LayerOptions BASIC = LayerOptions.basic();

  static Stream<LayerContract.Layer> layers() {
    return LayerContract.layersByHand();
  }

  /** 1, 2, 3, … so that an element says where it is from; 0 is padding. */
  private static NdArray counted(DType dtype, Shape shape) {
    NdArray array = NdArray.zeros(DType.FLOAT64, shape);
    Arrays.setAll(array.doubles(), i -> i + 1);
    return array.cast(dtype);
  }

  @Test
  void the_picture_of_the_documentation() {
    NdArray x = NdArray.wrap(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, Shape.of(1, 1, 3, 3));
    int[] lowered = {1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9};
    assertThat(Im2col.lower(x, Shape.of(1, 1, 2, 2), BASIC))
        .isEqualTo(NdArray.wrap(lowered, Shape.of(1, 1, 4, 4)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void an_element_is_what_its_tap_meets_at_its_output(LayerContract.Layer layer) {
    LayerGeometry geometry = LayerGeometry.of(layer.input(), layer.weights(), layer.options());
    NdArray x = counted(DType.FLOAT64, layer.input());
    NdArray lowered = Im2col.lower(x, layer.weights(), layer.options());
    int rank = geometry.spatialRank();
    int inputs = layer.weights().extent(1);
    int[] at = new int[4];
    for (int i = 0; i < lowered.size(); i++) {
      int rest = i;
      for (int axis = 3; axis >= 0; axis--) {
        at[axis] = rest % lowered.shape().extent(axis);
        rest /= lowered.shape().extent(axis);
      }
      int[] from = new int[rank + 2];
      int term = at[2];
      int output = at[3];
      boolean inside = true;
      for (int a = rank - 1; a >= 0; a--) {
        int out = geometry.axis(a).output();
        int kernel = geometry.axis(a).kernel();
        int index = geometry.axis(a).inputIndex(output % out, term % kernel);
        from[layer.options().layout().spatialAxis(a)] = index;
        inside &= index >= 0;
        output /= out;
        term /= kernel;
      }
      from[0] = at[0];
      from[layer.options().layout().channelAxis(rank + 2)] = at[1] * inputs + term;
      assertThat(lowered.doubles()[i]).isEqualTo(inside ? x.get(from) : 0);
    }
  }

  @Test
  void every_type_is_lowered() {
    Shape input = Shape.of(2, 4, 5, 6);
    Shape weights = Shape.of(6, 2, 2, 3);
    LayerOptions options = BASIC.withPadding(1).withStride(2).withGroups(2);
    NdArray expected = Im2col.lower(counted(DType.FLOAT64, input), weights, options);
    for (DType dtype : DType.values()) {
      NdArray lowered = Im2col.lower(counted(dtype, input), weights, options);
      assertThat(lowered).isEqualTo(expected.cast(dtype));
    }
    NdArray re = counted(DType.FLOAT64, input);
    NdArray complex = NdArray.wrapComplex(new double[re.size()], re.doubles(), input);
    assertThat(Im2col.lower(complex, weights, options).imaginary()).isEqualTo(expected);
  }

  @Test
  void the_zero_point_is_what_the_padding_is() {
    NdArray x = NdArray.wrap(new int[] {5, 6}, Shape.of(1, 1, 2));
    LayerOptions options = BASIC.withPadding(1).withZeroPoints(5, 0);
    assertThat(Im2col.lower(x, Shape.of(1, 1, 1), options))
        .isEqualTo(NdArray.wrap(new int[] {0, 0, 1, 0}, Shape.of(1, 1, 1, 4)));
    assertThatThrownBy(() -> Im2col.lower(x.cast(DType.FLOAT32), Shape.of(1, 1, 1), options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("zero points are for integers, not for float32");
  }

  @Test
  void shapes_must_go_together() {
    NdArray x = counted(DType.FLOAT64, Shape.of(1, 3, 4));
    assertThatThrownBy(() -> Im2col.lower(x, Shape.of(1, 2, 2), BASIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(1, 3, 4)");
  }
}
