package org.conv4j.api.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;

/** What is prepared, when, and of which type. */
class PreparedByTypeTest {
  private final List<NdArray> prepared = new ArrayList<>();
  private final List<NdArray> signals = new ArrayList<>();
  private final List<NdArray> outs = new ArrayList<>();

  private PreparedByType on(NdArray in2, Shape in1) {
    return new PreparedByType(
        Geometry.of(in1, in2.shape(), Mode.SAME, Convention.SCIPY),
        in2,
        kernel -> {
          prepared.add(kernel);
          return new PreparedConvolution() {
            @Override
            public NdArray apply(NdArray signal) {
              signals.add(signal);
              return kernel;
            }

            @Override
            public void apply(NdArray signal, NdArray out) {
              signals.add(signal);
              outs.add(out);
            }
          };
        });
  }

  @Test
  void nothing_is_prepared_before_the_first_signal() {
    on(NdArray.of(1.0, 2), Shape.of(3));
    assertThat(prepared).isEmpty();
  }

  @Test
  void each_type_of_result_is_prepared_once() {
    PreparedByType convolution = on(NdArray.of(new float[] {1, 2}), Shape.of(2));
    NdArray result = convolution.apply(NdArray.of(new float[] {3, 4}));
    assertThat(result).isSameAs(prepared.get(0));
    convolution.apply(NdArray.of(3.0, 4));
    convolution.apply(NdArray.of(new float[] {5, 6}));
    convolution.apply(NdArray.of(7.0, 8));
    assertThat(prepared).containsExactly(NdArray.of(new float[] {1, 2}), NdArray.of(1.0, 2));
    assertThat(signals)
        .containsExactly(
            NdArray.of(new float[] {3, 4}),
            NdArray.of(3.0, 4),
            NdArray.of(new float[] {5, 6}),
            NdArray.of(7.0, 8));
  }

  @Test
  void both_operands_come_in_the_type_of_the_result() {
    on(NdArray.of(1.0, 2), Shape.of(2)).apply(NdArray.of(3, 4));
    assertThat(prepared).containsExactly(NdArray.of(1.0, 2));
    assertThat(signals).extracting(NdArray::dtype).containsExactly(DType.FLOAT64);
  }

  @Test
  void an_array_for_the_result_has_the_type_of_the_result() {
    PreparedByType convolution = on(NdArray.of(1.0, 2), Shape.of(2));
    NdArray signal = NdArray.of(3, 4);
    NdArray out = NdArray.zeros(DType.FLOAT64, Shape.of(2));
    convolution.apply(signal, out);
    assertThat(signals).containsExactly(NdArray.of(3.0, 4));
    assertThat(outs).singleElement().isSameAs(out);
    assertThatThrownBy(() -> convolution.apply(signal, NdArray.of(0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the result is float64 of shape (2,), out is int32 of shape (2,)");
    assertThat(outs).hasSize(1);
  }

  @Test
  void the_second_operand_is_copied() {
    double[] taps = {1, 2};
    PreparedByType convolution = on(NdArray.wrap(taps, Shape.of(2)), Shape.of(1));
    taps[0] = 99;
    assertThat(convolution.apply(NdArray.of(1.0))).isEqualTo(NdArray.of(1.0, 2));
  }

  @Test
  void another_shape_is_refused_with_both() {
    PreparedByType convolution = on(NdArray.of(new double[][] {{1}}), Shape.of(2, 3));
    assertThatThrownBy(() -> convolution.apply(NdArray.zeros(DType.FLOAT64, Shape.of(3, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prepared for signals of shape (2, 3), not (3, 2)");
    assertThatThrownBy(() -> convolution.apply(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("signal");
    assertThat(prepared).isEmpty();
  }
}
