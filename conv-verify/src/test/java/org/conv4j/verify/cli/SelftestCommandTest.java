package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a few mutants and laws. */
class SelftestCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("selftest"));
    all.addAll(List.of(args));
    return Main.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private String lastLine() {
    List<String> lines = out.toString().strip().lines().toList();
    return lines.get(lines.size() - 1);
  }

  @Test
  void mutants_that_are_caught_pass() {
    int code =
        run(
            "--mutant", "kernel.not-flipped",
            "--mutant", "refuse.null-mode",
            "--law", "identity",
            "--law", "refuse.null",
            "--seeds", "3");
    assertThat(code).as(out + "" + err).isZero();
    assertThat(out.toString())
        .contains(
            "selftest: 2 mutants, 2 laws, seed 1",
            "killed   2 of 2",
            "by       1 to 1 laws each",
            "seed 2: killed 2 of 2",
            "seed 3: killed 2 of 2");
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("identity +1 +kernel.not-flipped"))
        .anyMatch(line -> line.matches("refuse.null +1 +refuse.null-mode"));
    assertThat(lastLine()).isEqualTo("verdict: every mutant is killed");
  }

  @Test
  void one_that_no_chosen_law_catches_fails() {
    assertThat(run("--mutant", "kernel.not-flipped", "--law", "refuse.null")).isEqualTo(1);
    assertThat(out.toString())
        .contains("killed   0 of 1", "survives: kernel.not-flipped: The kernel is not flipped");
    assertThat(lastLine()).isEqualTo("verdict: not every mutant is killed as it must be");
  }

  @Test
  void the_matrix_is_written_to_files() throws Exception {
    Path page = directory.resolve("matrix.md");
    Path json = directory.resolve("matrix.json");
    int code =
        run(
            "--mutant", "window.same-late",
            "--mutant", "nan.spread",
            "--law", "window.same",
            "--law", "nonfinite.local",
            "--markdown", page.toString(),
            "--json", json.toString());
    assertThat(code).as(out + "" + err).isZero();
    assertThat(Files.readString(page))
        .contains("# Laws by mutants", "| `window.same-late` | x   |", "Same begins one late");
    JsonNode tree = new ObjectMapper().readTree(json.toFile());
    assertThat(tree.get("schema").asText()).isEqualTo("conv4j-selftest/1");
    assertThat(tree.get("passed").asBoolean()).isTrue();
    JsonNode cells = tree.get("mutants").get(0).get("cells");
    assertThat(cells.get("window.same").asText()).isEqualTo("killed");
    assertThat(cells.get("nonfinite.local").asText()).isEqualTo("not-applicable");
    assertThat(tree.get("mutants").get(1).get("killers").get(0).asText())
        .isEqualTo("nonfinite.local");
  }

  @Test
  void a_wrong_identifier_is_explained() {
    assertThat(run("--mutant", "kernel.flipped")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("--mutant: no mutant \"kernel.flipped\"; there are ")
        .contains("kernel.not-flipped")
        .doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_wrong_law_is_explained() {
    assertThat(run("--law", "exactly")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--law: no law \"exactly\"; there are ");
  }

  @Test
  void a_file_that_cannot_be_written_is_refused_before_anything_is_done() {
    Path nowhere = directory.resolve("no").resolve("matrix.md");
    assertThat(run("--markdown", nowhere.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--markdown cannot write", "does not exist");
    assertThat(run("--json", nowhere.toString())).isEqualTo(2);
    assertThat(run("--seeds", "0")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }
}
