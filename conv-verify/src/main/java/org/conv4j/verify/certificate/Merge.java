package org.conv4j.verify.certificate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Selection;

/** Joins a run that was made in shards. Except for times, the result is that of a single run. */
public final class Merge {
  /**
   * One of them.
   *
   * @param name what messages call it
   * @param report what it found
   */
  record Shard(String name, Report report) {}

  private Merge() {}

  /**
   * Puts the certificates of all shards of one run together.
   *
   * @param files in any order
   * @return the report of the whole
   * @throws UnusableCertificate if one cannot be read or is not a certificate of this kit, if they
   *     are not of one run, or if one is missing or given twice
   */
  public static Report of(List<Path> files) {
    return shards(
        files.stream()
            .map(file -> new Shard(file.toString(), CertificateReader.read(file)))
            .toList());
  }

  static Report shards(List<Shard> shards) {
    if (shards.isEmpty()) {
      throw new UnusableCertificate("there is no certificate to merge");
    }
    shards.forEach(shard -> requireOneRun(shards.get(0), shard));
    return whole(inOrder(shards).stream().map(Shard::report).toList());
  }

  private static void requireOneRun(Shard first, Shard other) {
    Map<String, String> ours = run(first.report());
    Map<String, String> theirs = run(other.report());
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

  /** What all shards of one run have in common, under the names of the certificate. */
  private static Map<String, String> run(Report report) {
    Map<String, String> run = new LinkedHashMap<>();
    run.put("subject", report.subject());
    run.put("claims", report.claims().toString());
    run.put("budget", "none");
    Certificate.settings(report)
        .properties()
        .forEach(one -> run.put(one.getKey(), one.getValue().asText(one.getValue().toString())));
    run.remove("shard");
    run.put("expectedFailures", report.expected().entries().toString());
    return run;
  }

  private static List<Shard> inOrder(List<Shard> files) {
    int count = files.get(0).report().selection().shards();
    Map<Integer, Shard> shards = new TreeMap<>();
    for (Shard file : files) {
      int shard = file.report().selection().shard();
      Shard other = shards.put(shard, file);
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

  private static Report whole(List<Report> shards) {
    Report first = shards.get(0);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < first.results().size(); i++) {
      results.add(result(shards, i));
    }
    return new Report(
        first.subject(),
        first.claims(),
        first.settings(),
        new Selection(first.selection().ids(), 1, 1),
        first.expected(),
        shards.stream().flatMap(shard -> shard.java().stream()).distinct().toList(),
        shards.stream().map(Report::started).min(Instant::compareTo).orElseThrow(),
        shards.stream().map(Report::time).reduce(Duration.ZERO, Duration::plus),
        // A shard cannot tell: that nothing came of an entry shows in the whole alone.
        first.expected().stale(results),
        results);
  }

  /** The result of the shard that made a check. If no shard was asked for it, all say the same. */
  private static Result result(List<Report> shards, int index) {
    List<Result> made =
        shards.stream()
            .map(shard -> shard.results().get(index))
            .filter(result -> !isElsewhere(result.outcome()))
            .toList();
    boolean nowhere =
        made.size() == shards.size()
            && made.get(0).outcome() instanceof Outcome.Skipped
            && made.stream().map(Result::outcome).distinct().count() == 1;
    if (made.size() != 1 && !nowhere) {
      throw new UnusableCertificate(
          String.format(
              "%s was made by %d of %d shards, and should be by one",
              shards.get(0).results().get(index).check().id(), made.size(), shards.size()));
    }
    return made.get(0);
  }

  private static boolean isElsewhere(Outcome outcome) {
    return outcome instanceof Outcome.Skipped skipped
        && skipped.reason().startsWith(Selection.ELSEWHERE);
  }
}
