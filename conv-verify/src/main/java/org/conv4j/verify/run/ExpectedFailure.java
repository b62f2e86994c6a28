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

  /** Whether this is about the check of an identifier. */
  boolean matches(String check) {
    return Pattern.matches(Ids.pattern(id), check);
  }

  /**
   * Whether it is no longer forgiven.
   *
   * @param today the day to go by
   * @return true after the last day
   */
  public boolean hasExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  /**
   * Why a test is skipped although its check failed.
   *
   * @return the reason, for people
   */
  public String reasonToSkip() {
    return "expected to fail until " + expires + ": " + reason + ", " + link;
  }

  /**
   * What is wrong if its check passes.
   *
   * @return one sentence, for people
   */
  public String surprise() {
    return "it was expected to fail ("
        + reason
        + ", "
        + link
        + ") and does not: remove \""
        + id
        + "\" from the expected failures";
  }
}
