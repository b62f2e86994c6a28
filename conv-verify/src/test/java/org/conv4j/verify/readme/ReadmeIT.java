package org.conv4j.verify.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.conv4j.verify.Processes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types what the README says: in this build the commands of the jar that it has made, in the
 * profile "thorough" all of them, on a copy of the sources.
 */
class ReadmeIT {
  /** Not part of the sources. */
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea");

  private static final String SAMPLE = "conv-verify/src/it/conforming";

  @TempDir private Path home;

  private static Processes.Result command(String text, List<String> words) throws Exception {
    List<String> command = new ArrayList<>(words);
    command.set(0, Processes.java());
    Processes.Result result = Processes.run(Document.root(), Map.of(), command);
    assertThat(result.exit()).as("%s%n%s", text, result).isZero();
    return result;
  }

  private static String jar(String text) {
    List<String> found =
        Document.README.commands().stream()
            .filter(command -> command.startsWith("java -jar") && command.contains(text))
            .toList();
    assertThat(found).as("commands with " + text).hasSize(1);
    return found.get(0);
  }

  @Test
  void the_jar_checks_both_implementations() throws Exception {
    String shown = "java -jar conv-verify/target/conv-verify-cli.jar run --effort smoke";
    assertThat(Document.README.commands()).contains(shown);
    assertThat(command(shown, Document.words(shown)).lastLine())
        .isEqualTo("verdict: partial: direct, fft");
  }

  @Test
  void the_jar_checks_the_class_of_the_sample_project() throws Exception {
    String shown = jar("--subject");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                home.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Document.root().resolve(SAMPLE + "/src/main/java/com/example/DirectSum.java") + "");
    assertThat(compiled).isZero();
    List<String> words = new ArrayList<>(Document.words(shown));
    assertThat(words).contains(SAMPLE + "/target/classes");
    words.replaceAll(word -> word.equals(SAMPLE + "/target/classes") ? home.toString() : word);
    assertThat(command(shown, words).lastLine()).isEqualTo("verdict: partial: DirectSum");
  }

  @Test
  @Tag("thorough")
  void a_newcomer_can_type_all_of_it() throws Exception {
    settings();
    copySources();
    for (String command : Document.README.commands()) {
      Processes.Result result = shell(command);
      assertThat(result.exit()).as("%s%n%s", command, result).isZero();
    }
  }

  private Path project() {
    return home.resolve("conv4j");
  }

  /** Runs a line of shell with the Maven and the JDK of this build. */
  private Processes.Result shell(String line) throws Exception {
    Path maven = Path.of(System.getProperty("conv4j.mavenHome", "none"), "bin");
    assumeTrue(Files.exists(maven.resolve("mvn")), "the build did not say where Maven is");
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    Path java = Path.of(System.getProperty("java.home"));
    Map<String, String> environment =
        Map.of(
            "PATH",
            maven + ":" + java.resolve("bin") + ":" + System.getenv("PATH"),
            "JAVA_HOME",
            java.toString(),
            "MAVEN_OPTS",
            "-Duser.home=" + home);
    return Processes.run(project(), environment, List.of("/bin/sh", "-c", line));
  }

  /** A repository of its own, filled from the one of this build before anything is downloaded. */
  private void settings() throws IOException {
    Path repository = Path.of(System.getProperty("conv4j.localRepository"));
    String near =
        "<id>near</id><url>"
            + repository.toUri()
            + "</url><snapshots><enabled>false</enabled></snapshots>";
    Files.createDirectories(home.resolve(".m2"));
    Files.writeString(
        home.resolve(".m2/settings.xml"),
        "<settings><profiles><profile><id>near</id><repositories><repository>"
            + near
            + "</repository></repositories><pluginRepositories><pluginRepository>"
            + near
            + "</pluginRepository></pluginRepositories></profile></profiles>"
            + "<activeProfiles><activeProfile>near</activeProfile></activeProfiles></settings>");
  }

  private void copySources() throws IOException {
    Path root = Document.root();
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(file -> isSource(root.relativize(file))).forEach(file -> copy(root, file));
    }
  }

  private static boolean isSource(Path file) {
    for (Path part : file) {
      if (LEFT_OUT.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private void copy(Path root, Path file) {
    try {
      Path target = project().resolve(root.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
