package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code choices} and {@code calibrate} with a worker of their own; no speed is promised here. */
class CostCommandsTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    return Main.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), line.split(" ", -1));
  }

  @Test
  void choices_are_measured_and_counted() throws Exception {
    Path file = directory.resolve("choices.json");
    String few = "choices --shapes 4 --rank 2 --rank 3 --rounds 1 --warm-up 0 --json " + file;
    assertThat(run(few + " --at-least 0")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("`--add-modules=jdk.incubator.vector -XX:ActiveProcessorCount=1`", "- rounds: 1")
        .containsPattern("\\| 2 +\\| +2 \\|")
        .containsPattern("\\| 3 +\\| +2 \\|")
        .containsPattern("of 4 choices are within 1.25 of the best, at least the 0.0 % asked for");
    Map<?, ?> tree = Json.read(Files.readString(file), Map.class);
    assertThat(tree.get("schema")).isEqualTo("conv4j-choices/1");
    assertThat((List<?>) tree.get("choices"))
        .hasSize(4)
        .allSatisfy(one -> assertThat((List<?>) ((Map<?, ?>) one).get("candidates")).hasSize(2));
  }

  @Test
  void layers_of_known_networks_are_measured_likewise() {
    String few = "choices --layers --shapes 2 --rank 1 --dtype INT32 --rounds 1 --warm-up 0";
    assertThat(run(few + " --at-least 0")).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern("\\| 1 +\\| +2 \\|")
        .contains("layer-")
        .contains("of 2 choices are within 1.25 of the best");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "choices --shapes 0 | --shapes must be at least 1: 0",
        "choices --rounds 0 | --rounds must be at least 1: 0",
        "choices --warm-up -1 | --warm-up must be at least 0: -1",
        "choices --rank 4 | --rank must be 1, 2 or 3: 4",
        "choices --at-least 1.5 | --at-least must be from 0 to 1: 1.5",
        "choices --layers --mode SAME | layers have no mode: leave --mode or --layers out",
        "choices --json no/such/directory/a.json | its directory does not exist",
        "choices --java /nonexistent | there is no program nonexistent",
        "choices --jvm-arg -XX:NoSuchFlag | Unrecognized VM option 'NoSuchFlag'",
        "calibrate --shapes 0 | --shapes must be at least 1: 0",
        "calibrate --most-millis 0 | --most-millis must be at least 1: 0",
        "calibrate --rank 0 | --rank must be 1, 2 or 3: 0",
        "calibrate --subject nobody | --subject has no cost model: nobody",
        "calibrate --jvm-arg -XX:NoSuchFlag | Unrecognized VM option 'NoSuchFlag'",
      })
  void wrong_usage_is_explained_in_one_line(String line, String explanation) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("conv-verify: ").contains(explanation);
    assertThat(out.toString()).isEmpty();
  }
}
