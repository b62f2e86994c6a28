package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conv4j.verify.Processes;
import org.conv4j.verify.Python;
import org.conv4j.verify.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench} as a user runs it, with Python; no speed is promised here. */
@Tag("thorough")
class BenchJarIT {
  private static final Path JAR = Path.of("target", "conv-verify-cli.jar").toAbsolutePath();

  @TempDir private Path directory;

  @Test
  void layers_are_compared_with_those_of_numpy() throws Exception {
    Python.require(directory);
    Processes.Result result =
        Processes.run(
            directory,
            Map.of(),
            List.of(
                Processes.java(),
                "-jar",
                JAR.toString(),
                "bench",
                "--cases",
                "^layer/(textbook|7x7s2-64/int32|3x3-depthwise/float64)",
                "--rounds",
                "1"));
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.out().lines().filter(line -> line.startsWith("| layer/")))
        .hasSize(3)
        .allMatch(line -> line.contains("np.einsum") && line.contains("np im2col"));
    assertThat(result.out()).doesNotContain("failed", "WRONG", "too slow");
  }

  @Test
  void a_tiny_case_is_compared_and_measured() throws Exception {
    Python.require(directory);
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    Processes.Result result =
        Processes.run(
            directory,
            Map.of(),
            List.of(
                Processes.java(),
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                JAR.toString(),
                "bench",
                "--cases",
                "^auto/tiny-1d",
                "--rounds",
                "1",
                "--json",
                "bench.json"));
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.err()).as("no bar where there is no terminal").isEmpty();
    assertThat(result.out())
        .contains("np.convolve", "oaconvolve", "Commons Math")
        .contains("`--add-modules=jdk.incubator.vector -XX:ActiveProcessorCount=1`")
        .doesNotContain("missing", "failed", "WRONG", directory.toString());
    Map<?, ?> report = Json.read(Files.readString(directory.resolve("bench.json")), Map.class);
    assertThat((List<?>) report.get("cases"))
        .hasSize(1)
        .allSatisfy(
            one -> assertThat((List<?>) ((Map<?, ?>) one).get("peers")).hasSizeGreaterThan(2));
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("conv4j"))).isEmpty();
    }
  }
}
