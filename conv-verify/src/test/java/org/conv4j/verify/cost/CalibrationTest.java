package org.conv4j.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.internal.CostModel;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.measure.WorkerFailure;
import org.junit.jupiter.api.Test;

/** The way from calls to constants, with times that are made up. */
class CalibrationTest {
  private static final List<String> NAMES = List.of("call", "output", "tap", "never");
  private static final List<Double> TRUE = List.of(200.0, 0.5, 2.0);

  /** How many times as long as at first everything takes from some measurement on. */
  private double later = 1;

  private int measured;
  private final List<Sample> warmed = new ArrayList<>();

  /** Calls take what the true constants say; the model in use takes all for a nanosecond. */
  private CalibrationBench.Reply answer(CalibrationBench.Request request) {
    if (request.convolver() == null) {
      return CalibrationBench.Reply.models(
          "a Java",
          List.of(
              new CalibrationBench.Model("mine", NAMES, List.of(1.0, 1.0, 1.0, 7.0)),
              new CalibrationBench.Model("other", NAMES, List.of(1.0, 1.0, 1.0, 7.0))));
    }
    if (request.rounds() == 0) {
      warmed.add(request.sample());
      return CalibrationBench.Reply.measured(List.of(), List.of());
    }
    Geometry geometry = request.sample().geometry();
    List<Double> counts =
        List.of(1.0, (double) geometry.output().size(), (double) geometry.in2().size(), 0.0);
    double nanos = 0;
    for (int i = 0; i < TRUE.size(); i++) {
      nanos += counts.get(i) * TRUE.get(i);
    }
    if (nanos * 1e-9 > request.most()) {
      return CalibrationBench.Reply.declined();
    }
    double seconds = nanos * 1e-9 * (++measured > 60 ? later : 1);
    return CalibrationBench.Reply.measured(counts, List.of(seconds, seconds, 50 * seconds));
  }

  private CalibrationReport report(int count) throws WorkerFailure {
    Calibration calibration =
        new Calibration(this::answer, java -> ChoiceTextTest.MACHINE, 3, 0.001);
    assertThat(calibration.models()).containsExactly("mine", "other");
    return calibration.run(
        List.of("mine"),
        () -> new Draw(List.of(1, 2), List.of(Mode.FULL), List.of(DType.FLOAT64), 1),
        count,
        sample -> {});
  }

  private static String text(CalibrationReport report) {
    StringWriter text = new StringWriter();
    new CalibrationText(new PrintWriter(text, true)).write(report);
    return text.toString();
  }

  @Test
  void the_constants_are_found_and_long_calls_left_out() throws WorkerFailure {
    ModelFit fit = report(60).fits().get(0);
    assertThat(fit.measurements()).hasSize(60).allMatch(one -> one.nanos() <= 1e6);
    for (int i = 0; i < TRUE.size(); i++) {
      assertThat(fit.fitted().get(i)).isCloseTo(TRUE.get(i), within(1e-4));
    }
    assertThat(fit.fitted().get(3)).isNaN();
    assertThat(fit.drift()).isCloseTo(1, within(1e-12));
  }

  @Test
  void the_table_says_what_matters_and_what_was_not_measured() throws WorkerFailure {
    String text = text(report(60));
    assertThat(text)
        .contains("## mine, 60 calls", "not measured, because they count in none")
        .containsPattern("\\| call +\\| +1.000 \\| +200.0 \\| +60 \\| +\\d+ \\|")
        .containsPattern("\\| never +\\| +7.000 \\| not measured \\| +0 \\| +0 \\|")
        .containsPattern("\\| +\\| +\\| fitted +\\| +1.00 \\| +100 % \\| +100 % \\| +100 % \\|")
        .containsPattern("\\| rank 1 +\\| +\\d+ \\| in use ")
        .contains("took 1.00 times as long")
        .doesNotContain("do not use these constants", "other");
  }

  @Test
  void a_machine_that_changes_meanwhile_is_noticed() throws WorkerFailure {
    later = 1.5;
    assertThat(text(report(60)))
        .contains("took 1.50 times as long", "so do not use these constants");
  }

  @Test
  void the_tree_has_no_number_for_what_was_not_measured() throws WorkerFailure {
    Map<?, ?> model = (Map<?, ?>) ((List<?>) report(10).tree().get("models")).get(0);
    assertThat((List<?>) model.get("constants"))
        .extracting(one -> ((Map<?, ?>) one).get("fittedNanos") == null)
        .containsExactly(false, false, false, true);
    assertThat((List<?>) model.get("measurements")).hasSize(10);
  }

  @Test
  void warming_up_goes_over_many_calls() throws WorkerFailure {
    Draw draw = new Draw(List.of(1), List.of(Mode.FULL), List.of(DType.FLOAT64), 2);
    new Calibration(this::answer, java -> ChoiceTextTest.MACHINE, 3, 1)
        .warmUp(List.of("mine", "other"), draw, Duration.ofMillis(50));
    assertThat(warmed.stream().distinct().count()).isGreaterThan(5);
  }

  /** One constant, for a call as such. */
  private record OneConstant(double nanos1, double count) implements CostModel {
    @Override
    public String convolver() {
      return "direct";
    }

    @Override
    public List<String> names() {
      return List.of("call");
    }

    @Override
    public double[] nanos() {
      return new double[] {nanos1};
    }

    @Override
    public double[] counts(Geometry geometry, DType dtype) {
      return new double[] {count};
    }
  }

  private static CalibrationBench.Reply timed(CostModel model) {
    Sample sample = new Sample(DType.INT64, Mode.SAME, List.of(9), List.of(3));
    return new CalibrationBench(List.of(model), name -> new DirectConvolver())
        .answer(new CalibrationBench.Request("direct", sample, 2, 0.1));
  }

  @Test
  void the_worker_times_what_the_model_admits() {
    CalibrationBench.Reply reply = timed(new OneConstant(100, 1));
    assertThat(reply.counts()).containsExactly(1.0);
    assertThat(reply.seconds()).hasSize(2).allMatch(seconds -> seconds > 0 && seconds < 0.1);
  }

  @Test
  void the_worker_declines_what_is_too_long_or_beyond_the_implementation() {
    assertThat(timed(new OneConstant(1e9, 1)).counts()).isEmpty();
    assertThat(timed(new OneConstant(1, Double.POSITIVE_INFINITY)).counts()).isEmpty();
    assertThat(timed(new OneConstant(0, Double.POSITIVE_INFINITY)).counts()).isEmpty();
  }
}
