package org.conv4j.verify.layer.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutants that are right in most calls with good arguments: what they break is the contract. */
class ContractMutantsTest {
  private static final LayerOptions BASIC = LayerOptions.basic();
  private static final LayerOptions PADDED = BASIC.withPadding(1);

  private final NdArray x = random(1, 2, 4, 9);
  private final NdArray w = random(3, 3, 4, 2);
  private final NdArray bias = random(5, 3);

  private static NdArray random(int seed, int... extents) {
    Shape shape = Shape.of(extents);
    return NdArray.wrap(new Random(seed).doubles(shape.size(), -1, 1).toArray(), shape);
  }

  private static LayerConvolver layers(String id) {
    return LayerMutants.named("layer." + id).layers();
  }

  private static NdArray right(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    return Right.DIRECT.convolve(x, w, b, options);
  }

  private NdArray right() {
    return right(x, w, bias, PADDED);
  }

  @Test
  void some_calls_are_wrong() {
    LayerConvolver first = layers("rare.first-call");
    assertThat(first.convolve(x, w, bias, PADDED)).isNotEqualTo(right());
    assertThat(first.convolve(x, w, bias, PADDED)).isEqualTo(right());
    LayerConvolver fiftieth = layers("rare.fiftieth-call");
    for (int call = 1; call < 50; call++) {
      assertThat(fiftieth.convolve(x, w, bias, PADDED)).isEqualTo(right());
    }
    assertThat(fiftieth.convolve(x, w, bias, PADDED)).isNotEqualTo(right());
    LayerConvolver lastBit = layers("rare.last-bit");
    assertThat(lastBit.convolve(x, w, bias, PADDED)).isNotEqualTo(right());
    assertThat(lastBit.convolve(x, w, bias, PADDED)).isEqualTo(right());
  }

  @Test
  void exactness_is_claimed_of_rounded_sums() {
    LayerConvolver wrong = layers("rounding.naive-for-exact");
    assertThat(wrong.capabilities().accuracy()).isEqualTo(Accuracy.EXACT);
    NdArray large = NdArray.of(1e16, 1, -1e16).reshape(Shape.of(1, 3, 1));
    NdArray ones = NdArray.of(1.0, 1, 1).reshape(Shape.of(1, 3, 1));
    assertThat(wrong.convolve(large, ones, null, BASIC).doubles()).containsExactly(0);
  }

