package org.conv4j.verify.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;

/** A report does not have one result for each check of the manifest; the message says which. */
public final class ManifestMismatch extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final int NAMED = 5;

  private ManifestMismatch(String message) {
    super(message);
  }

  /** A law and a vector may share an identifier. */
  private record Name(Check.Kind kind, String id) {
    static Name of(Check check) {
      return new Name(check.kind(), check.id());
    }
  }

  /**
   * Requires that the executed and skipped checks of a report are the manifest: each check, exactly
   * once.
   *
   * @param report what a run against a subject gave
   * @throws ManifestMismatch if a check is missing, there twice, or not of the manifest
   */
  public static void require(Report report) {
    List<Check> manifest = Manifest.of(report.claims().kind());
    Map<Name, Integer> counts = new HashMap<>();
    report.results().forEach(r -> counts.merge(Name.of(r.check()), 1, Integer::sum));
    Set<Name> known = new HashSet<>();
    List<String> missing = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (Check check : manifest) {
      Name name = Name.of(check);
      known.add(name);
      int count = counts.getOrDefault(name, 0);
      if (count != 1) {
        (count == 0 ? missing : twice).add(check.id());
      }
    }
    List<String> foreign =
        report.results().stream()
            .map(Result::check)
            .filter(check -> !known.contains(Name.of(check)))
            .map(Check::id)
            .distinct()
            .toList();
    List<String> wrong = new ArrayList<>();
    tell(wrong, missing, "without a result");
    tell(wrong, twice, "with more than one");
    tell(wrong, foreign, "that the manifest does not have");
    if (!wrong.isEmpty()) {
      throw new ManifestMismatch(
          "the results for "
              + report.subject()
              + " are not those of the manifest, of "
              + manifest.size()
              + " checks: "
              + String.join("; ", wrong));
    }
  }

  private static void tell(List<String> wrong, List<String> ids, String what) {
    if (!ids.isEmpty()) {
      String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
      wrong.add(ids.size() + " " + what + " (" + named + (ids.size() > NAMED ? ", …)" : ")"));
    }
  }
}
