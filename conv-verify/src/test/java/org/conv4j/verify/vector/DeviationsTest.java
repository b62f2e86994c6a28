package org.conv4j.verify.vector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DEVIATIONS.md and the vectors tell of the same defects, and its examples print what it says. */
class DeviationsTest {
  private static final String PAGE = "DEVIATIONS.md";
  private static final String TEXT = read();
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| .+ \\| (.+) \\|$");
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^## ([a-z0-9-]+)\n(.*?)```python\n(.*?)```\n```text\n(.*?)```\n");
  private static final Pattern VERSIONS = Pattern.compile("with SciPy (\\S+) and NumPy (\\S+)\\. ");

  @TempDir private Path directory;

  private record Example(String defect, String code, String prints) {
    @Override
    public String toString() {
      return defect;
    }
  }

  static List<Example> examples() {
    return SECTION
        .matcher(TEXT)
        .results()
        .map(section -> new Example(section.group(1), section.group(3), section.group(4)))
        .toList();
  }

  /** From identifier to what the table says of its vectors. */
  private static Map<String, String> listed() {
    Map<String, String> rows = new TreeMap<>();
    ROW.matcher(TEXT).results().forEach(row -> rows.put(row.group(1), row.group(2)));
    return rows;
  }

  @Test
  void everyDefectOfTheVectorsIsListedAndThoseThatClaimVectorsHaveSome() {
    Set<String> claiming = new TreeSet<>();
    listed()
        .forEach(
            (defect, vectors) -> {
              assertThat(vectors).as(defect).matches("yes|no: .+");
              if (vectors.equals("yes")) {
                claiming.add(defect);
              }
            });

    Set<String> shown =
        GoldenVectors.all().stream()
            .flatMap(vector -> vector.deviation().stream())
            .map(Deviation::defect)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(claiming).isNotEmpty().isEqualTo(shown);
  }

  @Test
  void everyListedDefectHasASectionWithAnExampleInTheOrderOfTheTable() {
    List<String> rows =
        ROW.matcher(TEXT).results().map(row -> row.group(1)).collect(Collectors.toList());

    assertThat(examples()).extracting(Example::defect).isEqualTo(rows);
    assertThat(Pattern.compile("(?m)^## ").matcher(TEXT).results()).hasSameSizeAs(rows);
    assertThat(TEXT.split("\\*\\*conv4j\\*\\*", -1)).hasSize(rows.size() + 1);
  }

  @Test
  void thePageIsOfTheVersionsOfTheVectors() {
    MatchResult versions = VERSIONS.matcher(TEXT).results().findFirst().orElseThrow();

    assertThat(GoldenVectors.all())
        .allSatisfy(
            vector -> {
              Provenance provenance = vector.provenance();
              boolean scipy = provenance.library().equals("SciPy");
              assertThat(provenance.version()).isEqualTo(versions.group(scipy ? 1 : 2));
              assertThat(provenance.numpy()).isEqualTo(versions.group(2));
            });
  }

  /** What Python has, asked once; null before that. */
  private static volatile String found;

  @ParameterizedTest
  @MethodSource("examples")
  void anExamplePrintsWhatThePageSays(Example example) throws Exception {
    MatchResult versions = VERSIONS.matcher(TEXT).results().findFirst().orElseThrow();
    if (found == null) {
      found =
          python(
              "import numpy, platform, scipy\n"
                  + "print(scipy.__version__, numpy.__version__, platform.machine().lower())");
    }
    String needed = versions.group(1) + " " + versions.group(2) + " (x86_64|amd64)";
    if (!found.strip().matches(needed)) {
      abort("the example is not run: it needs " + needed + ", found " + found.strip());
    }

    assertThat(python(example.code())).isEqualTo(example.prints());
  }

  /** What a fresh Python prints; skips if there is none, tells its complaint if there is one. */
  private String python(String code) throws IOException, InterruptedException {
    Path script = Files.writeString(directory.resolve("example.py"), code);
    Path output = directory.resolve("output.txt");
    Path errors = directory.resolve("errors.txt");
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "-B", script.toString())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      return abort("the example is not run: python3 does not start: " + e.getMessage());
    }
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the example did not end within a minute");
    }
    String complaint = process.exitValue() == 0 ? "" : Files.readString(errors, UTF_8);
    return Files.readString(output, UTF_8).replace("\r\n", "\n") + complaint;
  }

  /** The page, whether tests start in this module, as Maven's do, or in the directory above. */
  private static String read() {
    Path here = Path.of("").toAbsolutePath();
    Path page =
        List.of(here, here.resolve("conv-verify")).stream()
            .map(candidate -> candidate.resolve(PAGE))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + PAGE + " in or below " + here));
    try {
      return Files.readString(page, UTF_8);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + page, e);
    }
  }
}
