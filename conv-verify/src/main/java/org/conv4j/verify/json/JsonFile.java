package org.conv4j.verify.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A JSON file to be written. It appears under its name only when it is complete. */
public final class JsonFile {
  private final Path file;
  private final Path draft;

  /**
   * A file to be written; checks now whether it can be.
   *
   * @param file its name
   * @throws IOException if it cannot be written
   */
  public JsonFile(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new IOException("it is a directory");
    }
    if (!Files.isDirectory(this.file.getParent())) {
      throw new IOException("its directory does not exist");
    }
    this.draft =
        this.file.resolveSibling(
            this.file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.writeString(draft, "");
      Files.delete(draft);
    } catch (IOException e) {
      throw new IOException("its directory cannot be written to", e);
    }
  }

  /**
   * Writes the file, replacing one that is there.
   *
   * @param value a record, map or list
   * @throws IOException if that fails; a file that was there before is then still there
   */
  public void write(Object value) throws IOException {
    try {
      Files.writeString(draft, Json.indented(value));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
