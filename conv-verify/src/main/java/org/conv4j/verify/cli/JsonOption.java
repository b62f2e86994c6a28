package org.conv4j.verify.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.conv4j.verify.json.JsonFile;
import picocli.CommandLine.Option;

/** The option that says where to write everything as JSON. */
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also writes everything, with the time of every round, to a file.")
  private Path json;

  /** The file, empty if none was asked for; whether it can be written is found out now. */
  Optional<JsonFile> file() {
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JsonFile(json));
    } catch (IOException e) {
      throw new WrongUsage("--json cannot write " + json + ": " + e.getMessage(), e);
    }
  }
}
