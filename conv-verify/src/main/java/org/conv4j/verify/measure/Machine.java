package org.conv4j.verify.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured on.
 *
 * @param date the day, by the clock of the machine
 * @param processor its model, or the name of the architecture
 * @param cores how many cores each worker has
 * @param pinned whether workers are pinned to these cores
 * @param java version and name of the virtual machine
 * @param flags its flags
 */
public record Machine(
    String date, String processor, int cores, boolean pinned, String java, List<String> flags) {
  /**
   * Copies the list.
   *
   * @param date as above
   * @param processor as above
   * @param cores as above
   * @param pinned as above
   * @param java as above
   * @param flags as above
   */
  public Machine {
    flags = List.copyOf(flags);
  }

  /**
   * Whether the workers had the vector module.
   *
   * @return true if a flag adds it
   */
  public boolean hasVectorModule() {
    return flags.contains(WorkerSettings.VECTOR_MODULE);
  }

  /**
   * For people.
   *
   * @param share what is said of the cores, such as {@code " for each contestant"}; may be empty
   * @return lines, without marks of a list
   */
  public List<String> lines(String share) {
    return List.of(
        "date: " + date,
        "processor: "
            + processor
            + ", "
            + (cores == 1 ? "one core" : cores + " cores")
            + share
            + ", "
            + (pinned ? "pinned" : "not pinned"),
        "Java: " + java + ", with `" + String.join(" ", flags) + "`");
  }

  /**
   * For programs, of a machine that measured with one worker on one core.
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
