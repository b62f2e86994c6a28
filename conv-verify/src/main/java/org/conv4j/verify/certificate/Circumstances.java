package org.conv4j.verify.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a report does not tell of its run.
 *
 * @param started when it began
 * @param java the versions of Java that it ran on: one, unless it is merged
 * @param expected what was expected to fail
 */
public record Circumstances(Instant started, List<String> java, List<Expectation> expected) {
  /**
   * Copies the lists.
   *
   * @param started as above
   * @param java as above
   * @param expected as above
   */
  public Circumstances {
    Objects.requireNonNull(started, "started");
    java = List.copyOf(java);
    expected = List.copyOf(expected);
  }

  /**
   * Those of a run that begins now, on this Java.
   *
   * @param expected what is expected to fail
   * @return the circumstances
   */
  public static Circumstances now(List<Expectation> expected) {
    return new Circumstances(Instant.now(), List.of(Runtime.version().toString()), expected);
  }
}
