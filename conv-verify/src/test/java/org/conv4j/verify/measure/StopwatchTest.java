package org.conv4j.verify.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That calls are made and counted; how long they take is nobody's promise. */
class StopwatchTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final Stopwatch stopwatch = new Stopwatch(calls::incrementAndGet);

  @Test
  void it_warms_up_with_as_many_calls_as_asked_for() {
    assertThat(stopwatch.warmUp(0.01, 20)).isPositive();
    assertThat(calls).hasValueGreaterThanOrEqualTo(20);
  }

  @Test
  void it_measures_at_least_so_many_calls() {
    assertThat(stopwatch.measure(0, 3)).isPositive();
    assertThat(calls).hasValue(3);
  }

  @Test
  void short_calls_are_looped_once_it_knows_how_short_they_are() {
    stopwatch.warmUp(0.01, 1);
    calls.set(0);
    stopwatch.measure(0, 1);
    assertThat(calls).hasValueGreaterThan(1);
  }
}
