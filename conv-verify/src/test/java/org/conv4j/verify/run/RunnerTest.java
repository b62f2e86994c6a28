package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.law.NaiveConvolver;
import org.conv4j.verify.subject.Claims;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RunnerTest {
  private static final Settings SHORT =
      Settings.standard().withTries(5).withLimit(Duration.ofMillis(400));

  private static List<Check> laws(int count) {
    return Manifest.all().subList(0, count);
  }

  private static Check law(String id) {
    return Manifest.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Failure failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }

  // ---- Throwing -------------------------------------------------------------------------------

  private static NdArray deeper(int depth) {
    return depth < 0 ? null : deeper(depth + 1);
  }

  @TestFactory
  Stream<DynamicTest> whatever_a_subject_throws_is_a_failure_that_names_it() {
    Map<Class<? extends Throwable>, Convolver> subjects =
        Map.of(
            IllegalStateException.class,
            (a, b, mode) -> {
              throw new IllegalStateException("on purpose");
            },
            AssertionError.class,
            (a, b, mode) -> {
              throw new AssertionError("on purpose");
            },
            StackOverflowError.class,
            (a, b, mode) -> deeper(1),
            OutOfMemoryError.class,
            (a, b, mode) -> NdArray.of(new double[Integer.MAX_VALUE]),
            NullPointerException.class,
            (a, b, mode) -> NdArray.wrap((double[]) null, a.shape()));
    return subjects.entrySet().stream()
        .flatMap(
            entry ->
                Stream.of("sum", "inputs.unchanged", "concurrent", "refuse.empty")
                    .map(
                        id ->
                            dynamicTest(
                                entry.getKey().getSimpleName() + " in " + id,
                                () -> named(entry.getValue(), entry.getKey(), id))));
  }

  private static void named(Convolver subject, Class<? extends Throwable> type, String id) {
    Failure failure = failure(new Runner(subject, Settings.standard()).run(law(id)).outcome());
    assertThat(failure.what()).contains("threw " + type.getName());
    assertThat(failure.cause()).containsInstanceOf(type);
    assertThat(failure.operands()).isNotEmpty().allMatch(operand -> operand.shape().size() == 1);
    assertThat(failure.token()).startsWith(id + "/");
  }

  @Test
  void a_check_that_throws_is_a_failure_and_not_the_end_of_the_run() {
    Check broken =
        new Check() {
          @Override
          public Kind kind() {
            return Kind.LAW;
          }

          @Override
          public String id() {
            return "broken";
          }

          @Override
          public String title() {
            return "A check with a mistake.";
          }

          @Override
          public boolean binding() {
            return true;
          }

          @Override
          public Outcome check(
              org.conv4j.verify.subject.Subject subject, Settings settings, Pulse pulse) {
            throw new IllegalStateException("in the kit");
          }
        };
    Failure failure = failure(new Runner(new DirectConvolver(), SHORT).run(broken).outcome());
    assertThat(failure.what())
        .isEqualTo("the check ended with java.lang.IllegalStateException: in the kit");
    assertThat(failure.token()).isEqualTo("broken");
  }

  // ---- Not repeating --------------------------------------------------------------------------

  /** Wrong in every 50th call, so that what failed in the search does not fail again. */
  @Test
  void a_failure_that_does_not_repeat_is_still_a_failure() {
    AtomicInteger calls = new AtomicInteger();
    Convolver now =
        (a, b, mode) -> {
          NdArray y = new DirectConvolver().convolve(a, b, mode);
          y.doubles()[0] += calls.incrementAndGet() % 50 == 0 ? 1e6 : 0;
          return y;
        };
    Failure failure = failure(new Runner(now, Settings.standard()).run(law("exact")).outcome());
    assertThat(failure.what()).contains("against the exact result");
  }

  // ---- Reporting ------------------------------------------------------------------------------

  @Test
  void each_check_has_one_result_in_order_and_is_told_as_it_comes() {
    List<Result> told = new ArrayList<>();
    Settings patient = Settings.standard().withTries(5);
    Report report = new Runner(new NaiveConvolver(), patient).run(laws(9), told::add);
    assertThat(report.results()).isEqualTo(told);
    assertThat(told)
        .extracting(result -> result.check().id())
        .isEqualTo(Manifest.all().subList(0, 9).stream().map(Check::id).toList());
    assertThat(report.subject()).isEqualTo("naive");
    assertThat(report.claims())
        .isEqualTo(new Claims.OfConvolver(new NaiveConvolver().capabilities()));
    assertThat(report.settings()).isEqualTo(patient);
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(report.largestFraction()).isGreaterThan(0).isLessThanOrEqualTo(1);
  }

  @Test
  void a_passed_law_says_how_often_it_was_checked() {
    Result result = new Runner(new DirectConvolver(), SHORT).run(law("shape.full"));
    assertThat(result.outcome()).isEqualTo(Outcome.Passed.WHOLE);
    assertThat(result.evidence().times()).isEqualTo(SHORT.tries());
  }

  @Test
  void claims_are_asked_for_once() {
    AtomicInteger asked = new AtomicInteger();
    Convolver subject =
        new Convolver() {
          @Override
          public Capabilities capabilities() {
            asked.incrementAndGet();
            return Capabilities.basic();
          }

          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            return new DirectConvolver().convolve(in1, in2, mode);
          }
        };
    new Runner(subject, SHORT).run(laws(5), result -> {});
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_convolver_without_name_or_claims_is_refused() {
    assertThatThrownBy(() -> new Runner(null, SHORT))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the convolver under test is null");
    assertThatThrownBy(() -> new Runner(named(null, Capabilities.basic()), SHORT))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name() returned null");
    assertThatThrownBy(() -> new Runner(named("some", null), SHORT))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("capabilities() returned null");
  }

  private static Convolver named(String name, Capabilities claims) {
    return new Convolver() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Capabilities capabilities() {
        return claims;
      }

      @Override
      public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
        return null;
      }
    };
  }
}
