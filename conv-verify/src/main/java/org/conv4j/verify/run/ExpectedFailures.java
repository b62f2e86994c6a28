package org.conv4j.verify.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.subject.SubjectKind;

/**
 * Known failures. A subject whose other checks pass is conformant except for these. The list cannot
 * go stale: an entry is an error if it matches nothing, if its checks no longer fail, or if it has
 * expired.
 *
 * <pre>{@code
 * {
 *   "schema": "conv4j-expected-failures/1",
 *   "failures": [
 *     {
 *       "id": "scipy.same.*",
 *       "reason": "the window of even kernels is one late",
 *       "link": "https://example.org/issues/17",
 *       "expires": "2030-12-31"
 *     }
 *   ]
 * }
 * }</pre>
 *
 * @param entries each about at least one check
 */
public record ExpectedFailures(List<ExpectedFailure> entries) {
  private static final String SCHEMA = "conv4j-expected-failures/1";
  private static final ExpectedFailures NONE = new ExpectedFailures(List.of());

  /**
   * Checks that each entry is about something.
   *
   * @param entries as above
   * @throws IllegalArgumentException if an entry matches no law and no golden vector, or is there
   *     twice
   */
  public ExpectedFailures {
    entries = List.copyOf(entries);
    Manifest.requireNamed(
        entries.stream().map(ExpectedFailure::id).toList(), List.of(SubjectKind.values()));
    Set<String> ids = new HashSet<>();
    for (ExpectedFailure entry : entries) {
      if (!ids.add(entry.id())) {
        throw new IllegalArgumentException("\"" + entry.id() + "\" is there twice");
      }
    }
  }

  /** The file as it is written. */
  private record Text(String schema, List<Entry> failures) {}

  /** An entry as it is written. */
  private record Entry(String id, String reason, String link, String expires) {}

  /**
   * Nothing is expected to fail.
   *
   * @return an empty list
   */
  public static ExpectedFailures none() {
    return NONE;
  }

  /**
   * Reads a file.
   *
   * @param file JSON, as above
   * @return the list
   * @throws IllegalArgumentException if it cannot be read, is not such a file, or an entry lacks
   *     something or matches no law and no golden vector; the message names file and entry
   */
  public static ExpectedFailures read(Path file) {
    try {
      Text text = Json.read(Files.readString(file), Text.class);
      if (!SCHEMA.equals(text.schema) || text.failures == null) {
        throw new IllegalArgumentException(
            "\"schema\" must be \"" + SCHEMA + "\", and \"failures\" a list of entries");
      }
      List<ExpectedFailure> entries = new ArrayList<>();
      for (Entry entry : text.failures) {
        entries.add(entry(entry));
      }
      return new ExpectedFailures(entries);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static ExpectedFailure entry(Entry entry) {
    String expires = required(entry, "expires", entry.expires);
    try {
      return new ExpectedFailure(
          required(entry, "id", entry.id),
          required(entry, "reason", entry.reason),
          required(entry, "link", entry.link),
          LocalDate.parse(expires));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"expires\" of \"" + entry.id + "\" must be a day such as 2030-12-31, not " + expires,
          e);
    }
  }

  private static String required(Entry entry, String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("\"" + name + "\" is missing in " + Json.line(entry));
    }
    return value;
  }

  /**
   * Whether nothing is expected to fail.
   *
   * @return true if there is no entry
   */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * The entry about a law or a golden vector.
   *
   * @param id its identifier
   * @return the first entry that matches, if there is one
   */
  public Optional<ExpectedFailure> about(String id) {
    return entries.stream().filter(entry -> entry.matches(id)).findFirst();
  }

  /**
   * Judges how a check ended against what was expected of it.
   *
   * @param check the check
   * @param outcome how it ended
   * @param today the day to go by
   * @return an expected failure for a failure, a failure for a check that passed although it was
   *     expected to fail, and any other outcome unchanged
   */
  public Outcome judge(Check check, Outcome outcome, LocalDate today) {
    Optional<ExpectedFailure> entry = about(check.id());
    if (entry.isEmpty()) {
      return outcome;
    }
    ExpectedFailure expected = entry.get();
    if (outcome instanceof Outcome.Failed failed) {
      return expected.hasExpired(today)
          ? new Outcome.Failed(
              failed
                  .failure()
                  .withPrefix(
                      "(expected until "
                          + expected.expires()
                          + ", which is over: "
                          + expected.reason()
                          + ") "))
          : new Outcome.Expected(failed.failure(), expected);
    }
    return outcome instanceof Outcome.Passed
        ? new Outcome.Failed(Failure.of(expected.surprise(), check.token()))
        : outcome;
  }

  /**
   * Entries that had no effect.
   *
   * @param results of a whole run
   * @return one sentence for each entry all of whose checks are not claimed, so that none can fail
   */
  public List<String> stale(List<Result> results) {
    List<String> stale = new ArrayList<>();
    for (ExpectedFailure entry : entries) {
      boolean unclaimed =
          results.stream()
              .filter(result -> entry.matches(result.check().id()))
              .allMatch(result -> result.outcome() instanceof Outcome.NotClaimed);
      if (unclaimed) {
        stale.add(
            "\""
                + entry.id()
                + "\" is expected to fail, but is about something that is not claimed");
      }
    }
    return stale;
  }
}
