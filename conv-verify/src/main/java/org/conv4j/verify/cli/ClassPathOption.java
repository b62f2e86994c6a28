package org.conv4j.verify.cli;

import picocli.CommandLine.Option;

/** The option for where classes of subjects are. */
final class ClassPathOption {
  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      defaultValue = "",
      description = {
        "Where to look for the classes of subjects: directories and jars,"
            + " separated as in java -cp; DIR/* stands for all jars of a directory."
      })
  private String classPath;

  /** What was given; empty if nothing was. */
  String value() {
    return classPath;
  }
}
