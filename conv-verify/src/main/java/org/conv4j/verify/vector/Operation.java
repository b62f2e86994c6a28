package org.conv4j.verify.vector;

/** What a golden vector asks for. */
public enum Operation {
  /** The convolution {@code in1 * in2}. */
  CONVOLVE,
  /**
   * The correlation: {@code in1} convolved with {@code in2} reversed on every axis and conjugated.
   *
   * <p>NumPy's {@code same} has a different window if {@code in2} is longer: {@code
   * numpy.correlate} swaps the operands, then reverses and conjugates the result. The window
   * therefore begins at {@code n/2} of the full result, where {@code n} is the extent of {@code
   * in1}, not at {@code (n-1)/2}.
   */
  CORRELATE
}
