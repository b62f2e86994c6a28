package org.conv4j.verify.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * On what one worker measures.
 *
 * @param date the day, by the clock of the machine
 * @param processor its model, or the name of the architecture
 * @param pinned whether the worker is kept to one core
 * @param java version and name of its virtual machine
 * @param flags its flags
 */
public record Machine(
    String date, String processor, boolean pinned, String java, List<String> flags) {
  /**
   * Copies the list.
   *
   * @param date as above
   * @param processor as above
   * @param pinned as above
   * @param java as above
   * @param flags as above
   */
  public Machine {
    flags = List.copyOf(flags);
  }

  /**
   * For people.
   *
   * @return lines, without marks of a list
   */
  public List<String> lines() {
    return List.of(
        "date: " + date,
        "processor: " + processor + ", one core, " + (pinned ? "pinned" : "not pinned"),
        "Java: " + java + ", with `" + String.join(" ", flags) + "`");
  }

  /**
   * For programs.
   *
   * @return names and values
   */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("date", date);
    tree.put("processor", processor);
    tree.put("pinned", pinned);
    tree.put("java", java);
    tree.put("flags", flags);
    return tree;
  }
}
