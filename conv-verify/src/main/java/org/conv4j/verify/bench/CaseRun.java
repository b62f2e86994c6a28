package org.conv4j.verify.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.conv4j.api.Accuracy;
import org.conv4j.api.NdArray;
import org.conv4j.verify.bench.BenchCase.Method;
import org.conv4j.verify.bench.CaseResult.Peak;
import org.conv4j.verify.bench.Measurement.Fate;
import org.conv4j.verify.measure.Role;
import org.conv4j.verify.measure.WorkerSettings;
import org.conv4j.verify.measure.Workers;

/** Runs one case: first all results are compared, then all that agree are measured in turns. */
final class CaseRun {
  /** How far estimates may be off: up to this many times the limit, one call is tried. */
  private static final double DOUBT = 3;

  /** How long to warm up at least, in seconds; only one side compiles. */
  private static final double JVM_WARM_UP = 1;

  private static final double PYTHON_WARM_UP = 0.3;

  private final BenchCase one;
  private final Workers workers;
  private final Bench.Conditions conditions;
  private final Map<Peer, String> missing;
  private final Path script;

  private final NdArray in1;
  private final NdArray in2;
  private final Comparison comparison;

  private final Map<Contender, Accuracy> subjects = new LinkedHashMap<>();
  private final Map<Contender, NdArray> results = new LinkedHashMap<>();
  private final List<Contender> peers = new ArrayList<>();

  /**
   * @param missing the peers that the machine does not have, with the reason
   * @param script the program of the peers in Python
   */
  CaseRun(
      BenchCase one,
      Workers workers,
      Bench.Conditions conditions,
      Map<Peer, String> missing,
      Path script) {
    this.one = one;
    this.script = script;
    this.workers = workers;
    this.conditions = conditions;
    this.missing = missing;
    this.in1 = one.first();
    this.in2 = one.second();
    this.comparison = new Comparison(one, in1, in2);
  }

  /**
   * Runs the case.
   *
   * @param entrants the subjects, by the names that workers know them by
   */
  CaseResult run(Map<String, SubjectFacts> entrants) throws IOException {
    List<Contender> all = new ArrayList<>();
    try {
      ArrayFile file1 = ArrayFile.write(in1, workers.file("in1"));
      ArrayFile file2 = ArrayFile.write(in2, workers.file("in2"));
      for (Map.Entry<String, SubjectFacts> entrant : entrants.entrySet()) {
        Contender subject =
            new Contender(entrant.getValue().name(), conditions.limit(), JVM_WARM_UP);
        all.add(subject);
        subjects.put(subject, entrant.getValue().accuracy());
        subject.start(() -> workers.java(Role.SUBJECT, entrant.getKey()));
        subject.load(Request.load(file1, file2, one));
        check(subject);
      }
      for (Peer peer : Peer.values()) {
        if (peer.suits(one)) {
          double warmUp = peer.isPython() ? PYTHON_WARM_UP : JVM_WARM_UP;
          Contender contender = new Contender(peer.label(), conditions.limit(), warmUp);
          all.add(contender);
          peers.add(contender);
          admit(contender, peer, file1, file2);
        }
      }
      results.clear();
      Peak peak = Peak.NONE;
      if (subjects.keySet().stream().anyMatch(Contender::inRace)) {
        peak = race(all);
      }
      return new CaseResult(
          one,
          subjects.keySet().stream().map(Contender::measurement).toList(),
          peers.stream().map(Contender::measurement).toList(),
          peak);
    } finally {
      all.forEach(contender -> contender.dismiss(workers));
    }
  }

  /** Reads what a contender computed; empty, and the contender dropped, if it is no such array. */
  private Optional<NdArray> computed(Contender contender, Reply reply, Window window) {
    if (reply == null) {
      return Optional.empty();
    }
    try {
      NdArray got = reply.result().read();
      Files.delete(Path.of(reply.result().file()));
      Optional<String> form = Comparison.form(got, one.dtype(), window.shape());
      form.ifPresent(text -> contender.drop(Fate.WRONG, text));
      return form.isPresent() ? Optional.empty() : Optional.of(got);
    } catch (IOException e) {
      contender.drop(Fate.FAILED, e.getMessage());
      return Optional.empty();
    }
  }

  /** A subject computes, and some outputs are compared with the exact ones. */
  private void check(Contender subject) {
    Reply facts = subject.facts();
    if (facts != null) {
      subject.describe(SubjectFacts.of(facts.facts()).description());
    }
    Reply reply = subject.compute(workers.file("out").toString());
    Window whole = Window.whole(one.task().output());
    computed(subject, reply, whole)
        .ifPresent(
            got -> {
              results.put(subject, got);
              comparison
                  .error(got, subjects.get(subject))
                  .ifPresent(text -> subject.drop(Fate.WRONG, text));
            });
  }

  /** A peer computes, unless it is missing or too slow, and all subjects are compared with it. */
  private void admit(Contender contender, Peer peer, ArrayFile file1, ArrayFile file2) {
    if (missing.containsKey(peer)) {
      contender.drop(Fate.MISSING, missing.get(peer));
      return;
    }
    double estimate = peer.estimate(one);
    if (estimate > DOUBT * peer.patience()) {
      contender.drop(
          Fate.TOO_SLOW, String.format(Locale.ROOT, "about %.0f s a call, not tried", estimate));
      return;
    }
    contender.start(() -> peer.start(workers, conditions, script));
    contender.load(Request.load(file1, file2, one));
    Reply reply = contender.compute(workers.file("out").toString());
    computed(contender, reply, peer.window(one))
        .ifPresent(
            got ->
                results.forEach(
                    (subject, result) ->
                        comparison
                            .difference(result, subjects.get(subject), got, peer)
                            .ifPresent(text -> subject.drop(Fate.WRONG, text))));
    if (reply != null && reply.seconds() > peer.patience()) {
      contender.drop(Fate.TOO_SLOW, String.format(Locale.ROOT, "%.1f s a call", reply.seconds()));
      contender.dismiss(workers);
    }
  }

  /** All measure in turns, another one first in each round. */
  private Peak race(List<Contender> all) {
    List<Contender> runners = new ArrayList<>(all);
    Contender calibration = new Contender("peak", conditions.limit(), JVM_WARM_UP);
    double multiplyAdds = 0;
    if (hasPeak(one) && workers.flags().contains(WorkerSettings.VECTOR_MODULE)) {
      runners.add(calibration);
      calibration.start(() -> PeakLoop.start(workers, one.dtype()));
      Reply reply = calibration.facts();
      if (reply != null) {
        multiplyAdds = Double.parseDouble(reply.facts().get(PeakLoop.MULTIPLY_ADDS));
      }
      calibration.load(Request.load(null, null, one));
    }
    try {
      runners.forEach(Contender::warmUp);
      for (int round = 0; round < conditions.rounds(); round++) {
        runners.forEach(Contender::measure);
        Collections.rotate(runners, -1);
      }
      subjects.keySet().forEach(Contender::weigh);
      return Peak.of(multiplyAdds, calibration.measurement());
    } finally {
      calibration.dismiss(workers);
    }
  }

  /** Whether multiply-adds are what a case consists of, in a type that the calibration has. */
  static boolean hasPeak(BenchCase one) {
    return (one.method() == Method.DIRECT || one.method() == Method.LAYER)
        && !one.dtype().isInteger();
  }
}
