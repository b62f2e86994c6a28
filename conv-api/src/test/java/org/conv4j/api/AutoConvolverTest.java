package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The choice between convolvers, and its reasons. */
class AutoConvolverTest {
  private static final Shape SHAPE = Shape.of(4);
  private static final Capabilities BASIC = Capabilities.basic();
  private static final StubConvolver DIRECT =
      StubConvolver.named("direct")
          .claiming(BASIC.withAccuracy(Accuracy.COMPONENTWISE))
          .estimating(5000);
  private static final StubConvolver FFT = StubConvolver.named("fft").estimating(1234);

  private static AutoConvolver auto(Accuracy atLeast, Convolver... candidates) {
    return new AutoConvolver(List.of(candidates), atLeast);
  }

  private static Choice choose(Accuracy atLeast, DType dtype, Convolver... candidates) {
    return auto(atLeast, candidates).choose(SHAPE, dtype, SHAPE, dtype, Mode.FULL);
  }

  private static Choice choose(Convolver... candidates) {
    return choose(Accuracy.NORMWISE, DType.FLOAT64, candidates);
  }

  // ---- Which one ------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "5000, 1234, b, the lowest estimate",
    "1234, 5000, a, the lowest estimate",
    "7, 7, a, the lowest estimate",
    "NaN, 5000, b, the lowest estimate",
    "5000, NaN, a, the lowest estimate",
    "NaN, NaN, a, 'the first, since none gives an estimate'",
    "Infinity, NaN, a, the lowest estimate",
    "NaN, Infinity, b, the lowest estimate",
  })
  void the_lowest_estimate_wins_and_a_number_before_none(
      double first, double second, String chosen, String reason) {
    Convolver a = StubConvolver.named("a").estimating(first);
    Convolver b = StubConvolver.named("b").estimating(second);
    Choice choice = choose(a, b);
    assertThat(choice.convolver().name()).isEqualTo(chosen);
    assertThat(choice.reason()).isEqualTo(reason);
  }

  @Test
  void a_choice_tells_all_that_were_considered() {
    Choice choice = choose(DIRECT, FFT);
    assertThat(choice).hasToString("fft, the lowest estimate (direct: 5000 ns, fft: 1234 ns)");
    assertThat(choice.candidates())
        .containsExactly(
            new Choice.Candidate(DIRECT, 5000, ""), new Choice.Candidate(FFT, 1234, ""));
  }

  @Test
  void a_candidate_without_an_estimate_says_so() {
    Convolver silent = StubConvolver.named("silent");
    assertThat(choose(DIRECT, silent))
        .hasToString("direct, the lowest estimate (direct: 5000 ns, silent: no estimate)");
  }

  @Test
  void too_weak_a_class_of_accuracy_is_refused() {
    assertThat(choose(Accuracy.COMPONENTWISE, DType.FLOAT64, DIRECT, FFT))
        .hasToString(
            "direct, the only one that can take the call"
                + " (direct: 5000 ns, fft: NORMWISE is not COMPONENTWISE)");
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "INT32"})
  void integers_are_exact_in_any_class_of_accuracy(DType dtype) {
    Convolver fft = FFT.claiming(BASIC.withDTypes(dtype));
    assertThat(choose(Accuracy.EXACT, dtype, fft).convolver()).isSameAs(fft);
  }

  @Test
  void another_convention_is_refused() {
    Convolver numpy = StubConvolver.named("numpy").claiming(BASIC.withConvention(Convention.NUMPY));
    assertThat(choose(FFT, numpy))
        .hasToString(
            "fft, the only one that can take the call (fft: 1234 ns, numpy: another convention)");
  }

  @Test
  void a_call_that_is_not_claimed_is_refused() {
    Convolver floats = StubConvolver.named("floats").claiming(BASIC.withDTypes(DType.FLOAT32));
    Convolver scalars = StubConvolver.named("scalars").claiming(BASIC.withMaxRank(0));
    Convolver same = StubConvolver.named("same").claiming(BASIC.withModes(Mode.SAME));
    assertThat(choose(FFT, floats, same, scalars))
        .hasToString(
            "fft, the only one that can take the call (fft: 1234 ns, floats: call not claimed,"
                + " same: call not claimed, scalars: call not claimed)");
  }

  @Test
  void operands_of_two_types_need_both_and_the_type_of_the_result() {
    Capabilities narrow = BASIC.withDTypes(DType.FLOAT32, DType.INT32);
    Convolver without = FFT.claiming(narrow);
    Convolver with = DIRECT.claiming(narrow.withDTypes(DType.FLOAT32, DType.INT32, DType.FLOAT64));
    Choice choice =
        auto(Accuracy.NORMWISE, with, without)
            .choose(SHAPE, DType.INT32, SHAPE, DType.FLOAT32, Mode.FULL);
    assertThat(choice.convolver()).isSameAs(with);
  }

  @Test
  void a_call_that_nobody_can_take_is_refused_with_all_reasons() {
    Convolver floats = StubConvolver.named("floats").claiming(BASIC.withDTypes(DType.FLOAT32));
    assertThatThrownBy(() -> choose(Accuracy.EXACT, DType.FLOAT64, DIRECT, floats))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "no convolver can take the call: [direct: COMPONENTWISE is not EXACT, floats: call not"
                + " claimed]");
  }

  @Test
  void bad_shapes_are_refused_before_anybody_is_asked() {
    assertThatThrownBy(
            () ->
                auto(Accuracy.NORMWISE, FFT)
                    .choose(SHAPE, DType.FLOAT64, Shape.of(2, 2), DType.FLOAT64, Mode.FULL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("operands must have the same rank: (4,) and (2, 2)");
  }

  @Test
  void the_candidates_of_a_choice_cannot_be_changed() {
    List<Choice.Candidate> candidates = choose(DIRECT, FFT).candidates();
    assertThatThrownBy(candidates::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  // ---- As a convolver -------------------------------------------------------------------------

  @Test
  void the_one_that_was_chosen_convolves() {
    NdArray operand = NdArray.of(1.0, 2);
    assertThat(auto(Accuracy.NORMWISE, DIRECT, FFT).convolve(operand, operand, Mode.FULL))
        .isEqualTo(NdArray.scalar(1234));
    assertThat(auto(Accuracy.COMPONENTWISE, DIRECT, FFT).convolve(operand, operand, Mode.FULL))
        .isEqualTo(NdArray.scalar(5000));
  }

  @Test
  void the_estimate_is_that_of_the_one_that_would_be_chosen() {
    Geometry geometry = Geometry.of(SHAPE, SHAPE, Mode.FULL, Convention.SCIPY);
    assertThat(auto(Accuracy.NORMWISE, DIRECT, FFT).estimateNanos(geometry, DType.FLOAT64))
        .isEqualTo(1234);
  }

  @Test
  void null_is_refused_by_name() {
    AutoConvolver auto = auto(Accuracy.NORMWISE, FFT);
    NdArray one = NdArray.of(1.0);
    assertThatThrownBy(() -> auto.convolve(null, one, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> auto.convolve(one, null, Mode.FULL))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
    assertThatThrownBy(() -> auto.convolve(one, one, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("mode");
  }

  // ---- Claims ---------------------------------------------------------------------------------

  @Test
  void it_claims_the_calls_that_one_of_them_claims() {
    Convolver a = DIRECT.claiming(BASIC.withMaxRank(3).withModes(Mode.FULL));
    Convolver b =
        FFT.claiming(
            BASIC.withDTypes(DType.COMPLEX128).withMaxRank(2).withModes(Mode.SAME, Mode.FULL));
    Capabilities claims = auto(Accuracy.NORMWISE, a, b).capabilities();
    assertThat(claims.dtypes()).containsExactly(DType.FLOAT64, DType.COMPLEX128);
    assertThat(claims.modes()).containsExactly(Mode.FULL, Mode.SAME);
    assertThat(claims.maxRank()).isEqualTo(3);
    assertThat(claims.convention()).isEqualTo(Convention.SCIPY);
  }

  @ParameterizedTest
  @CsvSource({"NORMWISE, NORMWISE", "COMPONENTWISE, COMPONENTWISE"})
  void it_claims_the_accuracy_of_the_weakest_that_it_may_choose(
      Accuracy atLeast, Accuracy claimed) {
    assertThat(auto(atLeast, DIRECT, FFT).capabilities().accuracy()).isEqualTo(claimed);
    assertThat(auto(atLeast, FFT, DIRECT).capabilities().accuracy()).isEqualTo(claimed);
    assertThat(auto(atLeast, DIRECT, DIRECT).capabilities().accuracy())
        .isEqualTo(Accuracy.COMPONENTWISE);
  }

  @ParameterizedTest
  @CsvSource({
    "LOCAL, LOCAL, LOCAL",
    "LOCAL, UNSPECIFIED, UNSPECIFIED",
    "UNSPECIFIED, LOCAL, UNSPECIFIED",
    "UNSPECIFIED, UNSPECIFIED, UNSPECIFIED",
  })
  void it_claims_local_non_finite_values_if_all_do(
      NonFinite first, NonFinite second, NonFinite claimed) {
    Convolver a = DIRECT.claiming(BASIC.withNonFinite(first));
    Convolver b = FFT.claiming(BASIC.withNonFinite(second));
    assertThat(auto(Accuracy.NORMWISE, a, b).capabilities().nonFinite()).isEqualTo(claimed);
  }
}
