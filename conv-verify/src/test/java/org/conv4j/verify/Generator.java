package org.conv4j.verify;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script that makes golden files. Tests that need it are skipped, with the reason, where this
 * machine has not what it needs.
 */
public final class Generator {
  /** The committed files are what the script makes. */
  public static final int EQUAL = 0;

  /** A file is another one, missing, or strange. */
  public static final int DIFFERENT = 1;

  /** A result is wrong, and nothing is written. */
  public static final int WRONG = 4;

  private static final int UNABLE = 3;
  private static final Path SCRIPTS = Path.of("src", "main", "python");
  private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "conv4j");

  private final Path module;
  private final Path directory;
  private final String script;
  private final Path files;

  private Generator(Path module, Path directory, String script, Path files) {
    this.module = module;
    this.directory = directory;
    this.script = script;
    this.files = files;
  }

  /**
   * The script of this module, whether tests start in it, as Maven's do, or in the directory above.
   *
   * @param directory where it runs, and where copies are made
   * @param script its name
   * @param files where its files are, from {@code org/conv4j} down
   */
  public static Generator of(Path directory, String script, String files) {
    Path here = Path.of("").toAbsolutePath();
    Path module =
        List.of(here, here.resolve("conv-verify")).stream()
            .filter(candidate -> Files.isRegularFile(candidate.resolve(SCRIPTS).resolve(script)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + script + " in or below " + here));
    return new Generator(module, directory, script, RESOURCES.resolve(files));
  }

  /** What a run ended with, and what it printed. */
  public record Outcome(int exitCode, String output) {}

  /** Runs the script. */
  public Outcome run(String... options) throws IOException, InterruptedException {
    Path path = module.resolve(SCRIPTS).resolve(script);
    Processes.Result result = Python.run(directory, path, List.of(options));
    if (result.exit() == UNABLE) {
      return abort("golden files are not compared: " + result.out().strip() + result.err().strip());
    }
    return new Outcome(result.exit(), result.out() + result.err());
  }

  /** A copy of all scripts and of the files of this one, to be changed. */
  public Generator copy() throws IOException {
    Path copy = directory.resolve("module");
    for (Path part : List.of(SCRIPTS, files)) {
      Files.createDirectories(copy.resolve(part));
      try (Stream<Path> all = Files.list(module.resolve(part)).filter(Files::isRegularFile)) {
        for (Path file : all.toList()) {
          Files.copy(file, copy.resolve(part).resolve(file.getFileName()));
        }
      }
    }
    return new Generator(copy, directory, script, files);
  }

  /** A script beside this one. */
  public Path script(String name) {
    return module.resolve(SCRIPTS).resolve(name);
  }

  /** One of the files that the script makes. */
  public Path file(String name) {
    return module.resolve(files).resolve(name);
  }
}
