package org.conv4j.verify.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conv4j.verify.vector.file.VectorFormatException;

/**
 * A good file with one thing replaced, and the message that its author gets.
 *
 * @param from what is replaced in the good file, where it stands once
 * @param to by what
 * @param message after the name of the file; one that ends in … goes on in Jackson's words, and
 *     with line and column
 */
public record BrokenFile(String from, String to, String message) {

  /** Reads a file. */
  @FunctionalInterface
  public interface Reader {
    Object read(Path file);
  }

  /**
   * Cases of two lines each: what is replaced by what, then the message. Backquotes stand for
   * quotes. Lines that begin with # are left out.
   */
  public static List<BrokenFile> parse(String table) {
    List<String> lines = table.lines().filter(line -> !line.startsWith("#")).toList();
    List<BrokenFile> cases = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      List<String> change = Arrays.asList(quoted(lines.get(i)).split(" ->", 2));
      cases.add(
          new BrokenFile(
              change.get(0), change.get(1).strip(), quoted(lines.get(i + 1).substring(2))));
    }
    return cases;
  }

  private static String quoted(String line) {
    return line.replace('`', '"');
  }

  /** The reader refuses the good file with the replacement, and says so. */
  public void assertRefused(String good, Path file, Reader reader) throws IOException {
    assertThat(good).containsOnlyOnce(from);
    Files.writeString(file, good.replace(from, to));

    var thrown =
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(VectorFormatException.class);

    if (message.endsWith("…")) {
      String start = message.substring(0, message.length() - 1);
      thrown.message().startsWith(file + start).containsPattern("\\(line \\d+, column \\d+\\)$");
    } else {
      thrown.hasMessage(file + message);
    }
  }

  @Override
  public String toString() {
    return message;
  }
}
