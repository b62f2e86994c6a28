package org.conv4j.verify.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.verify.Processes;
import org.conv4j.verify.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed files are what the generator makes; a file that is not is named. */
class GeneratorTest {
  private static final Path SCRIPTS = Path.of("src", "main", "python");
  private static final Path SCRIPT = SCRIPTS.resolve("golden_vectors.py");
  private static final Path FILES =
      Path.of("src", "main", "resources", "org", "conv4j", "verify", "vector");
  private static final int EQUAL = 0;
  private static final int DIFFERENT = 1;
  private static final int UNABLE = 3;
  private static final int WRONG = 4;

  @TempDir private Path directory;

  private record Outcome(int exitCode, String output) {}

  @Test
  void the_committed_files_are_what_the_generator_makes() throws Exception {
    assertThat(run(module(), "--check")).isEqualTo(new Outcome(EQUAL, ""));
  }

  @Test
  @Tag("thorough")
  void a_changed_a_missing_and_a_strange_file_are_named() throws Exception {
    Path copy = copyOf(module());
    Path numpy = copy.resolve(FILES).resolve("numpy.json");
    Files.writeString(numpy, Files.readString(numpy).replace("\"NumPy\"", "\"Numpy\""));
    Files.delete(copy.resolve(FILES).resolve("scipy-rank4.json"));
    Files.writeString(copy.resolve(FILES).resolve("stranger.json"), "{}");

    Outcome outcome = run(copy, "--check");

    assertThat(outcome.exitCode()).isEqualTo(DIFFERENT);
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
    Path copy = copyOf(module());
    Path table = copy.resolve(SCRIPTS).resolve("golden_deviations.py");
    assertThat(Files.readString(table)).containsOnlyOnce(from);
    Files.writeString(table, Files.readString(table).replace(from, to));
    Path index = copy.resolve(FILES).resolve("index.json");
    Files.delete(index);

    Outcome outcome = run(copy);

    assertThat(outcome.output()).startsWith("refused, nothing is written: ").contains(message);
    assertThat(outcome.exitCode()).isEqualTo(WRONG);
    assertThat(index).doesNotExist();
  }

  /** Runs the generator of a module directory; skips if this machine has not what it needs. */
  private Outcome run(Path module, String... options) throws IOException, InterruptedException {
    Processes.Result result = Python.run(directory, module.resolve(SCRIPT), List.of(options));
    if (result.exit() == UNABLE) {
      return abort("golden files are not compared: " + result.out().strip() + result.err().strip());
    }
    return new Outcome(result.exit(), result.out() + result.err());
  }

  private Path copyOf(Path module) throws IOException {
    Path copy = directory.resolve("module");
    for (Path part : List.of(SCRIPTS, FILES)) {
      Files.createDirectories(copy.resolve(part));
      try (Stream<Path> files = Files.list(module.resolve(part)).filter(Files::isRegularFile)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(part).resolve(file.getFileName()));
        }
      }
    }
    return copy;
  }

  /** This module, whether tests start in it, as Maven's do, or in the directory above. */
  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    return List.of(here, here.resolve("conv-verify")).stream()
        .filter(candidate -> Files.isRegularFile(candidate.resolve(SCRIPT)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + SCRIPT + " in or below " + here));
  }
}