  @Test
  void threads_change_bits() {
    LayerConvolver wrong = layers("rounding.by-threads");
    assertThat(wrong.withParallelism(1).convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(wrong.withParallelism(2).convolve(x, w, bias, PADDED)).isNotEqualTo(right());
  }

  @Test
  void nan_and_infinities_do_not_stay_where_they_are() {
    NdArray zero = NdArray.of(0.0, 1).reshape(Shape.of(1, 1, 2));
    NdArray huge = NdArray.of(Double.POSITIVE_INFINITY, 1).reshape(Shape.of(1, 1, 2));
    NdArray nan = NdArray.of(Double.NaN, 1, 2, 3).reshape(Shape.of(1, 1, 4));
    double inf = Double.POSITIVE_INFINITY;
    NdArray ones = NdArray.of(1.0, 1, 1).reshape(Shape.of(1, 1, 3));
    assertThat(NonFiniteMutants.RIGHT.convolve(ones, huge, null, PADDED).doubles())
        .containsExactly(1, inf, inf, inf);
    assertThat(layers("nonfinite.tile").convolve(ones, huge, null, PADDED).doubles())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    assertThat(NonFiniteMutants.RIGHT.convolve(nan, zero, null, BASIC).doubles())
        .containsExactly(Double.NaN, 2, 3);
    assertThat(layers("nonfinite.zero-taps-skipped").convolve(nan, zero, null, BASIC).doubles())
        .containsExactly(1, 2, 3);
    assertThat(layers("nonfinite.nan-is-zero").convolve(nan, zero, null, BASIC).doubles())
        .containsExactly(1, 2, 3);
    assertThat(layers("nonfinite.spread").convolve(nan, zero, null, BASIC).doubles())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN);
    assertThat(layers("nonfinite.clamped").convolve(ones, huge, null, PADDED).doubles())
        .containsExactly(1, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
  }

  @Test
  void what_is_claimed_to_be_local_is_right_for_finite_numbers() {
    for (LayerMutant mutant : NonFiniteMutants.all()) {
      assertThat(LayerCase.of("2x4x5x5 2x2x2x3 s2,1 p1 g2 bias").agrees(mutant.layers()))
          .as(mutant.id())
          .isTrue();
    }
    double most = Double.MAX_VALUE;
    NdArray large = NdArray.of(most, most, most).reshape(Shape.of(1, 3, 1));
    NdArray signs = NdArray.of(1.0, 1, -1).reshape(Shape.of(1, 3, 1));
    assertThat(NonFiniteMutants.RIGHT.convolve(large, signs, null, BASIC).doubles())
        .containsExactly(most);
  }

  private static void assertIllegal(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_bias_that_does_not_fit_is_taken() {
    NdArray one = NdArray.of(3.0);
    NdArray longer = random(9, 5);
    assertThat(layers("refuse.bias-broadcast").convolve(x, w, one, PADDED))
        .isEqualTo(right(x, w, NdArray.of(3.0, 3, 3), PADDED));
    assertIllegal(() -> layers("refuse.bias-broadcast").convolve(x, w, longer, PADDED));
    assertThat(layers("refuse.bias-longer").convolve(x, w, longer, PADDED))
        .isEqualTo(right(x, w, NdArray.of(Arrays.copyOf(longer.doubles(), 3)), PADDED));
    assertIllegal(() -> layers("refuse.bias-longer").convolve(x, w, one, PADDED));
    NdArray column = bias.reshape(Shape.of(1, 3, 1));
    assertThat(layers("refuse.bias-size").convolve(x, w, column, PADDED)).isEqualTo(right());
    assertThat(layers("refuse.bias-cast").convolve(x, w, bias.cast(DType.FLOAT32), PADDED))
        .isEqualTo(right(x, w, Elements.single(bias), PADDED));
  }

  @Test
  void shapes_that_do_not_fit_are_taken() {
    NdArray more = random(10, 2, 6, 9);
    assertThat(layers("refuse.channels-cut").convolve(more, w, bias, PADDED).shape())
        .isEqualTo(right().shape());
    NdArray odd = random(11, 3, 2, 2);
    LayerOptions groups = BASIC.withGroups(2);
    assertThat(layers("refuse.groups-cut").convolve(x, odd, bias, groups).shape())
        .isEqualTo(Shape.of(2, 2, 8));
    NdArray large = random(12, 3, 4, 12);
    assertThat(layers("refuse.window-too-large").convolve(x, large, bias, PADDED))
        .isEqualTo(NdArray.zeros(DType.FLOAT64, Shape.of(2, 3, 1)));
    assertIllegal(() -> layers("refuse.window-too-large").convolve(more, w, bias, PADDED));
    assertThat(layers("refuse.without-batch").convolve(random(13, 4, 9), w, bias, PADDED).shape())
        .isEqualTo(Shape.of(1, 3, 10));
    assertThat(layers("refuse.null-result").convolve(more, w, bias, PADDED)).isNull();
    assertThatThrownBy(() -> layers("refuse.message-missing").convolve(more, w, bias, PADDED))
        .hasMessage("bad layer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bias-broadcast",
        "bias-longer",
        "bias-size",
        "bias-cast",
        "channels-cut",
        "groups-cut",
        "window-too-large",
        "without-batch",
        "null-result",
        "null-options",
        "null-illegal",
        "message-missing"
      })
  void good_arguments_are_answered_well(String id) {
    assertThat(layers("refuse." + id).convolve(x, w, bias, PADDED)).isEqualTo(right());
  }

  @Test
  void null_is_taken_or_refused_otherwise() {
    assertThat(layers("refuse.null-options").convolve(x, w, bias, null))
        .isEqualTo(right(x, w, bias, BASIC));
    assertIllegal(() -> layers("refuse.null-illegal").convolve(null, w, bias, BASIC));
  }

  @Test
  void what_is_not_claimed_is_answered() {
    NdArray floats = x.cast(DType.FLOAT32);
    assertThat(layers("unclaimed.any-type").convolve(floats, w, bias, PADDED)).isNotNull();
    assertThat(layers("unclaimed.weights-type").convolve(x, w.cast(DType.FLOAT32), bias, PADDED))
        .isNotNull();
    assertThatThrownBy(() -> layers("unclaimed.illegal").convolve(floats, w, bias, PADDED))
        .isInstanceOf(IllegalArgumentException.class);
    NdArray cube = random(14, 1, 4, 3, 3, 3);
    assertAnswers("unclaimed.rank", cube, random(15, 3, 4, 2, 2, 2), BASIC);
    assertAnswers("unclaimed.dilation", x, w, BASIC.withDilation(2));
    assertAnswers("unclaimed.groups", x, random(16, 4, 2, 2), BASIC.withGroups(2));
    assertAnswers("unclaimed.uneven-padding", x, w, BASIC.withPadding(Padding.SAME_UPPER));
    assertAnswers("unclaimed.layout", random(17, 2, 9, 4), w, BASIC.withLayout(Layout.NHWC));
  }

  private static void assertAnswers(String id, NdArray x, NdArray w, LayerOptions options) {
    LayerConvolver wrong = layers(id);
    assertThat(wrong.convolve(x, w, null, options)).isEqualTo(right(x, w, null, options));
    assertThatThrownBy(() -> wrong.capabilities().admit(x, w, null, options))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void some_calls_hang() {
    assertHangs(layers("hang.long-kernel"), random(18, 1, 4, 9), random(19, 1, 4, 8), BASIC);
    assertHangs(
        layers("hang.stride"), random(20, 1, 4, 3), random(21, 1, 4, 1), BASIC.withStride(4));
    assertThat(layers("hang.long-kernel").convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(layers("hang.stride").convolve(x, w, bias, PADDED)).isEqualTo(right());
  }

  private static void assertHangs(
      LayerConvolver wrong, NdArray x, NdArray w, LayerOptions options) {
    CompletableFuture<String> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                wrong.convolve(x, w, null, options);
                ended.complete("with a result");
              } catch (IllegalStateException e) {
                ended.complete(e.getMessage());
              }
            });
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    assertThat(ended.join()).isEqualTo("it did not end by itself");
  }
}
