package org.conv4j.verify.vector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conv4j.verify.Processes;
import org.conv4j.verify.Python;
import org.conv4j.verify.vector.file.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void every_defect_of_the_vectors_is_listed_and_those_that_claim_vectors_have_some() {
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
  void every_listed_defect_has_a_section_with_an_example_in_the_order_of_the_table() {
    List<String> rows =
        ROW.matcher(TEXT).results().map(row -> row.group(1)).collect(Collectors.toList());

    assertThat(examples()).extracting(Example::defect).isEqualTo(rows);
    assertThat(Pattern.compile("(?m)^## ").matcher(TEXT).results()).hasSameSizeAs(rows);
    assertThat(TEXT.split("\\*\\*conv4j\\*\\*", -1)).hasSize(rows.size() + 1);
  }

  @Test
  void the_page_is_of_the_versions_of_the_vectors() {
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

  /** Prints its versions; then, of each file given, a mark and what that prints. */
  private static final String DRIVER =
      """
      import sys, numpy, platform, scipy
      print(scipy.__version__, numpy.__version__, platform.machine().lower())
      for path in sys.argv[1:]:
          print('\f', end='')
          with open(path, encoding='utf-8') as file:
              exec(compile(file.read(), path, 'exec'), {'__name__': '__main__'})
      """;

  @Test
  void every_example_prints_what_the_page_says() throws Exception {
    MatchResult versions = VERSIONS.matcher(TEXT).results().findFirst().orElseThrow();
    String needed = versions.group(1) + " " + versions.group(2) + " (x86_64|amd64)";

    List<String> printed = List.of(python(examples()).split("\f", -1));

    String found = printed.get(0).strip();
    if (!found.matches(needed)) {
      abort("the examples are not run: they need " + needed + ", found " + found);
    }
    assertThat(printed.subList(1, printed.size()))
        .isEqualTo(examples().stream().map(Example::prints).toList());
  }

  /** What a fresh Python prints; skips if there is none, tells its complaint if there is one. */
  private String python(List<Example> examples) throws IOException, InterruptedException {
    Path driver = Files.writeString(directory.resolve("driver.py"), DRIVER);
    List<String> scripts = new ArrayList<>();
    for (Example example : examples) {
      Path script = directory.resolve(example.defect() + ".py");
      scripts.add(Files.writeString(script, example.code()).toString());
    }
    Processes.Result result = Python.run(directory, driver, scripts);
    return result.out().replace("\r\n", "\n") + (result.exit() == 0 ? "" : result.err());
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
