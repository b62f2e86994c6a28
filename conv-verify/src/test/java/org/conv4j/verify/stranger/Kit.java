package org.conv4j.verify.stranger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conv4j.api.Convolver;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;

/** The whole kit, in its standard settings, on one convolver. */
final class Kit {
  private Kit() {}

  static Findings run(Convolver convolver) {
    Report report = new Runner(convolver, Settings.standard()).run(Manifest.all(), result -> {});
    List<Deviation> deviations = new ArrayList<>();
    for (Result result : report.results()) {
      if (result.outcome() instanceof Outcome.Failed failed) {
        deviations.add(deviation(result.check(), failed.failure()));
      }
    }
    return new Findings(
        report.claims().toString(),
        report.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        counts(report, Check.Kind.LAW),
        counts(report, Check.Kind.VECTOR),
        deviations);
  }

  private static Findings.Counts counts(Report report, Check.Kind kind) {
    long all = report.results().stream().filter(r -> r.check().kind() == kind).count();
    long passed = report.count(kind, Outcome.Passed.class);
    long failed = report.count(kind, Outcome.Failed.class);
    long notRun = report.count(kind, Outcome.NotRun.class);
    return new Findings.Counts(passed, failed, notRun, all - passed - failed - notRun);
  }

  private static Deviation deviation(Check check, Failure failure) {
    return new Deviation(
        check.kind() == Check.Kind.LAW,
        check.binding(),
        check.id(),
        check.title(),
        failure.what(),
        failure.operands().stream().map(operand -> operand.array().orElseThrow()).toList(),
        failure.mode(),
        // Not where it was thrown: line numbers are those of one JDK.
        failure.lines().stream().filter(line -> !line.startsWith("          at ")).toList());
  }
}
