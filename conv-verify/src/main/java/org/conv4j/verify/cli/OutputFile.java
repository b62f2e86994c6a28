package org.conv4j.verify.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file that a command was asked to write. It appears under its name once it is whole. */
final class OutputFile {
  private final String option;
  private final Path file;
  private final Path draft;

  private OutputFile(String option, Path file) {
    this.option = option;
    this.file = file;
    // Not a temporary file of the JDK, which only its owner may read.
    this.draft =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
  }

  /**
   * Finds out, before the work that fills the file begins, whether it can be written.
   *
   * @param option the option that names the file, for messages
   * @param path what was given; null if the option was not
   * @return the file; empty if the option was not given
   * @throws WrongUsage if the file cannot be written
   */
  static Optional<OutputFile> of(String option, Path path) {
    if (path == null) {
      return Optional.empty();
    }
    Path file = path.toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new WrongUsage(option + " cannot write " + path + ": it is a directory");
    }
    if (!Files.isDirectory(file.getParent())) {
      throw new WrongUsage(option + " cannot write " + path + ": its directory does not exist");
    }
    OutputFile output = new OutputFile(option, file);
    try {
      Files.writeString(output.draft, "");
      Files.delete(output.draft);
    } catch (IOException e) {
      throw new WrongUsage(
          option + " cannot write " + path + ": its directory cannot be written to", e);
    }
    return Optional.of(output);
  }

  /** Writes the file. One that was there before is replaced, or still there if this fails. */
  void write(String text) {
    try {
      try {
        Files.writeString(draft, text);
        Files.move(
            draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new WrongUsage(option + " cannot write " + file + ": " + e, e);
    }
  }
}
