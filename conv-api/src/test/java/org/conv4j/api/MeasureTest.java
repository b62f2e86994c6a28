package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Choices by measurement, by a clock that advances as convolvers say. */
class MeasureTest {
  private static final NdArray SIGNAL = NdArray.of(1.0, 2, 3);
  private static final Capabilities BASIC = Capabilities.basic();

  private final AtomicLong now = new AtomicLong(1_000);
  private final Stopwatch stopwatch = new Stopwatch(now::get);

  /** Takes a time for its first call and another for those that follow. */
  private final class Timed implements Convolver {
    private final String name;
    private final Capabilities claims;
    private final long first;
    private final long later;
    private int calls;

    Timed(String name, Capabilities claims, long first, long later) {
      this.name = name;
      this.claims = claims;
      this.first = first;
      this.later = later;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Capabilities capabilities() {
      return claims;
    }

    @Override
    public double estimateNanos(Geometry geometry, DType dtype) {
      return 4000;
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      now.addAndGet(calls++ == 0 ? first : later);
      return NdArray.zeros(DType.promote(in1.dtype(), in2.dtype()), in1.shape());
    }
  }

  private Timed timed(String name, long first, long later) {
    return new Timed(name, BASIC, first, later);
  }

  private Choice<Convolver> measure(Accuracy atLeast, NdArray operand, Convolver... candidates) {
    return new AutoConvolver(List.of(candidates), atLeast)
        .measure(operand, operand, Mode.FULL, stopwatch);
  }

  @Test
  void the_fastest_is_chosen_and_all_say_what_was_measured() {
    Choice<Convolver> choice =
        measure(Accuracy.NORMWISE, SIGNAL, timed("a", 9_000_000, 3_000), timed("b", 500, 1_000));
    assertThat(choice)
        .hasToString(
            "b, measured 3 times as fast as a (a: 4000 ns estimated, 3000 ns measured,"
                + " b: 4000 ns estimated, 1000 ns measured)");
    assertThat(choice.candidates())
        .extracting(Choice.Candidate::measuredNanos)
        .containsExactly(3000.0, 1000.0);
  }

  @Test
  void the_first_call_counts_only_if_it_is_slow() {
    Timed slow = timed("slow", 100_000_001, 1);
    Timed quick = timed("quick", 90_000_000, 7_000);
    Choice<Convolver> choice = measure(Accuracy.NORMWISE, SIGNAL, slow, quick);
    assertThat(slow.calls).isEqualTo(1);
    assertThat(quick.calls).isGreaterThan(100);
    assertThat(choice.candidates())
        .extracting(Choice.Candidate::measuredNanos)
        .containsExactly(100_000_001.0, 7_000.0);
  }

  /** First call, at least one more, and no new batch after a tenth of a second. */
  @ParameterizedTest
  @CsvSource({"10, 10", "1000, 1000", "90000000, 90000000", "99000000, 60", "40000000, 30000000"})
  void a_candidate_takes_a_tenth_of_a_second_and_one_batch(long first, long later) {
    long start = now.get();
    Timed candidate = timed("a", first, later);
    measure(Accuracy.NORMWISE, SIGNAL, candidate);
    assertThat(candidate.calls).isGreaterThanOrEqualTo(2);
    assertThat(now.get() - start)
        .isBetween(100_000_000L, 100_000_000L + Math.max(later, 1_000_000L));
  }

  @Test
  void those_that_cannot_take_the_call_are_not_measured() {
    Timed weak = timed("weak", 1, 1);
    Timed narrow = new Timed("narrow", BASIC.withModes(Mode.SAME), 1, 1);
    Timed strong = new Timed("strong", BASIC.withAccuracy(Accuracy.COMPONENTWISE), 9, 9);
    assertThat(measure(Accuracy.COMPONENTWISE, SIGNAL, weak, narrow, strong))
        .hasToString(
            "strong, the only one that can take the call"
                + " (weak: its accuracy on floats is NORMWISE, not COMPONENTWISE,"
                + " narrow: FULL is not claimed, strong: 4000 ns estimated, 9 ns measured)");
    assertThat(weak.calls + narrow.calls).isZero();
    assertThatThrownBy(() -> measure(Accuracy.EXACT, SIGNAL, weak))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("no convolver can take the call: [weak: ");
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "INT32"})
  void integers_may_go_to_any(DType dtype) {
    Timed normwise = new Timed("fft", BASIC.withDTypes(dtype), 5, 5);
    assertThat(measure(Accuracy.EXACT, SIGNAL.cast(dtype), normwise).convolver())
        .isSameAs(normwise);
  }

  @Test
  void equal_times_leave_the_first() {
    Choice<Convolver> choice =
        measure(Accuracy.NORMWISE, SIGNAL, timed("a", 8, 8), timed("b", 8, 8));
    assertThat(choice.convolver().name()).isEqualTo("a");
    assertThat(choice.reason()).isEqualTo("the first of those that measured the same");
  }

  @Test
  void without_an_implementation_there_is_nothing_to_measure() {
    assertThatThrownBy(() -> Convolvers.measure(SIGNAL, SIGNAL, Mode.FULL, Accuracy.NORMWISE))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no convolver can take the call: []");
    assertThatThrownBy(() -> Convolvers.measure(null, SIGNAL, Mode.FULL, Accuracy.NORMWISE))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in1");
    assertThatThrownBy(() -> Convolvers.measure(SIGNAL, null, Mode.FULL, Accuracy.NORMWISE))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("in2");
  }

  @Test
  void the_clock_of_the_machine_measures_real_time() {
    double nanos = Stopwatch.SYSTEM.nanosPerCall(MeasureTest::sleep);
    assertThat(nanos).isBetween(5e6, 1e9);
  }

  private static void sleep() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The budget of a tenth of a second, on either side and on the edge. */
  @ParameterizedTest
  @CsvSource({
    "100000001, 1, 1",
    "100000000, 1, 2",
    "40000000, 30000000, 3",
    "40000000, 29999999, 4"
  })
  void calls_go_on_until_the_time_is_up(long first, long later, int calls) {
    Timed candidate = timed("a", first, later);
    measure(Accuracy.NORMWISE, SIGNAL, candidate);
    assertThat(candidate.calls).isEqualTo(calls);
  }

  /** Until a batch takes half a millisecond, each has twice the calls of the one before. */
  @ParameterizedTest
  @CsvSource({"1000, 230", "500000, 206", "250000, 206"})
  void batches_grow_until_the_clock_measures_them_well(long nanos, int most) {
    AtomicInteger readings = new AtomicInteger();
    Stopwatch counted =
        new Stopwatch(
            () -> {
              readings.incrementAndGet();
              return now.get();
            });
    double measured = counted.nanosPerCall(() -> now.addAndGet(nanos));
    assertThat(measured).isEqualTo((double) nanos);
    // Each batch reads the clock three times.
    assertThat(readings.get() / 3).isBetween(100, most);
  }

  /** Early calls are slow, as before Java has compiled them. */
  @Test
  void the_best_batch_counts_for_each_of_its_calls() {
    AtomicInteger calls = new AtomicInteger();
    double measured =
        stopwatch.nanosPerCall(() -> now.addAndGet(calls.incrementAndGet() < 50 ? 90_000 : 7));
    assertThat(measured).isEqualTo(7);
  }
}
