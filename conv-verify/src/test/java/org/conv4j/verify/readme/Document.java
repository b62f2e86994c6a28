package org.conv4j.verify.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page for people: Markdown with blocks of code.
 *
 * @param path where it is, from the directory of the whole project
 */
public record Document(String path) {
  /** The first page that anybody reads. */
  public static final Document README = new Document("README.md");

  /** What the README leaves out. */
  public static final Document GUIDE = new Document("conv-verify/GUIDE.md");

  /** All pages that tell their readers what to type. */
  public static final List<Document> ALL =
      List.of(
          README,
          GUIDE,
          new Document("conv-verify/BENCHMARKS.md"),
          new Document("conv-verify/BENCHMARKS-LAYERS.md"),
          new Document("conv-verify/STRANGERS.md"),
          new Document("CONTRIBUTING.md"));

  private static final Pattern BLOCK =
      Pattern.compile("^ *```(\\w+)\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** The directory of the whole project. */
  public static Path root() {
    return Path.of(System.getProperty("conv4j.root", ".."));
  }

  /** A file of the project, with the line ends of Unix. */
  public static String read(String path) {
    try {
      return Files.readString(root().resolve(path)).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole page. */
  public String text() {
    return read(path);
  }

  /** The code blocks of one language, in order. */
  public List<String> blocks(String language) {
    return BLOCK
        .matcher(text())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The one block of a language that contains a text. */
  public String block(String language, String text) {
    List<String> found = blocks(language).stream().filter(block -> block.contains(text)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " blocks of " + language + " contain " + text);
    }
    return found.get(0);
  }

  /** What is to be typed into a shell, one command each, and what a workflow would. */
  public List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String block : blocks("sh")) {
      block.replaceAll("\\\\\n\\s*", "").lines().map(String::strip).forEach(commands::add);
    }
    for (String block : blocks("yaml")) {
      block
          .lines()
          .filter(line -> line.contains("- run: "))
          .forEach(line -> commands.add(line.replaceAll(".*- run: ", "")));
    }
    return commands;
  }

  /** The words of a command, without the quotes of a shell. */
  public static List<String> words(String command) {
    return Pattern.compile("'([^']*)'|\\S+")
        .matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toList();
  }

  @Override
  public String toString() {
    return path;
  }
}
