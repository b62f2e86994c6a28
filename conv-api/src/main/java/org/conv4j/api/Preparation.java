package org.conv4j.api;

import java.util.Objects;

/** What prepared convolutions check. */
final class Preparation {
  private Preparation() {}

  /** Refuses a signal of another shape than was prepared for. */
  static void requireShape(NdArray signal, Shape prepared) {
    Objects.requireNonNull(signal, "signal");
    if (!signal.shape().equals(prepared)) {
      throw new IllegalArgumentException(
          "prepared for signals of shape " + prepared + ", not " + signal.shape());
    }
  }
}
