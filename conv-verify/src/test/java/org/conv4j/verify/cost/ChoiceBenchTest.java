package org.conv4j.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.conv4j.api.Choice;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.junit.jupiter.api.Test;

/** Choices between convolvers whose times are known. */
class ChoiceBenchTest {
  private static final Sample SAMPLE =
      new Sample(DType.FLOAT64, Mode.FULL, List.of(10), List.of(3));

  /** Chooses by the estimate, as the library does. */
  private static ChoiceBench.Reply reply(ChoiceBench.Request request, Slow... convolvers) {
    return new ChoiceBench(
            (in1, in2, mode, dtype) ->
                new Choice<Convolver>(
                    Arrays.stream(convolvers)
                        .min(Comparator.comparingDouble(one -> one.estimateNanos(null, null)))
                        .orElseThrow(),
                    Arrays.stream(convolvers)
                        .map(
                            one ->
                                new Choice.Candidate<Convolver>(
                                    one, one.name(), one.estimateNanos(null, null), ""))
                        .toList(),
                    "a test"))
        .answer(request);
  }

  private static ChoiceBench.Request request(int rounds) {
    return ChoiceBench.Request.of(SAMPLE, rounds, 1);
  }

  private static ChoiceResult.Timed named(ChoiceBench.Reply reply, String name) {
    return reply.candidates().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_wrong_choice_costs_what_the_clock_says() {
    ChoiceBench.Reply reply = reply(request(3), new Slow("a", 1e5, 8000), new Slow("b", 2e5, 500));
    assertThat(reply.chosen()).isEqualTo("a");
    assertThat(named(reply, "a").rounds()).hasSize(3).allMatch(seconds -> seconds >= 0.008);
    assertThat(named(reply, "b").rounds()).hasSize(3).allMatch(seconds -> seconds >= 0.0005);
    ChoiceResult result = ChoiceResult.of(SAMPLE, reply);
    assertThat(result.best().name()).isEqualTo("b");
    // 16, were there nobody else on the machine.
    assertThat(result.factor()).isGreaterThan(1);
  }

  @Test
  void a_right_choice_is_the_best() {
    ChoiceResult result =
        ChoiceResult.of(
            SAMPLE, reply(request(1), new Slow("a", 1e5, 100), new Slow("b", 2e5, 8000)));
    assertThat(result.chosen()).isEqualTo(result.best());
    assertThat(result.factor()).isEqualTo(1);
  }

  @Test
  void what_is_slow_by_estimate_and_by_the_clock_is_not_timed_again() {
    ChoiceBench.Reply reply =
        reply(request(3), new Slow("a", 1e4, 100), new Slow("b", 1e6, 50_000));
    assertThat(named(reply, "a").rounds()).hasSize(3);
    assertThat(named(reply, "b").rounds()).hasSize(1).allMatch(seconds -> seconds >= 0.05);
  }

  @Test
  void what_is_slow_by_its_estimate_alone_is_timed_like_any_other() {
    ChoiceBench.Reply reply = reply(request(2), new Slow("a", 1e4, 8000), new Slow("b", 1e6, 500));
    assertThat(named(reply, "b").rounds()).hasSize(2);
    assertThat(ChoiceResult.of(SAMPLE, reply).best().name()).isEqualTo("b");
  }

  @Test
  void what_is_estimated_to_take_ages_is_not_called() {
    Slow ages = new Slow("b", 1e12, 1);
    ChoiceBench.Reply reply = reply(request(1), new Slow("a", 1e6, 100), ages);
    assertThat(ages.calls).isZero();
    assertThat(named(reply, "b").rounds()).isEmpty();
    ChoiceResult result = ChoiceResult.of(SAMPLE, reply);
    assertThat(result.best().name()).isEqualTo("a");
  }

  @Test
  void the_chosen_one_is_called_whatever_its_estimate() {
    ChoiceBench.Reply reply = reply(request(1), new Slow("a", 1e12, 100));
    assertThat(named(reply, "a").rounds()).hasSize(1);
  }

  @Test
  void warming_up_calls_all_and_times_none() {
    Slow a = new Slow("a", 1e5, 100);
    Slow b = new Slow("b", Double.NaN, 100);
    ChoiceBench.Reply reply = reply(request(0), a, b);
    assertThat(a.calls).isPositive();
    assertThat(b.calls).isPositive();
    assertThat(reply.candidates()).allMatch(one -> one.rounds().isEmpty());
  }
}
