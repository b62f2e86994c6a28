package org.conv4j.verify.layer.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutants that remember, share or change what they should not, from call to call. */
class StateMutantsTest {
  private static final LayerOptions BASIC = LayerOptions.basic();
  private static final LayerOptions PADDED = BASIC.withPadding(1);

  private final NdArray x = random(1, 2, 4, 9);
  private final NdArray other = random(2, 2, 4, 9);
  private final NdArray w = random(3, 3, 4, 2);
  private final NdArray others = random(4, 3, 4, 2);
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

  private PreparedLayer prepared(String id) {
    return layers(id).prepare(w, bias, PADDED, x.shape());
  }

  @ParameterizedTest
  @ValueSource(strings = {"state.weights-by-shape", "state.weights-by-input"})
  void weights_of_the_first_call_stay(String id) {
    LayerConvolver wrong = layers(id);
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(wrong.convolve(other, others, bias, PADDED))
        .isEqualTo(right(other, w, bias, PADDED));
  }

  @Test
  void weights_with_the_same_first_element_are_confused() {
    LayerConvolver wrong = layers("state.weights-by-first");
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(wrong.convolve(x, others, bias, PADDED)).isEqualTo(right(x, others, bias, PADDED));
    NdArray changed = w.copy();
    changed.doubles()[1]++;
    assertThat(wrong.convolve(x, changed, bias, PADDED)).isEqualTo(right());
  }

  @Test
  void the_bias_of_the_first_call_stays() {
    LayerConvolver wrong = layers("state.bias-by-channels");
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(wrong.convolve(x, w, random(6, 3), PADDED)).isEqualTo(right());
  }

  @Test
  void the_options_of_the_first_call_stay() {
    LayerConvolver wrong = layers("state.options-by-shapes");
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(wrong.convolve(x, w, bias, BASIC.withStride(2))).isEqualTo(right());
  }

  @Test
  void the_padding_is_stale_from_the_second_call_on() {
    LayerConvolver wrong = layers("state.padding-stale");
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(wrong.convolve(x, w, bias, PADDED)).isNotEqualTo(right());
    assertThat(wrong.convolve(x, w, bias, BASIC)).isEqualTo(right(x, w, bias, BASIC));
  }

  @Test
  void results_of_one_shape_are_added_up() {
    LayerConvolver wrong = layers("state.sums-kept");
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    NdArray twice = Elements.mapped(right(), (index, value) -> 2 * value);
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(twice);
  }

  @Test
  void arrays_are_known_again_by_reference() {
    LayerConvolver byWeights = layers("state.weights-by-reference");
    LayerConvolver byInput = layers("state.input-by-reference");
    NdArray weights = w.copy();
    NdArray input = x.copy();
    assertThat(byWeights.convolve(x, weights, bias, PADDED)).isEqualTo(right());
    assertThat(byInput.convolve(input, w, bias, PADDED)).isEqualTo(right());
    weights.doubles()[0]++;
    input.doubles()[0]++;
    assertThat(byWeights.convolve(x, weights, bias, PADDED)).isEqualTo(right());
    assertThat(byInput.convolve(input, w, bias, PADDED)).isEqualTo(right());
    assertThat(byWeights.convolve(x, weights.copy(), bias, PADDED)).isNotEqualTo(right());
    assertThat(byInput.convolve(input.copy(), w, bias, PADDED)).isNotEqualTo(right());
  }

  @Test
  void results_share_storage() {
    LayerConvolver wrong = layers("state.result-reused");
    NdArray first = wrong.convolve(x, w, bias, PADDED);
    assertThat(first).isEqualTo(right());
    assertThat(wrong.convolve(other, w, bias, PADDED).sharesStorage(first)).isTrue();
  }

  @Test
  void an_input_is_its_own_result() {
    LayerConvolver wrong = layers("state.result-is-input");
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    NdArray ones = NdArray.wrap(new double[] {1}, Shape.of(1, 1, 1));
    NdArray single = random(7, 1, 1, 9);
    assertThat(wrong.convolve(single, ones, null, BASIC)).isSameAs(single);
  }

  @Test
  void arguments_are_changed() {
    NdArray input = x.copy();
    assertThat(layers("state.input-changed").convolve(input, w, bias, PADDED)).isEqualTo(right());
    assertThat(input).isNotEqualTo(x);
    NdArray weights = w.copy();
    assertThat(layers("state.weights-reversed").convolve(x, weights, bias, PADDED))
        .isEqualTo(right());
    assertThat(weights).isEqualTo(w.reversed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"threads.shared-input", "threads.shared-weights"})
  void threads_disturb_each_other(String id) throws Exception {
    LayerConvolver wrong = layers(id);
    assertThat(wrong.convolve(x, w, bias, PADDED)).isEqualTo(right());
    assertThat(
            disturbed(
                () -> wrong.convolve(x, w, bias, PADDED),
                () -> wrong.convolve(other, others, bias, PADDED)))
        .isTrue();
  }

