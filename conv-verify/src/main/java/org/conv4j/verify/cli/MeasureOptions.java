package org.conv4j.verify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.verify.bench.BenchSettings;
import picocli.CommandLine.Option;

/** The options of commands that measure: on which Java, with which flags, and what to keep. */
final class MeasureOptions {
  @Option(
      names = "--java",
      paramLabel = "PATH",
      description = "The Java that measures. Default: the one that runs this.")
  private String java;

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "One more flag for that Java. May be given more than once.")
  private List<String> jvmArguments = new ArrayList<>();

  @Option(
      names = "--no-vector",
      description = "Leaves out the flag that brings the vector module: measures portable code.")
  private boolean portable;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also writes everything, with the time of every round, to a file.")
  private Path json;

  String java() {
    return java == null ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : java;
  }

  List<String> flags() {
    List<String> flags =
        new ArrayList<>(portable ? List.of() : List.of(BenchSettings.VECTOR_MODULE));
    flags.addAll(jvmArguments);
    return flags;
  }

  /** The file for everything, empty if none was asked for. */
  Optional<OutputFile> json() {
    return OutputFile.of("--json", json);
  }

  /** What follows the flags: the kit itself, and the command that serves. */
  static List<String> entry(String command, String classPath) {
    List<String> entry =
        new ArrayList<>(
            List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), command));
    if (!classPath.isEmpty()) {
      entry.addAll(List.of("--classpath", classPath));
    }
    return entry;
  }
}
