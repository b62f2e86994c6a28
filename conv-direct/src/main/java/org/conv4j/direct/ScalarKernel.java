package org.conv4j.direct;

import java.util.function.Consumer;

/**
 * Plain loops that the compiler turns into vector code. For each output row, every pair of a row of
 * taps and the row of x that it meets adds a one-dimensional convolution; all axes clip their taps
 * and nothing is padded. Terms are added in the order of the taps, so that blocks and strips change
 * no bit.
 */
final class ScalarKernel<A> implements Kernel<A> {
  /** Outputs per strip: they stay in the first-level cache while all taps pass. */
  private static final int STRIP = 1024;

  /** Outputs in one block, about: small enough to share out, large enough to be worth a task. */
  private static final int BLOCK = 1 << 14;

  private final Taps<A> loops;

  ScalarKernel(Taps<A> loops) {
    this.loops = loops;
  }

  @Override
  public Consumer<Block> worker(DirectPlan plan, A x, A h, A y, boolean fresh) {
    RowPairs pairs = new RowPairs(plan);
    int last = plan.last();
    return block -> {
      for (int row : block.rows(plan.y())) {
        int to;
        for (int from = block.fromColumn(); from < block.toColumn(); from = to) {
          to = from + Math.min(block.toColumn() - from, STRIP);
          Strip<A> strip = new Strip<>(y, row * plan.columns(), from, to);
          pairs.first(row);
          do {
            Row<A> signal = new Row<>(x, pairs.xRow() * plan.x()[last], plan.x()[last]);
            Row<A> taps = new Row<>(h, pairs.hRow() * plan.h()[last], plan.h()[last]);
            addRow(signal, taps, plan.offset()[last], plan.step(), strip);
          } while (pairs.next());
        }
      }
    };
  }

  /** Whole rows of about {@link #BLOCK} outputs together, or parts of long ones. */
  @Override
  public int[] blockExtents(DirectPlan plan) {
    int[] extents = new int[plan.y().length];
    int room = BLOCK;
    for (int axis = plan.last(); axis >= 0; axis--) {
      extents[axis] = Math.min(plan.y()[axis], Math.max(1, room));
      room /= extents[axis];
    }
    return extents;
  }

  @Override
  public boolean inRange(A y, int from, int to, double tiny) {
    return loops.inRange(y, from, to, tiny);
  }

  /** A row of an operand: {@code data[start]} to {@code data[start + length - 1]}. */
  private record Row<A>(A data, int start, int length) {}

  /** Part of a row of the output that begins at {@code data[base]}: columns from, …, to - 1. */
  private record Strip<A>(A data, int base, int from, int to) {}

  /** Adds {@code sum over j of h[j] x[c + offset - j * step]} to every column c of a strip. */
  private void addRow(Row<A> x, Row<A> h, int offset, int step, Strip<A> y) {
    int j = 0;
    if (step == 1) {
      for (; j + 4 <= h.length; j += 4) {
        addFour(x, h, j, offset, y);
      }
    }
    for (; j < h.length; j++) {
      addTap(x, h, j, offset, step, y);
    }
  }

  /** Four neighbouring taps: together where all have a factor in x, elsewhere one by one. */
  private void addFour(Row<A> x, Row<A> h, int j, int offset, Strip<A> y) {
    int lo = begin(j + 3, offset, y);
    int hi = Math.max(lo, end(x, j, offset, y));
    for (int tap = j; tap < j + 4; tap++) {
      addTap(x, h, tap, offset, 1, new Strip<>(y.data, y.base, y.from, lo));
    }
    int shift = x.start + offset - j - y.base;
    loops.four(h.data, h.start + j, x.data, shift, y.data, y.base + lo, y.base + hi);
    for (int tap = j; tap < j + 4; tap++) {
      addTap(x, h, tap, offset, 1, new Strip<>(y.data, y.base, hi, y.to));
    }
  }

  /** One tap, over those columns of a strip at which it has a factor in x. */
  private void addTap(Row<A> x, Row<A> h, int tap, int offset, int step, Strip<A> y) {
    int lo = begin(tap * step, offset, y);
    int hi = end(x, tap * step, offset, y);
    int shift = x.start + offset - tap * step - y.base;
    loops.one(h.data, h.start + tap, x.data, shift, y.data, y.base + lo, y.base + hi);
  }

  /** The first column of a strip at which a tap has a factor in x. */
  private static <A> int begin(int back, int offset, Strip<A> y) {
    return Math.min(y.to, Math.max(y.from, back - offset));
  }

  /**
   * After the last column of a strip at which a tap has a factor in x; in longs, since the sum of
   * two lengths may not fit an int.
   */
  private static <A> int end(Row<A> x, int back, int offset, Strip<A> y) {
    return (int) Math.min(y.to, (long) x.length + back - offset);
  }
}
