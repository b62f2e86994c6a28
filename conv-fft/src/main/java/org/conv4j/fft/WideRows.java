package org.conv4j.fft;

import org.conv4j.fft.RowArithmetic.LanePart;

/**
 * Transforms of rows, of which as many as there are lanes stand side by side, upright. A real row
 * of length 2n is a complex one of length n: its upper half is the imaginary part of its lower
 * half, and the transform is that of {@link BatchPlan.Key#folded}. A complex row is taken as it is.
 */
final class WideRows<A> {
  private final WideTransform transform;
  private final RowArithmetic<A> arithmetic;
  private final int pairs;
  private final boolean complex;

  WideRows(WideTransform transform, RowArithmetic<A> arithmetic, boolean complex) {
    this.transform = transform;
    this.arithmetic = arithmetic;
    this.pairs = transform.length();
    this.complex = complex;
  }

  /** Which transform rows of a length need. */
  static BatchPlan.Key key(int length, boolean complex) {
    return complex ? BatchPlan.Key.complex(length) : BatchPlan.Key.folded(length / 2);
  }

  RowArithmetic<A> arithmetic() {
    return arithmetic;
  }

  /** How many rows stand side by side. */
  int width() {
    return arithmetic.width();
  }

  /** Complex numbers of a row's spectrum. */
  int pairs() {
    return pairs;
  }

  A[] block() {
    return arithmetic.rows(pairs);
  }

  /** Sets a block to zero. */
  void clear(A[] block) {
    for (A row : block) {
      arithmetic.clear(row, 0, 2 * arithmetic.width());
    }
  }

  /**
   * Copies numbers of rows into lanes; other lanes and numbers stay as they are.
   *
   * @param starts where number 0 of the row of each lane is, or would be, in the array
   * @param lanes from the first lane to the end of lanes
   */
  void load(Channel<A> x, int[] starts, Range lanes, Range numbers, A[] block) {
    int width = arithmetic.width();
    if (complex) {
      arithmetic.loadLanes(x.re(), starts, lanes(lanes, numbers, 0), block, 0);
      arithmetic.loadLanes(x.im().orElseThrow(), starts, lanes(lanes, numbers, 0), block, width);
      return;
    }
    arithmetic.loadLanes(x.re(), starts, lanes(lanes, numbers.below(pairs), 0), block, 0);
    arithmetic.loadLanes(x.re(), starts, lanes(lanes, numbers.from(pairs), pairs), block, width);
  }

  /** Copies numbers of rows out of lanes. */
  void store(A[] block, Channel<A> y, int[] starts, Range lanes, Range numbers) {
    int width = arithmetic.width();
    if (complex) {
      arithmetic.storeLanes(block, 0, y.re(), starts, lanes(lanes, numbers, 0));
      arithmetic.storeLanes(block, width, y.im().orElseThrow(), starts, lanes(lanes, numbers, 0));
      return;
    }
    arithmetic.storeLanes(block, 0, y.re(), starts, lanes(lanes, numbers.below(pairs), 0));
    arithmetic.storeLanes(block, width, y.re(), starts, lanes(lanes, numbers.from(pairs), pairs));
  }

  /** Copies spectra out of lanes. */
  void split(A[] block, A re, A im, int[] starts, Range lanes) {
    LanePart all = lanes(lanes, new Range(0, pairs), 0);
    arithmetic.storeLanes(block, 0, re, starts, all);
    arithmetic.storeLanes(block, arithmetic.width(), im, starts, all);
  }

  /** Copies spectra into lanes. */
  void join(A re, A im, int[] starts, Range lanes, A[] block) {
    LanePart all = lanes(lanes, new Range(0, pairs), 0);
    arithmetic.loadLanes(re, starts, all, block, 0);
    arithmetic.loadLanes(im, starts, all, block, arithmetic.width());
  }

  private static LanePart lanes(Range lanes, Range numbers, int shift) {
    return new LanePart(lanes.from, lanes.end, numbers.from, numbers.end, shift);
  }

  /** Transforms rows of which the numbers from {@code end} on are zero. */
  void forward(A[] block, int end, int lanes) {
    transform.forward(block, Math.min(end, pairs), lanes, arithmetic);
  }

  /** Transforms back, as far as some numbers need it. */
  void inverse(A[] block, Range numbers, int lanes) {
    if (numbers.end <= pairs) {
      transform.inverse(block, numbers.from, numbers.end, lanes, arithmetic);
    } else if (numbers.from >= pairs) {
      transform.inverse(block, numbers.from - pairs, numbers.end - pairs, lanes, arithmetic);
    } else {
      transform.inverse(block, 0, pairs, lanes, arithmetic);
    }
  }

  /**
   * Whole numbers from one to another.
   *
   * @param from the first
   * @param end the end, which is not among them
   */
  record Range(int from, int end) {
    Range below(int bound) {
      return new Range(from, Math.min(end, bound));
    }

    Range from(int bound) {
      return new Range(Math.max(from, bound), end);
    }

    boolean covers(int count) {
      return from == 0 && end == count;
    }
  }
}
