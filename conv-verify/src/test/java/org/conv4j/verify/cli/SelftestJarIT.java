package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.Processes;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaw;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.layer.mutant.LayerMutant;
import org.conv4j.verify.layer.mutant.LayerMutants;
import org.conv4j.verify.mutant.Mutant;
import org.conv4j.verify.mutant.Mutants;
import org.conv4j.verify.spec.Spec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole check of the kit itself, from the packaged jar. */
@Tag("thorough")
class SelftestJarIT {
  private static final Path JAR = Path.of("target", "conv-verify-cli.jar").toAbsolutePath();

  @TempDir private Path directory;

  @Test
  void every_mutant_of_convolvers_is_killed_with_every_seed() throws Exception {
    String page = everyMutantIsKilled();
    assertThat(page).contains(Laws.all().stream().map(ConvolverLaw::id).toList());
    assertThat(page).contains(Mutants.all().stream().map(Mutant::id).toList());
  }

  @Test
  void every_mutant_of_layers_is_killed_with_every_seed() throws Exception {
    String page = everyMutantIsKilled("--layers");
    assertThat(page).contains(LayerLaws.all().stream().map(LayerLaw::id).toList());
    assertThat(page).contains(LayerMutants.all().stream().map(LayerMutant::id).toList());
  }

  /** Makes the whole matrix, and returns it as a page. */
  private String everyMutantIsKilled(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Processes.java(), "-jar", JAR.toString(), "selftest"));
    command.addAll(List.of("--seeds", "21", "--markdown", "matrix.md", "--json", "matrix.json"));
    command.addAll(List.of(options));
    Processes.Result result = Processes.run(directory, Map.of(), command);
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.lastLine()).isEqualTo("verdict: every mutant is killed");
    eachLawIsTheOnlyKillerOfAMutantOrSpecifiedToStay(
        Json.read(Files.readString(directory.resolve("matrix.json")), Map.class));
    return Files.readString(directory.resolve("matrix.md"));
  }

  private static void eachLawIsTheOnlyKillerOfAMutantOrSpecifiedToStay(Map<?, ?> matrix) {
    List<Object> superfluous = new ArrayList<>();
    for (Object entry : (List<?>) matrix.get("laws")) {
      Map<?, ?> law = (Map<?, ?>) entry;
      boolean needed = !((List<?>) law.get("onlyKillerOf")).isEmpty();
      if (!needed && Spec.named((String) law.get("id")).stays().isEmpty()) {
        superfluous.add(law.get("id"));
      }
    }
    assertThat(superfluous)
        .as("laws that kill nothing alone, of which SPEC.md does not say why they stay")
        .isEmpty();
  }
}
