package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, in this JVM. */
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String lastLine() {
    String[] lines = out.toString().strip().split("\n", -1);
    return lines[lines.length - 1].strip();
  }

  @Test
  void a_correlation_is_not_conformant_and_the_broken_laws_are_named() {
    assertThat(run("run", "--effort", "smoke", "--subject", Bad.Correlates.class.getName()))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("[exact]", "expected", "replay", "look at", "replay commutative.full/");
    assertThat(lastLine()).isEqualTo("verdict: not conformant: Correlates");
  }

  @Test
  void one_bad_subject_among_good_ones_decides() {
    String bad = Bad.Correlates.class.getName();
    String token = "exact/float64/1/2/full/integers/1";
    assertThat(run("replay", token, "--subject", "auto", "--subject", bad)).isEqualTo(1);
    assertThat(lastLine()).isEqualTo("verdict: conformant: auto; not conformant: Correlates");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no.such.Class | there is no convolver and no class named no.such.Class",
        "Abstract | is abstract",
        "NotAConvolver | does not implement org.conv4j.api.Convolver",
        "NeedsArgument | has no constructor without parameters",
        "Throws | threw java.lang.IllegalStateException: no such device",
        "ThrowsStatically | the static initialiser of",
        "HangsWhenMade | did not return within 1 s",
        "ClaimsNull | capabilities() returned null",
        "ClaimsThrow | claims are not ready",
      })
  void a_subject_that_cannot_be_used_is_explained(String name, String explanation) {
    String subject = name.contains(".") ? name : "org.conv4j.verify.cli.Bad$" + name;
    assertThat(run("run", "--limit", "1", "--subject", subject)).isEqualTo(2);
    assertThat(err.toString()).startsWith("conv-verify: ").contains(explanation);
    assertThat(err.toString()).doesNotContain("\tat ", "    at ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_subject_that_hangs_when_it_is_made_is_interrupted() throws InterruptedException {
    assertThat(run("run", "--limit", "1", "--subject", Bad.HangsWhenMade.class.getName()))
        .isEqualTo(2);
    Thread hanging = Bad.HangsWhenMade.HANGING.get();
    hanging.join(10_000);
    assertThat(hanging.isAlive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hangs | the subject did not return within 1 s",
        "ReturnsNull | returned null",
        "ReturnsFloats | returned float32, expected float64",
        "NeverReturns | threw java.lang.StackOverflowError",
      })
  void a_subject_that_misbehaves_is_not_conformant(String name, String explanation) {
    String subject = "org.conv4j.verify.cli.Bad$" + name;
    assertThat(run("run", "--limit", "1", "--law", "shape.full", "--subject", subject))
        .isEqualTo(1);
    assertThat(out.toString()).contains(explanation);
    assertThat(lastLine()).isEqualTo("verdict: not conformant: " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jump", // unlike any command: for one that is like it, picocli suggests that instead
        "run --no-such-option",
        "run --seed many",
        "run --limit 0",
        "run surplus",
        "replay",
        "replay no-token",
        "replay exact/float64/2/2/full/integers",
        "replay no.such.law/float64/2/2/full/integers/1",
        "replay exact/float64/2x/2/full/integers/1",
        "replay vector:no-such-vector",
      })
  void wrong_usage_is_explained(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: conv-verify").doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_class_path_entry_that_does_not_exist_is_named() {
    assertThat(run("run", "--subject", "direct", "--classpath", "no/such.jar")).isEqualTo(2);
    assertThat(err.toString()).contains("class path: there is no").contains("such.jar");
  }

  @Test
  void laws_lists_every_law() {
    assertThat(run("laws")).isZero();
    assertThat(out.toString().lines()).hasSize(Laws.all().size() + LayerLaws.all().size());
    Laws.all().forEach(law -> assertThat(out.toString()).contains(law.id(), law.statement()));
    LayerLaws.all().forEach(law -> assertThat(out.toString()).contains(law.id(), law.statement()));
  }

  @Test
  void replay_makes_one_check_again() {
    String token = "exact/float64/1/2/full/integers/1";
    assertThat(run("replay", token, "--subject", Bad.Correlates.class.getName())).isEqualTo(1);
    assertThat(out.toString()).contains("[  0. -42.]", "[-42.   0.]", token);
    assertThat(run("replay", token)).isZero();
    assertThat(run("replay", "vector:textbook.scipy.full.lecture")).isZero();
  }

  @Test
  void help_and_version_are_there() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Exit codes:", "run", "laws", "replay");
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("conv-verify ");
  }
}
