package org.conv4j.direct;

import org.conv4j.direct.DirectPlan.Block;

/**
 * Plain loops that the compiler turns into vector code. For each output row, every pair of a row of
 * taps and the row of x that it meets adds a one-dimensional convolution; outer axes thus clip
 * their taps and nothing is padded. Terms are added in the order of the taps, so that blocks and
 * strips change no bit.
 */
final class ScalarKernel implements Kernel {
  /** Outputs per strip: 8 KiB of output stay in the first-level cache while all taps pass. */
  private static final int STRIP = 1024;

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public double nanosPerCall() {
    return 60;
  }

  @Override
  public double nanosPerTerm() {
    return 0.25;
  }

  @Override
  public void convolve(DirectPlan plan, double[] x, double[] h, double[] y, Block block) {
    RowPairs pairs = new RowPairs(plan);
    int last = plan.last();
    for (int row = block.fromRow(); row < block.toRow(); row++) {
      int base = row * plan.columns();
      for (int from = block.fromColumn(); from < block.toColumn(); from += STRIP) {
        int to = Math.min(block.toColumn(), from + STRIP);
        pairs.first(row);
        do {
          Row signal = new Row(x, pairs.xRow() * plan.x()[last], plan.x()[last]);
          Row taps = new Row(h, pairs.hRow() * plan.h()[last], plan.h()[last]);
          addRow(signal, taps, plan.offset()[last], y, base, from, to);
        } while (pairs.next());
      }
    }
  }

  /** A row of an array: {@code data[start]} to {@code data[start + length - 1]}. */
  @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
  private record Row(double[] data, int start, int length) {}

  /** Adds {@code sum over j of h[j] x[c + offset - j]} to {@code y[base + c]}, from <= c < to. */
  private static void addRow(Row x, Row h, int offset, double[] y, int base, int from, int to) {
    int j = 0;
    for (; j + 4 <= h.length; j += 4) {
      // From lo to hi all four taps have a factor in x; outside, each is clipped by itself.
      int lo = Math.min(to, Math.max(from, j + 3 - offset));
      int hi = Math.min(to, Math.max(lo, x.length + j - offset));
      for (int tap = j; tap < j + 4; tap++) {
        addTap(x, h, tap, offset, y, base, from, lo);
      }
      addFour(h.data, h.start + j, x.data, x.start + offset - j - base, y, base + lo, base + hi);
      for (int tap = j; tap < j + 4; tap++) {
        addTap(x, h, tap, offset, y, base, hi, to);
      }
    }
    for (; j < h.length; j++) {
      addTap(x, h, j, offset, y, base, from, to);
    }
  }

  /** One tap over those columns from {@code from} to {@code to} at which it has a factor in x. */
  private static void addTap(
      Row x, Row h, int tap, int offset, double[] y, int base, int from, int to) {
    int lo = Math.max(from, tap - offset);
    int hi = Math.min(to, x.length + tap - offset);
    double weight = h.data[h.start + tap];
    double[] data = x.data;
    int shift = x.start + offset - tap;
    for (int c = lo; c < hi; c++) {
      y[base + c] += weight * data[c + shift];
    }
  }

  /** Four neighbouring taps at once over y[from] to y[to - 1]: one load and store of y for four. */
  private static void addFour(
      double[] h, int tap, double[] x, int shift, double[] y, int from, int to) {
    double h0 = h[tap];
    double h1 = h[tap + 1];
    double h2 = h[tap + 2];
    double h3 = h[tap + 3];
    for (int i = from; i < to; i++) {
      y[i] =
          y[i]
              + h0 * x[i + shift]
              + h1 * x[i + shift - 1]
              + h2 * x[i + shift - 2]
              + h3 * x[i + shift - 3];
    }
  }
}
