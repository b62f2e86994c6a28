package org.conv4j.verify.certificate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.run.Effort;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Plan;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Selection;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.Evidence;
import org.conv4j.verify.subject.SubjectKind;

/** Reports of real runs, short ones, made once for all tests. */
final class Samples {
  private static final Settings SHORT = Settings.of(Effort.SMOKE).withTries(3);

  static final Report DIRECT = run(new DirectConvolver(), SHORT, Plan.everything());

  static final Report CORRELATES = run(Wrong.correlates(), SHORT, Plan.everything());

  static final Report THROWS =
      run(
          Wrong.throwing(),
          SHORT,
          Plan.everything().withSelection(Selection.all().withIds(List.of("shape.*", "*.r3.*"))));

  static final Report HANGS =
      run(Wrong.hanging(), SHORT.withLimit(Duration.ofMillis(200)), Plan.everything());

  /** Layers whose bias is left out. */
  static final Report LAYERS =
      Runner.ofLayers(Wrong.layers(), SHORT).run(Plan.everything(SubjectKind.LAYER), r -> {});

  /** Not in the class whose initialiser runs them: their threads would wait for it. */
  private static final class Wrong {
    static Convolver correlates() {
      Convolver right = new DirectConvolver();
      return (a, b, mode) -> right.correlate(a, b, mode);
    }

    static LayerConvolver layers() {
      return (x, w, b, options) -> new DirectLayerConvolver().convolve(x, w, null, options);
    }

    static Convolver throwing() {
      return (a, b, mode) -> {
        throw new IllegalStateException("no such device");
      };
    }

    static Convolver hanging() {
      return (a, b, mode) -> {
        try {
          Thread.sleep(Duration.ofDays(1).toMillis());
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return null;
      };
    }
  }

  private Samples() {}

  private static Report run(Convolver convolver, Settings settings, Plan plan) {
    return new Runner(convolver, settings).run(plan, result -> {});
  }

  /** One part of a report, as a run of that part would have given it. */
  static Report shard(Report whole, int shard, int shards) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < whole.results().size(); i++) {
      Result result = whole.results().get(i);
      results.add(
          i % shards == shard - 1
              ? result
              : new Result(
                  result.check(),
                  new Outcome.Skipped("not in shard " + shard + "/" + shards),
                  Duration.ZERO,
                  Evidence.none()));
    }
    return with(whole, results, whole.selection().withShard(shard + "/" + shards));
  }

  private static Report with(Report it, List<Result> results, Selection selection) {
    return new Report(
        it.subject(),
        it.claims(),
        it.settings(),
        selection,
        it.expected(),
        it.java(),
        it.started(),
        it.time(),
        it.problems(),
        results);
  }

  /** A report with other results. */
  static Report with(Report report, List<Result> results) {
    return with(report, results, report.selection());
  }

  /** A report in which one check ended in another way. */
  static Report with(Report report, String id, Outcome outcome) {
    return changed(
        report,
        result ->
            result.check().id().equals(id)
                ? new Result(result.check(), outcome, result.time(), result.evidence())
                : result);
  }

  private static Report changed(Report report, Function<Result, Result> change) {
    return with(report, report.results().stream().map(change).toList());
  }

  /** A failure with arrays of a kind. */
  static Failure failure(NdArray array) {
    return new Failure(
        "it is wrong",
        List.of(array, NdArray.of(1.0, -0.0)),
        Optional.of(Mode.SAME),
        Optional.of(array),
        Optional.of(NdArray.of(Double.NaN, Double.NEGATIVE_INFINITY)),
        "exact/some/token",
        Optional.empty());
  }

  /** A failure with arrays that are too long to be written. */
  static Report withLongArrays() {
    NdArray array = NdArray.zeros(DType.COMPLEX64, Shape.of(ArrayForm.MOST + 1));
    return with(DIRECT, "exact", new Outcome.Failed(failure(array)));
  }

  /** What is expected to fail, and does. */
  static Report withExpected(ExpectedFailure entry) {
    Plan plan = Plan.everything().withExpected(new ExpectedFailures(List.of(entry)));
    return run(
        Wrong.correlates(),
        SHORT,
        new Plan(plan.checks(), plan.selection(), plan.expected(), LocalDate.EPOCH));
  }

  /** As if it had been written to a file and read. */
  static Report read(Report report) {
    return CertificateReader.read("a.json", Certificate.of(report));
  }
}
