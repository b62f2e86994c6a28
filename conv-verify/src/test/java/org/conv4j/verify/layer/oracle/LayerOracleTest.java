package org.conv4j.verify.layer.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.conv4j.verify.layer.law.PlainLayers;
import org.conv4j.verify.layer.operand.LayerDraw;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.oracle.ExactResult;
import org.junit.jupiter.api.Test;

class LayerOracleTest {
  private static final LayerOptions BASIC = LayerOptions.basic();

  private static NdArray array(Shape shape, double... values) {
    return NdArray.wrap(values, shape);
  }

  private static List<LayerOperands> drawn(LayerSpace space, int count) {
    Random random = new Random(5);
    return IntStream.range(0, count)
        .mapToObj(i -> LayerDraw.recipe(space, random).operands())
        .toList();
  }

  /** By hand: 1 2 3 with taps 10 1 and a zero on either side, stride 2, and the bias 5. */
  @Test
  void a_layer_by_hand() {
    NdArray x = array(Shape.of(1, 1, 3), 1, 2, 3);
    NdArray w = array(Shape.of(1, 1, 2), 10, 1);
    LayerOptions options = BASIC.withPadding(1).withStride(2);
    assertThat(LayerOracle.convolve(x, w, NdArray.of(5.0), options).exact().expected().doubles())
        .containsExactly(0 * 10 + 1 + 5, 2 * 10 + 3 + 5);
    // Each input is spread over the window of its output: 4 at -1 and 0, 6 at 1 and 2.
    NdArray y = array(Shape.of(1, 1, 2), 4, 6);
    assertThat(
            LayerOracle.inputGradient(y, w, Shape.of(1, 1, 3), options)
                .exact()
                .expected()
                .doubles())
        .containsExactly(4, 60, 6);
    assertThat(
            LayerOracle.weightGradient(x, y, Shape.of(1, 1, 2), options)
                .exact()
                .expected()
                .doubles())
        .containsExactly(6 * 2, 4 * 1 + 6 * 3);
    assertThat(LayerOracle.transposed(y, w, null, options).exact().expected().doubles())
        .containsExactly(4, 60);
    assertThat(LayerOracle.biasGradient(y, options).exact().expected().doubles())
        .containsExactly(10);
  }

  @Test
  void the_bias_gradient_belongs_to_channels_of_either_layout() {
    NdArray y = array(Shape.of(2, 3, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(LayerOracle.biasGradient(y, BASIC).exact().expected().doubles())
        .containsExactly(1 + 2 + 7 + 8, 3 + 4 + 9 + 10, 5 + 6 + 11 + 12);
    LayerOptions last = BASIC.withLayout(Layout.NHWC);
    assertThat(LayerOracle.biasGradient(y, last).exact().expected().doubles())
        .containsExactly(1 + 3 + 5 + 7 + 9 + 11, 2 + 4 + 6 + 8 + 10 + 12);
  }

  @Test
  void integers_wrap_and_zero_points_are_taken_off() {
    NdArray x = NdArray.of(Integer.MAX_VALUE, 2).reshape(Shape.of(1, 1, 2));
    NdArray w = NdArray.of(3, 5).reshape(Shape.of(1, 1, 2));
    LayerOptions options = BASIC.withPadding(Padding.SAME_UPPER).withZeroPoints(1, 2);
    // (2^31 - 1 - 1) (3 - 2) + (2 - 1) (5 - 2) is 2 beyond the largest.
    int first = Integer.MIN_VALUE + 1;
    assertThat(LayerOracle.convolve(x, w, null, options).exact().expected().ints())
        .containsExactly(first, (2 - 1) * (3 - 2));
  }

  @Test
  void a_plain_sum_is_within_the_componentwise_bound_and_little_more_is_not() {
    LayerConvolver plain = new PlainLayers();
    LayerSpace space =
        LayerSpace.all()
            .withDTypes(dtype -> dtype == DType.FLOAT64)
            .withRegimes(Regime.UNIFORM, Regime.WIDE, Regime.ALTERNATING)
            .without(LayerFeature.CHANNELS_LAST, LayerFeature.ROUNDING_UP);
    for (LayerOperands o : drawn(space, 60)) {
      NdArray y = plain.convolve(o.input(), o.weights(), o.biasOrNull(), o.options());
      LayerOracle oracle =
          LayerOracle.convolve(o.input(), o.weights(), o.biasOrNull(), o.options());
      ExactResult exact = oracle.exact();
      assertThat(exact.judge(y, Accuracy.COMPONENTWISE).fraction())
          .as(o.recipe().token())
          .isLessThanOrEqualTo(1);
      assertThat(exact.judge(y, Accuracy.NORMWISE).fraction()).isLessThanOrEqualTo(1);
      double[] bound = exact.bound(Accuracy.COMPONENTWISE).doubles();
      NdArray expected = exact.expected();
      double[] beyond = expected.doubles().clone();
      int worst = largest(bound);
      beyond[worst] += 1.5 * bound[worst] + Math.ulp(beyond[worst]);
      assertThat(exact.judge(NdArray.wrap(beyond, y.shape()), Accuracy.COMPONENTWISE).fraction())
          .isGreaterThan(1);
    }
  }

  private static int largest(double[] values) {
    double most = Arrays.stream(values).max().orElseThrow();
    return IntStream.range(0, values.length).filter(i -> values[i] == most).findFirst().orElse(0);
  }

  /** The quick bound is the exact one, but for its own rounding, which it adds. */
  @Test
  void bounds_in_doubles_are_those_of_exact_arithmetic() {
    LayerSpace space = LayerSpace.all().withDTypes(dtype -> !dtype.isInteger());
    for (LayerOperands o : drawn(space, 100)) {
      LayerOracle oracle =
          LayerOracle.convolve(o.input(), o.weights(), o.biasOrNull(), o.options());
      for (Accuracy accuracy : List.of(Accuracy.COMPONENTWISE, Accuracy.NORMWISE)) {
        double[] quick = oracle.bound(accuracy).doubles();
        double[] exact = oracle.exact().bound(accuracy).doubles();
        boolean complex = o.recipe().dtype().isComplex();
        for (int i = 0; i < quick.length; i++) {
          assertThat(quick[i]).as(o.recipe().token()).isGreaterThanOrEqualTo(exact[i] / 1.5);
          if (!complex) {
            assertThat(quick[i]).isCloseTo(exact[i], within(1e-9 * exact[i]));
          }
        }
      }
    }
  }

  @Test
  void the_second_oracle_agrees_with_the_first() {
    LayerSpace space =
        LayerSpace.all()
            .withDTypes(dtype -> dtype == DType.FLOAT64)
            .withRegimes(Regime.INTEGERS)
            .without(LayerFeature.ZERO_POINTS);
    for (LayerOperands o : drawn(space, 60)) {
      assertThat(LoweredProduct.convolve(o.input(), o.weights(), o.options()))
          .as(o.recipe().token())
          .isEqualTo(
              LayerOracle.convolve(o.input(), o.weights(), null, o.options()).exact().expected());
    }
  }
}
