package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.bench.BenchCases;
import org.conv4j.verify.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bench} without Python; with it, and as a jar, in {@link BenchJarIT}. */
class BenchCommandTest {
  private static final String CASE = "^direct/tiny-2d";

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "bench";
    System.arraycopy(args, 0, all, 1, args.length);
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  /** The row of a subject. */
  private String row(String subject) {
    return out.toString()
        .lines()
        .filter(line -> line.startsWith("| direct/") && line.contains("| " + subject + " "))
        .findFirst()
        .orElseThrow();
  }

  @Tag("thorough")
  @Test
  void without_python_its_peers_are_missing_and_a_wrong_subject_is_not_timed() throws Exception {
    Path json = directory.resolve("bench.json");
    Path chart = directory.resolve("bench.svg");
    Path page = directory.resolve("bench.md");
    int exit =
        bench(
            "--cases",
            CASE,
            "--rounds",
            "1",
            "--python",
            "/nonexistent",
            "--subject",
            Bad.Correlates.class.getName(),
            "--subject",
            Bad.EndsTheJvm.class.getName(),
            "--json",
            json.toString(),
            "--chart",
            chart.toString(),
            "--markdown",
            page.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(row("direct"))
        .containsPattern("\\| direct +\\| +[0-9.]+ [nu]s \\| none ")
        .endsWith("missing: signal.convolve direct, convolve2d, ndimage.convolve |");
    assertThat(row("Correlates")).containsPattern("\\| +WRONG \\|");
    assertThat(row("EndsTheJvm")).containsPattern("\\| +failed \\|");
    assertThat(out.toString())
        .contains("Python: missing", "there is no program nonexistent", "--add-modules=")
        .containsPattern("multiply-add peak: [0-9.]+ G/s float64")
        .contains("Correlates WRONG: at index [", "the exact value is")
        .contains("EndsTheJvm failed: ended")
        .doesNotContain("/nonexistent");

    Map<?, ?> report = Json.read(Files.readString(json), Map.class);
    Map<?, ?> one = (Map<?, ?>) ((List<?>) report.get("cases")).get(0);
    assertThat((List<?>) one.get("subjects"))
        .extracting(subject -> String.valueOf(((Map<?, ?>) subject).get("status")))
        .containsExactly("measured", "WRONG", "failed");
    String command = "conv-verify bench --cases '^direct/tiny";
    assertThat(page).content().contains(command, row("direct"));
    assertThat(chart).content().contains(command, "Correlates", "EndsTheJvm", "</svg>");
  }

  @Tag("thorough")
  @Test
  void layers_are_measured_as_convolutions_are() {
    int exit =
        bench(
            "--cases",
            "^layer/textbook",
            "--rounds",
            "1",
            "--python",
            "/nonexistent",
            "--subject",
            "layer-direct",
            "--subject",
            Bad.Flips.class.getName(),
            "--subject",
            Bad.Correlates.class.getName());
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString().lines().filter(line -> line.startsWith("| layer/")))
        .hasSize(3)
        .anyMatch(line -> line.matches(".*\\| layer-direct +\\| +[0-9.]+ [nu]s \\| none .*"))
        .anyMatch(line -> line.matches(".*\\| Flips +\\| +WRONG \\|.*"));
    assertThat(out.toString())
        .contains("missing: np.einsum, np im2col: Python")
        .contains("missing: ONNX Runtime: --onnxruntime does not say where it is")
        .containsPattern("multiply-add peak: [0-9.]+ G/s float32");
  }

  @Test
  void list_prints_the_names_and_nothing_else() {
    assertThat(bench("--list")).isZero();
    assertThat(out.toString().lines())
        .containsExactlyElementsOf(BenchCases.all().stream().map(Object::toString).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rounds 0 | --rounds must be at least 1: 0",
        "--threads 1000000 | --threads must be at least 1 and at most",
        "--limit 0 | --limit must be at least 1: 0",
        "--cases [ | --cases is no regular expression: [",
        "--cases no-such-case | there are direct/1d/1e6x3/float64",
        "--onnxruntime no/such.jar | --onnxruntime: there is no file no/such.jar",
        "--json no/such/directory/bench.json | its directory does not exist",
        "--chart no/such/directory/x.svg | its directory does not exist",
        "--markdown . | --markdown cannot write .: it is a directory",
        "--subject no.such.Class | there is no convolver and no class named no.such.Class",
        "--java /nonexistent | the Java of the workers, with --add-modules",
        "--no-vector --java /nonexistent | the Java of the workers, with"
            + " -XX:ActiveProcessorCount=1",
        "--jvm-arg -XX:NoSuchFlag | Unrecognized VM option 'NoSuchFlag'",
      })
  void wrong_usage_is_explained_in_one_line(String line, String explanation) {
    String withoutPython = line + " --python /nonexistent"; // NumPy and SciPy take long to start
    assertThat(bench(withoutPython.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("conv-verify: ").contains(explanation);
    assertThat(out.toString()).isEmpty();
  }
}
