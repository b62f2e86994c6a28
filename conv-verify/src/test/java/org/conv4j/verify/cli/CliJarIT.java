package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.conv4j.verify.Processes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, in a JVM of its own. */
class CliJarIT {
  private static final Path JAR = Path.of("target", "conv-verify-cli.jar").toAbsolutePath();

  @TempDir private Path directory;

  private Processes.Result cli(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(Processes.java(), "-jar", JAR.toString()));
    command.addAll(List.of(args));
    return Processes.run(directory, Map.of(), command);
  }

  /** Compiles a class that only the class path given to the command knows. */
  private void compile(String name, String body) throws IOException {
    String source =
        "import org.conv4j.api.*;\n"
            + "public class "
            + name
            + " implements Convolver {\n"
            + "  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {\n"
            + body
            + "  }\n}\n";
    Path file = directory.resolve(name + ".java");
    Files.writeString(file, source);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", JAR.toString(), file.toString());
    assertThat(failed).isZero();
  }

  @Test
  void run_validates_both_implementations() throws Exception {
    Processes.Result result = cli("run");
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.lastLine()).isEqualTo("verdict: conformant: direct, fft");
    assertThat(result.err().lines())
        .as("no bar where there is no terminal, but what would make it faster")
        .singleElement()
        .asString()
        .startsWith("conv-verify: conv4j uses its portable loops")
        .contains("--add-modules jdk.incubator.vector");
  }

  @Test
  void layer_prints_its_arithmetic_and_nothing_else() throws Exception {
    Processes.Result result =
        cli("layer", "--input", "32x32x3", "--filters", "6", "--kernel", "5x5");
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.out()).contains("5*5*3*6 + 6 = 456");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void of_the_chart_library_the_jar_has_the_script_and_its_licence_alone() throws IOException {
    try (ZipFile zip = new ZipFile(JAR.toFile())) {
      assertThat(
              zip.stream()
                  .map(entry -> entry.getName().replaceAll("chart\\.js/[0-9.]+/", "chart.js/"))
                  .filter(name -> name.contains("webjars") && !name.endsWith("/")))
          .containsExactlyInAnyOrder(
              "META-INF/resources/webjars/chart.js/dist/chart.umd.min.js",
              "META-INF/resources/webjars/chart.js/LICENSE.md",
              "META-INF/maven/org.webjars.npm/chart.js/pom.properties");
    }
  }

  @Test
  void a_foreign_class_is_found_on_the_class_path() throws Exception {
    compile(
        "Foreign", "return Convolvers.named(\"direct\").convolve(in1, in2.reversed(), mode);\n");
    Processes.Result result =
        cli(
            "run",
            "--effort",
            "smoke",
            "--subject",
            "Foreign",
            "--classpath",
            directory.toString());
    assertThat(result.exit()).as(result.toString()).isEqualTo(1);
    assertThat(result.lastLine()).isEqualTo("verdict: not conformant: Foreign");
  }

  @Test
  void a_subject_that_ends_the_jvm_costs_those_checks() throws Exception {
    compile(
        "Exits",
        """
        if (mode == Mode.VALID && in1.dtype() == DType.FLOAT64 && in1.rank() == 3) {
          System.exit(0);
        }
        return Convolvers.named("direct").convolve(in1, in2, mode);
        """);
    Processes.Result result =
        cli(
            "run",
            "--subject",
            "Exits",
            "--classpath",
            directory.toString(),
            "--law",
            "shape.*",
            "--reports",
            "reports");
    assertThat(result.exit()).as(result.toString()).isEqualTo(1);
    assertThat(result.lastLine()).isEqualTo("verdict: not conformant: Exits");
    assertThat(result.out())
        .contains("System.exit was called at Exits.convolve(Exits.java:")
        .containsPattern("replay +shape\\.valid/float64/");
    assertThat(result.err()).doesNotContain("\tat ").doesNotContain("ended before the run was");
    assertThat(directory.resolve("reports/Exits"))
        .as("written to the end, though the JVM was told to end long before")
        .isDirectoryContaining("glob:**/certificate.json")
        .isDirectoryContaining("glob:**.html")
        .isDirectoryContaining("glob:**.xml");
  }

  @Test
  void a_subject_that_ends_the_jvm_when_it_is_made_cannot_be_used() throws Exception {
    compile(
        "Ends", "return null;\n}\npublic String name() {\n  System.exit(0);\n  return \"Ends\";\n");
    Processes.Result result = cli("run", "--subject", "Ends", "--classpath", directory.toString());
    assertThat(result.exit()).as(result.toString()).isEqualTo(2);
    assertThat(result.err())
        .contains("called System.exit at Ends.name(Ends.java:")
        .doesNotContain("\tat ");
  }

  @Test
  void a_subject_that_hangs_does_not_keep_the_jvm_alive() throws Exception {
    compile("Hangs", "while (true) {\n}\n");
    Processes.Result result =
        cli(
            "run",
            "--limit",
            "1",
            "--law",
            "shape.*",
            "--subject",
            "Hangs",
            "--classpath",
            directory.toString());
    assertThat(result.exit()).as(result.toString()).isEqualTo(1);
    assertThat(result.out()).contains("did not return within 1 s");
  }

  @Test
  void a_subject_that_cannot_be_loaded_gets_a_message() throws Exception {
    Processes.Result result = cli("run", "--subject", "no.such.Class");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("conv-verify: there is no convolver and no class named");
    assertThat(result.err().lines()).hasSize(1);
  }
}
