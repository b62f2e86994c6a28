package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.run.Check.Kind;
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

  private static Outcome passed(double fraction) {
    return new Outcome.Passed(100, fraction);
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
  void aConformantSubjectHasCountsAndItsLargestError() {
    assertThat(
            written(
                law("a", passed(0.25)),
                law("b", passed(0.123456)),
                law("c", new Outcome.Skipped("not claimed: rank 2")),
                law("d", new Outcome.Skipped("not claimed: rank 2")),
                vector("v", passed(0)),
                vector("w", new Outcome.Skipped("not claimed: mode SAME")),
                vector("x", new Outcome.Skipped("not claimed: mode SAME"))))
        .containsExactly(
            "subject mine",
            CLAIMS,
            "  laws     2 passed, 0 failed, 2 skipped",
            "  vectors  1 passed, 0 failed, 2 skipped",
            "  skipped  c, d: not claimed: rank 2",
            "  skipped  2 vectors: not claimed: mode SAME",
            "  error    at most 0.250 of the bound",
            "  time     1.2 s, seed 1",
            "  conformant");
  }

  @Test
  void aFailureIsShownWhole() {
    assertThat(written(law("a", FAILED), law("b", passed(0)), vector("v", FAILED)))
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
            "  laws     1 passed, 1 failed, 0 skipped",
            "  vectors  0 passed, 1 failed, 0 skipped",
            "  time     1.2 s, seed 1",
            "  NOT CONFORMANT, broken: a, 1 golden vector");
  }

  @Test
  void aLawThatShouldHoldIsASurpriseAndBreaksNothing() {
    FixedCheck should = new FixedCheck(Kind.LAW, "s", false, FAILED);
    assertThat(written(law("a", passed(0)), should))
        .contains("  SURPRISE [s] The title of s.", "  laws     1 passed, 1 failed, 0 skipped")
        .endsWith("  conformant");
  }

  @Test
  void whatWasNotRunIsCountedAndTold() {
    assertThat(
            written(
                law("a", passed(0)),
                law("b", new Outcome.NotRun("it hung")),
                vector("v", new Outcome.NotRun("it hung"))))
        .containsExactly(
            "subject mine",
            CLAIMS,
            "  laws     1 passed, 0 failed, 0 skipped, 1 NOT RUN",
            "  vectors  0 passed, 0 failed, 0 skipped, 1 NOT RUN",
            "  not run  b: it hung",
            "  not run  1 vectors: it hung",
            "  time     1.2 s, seed 1",
            "  INCOMPLETE: nothing failed, but not everything that applies was checked");
  }

  @Test
  void threeVectorsAreShownTenNamedAndTheRestCounted() {
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
  void theLastLineGroupsSubjectsByVerdict() {
    Report good = FixedCheck.report("good", law("a", passed(0)));
    Report fine = FixedCheck.report("fine", law("a", passed(0)));
    Report bad = FixedCheck.report("bad", law("a", FAILED));
    Report empty = FixedCheck.report("empty");
    assertThat(lines(text -> text.conclude(List.of(good, bad, fine, empty))))
        .containsExactly("verdict: conformant: good, fine; not conformant: bad; incomplete: empty");
  }
}
