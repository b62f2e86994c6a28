package org.conv4j.verify.measure;

import java.util.List;

/**
 * How workers are started.
 *
 * @param java the Java that runs the workers of the JVM
 * @param flags the flags of that Java
 * @param entry what follows the flags: class path, main class, and the command that serves; a
 *     {@link Role} and its argument are appended
 * @param python the Python that runs the others
 * @param threads how many threads and cores each worker has
 */
public record WorkerSettings(
    String java, List<String> flags, List<String> entry, String python, int threads) {
  /** The flag that adds the vector module. */
  public static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

  /**
   * Copies the lists.
   *
   * @param java as above
   * @param flags as above
   * @param entry as above
   * @param python as above
   * @param threads as above
   */
  public WorkerSettings {
    flags = List.copyOf(flags);
    entry = List.copyOf(entry);
  }
}
