package org.conv4j.verify.html;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.operand.Place;
import org.conv4j.verify.run.Check.Kind;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.FixedCheck;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.subject.Evidence;
import org.conv4j.verify.subject.Observation;

/** Reports to write pages of. */
final class Reports {
  /** Markup, quotes, what is not to be seen, what turns the text, and what is to stay. */
  static final String HOSTILE =
      "</pre><script>alert(1)</script><img src=x onerror=alert(2)> \" onmouseover=\"alert(3)\""
          + " '`{{x}} & &amp; \0\u0007\u001b[31m\u007f\u0085 \u202egnp.exe \ud800 \ufffe 🙂";

  private Reports() {}

  static Report of(String subject, Result... results) {
    return FixedCheck.report(subject, List.of(), List.of(results));
  }

  static Result law(String id, Outcome outcome) {
    return result(new FixedCheck(Kind.LAW, id, true, outcome), Evidence.none());
  }

  static Result should(String id, Outcome outcome) {
    return result(new FixedCheck(Kind.LAW, id, false, outcome), Evidence.none());
  }

  static Result smoke(String id, Outcome outcome) {
    return result(new FixedCheck(Kind.LAW, id, true, outcome).first(), Evidence.none());
  }

  static Result vector(String id, Outcome outcome) {
    return result(new FixedCheck(Kind.VECTOR, id, true, outcome), Evidence.none());
  }

  static Result result(FixedCheck check, Evidence evidence) {
    return new Result(check, check.outcome(), Duration.ZERO, evidence);
  }

  static Result observed(String id, Outcome outcome, Observation... observations) {
    Evidence evidence =
        new Evidence(
            observations.length,
            0,
            Map.of(Accuracy.NORMWISE, 0.25),
            new TreeMap<>(Map.of(new Place(Mode.FULL, 1), observations.length)),
            Arrays.asList(observations));
    return result(new FixedCheck(Kind.LAW, id, true, outcome), evidence);
  }

  static Result covered(String id, Mode mode, int rank, int times) {
    Evidence evidence =
        new Evidence(
            times, 0, Map.of(), new TreeMap<>(Map.of(new Place(mode, rank), times)), List.of());
    return result(new FixedCheck(Kind.LAW, id, true, Outcome.Passed.WHOLE), evidence);
  }

  static Observation observation(String regime, long terms, double fraction) {
    return new Observation(DType.FLOAT64, regime, terms, fraction, terms);
  }

  static Outcome failed(String what, String token) {
    return new Outcome.Failed(failure(what, token));
  }

  /** A failure of a call that gave nothing. */
  static Failure lost(String what, String token) {
    return new Failure(
        what,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        token,
        Optional.empty());
  }

  static Failure failure(String what, String token) {
    return new Failure(
        what,
        List.of(NdArray.of(1.0), NdArray.of(2.0)),
        Optional.of(Mode.FULL),
        Optional.of(NdArray.of(2.0)),
        Optional.of(NdArray.of(3.0)),
        token,
        Optional.empty());
  }

  /**
   * A report in which every text that can come from elsewhere is hostile, and very long besides.
   */
  static Report hostile() {
    String text = HOSTILE + "x".repeat(3000);
    List<Result> results = new ArrayList<>();
    results.add(smoke("root", failed(text, text)));
    results.add(law("law", failed(text, text)));
    results.add(vector("lib.vector", failed(text, text)));
    results.add(law("skipped", new Outcome.Skipped(text)));
    results.add(law("unclaimed", new Outcome.NotClaimed(text)));
    results.add(vector("lib.late", new Outcome.NotRun(text)));
    results.add(law("remarked", new Outcome.Passed(Optional.of(text), Optional.of(text))));
    results.add(
        law(
            "expected",
            new Outcome.Expected(
                failure(text, text), new ExpectedFailure("e*", text, text, LocalDate.EPOCH))));
    results.add(
        observed(
            "observed",
            Outcome.Passed.WHOLE,
            observation(text, 3, 0.5),
            observation("range", 100, Double.POSITIVE_INFINITY)));
    return FixedCheck.report(text, List.of(text), results);
  }
}