  @Test
  void threads_disturb_each_other_in_one_prepared_layer() throws Exception {
    PreparedLayer wrong = prepared("prepared.shared-buffer");
    assertThat(wrong.apply(x)).isEqualTo(right());
    assertThat(disturbed(() -> wrong.apply(x), () -> wrong.apply(other))).isTrue();
  }

  private interface Call {
    NdArray result();
  }

  /** Whether a call gives something else than the right result while another runs. */
  private boolean disturbed(Call call, Call meanwhile) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    AtomicBoolean done = new AtomicBoolean();
    try {
      Future<?> running =
          pool.submit(
              () -> {
                while (!done.get()) {
                  meanwhile.result();
                }
              });
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      boolean disturbed = false;
      while (!disturbed && System.nanoTime() < end) {
        disturbed = !call.result().equals(right());
      }
      done.set(true);
      running.get(20, TimeUnit.SECONDS);
      return disturbed;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void prepared_layers_keep_what_is_not_theirs() {
    NdArray weights = w.copy();
    PreparedLayer byWeights =
        layers("prepared.weights-kept").prepare(weights, bias, PADDED, x.shape());
    assertThat(byWeights.apply(x)).isEqualTo(right());
    weights.doubles()[0]++;
    assertThat(byWeights.apply(x)).isNotEqualTo(right());
    NdArray kept = bias.copy();
    PreparedLayer byBias = layers("prepared.bias-kept").prepare(w, kept, PADDED, x.shape());
    assertThat(byBias.apply(x)).isEqualTo(right());
    kept.doubles()[0]++;
    assertThat(byBias.apply(x)).isNotEqualTo(right());
    NdArray input = x.copy();
    assertThat(prepared("prepared.input-changed").apply(input)).isEqualTo(right());
    assertThat(input).isNotEqualTo(x);
    PreparedLayer oneResult = prepared("prepared.one-result");
    assertThat(oneResult.apply(x)).isEqualTo(right()).isSameAs(oneResult.apply(other));
  }

  @Test
  void prepared_layers_give_other_numbers() {
    assertThat(prepared("prepared.bias-forgotten").apply(x)).isEqualTo(right(x, w, null, PADDED));
    assertThat(prepared("prepared.padding-forgotten").apply(x)).isNotEqualTo(right());
    assertThat(layers("prepared.padding-forgotten").prepare(w, bias, BASIC, x.shape()).apply(x))
        .isEqualTo(right(x, w, bias, BASIC));
    assertThat(prepared("prepared.other-bits").apply(x)).isNotEqualTo(right());
    LayerConvolver byShape = layers("prepared.by-shape");
    assertThat(byShape.prepare(w, bias, PADDED, x.shape()).apply(x)).isEqualTo(right());
    assertThat(byShape.prepare(others, bias, PADDED, x.shape()).apply(x)).isEqualTo(right());
    PreparedLayer integers =
        layers("prepared.type-of-weights").prepare(w.cast(DType.INT32), null, PADDED, x.shape());
    assertThat(integers.apply(x).dtype()).isEqualTo(DType.INT32);
  }

  @Test
  void prepared_layers_take_inputs_of_another_shape() {
    NdArray longer = random(7, 2, 4, 11);
    assertThat(prepared("prepared.shape-unchecked").apply(longer))
        .isEqualTo(right(longer, w, bias, PADDED));
    NdArray turned = x.reshape(Shape.of(2, 9, 4));
    assertThat(prepared("prepared.size-checked").apply(turned)).isEqualTo(right());
    assertIllegal(() -> prepared("prepared.size-checked").apply(longer));
    for (String id :
        new String[] {"weights-kept", "bias-kept", "other-bits", "padding-forgotten"}) {
      assertIllegal(() -> prepared("prepared." + id).apply(longer));
    }
  }

  @Test
  void results_are_written_wrongly() {
    NdArray out = random(8, 2, 3, 10);
    prepared("out.added").apply(x, out);
    assertThat(out).isNotEqualTo(right());
    out = random(8, 2, 3, 10);
    prepared("out.first-item").apply(x, out);
    assertThat(Arrays.copyOf(out.doubles(), 30)).isEqualTo(Arrays.copyOf(right().doubles(), 30));
    assertThat(out).isNotEqualTo(right());
    NdArray turned = NdArray.zeros(DType.FLOAT64, Shape.of(2, 10, 3));
    prepared("out.size-checked").apply(x, turned);
    assertThat(turned.doubles()).isEqualTo(right().doubles());
    NdArray input = x.copy();
    prepared("out.input-as-buffer").apply(input, out);
    assertThat(out).isEqualTo(right());
    assertThat(input).isNotEqualTo(x);
    NdArray small = random(9, 2, 3);
    assertIllegal(() -> prepared("out.refused-late").apply(x, small));
    assertThat(small.doubles()).containsOnly(0);
    assertThat(prepared("out.added").apply(x)).isEqualTo(right());
  }

  private static void assertIllegal(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
