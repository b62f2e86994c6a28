package org.conv4j.verify.bench;

import java.time.LocalDate;
import java.util.List;

/**
 * Where and how was measured.
 *
 * @param date the day, by the clock of the machine
 * @param processor its model, or the name of the architecture
 * @param cores how many cores each contestant has
 * @param pinned whether it is kept to them
 * @param java version and name of the virtual machine of the workers
 * @param flags its flags
 * @param python the version; null without Python
 * @param numpy the version; null without NumPy
 * @param scipy the version; null without SciPy
 * @param rounds how often each contestant measured
 */
record Environment(
    LocalDate date,
    String processor,
    int cores,
    boolean pinned,
    String java,
    List<String> flags,
    String python,
    String numpy,
    String scipy,
    int rounds) {
  Environment {
    flags = List.copyOf(flags);
  }
}
