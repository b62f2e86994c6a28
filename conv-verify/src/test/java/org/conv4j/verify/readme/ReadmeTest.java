package org.conv4j.verify.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.conv4j.api.Convolver;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.mutant.Mutants;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.vector.GoldenVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the README and the pages behind it say in Java, show, count and link to. {@link ReadmeIT}
 * runs the README's commands.
 */
class ReadmeTest {
  private static final String PACKAGE = "package com.example;\n";
  private static final String IMPORTS =
      """
      import java.util.*;
      import org.conv4j.api.*;
      import org.conv4j.direct.*;
      import org.conv4j.fft.*;
      """;
  private static final String SAMPLE = "conv-verify/src/it/conforming/";

  @TempDir private Path directory;

  static List<Document> pages() {
    return Document.ALL;
  }

  /** Statements become a class with a main method; whole classes stay as they are. */
  private List<Path> sources(Document document) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String block : document.blocks("java")) {
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
      Files.writeString(source, PACKAGE + code);
      sources.add(source);
    }
    return sources;
  }

  /** What the statements of a page print, block by block. */
  private List<String> printed(Document document) throws Exception {
    List<Path> sources = sources(document);
    List<Path> all = new ArrayList<>(sources);
    all.add(Document.root().resolve(SAMPLE + "src/main/java/com/example/DirectSum.java"));
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
                compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(all))
            .call();
    assertThat(ok).as(messages.toString()).isTrue();
    List<String> printed = new ArrayList<>();
    URL[] classes = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, ReadmeTest.class.getClassLoader())) {
      for (Path source : sources) {
        String name = source.getFileName().toString().replace(".java", "");
        if (name.startsWith("Snippet")) {
          printed.add(printed(Class.forName("com.example." + name, true, loader)));
        }
      }
    }
    return printed;
  }

  private static String printed(Class<?> type) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void its_six_lines_print_what_it_shows() throws Exception {
    assertThat(Document.README.blocks("java").get(0).lines()).hasSize(6);
    assertThat(printed(Document.README).get(0)).isEqualTo(Document.README.blocks("text").get(0));
  }

  @Test
  void its_layer_has_the_shape_it_shows() throws Exception {
    String shown = group(Document.README.block("java", "LayerConvolvers"), "println.*// (.*)\n");
    assertThat(printed(Document.README)).hasSize(2).last().isEqualTo(shown + "\n");
  }

  @Test
  void the_java_of_the_guide_compiles_and_its_statements_run() throws Exception {
    assertThat(printed(Document.GUIDE)).hasSize(4).first().asString().startsWith("[[");
  }

  @Test
  void its_test_class_is_that_of_the_sample_project() {
    assertThat(Document.read(SAMPLE + "src/test/java/com/example/DirectSumTest.java"))
        .isEqualTo(
            PACKAGE + "\n" + Document.README.block("java", "implements ConvolverConformance"));
  }

  @Test
  void its_test_dependencies_are_those_of_the_sample_project() {
    String shown = Document.README.block("xml", "<scope>test</scope>");
    assertThat(Document.read(SAMPLE + "pom.xml").replaceAll("\\s+", ""))
        .contains(shown.replaceAll("\\s+", ""));
  }

  @Test
  void its_versions_are_those_of_the_build() {
    String pom = Document.read("pom.xml");
    String version = group(pom, "<artifactId>conv4j-parent</artifactId>\\s*<version>([^<]+)<");
    String junit = group(pom, "<junit.version>([^<]+)<");
    assertThat(
            groups(
                Document.README.text() + Document.GUIDE.text() + Document.read(SAMPLE + "pom.xml"),
                "<groupId>org\\.conv4j</groupId>\\s*<artifactId>[^\n]*\\s*<version>([^<]+)<"))
        .hasSize(5)
        .containsOnly(version);
    assertThat(groups(Document.README.text(), "org\\.conv4j:[a-z-]+:([^\"]+)\""))
        .containsOnly(version);
    assertThat(groups(Document.README.text(), "junit-jupiter</artifactId>\\s*<version>([^<]+)<"))
        .containsOnly(junit);
  }

  @Test
  void its_badges_say_what_the_code_says() {
    String pom = Document.read("pom.xml");
    String licence = group(pom, "<license>\\s*<name>([^<]+)<").replace('-', ' ');
    assertBadge("java", group(pom, "<maven.compiler.release>([^<]+)<") + "+");
    assertBadge("licence", licence);
    assertBadge("laws", "" + Laws.all().size());
    assertBadge("vectors", "" + GoldenVectors.all().size());
  }

  /** What is drawn, what is read aloud, and what is shown where there are no pictures. */
  private static void assertBadge(String name, String value) {
    String badge = Document.read(".github/badges/" + name + ".svg");
    assertThat(badge).contains(">" + value + "</text>", ": " + value + "\"", ": " + value + "<");
    assertThat(group(Document.README.text(), "!\\[([^]]+)]\\(\\.github/badges/" + name + "\\.svg"))
        .containsIgnoringCase(value);
  }

  @Test
  void its_counts_are_right() {
    int laws = Laws.all().size();
    int vectors = GoldenVectors.all().size();
    String mutants = Mutants.all().size() + " wrong convolvers";
    assertThat(Document.README.text())
        .contains(laws + " laws and " + vectors + " golden vectors", mutants);
    assertThat(Document.read("CHANGELOG.md"))
        .contains(laws + " laws, " + vectors + " golden vectors", mutants);
  }

  @Test
  void the_failure_it_shows_is_what_a_correlation_gives() {
    String shown = Document.README.block("text", "[exact]");
    String token = shown.lines().filter(line -> line.contains("replay")).findFirst().orElseThrow();
    Convolver correlation = (a, b, mode) -> new DirectConvolver().correlate(a, b, mode);
    Report report =
        new Runner(correlation, Settings.standard())
            .run(List.of(Manifest.replay(token.replace("replay", "").strip())), result -> {});
    Outcome.Failed failed = (Outcome.Failed) report.results().get(0).outcome();
    assertThat(shown.lines().skip(1).map(String::strip))
        .containsExactlyElementsOf(failed.failure().lines());
  }

  @Test
  void its_command_for_all_tests_is_what_the_gate_calls() {
    assertThat(Document.README.text()).contains("one command, `mvn verify`,");
    assertThat(Document.read(".ci/run")).contains("run mvn -B -ntp verify\n");
    assertThat(Document.read(".github/workflows/verify.yml"))
        .contains("      - run: mvn -B -ntp verify\n");
    assertThat(Document.read(".github/workflows/thorough.yml"))
        .contains("      - run: .ci/thorough\n");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_lead_somewhere(Document page) throws IOException {
    Path folder = Document.root().resolve(page.path()).toAbsolutePath().getParent();
    for (String link : groups(page.text(), "\\]\\((?!https?:)([^)\\s]+)\\)")) {
      String[] parts = link.split("#", -1);
      Path target =
          parts[0].isEmpty() ? Document.root().resolve(page.path()) : folder.resolve(parts[0]);
      assertThat(target).as(link).exists();
      if (parts.length == 2) {
        assertThat(headings(Files.readString(target))).as(link).contains(parts[1]);
      }
    }
  }

  /** As links name them. */
  private static List<String> headings(String text) {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }

  private static String group(String text, String pattern) {
    List<String> found = groups(text, pattern);
    assertThat(found).as(pattern).isNotEmpty();
    return found.get(0);
  }

  /** The first group of each match. */
  private static List<String> groups(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
