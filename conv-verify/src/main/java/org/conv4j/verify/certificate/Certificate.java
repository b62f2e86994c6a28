package org.conv4j.verify.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/**
 * All that a run against one subject found. As JSON it is what {@code certificate.schema.json}
 * says.
 *
 * @param schema {@value #SCHEMA}
 * @param kit which kit
 * @param subject the subject's name
 * @param claims what it claims
 * @param settings how the run went about it
 * @param java the versions of Java that it ran on
 * @param started when it began, in UTC
 * @param seconds how long it took; of a merged one, all shards together
 * @param verdict the verdict
 * @param problems what is wrong besides failures, in sentences
 * @param counts how many checks ended how
 * @param lawCounts the same of laws alone
 * @param vectorCounts the same of golden vectors alone
 * @param accuracy how near to the error bounds it came
 * @param laws every law
 * @param vectors every golden vector
 * @param failures every failure in full, expected ones among them
 * @param expectedFailures what was expected to fail
 */
public record Certificate(
    String schema,
    Kit kit,
    String subject,
    Claims claims,
    Conduct settings,
    List<String> java,
    String started,
    double seconds,
    String verdict,
    List<String> problems,
    Counts counts,
    Counts lawCounts,
    Counts vectorCounts,
    List<BoundUse> accuracy,
    List<Entry> laws,
    VectorTable vectors,
    List<Found> failures,
    List<Expectation> expectedFailures) {
  /** The identifier of the form. */
  public static final String SCHEMA = "conv4j-certificate/1";

  /**
   * Checks that all is there.
   *
   * @param schema as above
   * @param kit as above
   * @param subject as above
   * @param claims as above
   * @param settings as above
   * @param java as above
   * @param started as above
   * @param seconds as above
   * @param verdict as above
   * @param problems as above
   * @param counts as above
   * @param lawCounts as above
   * @param vectorCounts as above
   * @param accuracy as above
   * @param laws as above
   * @param vectors as above
   * @param failures as above
   * @param expectedFailures as above
   */
  public Certificate {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(claims, "claims");
    Objects.requireNonNull(settings, "settings");
    if (!Instant.parse(started).toString().equals(started)) {
      throw new IllegalArgumentException("not an instant in UTC: " + started);
    }
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(lawCounts, "lawCounts");
    Objects.requireNonNull(vectorCounts, "vectorCounts");
    Objects.requireNonNull(vectors, "vectors");
    java = List.copyOf(java);
    problems = List.copyOf(problems);
    accuracy = List.copyOf(accuracy);
    laws = List.copyOf(laws);
    failures = List.copyOf(failures);
    expectedFailures = List.copyOf(expectedFailures);
  }

  /**
   * The certificate of a run.
   *
   * @param report what it found
   * @param circumstances what else there is to say of it
   * @return the certificate
   * @throws ManifestMismatch if executed and skipped checks are not the manifest
   */
  public static Certificate of(Report report, Circumstances circumstances) {
    return of(report, circumstances, Map.of());
  }

  /** The same with failures by {@link Found#key}, where the report has lost something of them. */
  static Certificate of(Report report, Circumstances circumstances, Map<String, Found> inFull) {
    ManifestMismatch.require(report);
    List<Result> laws = of(Check.Kind.LAW, report);
    List<Result> vectors = of(Check.Kind.VECTOR, report);
    return new Certificate(
        SCHEMA,
        Kit.current(),
        report.subject(),
        Claims.of(report.claims()),
        Conduct.of(report),
        circumstances.java(),
        circumstances.started().toString(),
        Seconds.of(report.time()),
        Words.of(report.verdict()),
        report.problems(),
        Counts.of(report.results()),
        Counts.of(laws),
        Counts.of(vectors),
        BoundUse.of(report),
        laws.stream().map(Entry::of).toList(),
        VectorTable.of(vectors),
        failures(report, inFull),
        circumstances.expected());
  }

  private static List<Result> of(Check.Kind kind, Report report) {
    return report.results().stream().filter(r -> r.check().kind() == kind).toList();
  }

  private static List<Found> failures(Report report, Map<String, Found> inFull) {
    List<Found> failures = new ArrayList<>();
    for (Result result : report.results()) {
      Failure failure =
          result.outcome() instanceof Outcome.Failed failed
              ? failed.failure()
              : result.outcome() instanceof Outcome.Expected expected ? expected.failure() : null;
      if (failure != null) {
        Found known = inFull.get(Found.key(result.check()));
        failures.add(known != null ? known : Found.of(result.check(), failure));
      }
    }
    return failures;
  }

  /**
   * When the run began.
   *
   * @return the instant
   */
  public Instant start() {
    return Instant.parse(started);
  }

  /** What the report does not tell. */
  Circumstances circumstances() {
    return new Circumstances(start(), java, expectedFailures);
  }

  /** What was expected to fail. */
  ExpectedFailures expected() {
    return ExpectedFailures.of(expectedFailures.stream().map(Expectation::restored).toList());
  }
}
