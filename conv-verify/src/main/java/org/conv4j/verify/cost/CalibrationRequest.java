package org.conv4j.verify.cost;

/**
 * A request to a {@link CalibrationBench}.
 *
 * @param convolver whose model; null to ask what models there are
 * @param sample the call
 * @param rounds how often it measures; 0 to call for a moment, to warm up
 * @param most calls that are estimated to take more seconds are declined
 */
public record CalibrationRequest(String convolver, Sample sample, int rounds, double most) {
  static CalibrationRequest models() {
    return new CalibrationRequest(null, null, 0, 0);
  }
}
