package org.conv4j.verify.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.verify.measure.WorkerSettings;
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

  /** The file for everything, empty if none was asked for. */
  Optional<OutputFile> json() {
    return OutputFile.of("--json", json);
  }

  /**
   * How to start workers.
   *
   * @param classPath where they look for the classes of subjects; may be empty
   * @param python the Python of those that are written in it
   * @param threads how many threads and cores each has
   */
  WorkerSettings settings(String classPath, String python, int threads) {
    List<String> flags = new ArrayList<>();
    if (!portable) {
      flags.add(WorkerSettings.VECTOR_MODULE);
    }
    flags.addAll(jvmArguments);
    // The kit itself, and the command that serves.
    List<String> entry = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
    entry.addAll(List.of(Main.class.getName(), WorkerCommand.NAME));
    if (!classPath.isEmpty()) {
      entry.addAll(List.of("--classpath", classPath));
    }
    String own = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new WorkerSettings(java == null ? own : java, flags, entry, python, threads);
  }
}
