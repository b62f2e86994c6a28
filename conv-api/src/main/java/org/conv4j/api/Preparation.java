package org.conv4j.api;

import java.util.Objects;

/** What prepared convolutions check. */
final class Preparation {
  private Preparation() {}

  /** Refuses an operand of another shape than was prepared for. */
  static void requireShape(NdArray in1, Shape prepared) {
    Objects.requireNonNull(in1, "in1");
    if (!in1.shape().equals(prepared)) {
      throw new IllegalArgumentException(
          "prepared for operands of shape " + prepared + ", not " + in1.shape());
    }
  }
}
