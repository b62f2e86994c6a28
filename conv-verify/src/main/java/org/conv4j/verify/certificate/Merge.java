package org.conv4j.verify.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Selection;

/**
 * The whole of a run that was made in shards. But for times it is what one run would have given.
 */
public final class Merge {
  private final List<CertificateFile> shards;
  private final CertificateFile first;

  private Merge(List<CertificateFile> shards) {
    this.shards = shards;
    this.first = shards.get(0);
  }

  /**
   * Puts the certificates of all shards of one run together.
   *
   * @param files in any order
   * @return the certificate of the whole, and its report
   * @throws UnusableCertificate if they are not of one run, or one is missing or given twice
   */
  public static CertificateFile of(List<CertificateFile> files) {
    if (files.isEmpty()) {
      throw new UnusableCertificate("there is no certificate to merge");
    }
    requireOneRun(files);
    return new Merge(inOrder(files)).whole();
  }

  private static void requireOneRun(List<CertificateFile> files) {
    CertificateFile first = files.get(0);
    for (CertificateFile other : files.subList(1, files.size())) {
      Map<String, Object> ours = run(first.certificate());
      Map<String, Object> theirs = run(other.certificate());
      ours.forEach(
          (what, value) -> {
            if (!value.equals(theirs.get(what))) {
              throw new UnusableCertificate(
                  String.format(
                      "%s and %s are not of one run: %s %s and %s",
                      first.name(), other.name(), what, value, theirs.get(what)));
            }
          });
    }
  }

  /** What all shards of one run have in common, by what messages call it. */
  private static Map<String, Object> run(Certificate certificate) {
    Conduct settings = certificate.settings();
    Map<String, Object> run = new TreeMap<>();
    run.put("kit", certificate.kit());
    run.put("subject", certificate.subject());
    run.put("claims", certificate.claims());
    run.put("seed", settings.seed());
    run.put("effort", settings.effort());
    run.put("tries", settings.tries());
    run.put("limit", settings.limit());
    run.put("budget", settings.budget() == null ? "none" : settings.budget());
    run.put("shrinking steps", settings.shrinkingSteps());
    run.put("checks asked for", settings.ids());
    run.put("number of shards", settings.shards());
    run.put("expected failures", certificate.expectedFailures());
    return run;
  }

  private static List<CertificateFile> inOrder(List<CertificateFile> files) {
    int count = files.get(0).report().selection().shards();
    Map<Integer, CertificateFile> shards = new TreeMap<>();
    for (CertificateFile file : files) {
      int shard = file.report().selection().shard();
      CertificateFile other = shards.put(shard, file);
      if (other != null) {
        throw new UnusableCertificate(
            String.format(
                "%s and %s are both of shard %d/%d", other.name(), file.name(), shard, count));
      }
    }
    if (shards.size() < count) {
      String missing =
          IntStream.rangeClosed(1, count)
              .filter(i -> !shards.containsKey(i))
              .limit(20)
              .mapToObj(i -> i + "/" + count)
              .collect(Collectors.joining(", "));
      throw new UnusableCertificate("of " + count + " shards these are missing: " + missing);
    }
    return List.copyOf(shards.values());
  }

  private CertificateFile whole() {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < first.report().results().size(); i++) {
      results.add(result(i));
    }
    ExpectedFailures expected = first.certificate().expected();
    Report report =
        new Report(
            first.report().subject(),
            first.report().claims(),
            first.report().settings(),
            new Selection(first.report().selection().ids(), 1, 1),
            results,
            // A shard cannot tell: that nothing came of an entry shows in the whole alone.
            expected.stale(results),
            shards.stream().map(s -> s.report().time()).reduce(Duration.ZERO, Duration::plus));
    Map<String, Found> failures = new HashMap<>();
    shards.forEach(shard -> failures.putAll(CertificateFile.inFull(shard.certificate())));
    Certificate certificate = Certificate.of(report, circumstances(), failures);
    return new CertificateFile("the merged certificate", certificate, report);
  }

  /** What the shard that made a check found; what no shard was asked for, all say alike. */
  private Result result(int index) {
    List<Result> made = new ArrayList<>();
    for (CertificateFile shard : shards) {
      Result result = shard.report().results().get(index);
      if (!isElsewhere(result.outcome())) {
        made.add(result);
      }
    }
    Outcome outcome = made.isEmpty() ? null : made.get(0).outcome();
    boolean once = made.size() == 1;
    boolean nowhere =
        made.size() == shards.size()
            && outcome instanceof Outcome.Skipped
            && made.stream().allMatch(result -> result.outcome().equals(outcome));
    if (!once && !nowhere) {
      throw new UnusableCertificate(
          String.format(
              "%s was made by %d of %d shards, and should be by one",
              first.report().results().get(index).check().id(), made.size(), shards.size()));
    }
    return made.get(0);
  }

  private static boolean isElsewhere(Outcome outcome) {
    return outcome instanceof Outcome.Skipped skipped
        && skipped.reason().startsWith(Selection.ELSEWHERE);
  }

  private Circumstances circumstances() {
    List<Circumstances> all = shards.stream().map(s -> s.certificate().circumstances()).toList();
    return new Circumstances(
        all.stream().map(Circumstances::started).min(Instant::compareTo).orElseThrow(),
        all.stream().flatMap(one -> one.java().stream()).distinct().toList(),
        all.get(0).expected());
  }
}
