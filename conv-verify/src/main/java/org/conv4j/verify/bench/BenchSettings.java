package org.conv4j.verify.bench;

import java.time.Duration;
import java.util.List;

/**
 * How a bench goes about it.
 *
 * @param rounds how often each contestant measures
 * @param threads how many threads and cores each contestant has
 * @param java the Java that runs the workers of the JVM
 * @param flags the flags of that Java
 * @param entry what follows the flags: class path, main class, and the command that serves; {@link
 *     Role} says what is appended
 * @param python the Python that runs the others
 * @param limit how long one call may take
 */
public record BenchSettings(
    int rounds,
    int threads,
    String java,
    List<String> flags,
    List<String> entry,
    String python,
    Duration limit) {
  /** The flag that brings the vector module. */
  public static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

  /**
   * Copies the lists.
   *
   * @param rounds as above
   * @param threads as above
   * @param java as above
   * @param flags as above
   * @param entry as above
   * @param python as above
   * @param limit as above
   */
  public BenchSettings {
    flags = List.copyOf(flags);
    entry = List.copyOf(entry);
  }

  /**
   * For a single worker on one core, without anything in Python.
   *
   * @param java as above
   * @param flags as above
   * @param entry what follows the flags, all of it
   * @return settings for an {@link Assistant}
   */
  public static BenchSettings alone(String java, List<String> flags, List<String> entry) {
    return new BenchSettings(1, 1, java, flags, entry, "", Duration.ZERO);
  }

  boolean hasVectorModule() {
    return flags.contains(VECTOR_MODULE);
  }
}
