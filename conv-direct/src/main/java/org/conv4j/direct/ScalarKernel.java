package org.conv4j.direct;

/**
 * Plain loops that the compiler turns into vector code. For each output row, every pair of a row of
 * taps and the row of x that it meets adds a one-dimensional convolution; all axes clip their taps
 * and nothing is padded. Terms are added in the order of the taps, so that blocks and strips change
 * no bit.
 *
 * <p>The compiler vectorises a loop only if all arrays in it are read at the same index. So a strip
 * of outputs is summed in an array of its own, and the factors of each tap are copied to another:
 * they stay in the first-level cache, and it is twice as fast as a loop that reads x in place.
 */
final class ScalarKernel<A> implements Kernel<A> {
  /** Outputs per strip, at most: with the factors of four taps they fit a first-level cache. */
  private static final int STRIP = 640;

  /** Outputs in one block, about: small enough to share out, large enough to be worth a task. */
  private static final int BLOCK = 1 << 14;

  private final Taps<A> loops;

  private final Work term;

  /** With loops on elements of a type, and what a term of that type is. */
  ScalarKernel(Taps<A> loops, Work term) {
    this.loops = loops;
    this.term = term;
  }

  @Override
  public Kernel.Worker<A> worker(DirectPlan plan) {
    return new Worker(plan);
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
  public void count(DirectPlan plan, Tally tally) {
    new ScalarWork(plan, STRIP).addTo(tally, term);
  }

  @Override
  public boolean inRange(A y, int from, int to, double tiny) {
    return loops.inRange(y, from, to, tiny);
  }

  private final class Worker implements Kernel.Worker<A> {
    private final DirectPlan plan;
    private Rows<A> x;
    private A h;
    private Rows<A> y;

    /** Whether the output counts as zero before. */
    private boolean fresh;

    private final RowPairs pairs;
    private final A sums;
    private final A zeros;

    /** Where the rows of the current pair begin, and the array that has that of x. */
    private int xRow;

    private Object xArray;

    private int hRow;

    /** The factors of one, two or four neighbouring taps, for the outputs of a strip. */
    private final A a;

    private final A b;
    private final A c;
    private final A d;

    Worker(DirectPlan plan) {
      this.plan = plan;
      this.pairs = new RowPairs(plan);
      int length = Math.min(STRIP, plan.columns());
      this.sums = loops.newArray(length);
      this.zeros = loops.newArray(length);
      this.a = loops.newArray(length);
      this.b = loops.newArray(length);
      this.c = loops.newArray(length);
      this.d = loops.newArray(length);
    }

    @Override
    public void begin(Rows<A> x, A h, Rows<A> y, boolean fresh) {
      this.x = x;
      this.h = h;
      this.y = y;
      this.fresh = fresh;
    }

    @Override
    public void end(boolean sameTaps) {
      begin(null, null, null, false);
      xArray = null;
    }

    @Override
    public void compute(Block block) {
      int columns = block.toColumn() - block.fromColumn();
      int strips = (columns - 1) / STRIP + 1;
      int strip = (columns - 1) / strips + 1;
      for (int row : block.rows(plan.y())) {
        A outputs = y.array(row);
        int start = y.start(row, plan.columns());
        for (int from = block.fromColumn(); from < block.toColumn(); from += strip) {
          int length = Math.min(strip, block.toColumn() - from);
          int at = start + from;
          System.arraycopy(fresh ? zeros : outputs, fresh ? 0 : at, sums, 0, length);
          pairs.first(row);
          do {
            addRow(from, length);
          } while (pairs.next());
          System.arraycopy(sums, 0, outputs, at, length);
        }
      }
    }

    /** Adds {@code sum over j of h[j] x[c + offset - j * step]} for a pair of rows. */
    private void addRow(int column, int length) {
      int last = plan.last();
      int taps = plan.h()[last];
      int step = plan.step();
      int extent = plan.x()[last];
      xRow = x.start(pairs.xRow(), extent);
      xArray = x.array(pairs.xRow());
      hRow = pairs.hRow() * taps;
      // From an output of the strip to the factor of tap 0 in the row of x.
      long shift = (long) column + plan.offset()[last];
      int j = 0;
      for (int group = 4; group > 0; group /= 2) {
        for (; j + group <= taps; j += group) {
          // From lo to hi all taps have a factor in x; outside, each is clipped by itself.
          int lo = begin(shift - (j + group - 1L) * step, length);
          int hi = Math.max(lo, end(shift - (long) j * step, extent, length));
          if (group > 1) {
            clipped(j, group, shift, 0, lo);
            clipped(j, group, shift, hi, length);
          }
          if (lo < hi) {
            together(j, group, shift, lo, hi);
          }
        }
      }
    }

    /** Taps one by one, for those of some outputs of the strip at which they have a factor in x. */
    private void clipped(int j, int group, long shift, int from, int to) {
      for (int tap = j; tap < j + group; tap++) {
        long back = shift - (long) tap * plan.step();
        int lo = Math.max(from, begin(back, to));
        int hi = end(back, plan.x()[plan.last()], to);
        if (lo < hi) {
          together(tap, 1, shift, lo, hi);
        }
      }
    }

    /** Neighbouring taps that all have their factors in x. */
    private void together(int tap, int group, long shift, int lo, int hi) {
      int step = plan.step();
      int from = (int) (xRow + shift + lo) - tap * step;
      System.arraycopy(xArray, from, a, lo, hi - lo);
      if (group > 1) {
        System.arraycopy(xArray, from - step, b, lo, hi - lo);
      }
      if (group > 2) {
        System.arraycopy(xArray, from - 2 * step, c, lo, hi - lo);
        System.arraycopy(xArray, from - 3 * step, d, lo, hi - lo);
      }
      switch (group) {
        case 1 -> loops.one(h, hRow + tap, a, sums, lo, hi);
        case 2 -> loops.two(h, hRow + tap, a, b, sums, lo, hi);
        default -> loops.four(h, hRow + tap, a, b, c, d, sums, lo, hi);
      }
    }

    /** The first output of a strip whose factor is not before x. */
    private static int begin(long shift, int length) {
      return (int) Math.min(length, Math.max(0, -shift));
    }

    /** After the last output of a strip whose factor is not behind x. */
    private static int end(long shift, int extent, int length) {
      return (int) Math.min(length, extent - shift);
    }
  }
}
