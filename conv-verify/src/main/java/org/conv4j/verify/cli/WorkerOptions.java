package org.conv4j.verify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conv4j.verify.bench.BenchSettings;
import picocli.CommandLine.Option;

/** The options that say on which Java workers measure, and with which flags. */
final class WorkerOptions {
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

  String java() {
    return java == null ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : java;
  }

  List<String> flags() {
    List<String> flags =
        new ArrayList<>(portable ? List.of() : List.of(BenchSettings.VECTOR_MODULE));
    flags.addAll(jvmArguments);
    return flags;
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
