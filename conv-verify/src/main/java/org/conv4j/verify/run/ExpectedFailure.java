package org.conv4j.verify.run;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A known failure, forgiven until a day.
 *
 * @param id the identifier of a law or a golden vector, in which {@code *} stands for any
 *     characters
 * @param reason why it fails
 * @param link where the failure is tracked
 * @param expires the last day on which it is forgiven
 */
public record ExpectedFailure(String id, String reason, String link, LocalDate expires) {
  /**
   * Checks that nothing is missing.
   *
   * @param id as above
   * @param reason as above
   * @param link as above
   * @param expires as above
   */
  public ExpectedFailure {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(expires, "expires");
  }

  /** Whether this is about a check. */
  boolean matches(Check check) {
    return Pattern.matches(Ids.pattern(id), check.id());
  }

  boolean hasExpired(LocalDate today) {
    return today.isAfter(expires);
  }
}
