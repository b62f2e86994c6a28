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
import org.conv4j.verify.Processes;
import org.conv4j.verify.run.Manifest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the README, command by command, on a copy of the sources and with a local Maven
 * repository of its own, so that what it installs is nobody else's.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadmeIT {
  /** Not part of the sources. */
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea");

  @TempDir private static Path home;

  private static Path project() {
    return home.resolve("conv4j");
  }

  private static Path sample() {
    return home.resolve("my-convolver");
  }

  /** Runs a line of shell with the Maven and the JDK of this build. */
  private static Processes.Result shell(Path directory, String line) throws Exception {
    Path maven = Path.of(System.getProperty("conv4j.mavenHome", "none"), "bin");
    assumeTrue(Files.exists(maven.resolve("mvn")), "the build did not say where Maven is");
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    Map<String, String> environment =
        Map.of(
            "PATH",
            maven
                + ":"
                + Path.of(System.getProperty("java.home"), "bin")
                + ":"
                + System.getenv("PATH"),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "MAVEN_OPTS",
            "-Duser.home=" + home);
    return Processes.run(directory, environment, List.of("/bin/sh", "-c", line));
  }

  /** A repository of its own, filled from the one of this build before anything is downloaded. */
  private static void settings() throws IOException {
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

  private static void copySources() throws IOException {
    Path root = Readme.root();
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

  private static void copy(Path root, Path file) {
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

  @Test
  @Order(1)
  void the_first_command_builds_and_validates() throws Exception {
    settings();
    copySources();
    Processes.Result result = shell(project(), Readme.block("sh", "package &&").strip());
    assertThat(result.exit()).as(result.toString()).isZero();
    String shown = Readme.block("text", "verdict:").strip();
    assertThat(result.lastLine()).isEqualTo(shown);
  }

  @Test
  @Order(2)
  void the_test_command_is_what_the_gate_calls() throws Exception {
    // It is this very build, which cannot run itself.
    String[] command = Readme.block("sh", "verify\n").strip().split(" ", -1);
    assertThat(command).containsExactly("mvn", "verify");
    String gate = Files.readString(Readme.root().resolve(".ci/run"));
    assertThat(gate).contains("run mvn -B -ntp verify\n");
  }

  @Test
  @Order(3)
  void a_project_of_ones_own_is_validated_by_maven() throws Exception {
    assumeTrue(Files.exists(project()), "the first command was not run");
    Processes.Result installed = shell(project(), Readme.block("sh", "install").strip());
    assertThat(installed.exit()).as(installed.toString()).isZero();
    write("pom.xml", Readme.block("xml", "my-convolver"));
    write("src/main/java/MyConvolver.java", Readme.block("java", "public class MyConvolver"));
    write("src/test/java/MyConvolverTest.java", Readme.block("java", "class MyConvolverTest"));
    Processes.Result tested = shell(sample(), "mvn -B -ntp test");
    assertThat(tested.exit()).as(tested.toString()).isZero();
    assertThat(tested.out())
        .containsPattern(
            "Tests run: " + Manifest.all().size() + ", Failures: 0, Errors: 0, Skipped: \\d+");
  }

  @Test
  @Order(4)
  void the_jar_validates_the_class_that_was_built() throws Exception {
    assumeTrue(Files.exists(sample().resolve("target/classes")), "nothing was built before");
    List<String> words = new ArrayList<>();
    for (String word : Readme.block("sh", "--subject").strip().split(" ", -1)) {
      words.add(word.endsWith(".jar") ? project().resolve(word).toString() : word);
    }
    Processes.Result result = shell(sample(), String.join(" ", words));
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.lastLine()).isEqualTo("verdict: conformant: MyConvolver");
  }

  @Test
  @Order(5)
  void the_bench_measures_with_or_without_python() throws Exception {
    assumeTrue(Files.exists(project()), "the first command was not run");
    Processes.Result result = shell(project(), Readme.block("sh", "bench").strip());
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.out()).contains("| direct/tiny-1d/16x3/float64 | direct ");
  }

  private static void write(String file, String text) throws IOException {
    Path path = sample().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
