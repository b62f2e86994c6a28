package org.conv4j.verify.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conv4j.verify.selftest.Fate.KILLED;
import static org.conv4j.verify.selftest.Fate.NOT_APPLICABLE;
import static org.conv4j.verify.selftest.Fate.SURVIVED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.mutant.Mutant;
import org.conv4j.verify.mutant.Mutants;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Mutant CORRELATION = Mutants.named("kernel.not-flipped");
  private static final Mutant LATE = Mutants.named("window.same-late");
  private static final List<String> LAWS = List.of("exact", "window.same");

  private static Matrix matrix(List<Fate> correlation, List<Fate> late) {
    return new Matrix(1, LAWS, List.of(CORRELATION, LATE), List.of(correlation, late));
  }

  private static SelftestReport report(Matrix matrix) {
    return new SelftestReport(matrix, Map.of(), Duration.ZERO);
  }

  @Test
  void kills_are_counted_by_law_and_by_mutant() {
    Matrix matrix = matrix(List.of(KILLED, NOT_APPLICABLE), List.of(KILLED, KILLED));
    assertThat(matrix.kills(0)).isEqualTo(2);
    assertThat(matrix.kills(1)).isEqualTo(1);
    assertThat(matrix.killers(0)).containsExactly("exact");
    assertThat(matrix.killers(1)).containsExactly("exact", "window.same");
    assertThat(matrix.killedByAlone(0)).containsExactly(CORRELATION);
    assertThat(matrix.killedByAlone(1)).isEmpty();
    assertThat(report(matrix).passed()).isTrue();
  }

  @Test
  void one_that_no_law_kills_fails_the_run() {
    Matrix matrix = matrix(List.of(SURVIVED, SURVIVED), List.of(SURVIVED, KILLED));
    assertThat(matrix.survivors()).containsExactly(CORRELATION);
    assertThat(report(matrix).passed()).isFalse();
  }

  @Test
  void one_that_a_law_named_for_it_does_not_kill_fails_the_run() {
    Matrix matrix = matrix(List.of(KILLED, SURVIVED), List.of(KILLED, SURVIVED));
    assertThat(matrix.survivors()).isEmpty();
    assertThat(matrix.missed()).containsExactly(Map.entry(LATE, List.of("window.same")));
    assertThat(report(matrix).passed()).isFalse();
  }

  @Test
  void one_that_survives_a_further_seed_fails_the_run() {
    Matrix matrix = matrix(List.of(KILLED, SURVIVED), List.of(SURVIVED, KILLED));
    assertThat(report(matrix).passed()).isTrue();
    SelftestReport two = new SelftestReport(matrix, Map.of(2L, List.of(LATE)), Duration.ZERO);
    assertThat(two.passed()).isFalse();
    assertThat(SelftestMarkdown.text(two)).contains("Seed 2 is survived by `window.same-late`");
  }

  @Test
  void the_page_shows_every_cell() {
    Matrix matrix = matrix(List.of(KILLED, NOT_APPLICABLE), List.of(SURVIVED, KILLED));
    assertThat(SelftestMarkdown.text(report(matrix)).lines())
        .contains(
            "|   1 | `exact`       |     1 | `kernel.not-flipped` |",
            "|   2 | `window.same` |     1 | `window.same-late` |",
            "| `kernel.not-flipped` | x   |     |       1 |",
            "| `window.same-late`   | .   | x   |       1 |");
  }
}
