package org.conv4j.api;

/**
 * Whose rules decide the shape of a result.
 *
 * <p>The two agree on every value of the full result. They differ in {@link Mode#SAME}: SciPy
 * returns as many elements as the first operand has, so its {@code same} does not commute. NumPy
 * returns as many as the longer operand has. NumPy's convention is one-dimensional and takes a
 * scalar as an array of one element. Both refuse empty operands here; SciPy itself gives them
 * several different answers.
 */
public enum Convention {
  /** {@code scipy.signal.convolve}: any rank. */
  SCIPY,
  /** {@code numpy.convolve}: rank 1, scalars promoted to it. */
  NUMPY
}
