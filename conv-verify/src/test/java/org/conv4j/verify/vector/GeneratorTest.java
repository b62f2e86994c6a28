package org.conv4j.verify.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.conv4j.verify.Generator;
import org.conv4j.verify.Generator.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed files are what the generator makes; a file that is not is named. */
class GeneratorTest {
  @TempDir private Path directory;

  private Generator generator() {
    return Generator.of(directory, "golden_vectors.py", "verify/vector");
  }

  @Test
  void the_committed_files_are_what_the_generator_makes() throws Exception {
    assertThat(generator().run("--check")).isEqualTo(new Outcome(Generator.EQUAL, ""));
  }

  @Test
  @Tag("thorough")
  void a_changed_a_missing_and_a_strange_file_are_named() throws Exception {
    Generator copy = generator().copy();
    Path numpy = copy.file("numpy.json");
    Files.writeString(numpy, Files.readString(numpy).replace("\"NumPy\"", "\"Numpy\""));
    Files.delete(copy.file("scipy-rank4.json"));
    Files.writeString(copy.file("stranger.json"), "{}");

    Outcome outcome = copy.run("--check");

    assertThat(outcome.exitCode()).isEqualTo(Generator.DIFFERENT);
    assertThat(outcome.output().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("numpy.json differs") && line.endsWith("first in line 5"))
        .anyMatch(line -> line.equals("scipy-rank4.json is missing"))
        .anyMatch(line -> line.startsWith("stranger.json is not made by"));
  }

  @Test
  @Tag("thorough")
  void a_defect_that_is_not_declared_is_refused() throws Exception {
    assertRefused("\"direct-overflow\", \"direct\"", "None, \"direct\"", "no defect is declared");
  }

  @Test
  @Tag("thorough")
  void a_declared_defect_that_does_not_show_is_refused() throws Exception {
    assertRefused(
        "great, most = (1e200, 1e308)",
        "great, most = (1, 1)",
        "fft-overflow is declared and does not show");
  }

  /** Changes the table of defects of a copy, which then writes nothing. */
  private void assertRefused(String from, String to, String message) throws Exception {
    Generator copy = generator().copy();
    Path table = copy.script("golden_deviations.py");
    assertThat(Files.readString(table)).containsOnlyOnce(from);
    Files.writeString(table, Files.readString(table).replace(from, to));
    Path index = copy.file("index.json");
    Files.delete(index);

    Outcome outcome = copy.run();

    assertThat(outcome.output()).startsWith("refused, nothing is written: ").contains(message);
    assertThat(outcome.exitCode()).isEqualTo(Generator.WRONG);
    assertThat(index).doesNotExist();
  }
}
