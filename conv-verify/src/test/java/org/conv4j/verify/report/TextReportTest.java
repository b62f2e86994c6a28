package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.FixedCheck;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final String CLAIMS =
      "  claims   float64; any rank; FULL, SAME, VALID; convention SCIPY; accuracy NORMWISE;"
          + " non-finite UNSPECIFIED";

  private static final Outcome FAILED =
      new Outcome.Failed(
          new Failure(
              "it is wrong",
              List.of(NdArray.of(1.0), NdArray.of(2.0)),
              Optional.of(Mode.FULL),
              Optional.of(NdArray.of(2.0)),
              Optional.of(NdArray.of(3.0)),
              "the/token",
              Optional.empty()));

  private static FixedCheck law(String id, Outcome outcome) {
    return new FixedCheck(Kind.LAW, id, true, outcome);
  }

  private static FixedCheck vector(String id, Outcome outcome) {
    return new FixedCheck(Kind.VECTOR, id, true, outcome);
  }

  private static FixedCheck passed(String id) {
    return law(id, Outcome.Passed.WHOLE);
  }

  private static List<String> lines(Consumer<TextReport> what) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    what.accept(new TextReport(out));
    out.flush();
    return text.toString().lines().toList();
  }

  private static List<String> written(FixedCheck... checks) {
    return lines(text -> text.write(FixedCheck.report("mine", checks)));
  }

  @Test
  void a_conformant_subject_has_counts_and_its_largest_error() {
    assertThat(
            written(
                passed("a").using(0.25),
                passed("b").using(0.123456),
                law("c", new Outcome.NotClaimed("rank 2")),
                law("d", new Outcome.NotClaimed("rank 2")),
                vector("v", Outcome.Passed.WHOLE),
                vector("w", new Outcome.NotClaimed("mode SAME")),
                vector("x", new Outcome.NotClaimed("mode SAME"))))
        .containsExactly(
            "subject mine",
            CLAIMS,
            "  laws     2 passed, 0 failed, 2 not claimed",
            "  vectors  1 passed, 0 failed, 2 not claimed",
            "           c, d: not claimed: rank 2",
            "           2 vectors: not claimed: mode SAME",
            "  error    at most 0.250 of the bound",
            "  time     1.2 s, seed 1, effort standard",
            "  conformant");
  }

  @Test
  void a_failure_is_shown_whole() {
    assertThat(written(law("a", FAILED), passed("b"), vector("v", FAILED)))
        .containsExactly(
            "subject mine",
            CLAIMS,
            "  FAILED   [a] The title of a.",
            "             it is wrong",
            "             in1       [1.]   float64(1,)",
            "             in2       [2.]   float64(1,)",
            "             mode      FULL",
            "             expected  [2.]   float64(1,)",
            "             got       [3.]   float64(1,)",
            "             replay    the/token",
            "  FAILED   [v] The title of v.",
            "             it is wrong",
            "             in1       [1.]   float64(1,)",
            "             in2       [2.]   float64(1,)",
            "             mode      FULL",
            "             expected  [2.]   float64(1,)",
            "             got       [3.]   float64(1,)",
            "             replay    the/token",
            "  laws     1 passed, 1 failed",
            "  vectors  0 passed, 1 failed",
            "  time     1.2 s, seed 1, effort standard",
            "  NOT CONFORMANT, broken: a, 1 golden vector");
  }

  @Test
  void a_law_that_should_hold_is_a_surprise_and_breaks_nothing() {
    FixedCheck should = new FixedCheck(Kind.LAW, "s", false, FAILED);
    assertThat(written(passed("a"), should))
        .contains("  SURPRISE [s] The title of s.", "  laws     1 passed, 1 failed")
        .endsWith("  conformant");
  }

  @Test
  void what_was_not_run_is_counted_and_told() {
    assertThat(
            written(
                passed("a"),
                law("b", new Outcome.NotRun("it hung")),
                vector("v", new Outcome.NotRun("it hung"))))
        .containsExactly(
            "subject mine",
            CLAIMS,
            "  laws     1 passed, 0 failed, 1 NOT RUN",
            "  vectors  0 passed, 0 failed, 1 NOT RUN",
            "  not run  b: it hung",
            "  not run  1 vector: it hung",
            "  time     1.2 s, seed 1, effort standard",
            "  INCOMPLETE: nothing failed, but nothing was checked, or not"
                + " everything that was asked for");
  }

  @Test
  void three_vectors_are_shown_ten_named_and_the_rest_counted() {
    FixedCheck[] checks =
        IntStream.range(0, 15).mapToObj(i -> vector("v" + i, FAILED)).toArray(FixedCheck[]::new);
    assertThat(written(checks))
        .filteredOn(line -> line.startsWith("  FAILED") || line.startsWith("  NOT"))
        .containsExactly(
            "  FAILED   [v0] The title of v0.",
            "  FAILED   [v1] The title of v1.",
            "  FAILED   [v2] The title of v2.",
            "  FAILED   v3, v4, v5, v6, v7, v8, v9, v10, v11, v12 and 2 more",
            "  NOT CONFORMANT, broken: 15 golden vectors");
  }

  @Test
  void where_a_law_of_the_first_fails_the_others_are_summed_up_under_it() {
    assertThat(
            written(
                law("f", FAILED).first(),
                law("a", FAILED),
                passed("b"),
                vector("v", FAILED),
                vector("w", FAILED)))
        .containsSubsequence(
            "  FAILED   [f] The title of f.",
            "  ROOT     fix this first: 1 other law and 2 golden vectors fail as"
                + " well, most likely because of it",
            "             replay the/token",
            "  laws     1 passed, 2 failed")
        .noneMatch(line -> line.contains("[a]") || line.contains("[v]"));
  }

  @Test
  void expected_failures_are_told_with_reason_link_and_last_day() {
    Outcome expected =
        new Outcome.Expected(
            ((Outcome.Failed) FAILED).failure(),
            new ExpectedFailure("x*", "it is known", "issue 17", LocalDate.of(2030, 6, 1)));
    assertThat(written(law("x1", expected), law("x2", expected), passed("a")))
        .contains(
            "  expected x1, x2: it is known (issue 17, until 2030-06-01)",
            "  laws     1 passed, 0 failed, 2 failed as expected")
        .endsWith("  conformant, but for 2 expected failures");
  }

  @Test
  void the_last_line_groups_subjects_by_verdict() {
    Report good = FixedCheck.report("good", passed("a"));
    Report fine = FixedCheck.report("fine", passed("a"));
    Report bad = FixedCheck.report("bad", law("a", FAILED));
    Report empty = FixedCheck.report("empty");
    assertThat(lines(text -> text.conclude(List.of(good, bad, fine, empty))))
        .containsExactly("verdict: conformant: good, fine; not conformant: bad; incomplete: empty");
  }
}
