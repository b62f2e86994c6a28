package org.conv4j.fft;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the spectra of tiles of several axes lie in an array, and in which order axes are
 * transformed. Rows come first, then other axes from that which is filled most, by the signal and
 * by the outputs, to that which is filled least: then the least is left to do for what is zero or
 * of no interest. The way back is the reverse.
 */
final class GridLayout {
  private final TilePlan plan;
  private final int[] strides;
  private final int size;
  private final List<Integer> order;

  /**
   * @param pairs of the spectrum of a row
   */
  GridLayout(TilePlan plan, int pairs) {
    this.plan = plan;
    int last = plan.rank() - 1;
    this.strides = new int[last];
    int stride = pairs;
    try {
      for (int axis = last - 1; axis >= 0; axis--) {
        strides[axis] = stride;
        stride = Math.multiplyExact(stride, plan.axis(axis).length());
      }
    } catch (ArithmeticException e) {
      throw (ArithmeticException)
          new ArithmeticException("more elements than a Java array holds: " + plan).initCause(e);
    }
    this.size = stride;
    this.order =
        IntStream.range(0, last)
            .map(axis -> last - 1 - axis)
            .boxed()
            .sorted(Comparator.comparingDouble(axis -> -filled(plan.axis(axis))))
            .toList();
  }

  private static double filled(TileAxis axis) {
    return ((double) axis.used() + axis.step()) / axis.length();
  }

  /** Complex numbers in a spectrum. */
  int size() {
    return size;
  }

  /** From one number to the next along an axis other than the last. */
  int stride(int axis) {
    return strides[axis];
  }

  /** The axes other than the last, as they are transformed. */
  List<Integer> order() {
    return order;
  }

  /** The axis that is transformed last, and first on the way back. */
  int turningAxis() {
    return order.get(order.size() - 1);
  }

  /** Where the spectrum of a row begins. */
  int row(int[] index) {
    int row = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      row += index[axis] * strides[axis];
    }
    return row;
  }

  /** A tile as a whole. */
  TileBox whole() {
    int[] lengths = plan.axes().stream().mapToInt(TileAxis::length).toArray();
    return new TileBox(new int[lengths.length], lengths);
  }
}
