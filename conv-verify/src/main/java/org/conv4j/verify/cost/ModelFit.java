package org.conv4j.verify.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.measure.Statistics;

/**
 * The constants of one model, as they are in use and as they fit what was measured.
 *
 * @param convolver whose model it is
 * @param names what the constants stand for
 * @param inUse the constants in use, in nanoseconds
 * @param fitted the constants that fit, in nanoseconds; NaN for those that count in no measurement
 * @param measurements what was measured
 * @param drift how many times as long calls took that were measured again in the end, the median;
 *     NaN without any
 */
record ModelFit(
    String convolver,
    List<String> names,
    List<Double> inUse,
    List<Double> fitted,
    List<Measured> measurements,
    double drift) {
  /** A constant matters in a call if it has at least this share of the estimate. */
  static final double PART = 0.1;

  ModelFit {
    names = List.copyOf(names);
    inUse = List.copyOf(inUse);
    fitted = List.copyOf(fitted);
    measurements = List.copyOf(measurements);
  }

  /**
   * A call that was measured.
   *
   * @param sample the call
   * @param counts how often each constant counts
   * @param rounds its times in seconds
   */
  record Measured(Sample sample, List<Double> counts, List<Double> rounds) {
    Measured {
      counts = List.copyOf(counts);
      rounds = List.copyOf(rounds);
    }

    /** The median time in nanoseconds. */
    double nanos() {
      return Statistics.median(rounds) * 1e9;
    }

    /** The share of an estimate that is due to one constant; 0 if the constant is NaN. */
    double part(List<Double> constants, int which) {
      double part = counts.get(which) * constants.get(which);
      return Double.isNaN(part) ? 0 : part;
    }

    double estimate(List<Double> constants) {
      double sum = 0;
      for (int i = 0; i < constants.size(); i++) {
        sum += part(constants, i);
      }
      return sum;
    }

    /** The estimate by the time. */
    double ratio(List<Double> constants) {
      return estimate(constants) / nanos();
    }

    /** How many times the estimate is too long or too short, at least 1. */
    double factor(List<Double> constants) {
      double ratio = ratio(constants);
      return Math.max(ratio, 1 / ratio);
    }
  }

  static ModelFit of(CalibrationBench.Model model, List<Measured> measurements, double drift) {
    double[][] counts =
        measurements.stream()
            .map(one -> one.counts().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    double[] constants =
        Fit.constants(counts, measurements.stream().mapToDouble(Measured::nanos).toArray());
    List<Double> fitted = new ArrayList<>();
    for (int j = 0; j < model.names().size(); j++) {
      fitted.add(j < constants.length ? constants[j] : Double.NaN);
    }
    return new ModelFit(
        model.convolver(), model.names(), model.nanos(), fitted, measurements, drift);
  }

  /** In how many calls a constant counts at all. */
  long counts(int which) {
    return measurements.stream().filter(one -> one.counts().get(which) > 0).count();
  }

  /** In how many calls a constant has a considerable share of the fitted estimate. */
  long matters(int which) {
    return measurements.stream()
        .filter(one -> one.part(fitted, which) >= PART * one.estimate(fitted))
        .filter(one -> one.part(fitted, which) > 0)
        .count();
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("convolver", convolver);
    tree.put("drift", orNull(drift));
    List<Map<String, Object>> constants = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Map<String, Object> constant = new LinkedHashMap<>();
      constant.put("name", names.get(i));
      constant.put("inUseNanos", inUse.get(i));
      constant.put("fittedNanos", orNull(fitted.get(i)));
      constant.put("countsIn", counts(i));
      constant.put("mattersIn", matters(i));
      constants.add(constant);
    }
    tree.put("constants", constants);
    tree.put("measurements", measurements.stream().map(this::tree).toList());
    return tree;
  }

  private Map<String, Object> tree(Measured one) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("in1", one.sample().in1());
    tree.put("in2", one.sample().in2());
    tree.put("mode", one.sample().mode());
    tree.put("dtype", one.sample().dtype().numpyName());
    tree.put("counts", one.counts());
    tree.put("seconds", one.rounds());
    tree.put("inUseSeconds", one.estimate(inUse) * 1e-9);
    tree.put("fittedSeconds", one.estimate(fitted) * 1e-9);
    return tree;
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
