package org.conv4j.verify.bench;

import java.util.List;

/**
 * How many multiply-adds a core can make.
 *
 * @param rates in a second, for each round; empty if that was not measured
 * @param trouble why the calibration loop failed; empty if it did not
 */
record Peak(List<Double> rates, String trouble) {
  static final Peak NONE = new Peak(List.of(), "");

  Peak {
    rates = List.copyOf(rates);
  }

  static Peak of(double multiplyAdds, Measurement calibration) {
    return new Peak(
        calibration.seconds().stream().map(seconds -> multiplyAdds / seconds).toList(),
        calibration.reason());
  }
}
