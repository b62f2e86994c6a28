package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.conv4j.api.internal.Parallel;
import org.conv4j.fft.WideRows.Range;

/**
 * The work on one tile of several axes after another, with the arrays for it. Along the axis that
 * is transformed last, a block of columns is transformed, multiplied and transformed back at once.
 */
final class GridTile<A> {
  /**
   * Numbers of all tiles below which one thread does all: well over the cost of sharing, by
   * estimate.
   */
  static final int PARALLEL_FROM = 1 << 14;

  private final GridPasses<A> passes;
  private final GridLayout layout;
  private final int threads;
  private final List<Part<A>> parts = new ArrayList<>();
  private final List<Bench> benches = new ArrayList<>();

  /** The spectrum of a channel on its way, in split form. */
  private record Part<A>(A re, A im) {}

  /** What one thread works with. */
  private final class Bench {
    private final A[] rows = passes.rows().block();
    private final List<List<A[]>> blocks = new ArrayList<>();

    Bench() {
      layout.order().forEach(axis -> blocks.add(new ArrayList<>()));
    }

    /** Wide rows for one block of columns, and one more. */
    A[] block(int axis, int number) {
      List<A[]> some = blocks.get(axis);
      while (some.size() <= number) {
        some.add(passes.arithmetic(axis).rows(passes.columns(axis).length() + 1));
      }
      return some.get(number);
    }
  }

  /**
   * @param arrays how many channels are worked on at once
   */
  GridTile(GridPasses<A> passes, int threads, int arrays) {
    this.passes = passes;
    this.layout = passes.layout();
    this.threads = layout.size() < PARALLEL_FROM ? 1 : threads;
    for (int i = 0; i < arrays; i++) {
      parts.add(new Part<>(passes.allocate(layout.size()), passes.allocate(layout.size())));
    }
    for (int i = 0; i < this.threads; i++) {
      benches.add(new Bench());
    }
  }

  private void each(int tasks, BiConsumer<Bench, Integer> task) {
    AtomicInteger next = new AtomicInteger();
    Parallel.run(
        threads,
        tasks,
        () -> {
          Bench bench = benches.get(next.getAndIncrement());
          return (IntConsumer) number -> task.accept(bench, number);
        });
  }

  /** The spectrum of a channel times a number, to arrays of their own. */
  void spectrum(Channel<A> channel, Placement place, TileBox given, double factor, Spectrum<A> to) {
    Part<A> own = parts.get(0);
    parts.set(0, new Part<>(to.re(), to.im()));
    spectrum(channel, place, given, factor);
    parts.set(0, own);
  }

  private void spectrum(Channel<A> channel, Placement place, TileBox given, double factor) {
    load(List.of(channel), place, given);
    TileBox box = forward(given, 1);
    int axis = layout.turningAxis();
    ColumnBlocks blocks = passes.blocks(box, axis);
    int length = passes.columns(axis).length();
    Part<A> part = parts.get(0);
    RowArithmetic<A> arithmetic = passes.arithmetic(axis);
    each(
        blocks.count(),
        (bench, block) -> {
          A[] x = bench.block(axis, 0);
          forward(x, part, blocks, block, axis, box);
          if (factor != 1) {
            for (int i = 0; i < length; i++) {
              arithmetic.scale(x[i], 0, 2 * arithmetic.width(), factor);
            }
          }
          scatter(x, part, blocks, block, axis, 0, length);
        });
  }

  /** Back from a spectrum, which is overwritten, to what is asked for. */
  void inverse(Spectrum<A> from, Channel<A> y, Placement place, TileBox asked) {
    Part<A> own = parts.get(0);
    parts.set(0, new Part<>(from.re(), from.im()));
    inverse(layout.whole(), asked, 1, layout.order().size() - 1);
    store(List.of(y), place, asked);
    parts.set(0, own);
  }

  /** Transforms the rows of some channels. */
  void load(List<Channel<A>> x, Placement place, TileBox given) {
    int last = given.from().length - 1;
    WideRows<A> rows = passes.rows();
    Range numbers = new Range(given.from()[last], given.end()[last]);
    RowBlocks blocks = new RowBlocks(given, place, layout, rows.width());
    for (int i = 0; i < x.size(); i++) {
      Channel<A> channel = x.get(i);
      Part<A> part = parts.get(i);
      each(
          blocks.count(),
          (bench, block) -> {
            Range lanes = new Range(0, blocks.lanes(block));
            if (lanes.end() < rows.width() || !numbers.covers(passes.length(last))) {
              rows.clear(bench.rows);
            }
            rows.load(channel, blocks.inArray(block, channel.start()), lanes, numbers, bench.rows);
            rows.forward(bench.rows, numbers.end(), lanes.end());
            rows.split(bench.rows, part.re, part.im, blocks.inTile(block), lanes);
          });
    }
  }

  /** Transforms along all axes but the last of the order, and gives what is not zero then. */
  private TileBox forward(TileBox given, int channels) {
    TileBox box = given;
    for (int axis : layout.order().subList(0, layout.order().size() - 1)) {
      int length = passes.columns(axis).length();
      TileBox before = box;
      ColumnBlocks blocks = passes.blocks(box, axis);
      for (Part<A> part : parts.subList(0, channels)) {
        each(
            blocks.count(),
            (bench, block) -> {
              A[] x = bench.block(axis, 0);
              forward(x, part, blocks, block, axis, before);
              scatter(x, part, blocks, block, axis, 0, length);
            });
      }
      box = box.with(axis, 0, length);
    }
    return box;
  }

