package org.conv4j.verify.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.internal.CostModel;
import org.conv4j.verify.measure.Service;

/**
 * Times calls of the convolvers that have a cost model, in a process that holds them all, and lets
 * the model count each call.
 */
public final class CalibrationBench implements Service.Clerk<CalibrationBench.Request> {
  /**
   * What is asked.
   *
   * @param convolver whose model; null to ask what models there are
   * @param sample the call
   * @param rounds how often it measures; 0 to call for a moment, to warm up
   * @param most calls that are estimated to take more seconds are declined
   */
  public record Request(String convolver, Sample sample, int rounds, double most) {
    static Request models() {
      return new Request(null, null, 0, 0);
    }
  }

  /**
   * A model as it is in use.
   *
   * @param convolver the name of the convolver
   * @param names what the constants stand for
   * @param nanos the constants
   */
  record Model(String convolver, List<String> names, List<Double> nanos) {}

  /**
   * The answer. What was not asked for is null.
   *
   * @param error why there is none
   * @param java version and name of the virtual machine
   * @param models what models there are
   * @param counts how often each constant of the model counts in the call; empty if it was declined
   * @param seconds the times of the call, one for each round
   */
  record Reply(
      String error, String java, List<Model> models, List<Double> counts, List<Double> seconds)
      implements Service.Answer {
    static Reply models(String java, List<Model> models) {
      return new Reply(null, java, models, null, null);
    }

    static Reply declined() {
      return measured(List.of(), List.of());
    }

    static Reply measured(List<Double> counts, List<Double> seconds) {
      return new Reply(null, null, null, counts, seconds);
    }
  }

  private final List<CostModel> models;
  private final Function<String, Convolver> convolvers;

  /** Serves all models that are present. */
  public CalibrationBench() {
    this(present(), Convolvers::named);
  }

  CalibrationBench(List<CostModel> models, Function<String, Convolver> convolvers) {
    this.models = List.copyOf(models);
    this.convolvers = convolvers;
  }

  private static List<CostModel> present() {
    List<CostModel> found = new ArrayList<>();
    ServiceLoader.load(CostModel.class, CostModel.class.getClassLoader()).forEach(found::add);
    found.sort(Comparator.comparing(CostModel::convolver));
    return found;
  }

  @Override
  public Reply answer(Request request) {
    if (request.convolver() == null) {
      return Reply.models(
          System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"),
          models.stream().map(CalibrationBench::facts).toList());
    }
    CostModel model =
        models.stream()
            .filter(one -> one.convolver().equals(request.convolver()))
            .findFirst()
            .orElseThrow();
    Convolver convolver = convolvers.apply(request.convolver());
    Sample sample = request.sample();
    DType dtype = sample.dtype();
    Geometry geometry = sample.geometry();
    double[] counts = model.counts(geometry, dtype);
    // Not at most: an estimate that is NaN is none to rely on.
    if (!(model.estimateNanos(geometry, dtype) * 1e-9 <= request.most())
        || !Arrays.stream(counts).allMatch(Double::isFinite)
        || !convolver.capabilities().claims(sample.rank(), dtype, dtype, sample.mode())) {
      return Reply.declined();
    }
    return Reply.measured(list(counts), seconds(convolver, request));
  }

  private static Model facts(CostModel model) {
    return new Model(model.convolver(), model.names(), list(model.nanos()));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<Double> seconds(Convolver convolver, Request request) {
    NdArray in1 = request.sample().first();
    NdArray in2 = request.sample().second();
    Timing timing = new Timing(() -> convolver.convolve(in1, in2, request.sample().mode()));
    double warm = timing.warmUp();
    if (request.rounds() > 0 && warm > request.most()) {
      return List.of(warm); // the estimate was wrong: this is enough to know
    }
    for (int round = 0; round < request.rounds(); round++) {
      timing.measure();
    }
    return timing.seconds();
  }
}
