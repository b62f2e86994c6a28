package org.conv4j.verify.layer.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.conv4j.verify.Generator;
import org.conv4j.verify.Generator.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed files are what the generator makes, and it refuses what contradicts itself. */
class LayerGeneratorTest {
  @TempDir private Path directory;

  private Generator generator() {
    return Generator.of(directory, "layer_vectors.py", "verify/layer/vector");
  }

  @Test
  void the_committed_files_are_what_the_generator_makes() throws Exception {
    assertThat(generator().run("--check")).isEqualTo(new Outcome(Generator.EQUAL, ""));
  }

  @Test
  @Tag("thorough")
  void a_changed_a_missing_and_a_strange_file_are_named() throws Exception {
    Generator copy = generator().copy();
    Path changed = copy.file("transposed.json");
    Files.writeString(changed, Files.readString(changed).replace("\"NumPy\"", "\"Numpy\""));
    Files.delete(copy.file("onnx.json"));
    Files.writeString(copy.file("stranger.json"), "{}");

    Outcome outcome = copy.run("--check");

    assertThat(outcome.exitCode()).isEqualTo(Generator.DIFFERENT);
    assertThat(outcome.output().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("transposed.json differs"))
        .anyMatch(line -> line.equals("onnx.json is missing"))
        .anyMatch(line -> line.startsWith("stranger.json is not made by"));
  }

  @Test
  @Tag("thorough")
  void a_number_of_another_project_that_the_definition_does_not_give_is_refused() throws Exception {
    assertRefused(
        "layer_onnx.py",
        "[[12, 21, 27, 33, 24]",
        "[[12, 21, 27, 33, 25]",
        "layer.onnx.basic-conv-with-padding: [12, 21, 27, 33, 24, ");
  }

  @Test
  @Tag("thorough")
  void terms_that_are_not_those_of_the_definition_are_refused() throws Exception {
    assertRefused(
        "layer_exact.py",
        "i = o * axis.stride + t * axis.dilation - axis.before",
        "i = o * axis.stride + t * axis.dilation - axis.after",
        "terms and slices give different outputs");
  }

  @Test
  @Tag("thorough")
  void operands_that_do_not_tell_a_reversed_kernel_are_refused() throws Exception {
    assertRefused(
        "layer_cases.py",
        "(Rule(9), Rule(13), Rule(19))",
        "(Rule(1), Rule(1, 2), Rule(1, 3))",
        "no operands tell a reversed kernel from the right one");
  }

  /** Changes a script of a copy, which then writes nothing. */
  private void assertRefused(String script, String from, String to, String message)
      throws Exception {
    Generator copy = generator().copy();
    Path changed = copy.script(script);
    assertThat(Files.readString(changed)).containsOnlyOnce(from);
    Files.writeString(changed, Files.readString(changed).replace(from, to));
    Path index = copy.file("index.json");
    Files.delete(index);

    Outcome outcome = copy.run();

    assertThat(outcome.output()).startsWith("refused, nothing is written: ").contains(message);
    assertThat(outcome.exitCode()).isEqualTo(Generator.WRONG);
    assertThat(index).doesNotExist();
  }
}
