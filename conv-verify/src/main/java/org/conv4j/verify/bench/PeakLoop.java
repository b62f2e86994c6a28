package org.conv4j.verify.bench;

/** A loop of multiply-adds that wait for nothing: not for memory, and not for each other. */
interface PeakLoop {
  /** The fact that tells {@link #multiplyAdds()}. */
  String MULTIPLY_ADDS = "multiplyAdds";

  /** Runs the loop once; the result depends on all that was computed. */
  double run();

  /** How many multiply-adds one run makes. */
  long multiplyAdds();
}
