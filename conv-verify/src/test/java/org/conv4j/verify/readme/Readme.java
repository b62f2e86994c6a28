package org.conv4j.verify.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README and the code in it. */
final class Readme {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private Readme() {}

  /** The directory of the whole project. */
  static Path root() {
    return Path.of(System.getProperty("conv4j.root", ".."));
  }

  static String text() {
    try {
      return Files.readString(root().resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code blocks of one language, in order. */
  static List<String> blocks(String language) {
    Matcher matcher = BLOCK.matcher(text());
    return matcher
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The one block of a language that contains a text. */
  static String block(String language, String text) {
    List<String> found = blocks(language).stream().filter(block -> block.contains(text)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " blocks of " + language + " contain " + text);
    }
    return found.get(0);
  }
}
