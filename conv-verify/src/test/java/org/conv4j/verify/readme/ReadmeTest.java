package org.conv4j.verify.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.conv4j.api.Convolver;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.mutant.Mutants;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.run.Verdict;
import org.conv4j.verify.vector.GoldenVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says in Java, and what it counts; its commands are run by {@link ReadmeIT}. */
class ReadmeTest {
  private static final String IMPORTS =
      "import org.conv4j.api.*;\nimport org.conv4j.direct.*;\nimport org.conv4j.fft.*;\n";

  @TempDir private Path directory;

  /** Statements become a class with a main method; whole classes stay as they are. */
  private List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String block : Readme.blocks("java")) {
      boolean whole = block.contains("class ");
      String name =
          whole ? block.replaceAll("(?s).*?class (\\w+).*", "$1") : "Snippet" + sources.size();
      String code =
          whole
              ? block
              : IMPORTS
                  + "public class "
                  + name
                  + " {\n  public static void main(String[] args) {\n"
                  + block
                  + "  }\n}\n";
      Path source = directory.resolve(name + ".java");
      Files.writeString(source, code);
      sources.add(source);
    }
    return sources;
  }

  private URLClassLoader compiled() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-d", directory.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean ok =
        compiler
            .getTask(
                messages,
                null,
                null,
                options,
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromPaths(sources()))
            .call();
    assertThat(ok).as(messages.toString()).isTrue();
    return new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, ReadmeTest.class.getClassLoader());
  }

  @Test
  void its_java_compiles_and_its_statements_run() throws Exception {
    try (URLClassLoader loader = compiled()) {
      List<String> snippets =
          sources().stream()
              .map(path -> path.getFileName().toString().replace(".java", ""))
              .filter(name -> name.startsWith("Snippet"))
              .collect(Collectors.toList());
      assertThat(snippets).hasSize(3);
      for (String snippet : snippets) {
        Class<?> type = Class.forName(snippet, true, loader);
        type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      }
    }
  }

  @Test
  void its_own_convolver_is_conformant_and_claims_one_dimension() throws Exception {
    try (URLClassLoader loader = compiled()) {
      Object made =
          Class.forName("MyConvolver", true, loader).getDeclaredConstructor().newInstance();
      Report report =
          new Runner((Convolver) made, Settings.standard()).run(Manifest.all(), result -> {});
      assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
      assertThat(report.count(Kind.LAW, Outcome.NotClaimed.class)).isPositive();
    }
  }

  @Test
  void its_test_class_is_the_five_line_one_of_the_javadoc() {
    String test = Readme.block("java", "implements ConvolverConformance");
    assertThat(test.substring(test.indexOf("class ")).strip().lines()).hasSize(5);
  }

  @Test
  void its_counts_are_right() {
    String counts =
        Laws.all().size() + " laws and " + GoldenVectors.all().size() + " golden vectors";
    String mutants = Mutants.all().size() + " wrong convolvers";
    assertThat(Readme.text()).contains(counts, mutants);
    assertThat(readChangelog()).contains(mutants);
    assertThat(readChangelog())
        .contains(Laws.all().size() + " laws, " + GoldenVectors.all().size() + " golden vectors");
  }

  private static String readChangelog() {
    try {
      return Files.readString(Readme.root().resolve("CHANGELOG.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_failure_it_shows_is_what_a_correlation_gives() {
    String shown = Readme.block("text", "[exact]");
    String token = shown.lines().filter(line -> line.contains("replay")).findFirst().orElseThrow();
    Convolver correlation =
        (a, b, mode) -> new org.conv4j.direct.DirectConvolver().correlate(a, b, mode);
    Report report =
        new Runner(correlation, Settings.standard())
            .run(List.of(Manifest.replay(token.replace("replay", "").strip())), result -> {});
    Outcome.Failed failed = (Outcome.Failed) report.results().get(0).outcome();
    assertThat(shown.lines().skip(1).map(String::strip))
        .containsExactlyElementsOf(failed.failure().lines());
  }
}
