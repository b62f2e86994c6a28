package org.conv4j.verify.vector.file;

import java.util.Objects;

/**
 * Where the expected values of a file come from.
 *
 * @param library what computed them, for example {@code "SciPy"}
 * @param version the library's version
 * @param numpy the version of NumPy under it; {@code "none"} for a library that is not built on it
 * @param function the call that was made, for example {@code "numpy.convolve(in1, in2, mode)"}
 * @param generator the program that wrote the file
 * @param command how to run that program again
 */
public record Provenance(
    String library,
    String version,
    String numpy,
    String function,
    String generator,
    String command) {

  /**
   * Checks that nothing is missing.
   *
   * @param library what computed the expected values
   * @param version the library's version
   * @param numpy the version of NumPy under it, or {@code "none"}
   * @param function the call that was made
   * @param generator the program that wrote the file
   * @param command how to run that program again
   * @throws NullPointerException if a component is null
   */
  public Provenance {
    Objects.requireNonNull(library, "library");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(numpy, "numpy");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(command, "command");
  }

  /** In one line, for example {@code "numpy.convolve(in1, in2, mode) of NumPy 2.4.6"}. */
  @Override
  public String toString() {
    return function + " of " + library + " " + version;
  }
}
