package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Shape;

/** Words in lines of limited length. */
final class Lines {
  /** 100 columns in a method of a class. */
  static final int WIDTH = 96;

  private Lines() {}

  /**
   * Fills lines with words, separated by blanks; a longer word gets a line to itself.
   *
   * @param indent what each line begins with
   * @return lines of at most {@link #WIDTH} columns
   */
  static List<String> filled(String indent, Iterable<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : words) {
      boolean empty = line.length() == indent.length();
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
    }
    if (line.length() > indent.length()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /**
   * As {@link #filled}, with a new line for each row of an array, unless rows are single words.
   *
   * @param indent what each line begins with
   * @param words in row-major order
   * @param shape of the array
   */
  static List<String> rows(String indent, List<String> words, Shape shape) {
    int length = shape.rank() < 2 ? words.size() : shape.extent(shape.rank() - 1);
    if (length <= 1) {
      return filled(indent, words);
    }
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < words.size(); from += length) {
      lines.addAll(filled(indent, words.subList(from, from + length)));
    }
    return lines;
  }

  /** All in one line if it fits, the lines as they are if not. */
  static List<String> joined(String one, List<String> lines) {
    return one.length() <= WIDTH ? List.of(one) : lines;
  }

  /** A sentence in comment lines. */
  static List<String> comment(String sign, String text) {
    return filled(sign + " ", List.of(text.split(" ", -1)));
  }
}
