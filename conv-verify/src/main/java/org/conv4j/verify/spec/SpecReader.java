package org.conv4j.verify.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conv4j.verify.law.Law.Level;

/**
 * Reads rules from Markdown, and refuses whatever only resembles a rule.
 *
 * <p>A rule extends from a heading {@code ### identifier} to the next heading. It has a paragraph
 * with level and statement, then a list of fields, each with its label, in a fixed order.
 * Everything else is prose.
 */
final class SpecReader {
  private static final String RULE = "### ";
  private static final String ITEM = "- ";
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final Pattern STATEMENT = Pattern.compile("\\*\\*(MUST|SHOULD)\\*\\* — (\\S.*)");
  private static final Pattern MUTANT = Pattern.compile("`(" + ID + ")`");

  /** A paragraph or an item of a list, in one line. */
  private record Block(int line, String text) {}

  private final String name;
  private final String id;
  private final int line;
  private final List<Block> blocks;
  private int next;

  private SpecReader(String name, String id, int line, List<Block> blocks) {
    this.name = name;
    this.id = id;
    this.line = line;
    this.blocks = blocks;
  }

  /**
   * Reads a document.
   *
   * @param name for messages
   * @param text the document
   * @return its rules, in its order
   * @throws IllegalArgumentException if a rule is malformed; the message names the line
   */
  static List<Rule> read(String name, String text) {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith(RULE)) {
        int end = i + 1;
        while (end < lines.length && !lines[end].startsWith("#")) {
          end++;
        }
        String id = lines[i].substring(RULE.length()).strip();
        List<Block> blocks = blocks(lines, i + 1, end);
        Rule rule = new SpecReader(name, id, i + 1, blocks).rule();
        if (!ids.add(id)) {
          throw wrong(name, i + 1, "there is a rule " + id + " already");
        }
        rules.add(rule);
      }
    }
    return List.copyOf(rules);
  }

  /** The text between two headings, with the lines of each block joined. */
  private static List<Block> blocks(String[] lines, int from, int to) {
    List<Block> blocks = new ArrayList<>();
    boolean open = false;
    for (int i = from; i < to; i++) {
      String text = lines[i].strip();
      if (open && !text.isEmpty() && !lines[i].startsWith(ITEM)) {
        Block last = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(last.line, last.text + " " + text));
      } else if (!text.isEmpty()) {
        blocks.add(new Block(i + 1, text));
      }
      open = !text.isEmpty();
    }
    return blocks;
  }

  private Rule rule() {
    if (!ID.matcher(id).matches()) {
      throw wrong(name, line, "\"" + id + "\" is no identifier");
    }
    Matcher statement = STATEMENT.matcher(block("**MUST** — statement").text);
    if (!statement.matches()) {
      throw wrong("level and statement are \"**MUST** — statement\" or \"**SHOULD** — statement\"");
    }
    Level level = Level.valueOf(statement.group(1));
    String intent = field("Intent");
    List<Need> needs = needs(field("Needs"));
    String advice = field("If this fails");
    List<String> kills = list(field("Kills"), this::mutant);
    Optional<String> stays =
        next < blocks.size() ? Optional.of(field("Stays because")) : Optional.empty();
    if (next < blocks.size()) {
      block("");
      throw wrong("nothing may follow the fields");
    }
    return new Rule(id, level, statement.group(2), intent, needs, advice, kills, stays);
  }

  private Block block(String expected) {
    if (next == blocks.size()) {
      throw wrong(name, line, "the rule " + id + " lacks " + expected);
    }
    return blocks.get(next++);
  }

  /** The text of the next field, which must have this label. */
  private String field(String label) {
    String start = ITEM + "**" + label + ":**";
    String text = block(start).text;
    if (!text.startsWith(start)) {
      throw wrong("expected \"" + start + "\"");
    }
    String rest = text.substring(start.length()).strip();
    if (rest.isEmpty()) {
      throw wrong("nothing stands behind " + label);
    }
    return rest;
  }

  private List<Need> needs(String text) {
    return text.equals(Need.NONE) ? List.of() : list(text, this::need);
  }

  private Need need(String text) {
    return Need.ofText(text)
        .orElseThrow(
            () ->
                wrong(
                    "no need \""
                        + text
                        + "\"; there are "
                        + Stream.concat(
                                Stream.of(Need.NONE), Stream.of(Need.values()).map(Need::text))
                            .toList()));
  }

  private String mutant(String text) {
    Matcher matcher = MUTANT.matcher(text);
    if (!matcher.matches()) {
      throw wrong("a mutant is an identifier in backticks, not \"" + text + "\"");
    }
    return matcher.group(1);
  }

  private <T> List<T> list(String text, Function<String, T> element) {
    Set<T> set = new LinkedHashSet<>();
    for (String part : text.split(", ", -1)) {
      if (!set.add(element.apply(part))) {
        throw wrong(part + " is named twice");
      }
    }
    return List.copyOf(set);
  }

  /** An error in the block that was read last. */
  private IllegalArgumentException wrong(String what) {
    Block last = blocks.get(next - 1);
    return wrong(name, last.line, "the rule " + id + ": " + what + ": " + last.text);
  }

  private static IllegalArgumentException wrong(String name, int line, String what) {
    return new IllegalArgumentException(name + ", line " + line + ": " + what);
  }
}
