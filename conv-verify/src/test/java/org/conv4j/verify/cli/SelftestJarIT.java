package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.Processes;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.mutant.Mutant;
import org.conv4j.verify.mutant.Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole check of the kit itself, from the packaged jar. */
class SelftestJarIT {
  private static final Path JAR = Path.of("target", "conv-verify-cli.jar").toAbsolutePath();

  @TempDir private Path directory;

  @Test
  void everyMutantIsKilledByTheLawsNamedForIt() throws Exception {
    Processes.Result result =
        Processes.run(
            directory,
            Map.of(),
            List.of(
                Processes.java(),
                "-jar",
                JAR.toString(),
                "selftest",
                "--markdown",
                "matrix.md",
                "--json",
                "matrix.json"));
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.lastLine()).isEqualTo("verdict: every mutant is killed");
    String page = Files.readString(directory.resolve("matrix.md"));
    assertThat(page).contains(Laws.all().stream().map(Law::id).toList());
    assertThat(page).contains(Mutants.all().stream().map(Mutant::id).toList());
    assertThat(directory.resolve("matrix.json")).isNotEmptyFile();
  }
}
