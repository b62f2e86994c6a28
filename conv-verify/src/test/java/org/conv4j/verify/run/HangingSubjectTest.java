package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.conv4j.api.Convolver;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.law.Laws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subject that hangs costs the checks it hangs in, and nobody else anything. */
class HangingSubjectTest {
  private static final Settings SHORT =
      Settings.standard().withTries(5).withLimit(Duration.ofMillis(400));

  private static List<Check> laws(int count) {
    return Laws.all().stream().limit(count).map(law -> law(law.id())).toList();
  }

  private static Check law(String id) {
    return Manifest.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Failure failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }

  /** Waits until it is interrupted, which the runner does. */
  private static NdArray hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return null;
  }

  @Test
  void a_subject_that_hangs_fails_three_checks_and_is_left_alone() {
    Report report = new Runner((a, b, mode) -> hang(), SHORT).run(laws(6), result -> {});
    assertThat(report.results().subList(0, 3))
        .allSatisfy(
            result ->
                assertThat(failure(result.outcome()).what())
                    .startsWith("the subject did not return within "));
    assertThat(report.results().subList(3, 6))
        .extracting(Result::outcome)
        .containsOnly(new Outcome.NotRun("the subject did not return from 3 earlier checks"));
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
  }

  @Test
  void the_token_of_a_hang_hangs_again() {
    Convolver hanging =
        (a, b, mode) -> b.size() > 1 ? hang() : new DirectConvolver().convolve(a, b, mode);
    Failure failure = failure(new Runner(hanging, SHORT).run(law("sum")).outcome());
    assertThat(failure.token()).startsWith("sum/float64/");
    Failure again =
        failure(new Runner(hanging, SHORT).run(Manifest.replay(failure.token())).outcome());
    assertThat(again.what()).isEqualTo(failure.what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vector:scipy.full.r1.1-1.integers.0", "sum/float64/3/2/full/integers/1"})
  void a_hang_without_a_search_prints_a_token_that_replays(String token) {
    Runner runner = new Runner((a, b, mode) -> hang(), SHORT);
    assertThat(failure(runner.run(Manifest.replay(token)).outcome()).token()).isEqualTo(token);
  }

  @Test
  void the_limit_is_told_even_if_it_is_less_than_a_second() {
    Runner runner = new Runner((a, b, mode) -> hang(), SHORT);
    assertThat(failure(runner.run(law("sum")).outcome()).what()).doesNotContain("within 0 s");
  }

  @Test
  void the_limit_is_for_one_recipe_and_not_for_all_of_them() {
    Convolver slow =
        (a, b, mode) -> {
          try {
            Thread.sleep(120);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new DirectConvolver().convolve(a, b, mode);
        };
    Result result = new Runner(slow, SHORT).run(law("shape.full"));
    assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
    assertThat(result.time()).isGreaterThan(SHORT.limit());
  }

  /** Spins, so that no interrupt ends it, until the test does. */
  @Test
  void a_subject_that_hangs_for_good_does_not_hold_up_the_next_one() {
    CountDownLatch end = new CountDownLatch(1);
    Convolver spinning =
        (a, b, mode) -> {
          while (end.getCount() > 0) {
            Thread.onSpinWait();
          }
          return null;
        };
    try {
      failure(new Runner(spinning, SHORT).run(law("sum")).outcome());
      Result next = new Runner(new DirectConvolver(), SHORT).run(law("sum"));
      assertThat(next.outcome()).isInstanceOf(Outcome.Passed.class);
    } finally {
      end.countDown();
    }
  }

  /** After the interrupt the search would go on to shrink, and hang again. */
  @Test
  void a_subject_that_hung_is_not_called_again() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    Convolver hanging =
        (a, b, mode) -> {
          calls.incrementAndGet();
          return hang();
        };
    failure(new Runner(hanging, SHORT).run(law("exact")).outcome());
    Thread.sleep(SHORT.limit().toMillis());
    assertThat(calls).hasValue(1);
  }
}
