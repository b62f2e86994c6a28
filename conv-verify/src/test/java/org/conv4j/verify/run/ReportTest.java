package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
  private static final Outcome PASSED = Outcome.Passed.WHOLE;
  private static final Outcome SKIPPED = new Outcome.Skipped("not claimed");
  private static final Outcome NOT_CLAIMED = new Outcome.NotClaimed("rank 2");
  private static final Outcome HURRIED = Outcome.Passed.shortened("no time");
  private static final Outcome NOT_RUN = new Outcome.NotRun("gone");
  private static final Outcome FAILED =
      new Outcome.Failed(
          new Failure(
              "wrong",
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "token",
              Optional.empty()));

  private static final Outcome EXPECTED =
      new Outcome.Expected(
          ((Outcome.Failed) FAILED).failure(),
          new ExpectedFailure("must", "known", "somewhere", LocalDate.MAX));

  private static FixedCheck must(Outcome outcome) {
    return new FixedCheck(Check.Kind.LAW, "must", true, outcome);
  }

  private static FixedCheck should(Outcome outcome) {
    return new FixedCheck(Check.Kind.LAW, "should", false, outcome);
  }

  private static FixedCheck vector(Outcome outcome) {
    return new FixedCheck(Check.Kind.VECTOR, "vector", true, outcome);
  }

  private static Arguments row(Verdict verdict, FixedCheck... checks) {
    return arguments(verdict, FixedCheck.report("subject", checks));
  }

  static Stream<Arguments> verdicts() {
    return Stream.of(
        row(Verdict.INCOMPLETE),
        row(Verdict.CONFORMANT, must(PASSED)),
        row(Verdict.CONFORMANT, vector(PASSED)),
        row(Verdict.CONFORMANT, must(PASSED), must(SKIPPED), vector(SKIPPED)),
        row(Verdict.CONFORMANT, must(PASSED), should(FAILED)),
        row(Verdict.NOT_CONFORMANT, must(PASSED), must(FAILED)),
        row(Verdict.NOT_CONFORMANT, must(PASSED), vector(FAILED)),
        row(Verdict.NOT_CONFORMANT, must(FAILED), must(NOT_RUN)),
        row(Verdict.INCOMPLETE, must(PASSED), must(NOT_RUN)),
        row(Verdict.INCOMPLETE, must(PASSED), should(NOT_RUN)),
        row(Verdict.INCOMPLETE, must(SKIPPED), vector(SKIPPED)),
        row(Verdict.INCOMPLETE, must(NOT_CLAIMED)),
        row(Verdict.CONFORMANT, must(PASSED), must(NOT_CLAIMED)),
        row(Verdict.CONFORMANT, must(PASSED), must(EXPECTED)),
        row(Verdict.PARTIAL, must(PASSED), must(HURRIED)),
        row(Verdict.NOT_CONFORMANT, must(HURRIED), vector(FAILED)),
        row(Verdict.INCOMPLETE, should(FAILED)),
        row(Verdict.INCOMPLETE, must(NOT_RUN)));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void the_verdict_follows_from_the_outcomes(Verdict verdict, Report report) {
    assertThat(report.verdict()).isEqualTo(verdict);
  }

  @Test
  void outcomes_are_counted_by_kind() {
    Report report =
        FixedCheck.report(
            "subject", must(PASSED), must(PASSED), must(FAILED), vector(PASSED), vector(SKIPPED));
    assertThat(report.count(Check.Kind.LAW, Outcome.Passed.class)).isEqualTo(2);
    assertThat(report.count(Check.Kind.LAW, Outcome.Failed.class)).isEqualTo(1);
    assertThat(report.count(Check.Kind.LAW, Outcome.Skipped.class)).isZero();
    assertThat(report.count(Check.Kind.VECTOR, Outcome.Passed.class)).isEqualTo(1);
    assertThat(report.count(Check.Kind.VECTOR, Outcome.class)).isEqualTo(2);
  }

  @Test
  void the_largest_fraction_is_that_of_what_passed() {
    assertThat(FixedCheck.report("subject", must(FAILED)).largestFraction()).isZero();
    assertThat(
            FixedCheck.report("subject", must(PASSED), must(PASSED).using(0.5)).largestFraction())
        .isEqualTo(0.5);
  }
}
