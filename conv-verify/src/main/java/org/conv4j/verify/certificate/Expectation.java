package org.conv4j.verify.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.run.ExpectedFailure;

/**
 * An entry of the expected failures.
 *
 * @param id which checks
 * @param reason why they fail
 * @param link where that is looked after
 * @param expires the last day on which they are forgiven
 */
public record Expectation(String id, String reason, String link, String expires) {
  /**
   * Checks that all is there.
   *
   * @param id as above
   * @param reason as above
   * @param link as above
   * @param expires as above
   */
  public Expectation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(expires, "expires");
  }

  static Expectation of(ExpectedFailure entry) {
    return new Expectation(entry.id(), entry.reason(), entry.link(), entry.expires().toString());
  }

  /** The file as it is written. */
  private record Text(String schema, List<Expectation> failures) {}

  /**
   * The entries of a file that {@link org.conv4j.verify.run.ExpectedFailures#read} has accepted.
   *
   * @param file the file
   * @return its entries in order
   * @throws IOException if it cannot be read
   */
  public static List<Expectation> read(Path file) throws IOException {
    return Json.read(Files.readString(file), Text.class).failures();
  }

  ExpectedFailure restored() {
    try {
      return new ExpectedFailure(id, reason, link, LocalDate.parse(expires));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a day: " + expires, e);
    }
  }
}
