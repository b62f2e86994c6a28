package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Geometry;

/**
 * One axis of a convolution of a signal with a kernel: the elements that count, and the window that
 * is asked for. Elements of an operand that no output depends on do not count.
 *
 * @param signalExtent the extent of the signal's array
 * @param signalFrom the first element that counts
 * @param signal how many do
 * @param kernelExtent the extent of the kernel's array
 * @param kernelFrom the first element that counts
 * @param kernel how many do
 * @param from where the window begins in the full result of the elements that count
 * @param output the extent of the window
 */
record Span(
    int signalExtent,
    int signalFrom,
    int signal,
    int kernelExtent,
    int kernelFrom,
    int kernel,
    int from,
    int output) {

  private static final Span SCALAR = of(1, 1, 0, 1);

  /** One axis: extents of the operands, and offset and extent of the window. */
  static Span of(int n, int k, int offset, int output) {
    long end = (long) offset + output;
    int signalFrom = Math.max(0, offset - (k - 1));
    int kernelFrom = Math.max(0, offset - (n - 1));
    int signal = (int) Math.min(n, end) - signalFrom;
    int kernel = (int) Math.min(k, end) - kernelFrom;
    int from = offset - signalFrom - kernelFrom;
    return new Span(n, signalFrom, signal, k, kernelFrom, kernel, from, output);
  }

  /**
   * The axes along which something happens; if there is none, one that stands for a scalar.
   *
   * @param swapped whether the second operand is the signal, and the first the kernel
   */
  static List<Span> of(Geometry geometry, boolean swapped) {
    List<Span> spans = new ArrayList<>();
    for (int axis = 0; axis < geometry.in1().rank(); axis++) {
      int n = geometry.in1().extent(axis);
      int k = geometry.in2().extent(axis);
      if (n > 1 || k > 1) {
        int output = geometry.output().extent(axis);
        spans.add(of(swapped ? k : n, swapped ? n : k, geometry.offset(axis), output));
      }
    }
    return spans.isEmpty() ? List.of(SCALAR) : spans;
  }

  /**
   * The length from which one cyclic convolution holds the whole window. One of length {@code L}
   * adds (or, if it changes the sign of what comes around, subtracts) the full result's elements
   * {@code m + L} and {@code m - L} to element {@code m}; with {@code f} elements in the full
   * result and a window {@code [s, e)}, neither exists for an {@code m} in the window if {@code L
   * >= max(e, f - s)}.
   */
  long enough() {
    long full = (long) signal + kernel - 1;
    return Math.max((long) from + output, full - from);
  }
}
