package org.conv4j.verify.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.law.NaiveConvolver;
import org.conv4j.verify.mutant.Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedFailuresTest {
  private static final LocalDate TODAY = LocalDate.of(2030, 6, 1);
  private static final Convolver CORRELATION = Mutants.named("kernel.not-flipped").convolver();

  @TempDir private Path directory;

  private static ExpectedFailures expecting(String id) {
    return new ExpectedFailures(List.of(new ExpectedFailure(id, "it is known", "issue 17", TODAY)));
  }

  private static Report run(Convolver subject, ExpectedFailures expected, LocalDate today) {
    List<Check> checks =
        Manifest.all().stream()
            .filter(check -> List.of("identity", "shape.full", "range").contains(check.id()))
            .toList();
    Plan plan = new Plan(checks, Selection.all(), expected, today);
    return new Runner(subject, Settings.standard()).run(plan, result -> {});
  }

  private static Outcome of(Report report, String id) {
    return report.results().stream()
        .filter(result -> result.check().id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void a_failure_that_was_expected_breaks_nothing() {
    Report report = run(CORRELATION, expecting("identity"), TODAY);
    assertThat(of(report, "identity")).isInstanceOf(Outcome.Expected.class);
    assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
  }

  @Test
  void a_star_stands_for_any_characters() {
    assertThat(of(run(CORRELATION, expecting("ident*"), TODAY), "identity"))
        .isInstanceOf(Outcome.Expected.class);
  }

  @Test
  void after_its_last_day_the_failure_counts() {
    Report report = run(CORRELATION, expecting("identity"), TODAY.plusDays(1));
    assertThat(of(report, "identity")).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) of(report, "identity")).failure().what())
        .startsWith("(expected until 2030-06-01, which is over: it is known) ");
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
  }

  @Test
  void what_does_not_fail_any_more_is_a_failure() {
    Report report = run(new DirectConvolver(), expecting("identity"), TODAY);
    assertThat(((Outcome.Failed) of(report, "identity")).failure().what())
        .contains("was expected to fail (it is known, issue 17) and does not")
        .contains("remove \"identity\"");
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
  }

  @Test
  void what_is_not_claimed_cannot_fail() {
    Report report = run(new NaiveConvolver(), expecting("range"), TODAY);
    assertThat(report.problems())
        .containsExactly(
            "\"range\" is expected to fail, but is about something that is not claimed");
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
  }

  @Test
  void a_file_is_read() throws IOException {
    Path file = directory.resolve("expected.json");
    Files.writeString(
        file,
        """
        {"schema": "conv4j-expected-failures/1",
         "failures": [{"id": "identity", "reason": "r", "link": "l", "expires": "2030-06-01"}]}
        """);
    assertThat(of(run(CORRELATION, ExpectedFailures.read(file), TODAY), "identity"))
        .isEqualTo(
            new Outcome.Expected(
                ((Outcome.Expected) of(run(CORRELATION, expecting("identity"), TODAY), "identity"))
                    .failure(),
                new ExpectedFailure("identity", "r", "l", TODAY)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1] | not a",
        "{} | \"schema\" must be \"conv4j-expected-failures/1\"",
        "{\"schema\": \"other/1\", \"failures\": []} | \"schema\" must be",
        "`{S, \"failures\": [{\"id\": \"exact\"}]}` | \"expires\" is missing in {\"id\":\"exact\"}",
        "`{S, \"failures\": [{\"id\": \"exact\", \"expires\": \"2030-01-01\", \"link\": \"l\"}]}` |"
            + " \"reason\" is missing",
        "`{S, \"failures\": [{\"id\": \"exact\", \"reason\": \"r\", \"link\": \"l\", \"expires\":"
            + " \"soon\"}]}` | must be a day such as 2030-12-31, not soon",
        "`{S, \"failures\": [{\"id\": \"no.such\", \"reason\": \"r\", \"link\": \"l\", \"expires\":"
            + " \"2030-01-01\"}]}` | no law and no golden vector is named \"no.such\"",
        "`{S, \"failures\": [], \"more\": 1}` | more",
      })
  void anythingElseIsRefusedWithTheReason(String text, String reason) throws IOException {
    Path file = directory.resolve("expected.json");
    Files.writeString(file, text.replace("{S", "{\"schema\": \"conv4j-expected-failures/1\""));
    assertThatThrownBy(() -> ExpectedFailures.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file.toString())
        .hasStackTraceContaining(reason);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> ExpectedFailures.read(directory.resolve("none.json")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.json cannot be read");
  }
}
