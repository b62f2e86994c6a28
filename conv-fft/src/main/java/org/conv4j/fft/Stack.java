package org.conv4j.fft;

import java.util.function.IntConsumer;
import org.conv4j.api.internal.Parallel;

/**
 * The transform of a box of rank 3 or more: along its first axis, and then of each slice by itself,
 * forward, times the kernel and back in one go while the slice is in the cache.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class Stack<A> implements Level<A> {
  private final Lanes<A> lanes;
  private final int v;
  private final BatchTransform<A> columns;
  private final Level<A> slices;

  /**
   * A transform.
   *
   * @param first along the first axis
   * @param slices along all others
   */
  Stack(Lanes<A> lanes, BatchPlan.Key first, Level<A> slices) {
    this.lanes = lanes;
    this.v = lanes.count();
    this.columns = lanes.transform(first);
    this.slices = slices;
  }

  @Override
  public int size() {
    return Math.multiplyExact(columns.length(), slices.size());
  }

  @Override
  public Worker<A> worker(int threads) {
    return new StackWorker(threads);
  }

  private final class StackWorker implements Worker<A> {
    private final int threads;
    private final Pool<Worker<A>> workers = new Pool<>(() -> slices.worker(1));
    private final Pool<Columns<A>> buffers =
        new Pool<>(
            () -> new Columns<>(lanes, columns.length(), columns.length(), Integer.MAX_VALUE));

    /** What lies between the pass along the first axis and the slices. */
    private A re;

    private A im;
    private int reserved;

    StackWorker(int threads) {
      this.threads = threads;
    }

    @Override
    public void forward(Pair<A> from, A toRe, A toIm, int start) {
      Pair<A> middle = between(extents(from, from), from);
      columnsForward(from, middle);
      eachSlice(
          (worker, i) -> worker.forward(middle.slice(i), toRe, toIm, start + i * slices.size()));
    }

    @Override
    public void inverse(A fromRe, A fromIm, int start, Pair<A> to) {
      Pair<A> middle = between(extents(to, to), to);
      eachSlice(
          (worker, i) ->
              worker.inverse(fromRe, fromIm, start + i * slices.size(), middle.slice(i)));
      columnsInverse(middle, to);
    }

    @Override
    public void convolve(Pair<A> from, Spectrum<A> kernel, int start, Pair<A> to) {
      int[] extents = extents(from, to);
      Pair<A> there = between(extents, from);
      Pair<A> back = between(extents, to);
      columnsForward(from, there);
      eachSlice(
          (worker, i) ->
              worker.convolve(there.slice(i), kernel, start + i * slices.size(), back.slice(i)));
      columnsInverse(back, to);
    }

    /** What a slice of the boxes takes, with whole lanes along the last axis. */
    private int[] extents(Pair<A> a, Pair<A> b) {
      int rank = a.re().rank();
      int[] extents = new int[rank];
      extents[0] = columns.length();
      for (int axis = 1; axis < rank; axis++) {
        extents[axis] = Math.max(a.end(axis), b.end(axis));
      }
      extents[rank - 1] = (extents[rank - 1] + v - 1) / v * v;
      return extents;
    }

    /**
     * The part of the buffer that has the bounds of a box, with all of the first axis and whole
     * lanes along the last.
     */
    private Pair<A> between(int[] extents, Pair<A> like) {
      int rank = extents.length;
      int[] strides = new int[rank];
      int stride = 1;
      for (int axis = rank - 1; axis > 0; axis--) {
        strides[axis] = stride;
        stride = Math.multiplyExact(stride, extents[axis]);
      }
      // No power of two, or all slices would contend for the same places in the cache.
      strides[0] = Math.addExact(stride, v);
      reserve(Math.multiplyExact(strides[0], extents[0]));
      int last = rank - 1;
      int[] first = new int[rank];
      int[] end = new int[rank];
      end[0] = extents[0];
      for (int axis = 1; axis < rank; axis++) {
        first[axis] = like.first(axis);
        end[axis] = like.end(axis);
      }
      first[last] = first[last] / v * v;
      end[last] = (end[last] + v - 1) / v * v;
      return new Pair<>(
          new Box<>(re, 0, strides, first, end), new Box<>(im, 0, strides, first, end));
    }

    private void reserve(int size) {
      if (size > reserved) {
        re = lanes.allocate(size);
        im = lanes.allocate(size);
        reserved = size;
      }
    }

    private void eachSlice(SliceStep<A> step) {
      try (Pool<Worker<A>>.Loan loan = workers.loan()) {
        Parallel.run(
            threads,
            columns.length(),
            () -> {
              Worker<A> worker = loan.take();
              return i -> step.accept(worker, i);
            });
      }
    }

    private void columnsForward(Pair<A> from, Pair<A> to) {
      eachColumns(
          from,
          (some, between, column, count) -> {
            some.load(sheet(from.re(), between), sheet(from.im(), between), column, count);
            for (int i = 0; i < count; i++) {
              columns.forward(some.re(), some.im(), some.start(i));
            }
            some.store(sheet(to.re(), between), sheet(to.im(), between), column, count);
          });
    }

    private void columnsInverse(Pair<A> from, Pair<A> to) {
      eachColumns(
          to,
          (some, between, column, count) -> {
            some.load(sheet(from.re(), between), sheet(from.im(), between), column, count);
            for (int i = 0; i < count; i++) {
              columns.inverse(some.re(), some.im(), some.start(i));
            }
            some.store(sheet(to.re(), between), sheet(to.im(), between), column, count);
          });
    }

    private Sheet<A> sheet(Box<A> box, int[] between) {
      return Sheet.of(lanes, box.sheet(between), v);
    }

    /** Takes all blocks of columns of a box, a few at a time. */
    private void eachColumns(Pair<A> pair, ColumnStep<A> step) {
      int last = pair.re().rank() - 1;
      int first = pair.first(last) / v;
      int end = (pair.end(last) + v - 1) / v;
      int atOnce = Columns.blocks(v, columns.length());
      int tasks = (end - first + atOnce - 1) / atOnce;
      int sheets = 1;
      for (int axis = 1; axis < last; axis++) {
        sheets *= pair.end(axis) - pair.first(axis);
      }
      try (Pool<Columns<A>>.Loan loan = buffers.loan()) {
        Parallel.run(
            threads,
            sheets * tasks,
            () -> {
              Columns<A> some = loan.take();
              return (IntConsumer)
                  task -> {
                    int block = first + task % tasks * atOnce;
                    int count = Math.min(atOnce, end - block);
                    step.accept(some, index(pair, task / tasks), block * v, count);
                  };
            });
      }
    }

    /** The index on the axes between the first and the last, by its number. */
    private int[] index(Pair<A> pair, int number) {
      int[] index = new int[pair.re().rank() - 2];
      int rest = number;
      for (int axis = index.length; axis > 0; axis--) {
        int extent = pair.end(axis) - pair.first(axis);
        index[axis - 1] = pair.first(axis) + rest % extent;
        rest /= extent;
      }
      return index;
    }
  }

  private interface SliceStep<A> {
    void accept(Worker<A> worker, int slice);
  }

  private interface ColumnStep<A> {
    void accept(Columns<A> some, int[] between, int column, int count);
  }
}
