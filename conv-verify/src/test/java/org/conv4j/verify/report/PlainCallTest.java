package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.report.PlainCall.Answer;
import org.junit.jupiter.api.Test;

class PlainCallTest {
  private static Answer answer(NdArray expected, NdArray... operands) {
    return PlainCall.expects(expected, Special.input("a/token", operands), Convention.SCIPY);
  }

  @Test
  void the_product_is_recognised() {
    NdArray a = NdArray.of(1.0, 2);
    NdArray b = NdArray.of(3.0, 4);
    assertThat(answer(NdArray.of(3.0, 10, 8), a, b)).isEqualTo(Answer.YES);
    assertThat(answer(NdArray.of(3.0, 10 + 4 * Math.ulp(10.0), 8), a, b)).isEqualTo(Answer.YES);
  }

  @Test
  void other_values_shapes_and_types_are_something_else() {
    NdArray a = NdArray.of(1.0, 2);
    NdArray b = NdArray.of(3.0, 4);
    assertThat(answer(NdArray.of(8.0, 10, 3), a, b)).isEqualTo(Answer.NO);
    assertThat(answer(NdArray.of(3.0, 10), a, b)).isEqualTo(Answer.NO);
    assertThat(answer(NdArray.of(3L, 10, 8), a, b)).isEqualTo(Answer.NO);
  }

  @Test
  void scalars_are_vectors_to_numpy() {
    ReplayInput input = Special.input("a/token", NdArray.scalar(2), NdArray.scalar(3));
    assertThat(PlainCall.expects(NdArray.of(6.0), input, Convention.NUMPY)).isEqualTo(Answer.YES);
    assertThat(PlainCall.expects(NdArray.scalar(6), input, Convention.SCIPY)).isEqualTo(Answer.YES);
  }

  @Test
  void large_products_are_not_computed() {
    NdArray large = NdArray.zeros(DType.INT32, Shape.of(3000));
    NdArray product = NdArray.zeros(DType.INT32, Shape.of(5999));
    assertThat(answer(product, large, large)).isEqualTo(Answer.UNKNOWN);
  }
}
