package org.conv4j.verify.cost;

import java.util.List;
import org.conv4j.verify.bench.Answer;

/**
 * The answer of a {@link CalibrationBench}. Whatever was not asked for is null.
 *
 * @param error why it could not
 * @param java version and name of the virtual machine
 * @param models what models there are
 * @param counts how often each constant of the model counts in the call; empty if it was declined
 * @param seconds the times of the call, one for each round
 */
record CalibrationReply(
    String error, String java, List<Model> models, List<Double> counts, List<Double> seconds)
    implements Answer {
  /**
   * A model as it is in use.
   *
   * @param convolver the name of the convolver
   * @param names what the constants stand for
   * @param nanos the constants
   */
  record Model(String convolver, List<String> names, List<Double> nanos) {}

  static CalibrationReply models(String java, List<Model> models) {
    return new CalibrationReply(null, java, models, null, null);
  }

  static CalibrationReply declined() {
    return measured(List.of(), List.of());
  }

  static CalibrationReply measured(List<Double> counts, List<Double> seconds) {
    return new CalibrationReply(null, null, null, counts, seconds);
  }
}