  private void forward(A[] x, Part<A> part, ColumnBlocks blocks, int block, int axis, TileBox box) {
    int from = box.from()[axis];
    int columns = blocks.columns(block);
    RowArithmetic<A> arithmetic = passes.arithmetic(axis);
    for (int i = 0; i < from; i++) {
      arithmetic.clear(x[i], 0, 2 * arithmetic.width());
    }
    gather(part, blocks, block, axis, from, box.end()[axis], x);
    passes.columns(axis).forward(x, box.end()[axis], columns, arithmetic);
  }

  private void gather(
      Part<A> part, ColumnBlocks blocks, int block, int axis, int from, int end, A[] x) {
    int columns = blocks.columns(block);
    int stride = layout.stride(axis);
    int start = blocks.start(block);
    for (int i = from; i < end; i++) {
      passes.arithmetic(axis).load(part.re, part.im, start + i * stride, x[i], columns);
    }
  }

  private void scatter(
      A[] x, Part<A> part, ColumnBlocks blocks, int block, int axis, int from, int end) {
    int columns = blocks.columns(block);
    int stride = layout.stride(axis);
    int start = blocks.start(block);
    for (int i = from; i < end; i++) {
      passes.arithmetic(axis).store(x[i], part.re, part.im, start + i * stride, columns);
    }
  }

  /**
   * From transforms of rows to transforms of rows.
   *
   * @param channels those that were loaded
   * @param h spectra of the kernel's channels
   * @param sums how many channels to make
   * @param given the part of the tile that was loaded
   * @param asked the part of the tile that will be stored
   */
  void multiply(int channels, List<Spectrum<A>> h, int sums, TileBox given, TileBox asked) {
    TileBox box = forward(given, channels);
    int axis = layout.turningAxis();
    ColumnBlocks blocks = passes.blocks(box, axis);
    int from = asked.from()[axis];
    int end = asked.end()[axis];
    each(
        blocks.count(),
        (bench, block) -> {
          for (int i = 0; i < channels; i++) {
            forward(bench.block(axis, i), parts.get(i), blocks, block, axis, box);
          }
          for (int s = 0; s < sums; s++) {
            A[] y = product(bench, channels, h, s, blocks, block, axis);
            passes
                .columns(axis)
                .inverse(y, from, end, blocks.columns(block), passes.arithmetic(axis));
            scatter(y, parts.get(s), blocks, block, axis, from, end);
          }
        });
    inverse(box.with(axis, from, end), asked, sums, layout.order().size() - 2);
  }

  /** The sum of all products for one output, in a block of its own unless there is one only. */
  private A[] product(
      Bench bench,
      int channels,
      List<Spectrum<A>> h,
      int s,
      ColumnBlocks blocks,
      int block,
      int axis) {
    boolean single = channels * h.size() == 1;
    A[] sum = bench.block(axis, single ? 0 : channels);
    int length = passes.columns(axis).length();
    int columns = blocks.columns(block);
    RowArithmetic<A> arithmetic = passes.arithmetic(axis);
    A kernelRow = sum[length];
    int first = Math.max(0, s - h.size() + 1);
    for (int row = 0; row < length; row++) {
      if (!single) {
        arithmetic.clear(sum[row], 0, 2 * arithmetic.width());
      }
      int start = blocks.start(block) + row * layout.stride(axis);
      for (int i = first; i < channels && i <= s; i++) {
        Spectrum<A> kernel = h.get(s - i);
        arithmetic.load(kernel.re(), kernel.im(), start, kernelRow, columns);
        if (single) {
          arithmetic.multiply(sum[row], kernelRow, columns);
        } else {
          arithmetic.addProduct(sum[row], bench.block(axis, i)[row], kernelRow, columns);
        }
      }
    }
    return sum;
  }

  /** Back along axes, from one in the order to the first. */
  private void inverse(TileBox start, TileBox asked, int channels, int firstBack) {
    TileBox box = start;
    for (int i = firstBack; i >= 0; i--) {
      int axis = layout.order().get(i);
      int length = passes.columns(axis).length();
      int from = asked.from()[axis];
      int end = asked.end()[axis];
      ColumnBlocks blocks = passes.blocks(box, axis);
      for (Part<A> part : parts.subList(0, channels)) {
        each(
            blocks.count(),
            (bench, block) -> {
              A[] x = bench.block(axis, 0);
              gather(part, blocks, block, axis, 0, length, x);
              passes
                  .columns(axis)
                  .inverse(x, from, end, blocks.columns(block), passes.arithmetic(axis));
              scatter(x, part, blocks, block, axis, from, end);
            });
      }
      box = box.with(axis, from, end);
    }
  }

  /** Transforms rows back and stores what was asked for of some channels. */
  void store(List<Channel<A>> y, Placement place, TileBox asked) {
    int last = asked.from().length - 1;
    WideRows<A> rows = passes.rows();
    Range numbers = new Range(asked.from()[last], asked.end()[last]);
    RowBlocks blocks = new RowBlocks(asked, place, layout, rows.width());
    for (int s = 0; s < y.size(); s++) {
      Channel<A> channel = y.get(s);
      Part<A> part = parts.get(s);
      each(
          blocks.count(),
          (bench, block) -> {
            Range lanes = new Range(0, blocks.lanes(block));
            if (lanes.end() < rows.width()) {
              rows.clear(bench.rows);
            }
            rows.join(part.re, part.im, blocks.inTile(block), lanes, bench.rows);
            rows.inverse(bench.rows, numbers, lanes.end());
            rows.store(bench.rows, channel, blocks.inArray(block, channel.start()), lanes, numbers);
          });
    }
  }
}
