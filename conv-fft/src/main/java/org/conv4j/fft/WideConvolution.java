package org.conv4j.fft;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.conv4j.api.internal.Parallel;
import org.conv4j.fft.WideRows.Range;

/** Many tiles of one axis: as many as there are lanes stand side by side. */
final class WideConvolution<A> implements TileConvolution<A> {
  /**
   * Elements of all tiles below which one thread does all: well over the cost of sharing, by
   * estimate.
   */
  private static final int PARALLEL_FROM = 1 << 14;

  private final TileAxis axis;
  private final int threads;
  private final WideRows<A> rows;
  private final RowArithmetic<A> arithmetic;
  private final int blocks;

  WideConvolution(TilePlan plan, int threads, WideRows<A> rows) {
    this.axis = plan.last();
    this.threads = plan.elements() * plan.tiles() < PARALLEL_FROM ? 1 : threads;
    this.rows = rows;
    this.arithmetic = rows.arithmetic();
    this.blocks = (axis.tiles() + arithmetic.width() - 1) / arithmetic.width();
  }

  /** The first tile of a block. */
  private int first(int block) {
    return (int) ((long) axis.tiles() * block / blocks);
  }

  @Override
  public Spectrum<A> spectrum(Channel<A> kernel) {
    A[] block = rows.block();
    Range lane = new Range(0, 1);
    int end = axis.span().kernel();
    rows.load(
        kernel,
        new int[] {kernel.start() + axis.span().kernelFrom()},
        lane,
        new Range(0, end),
        block);
    rows.forward(block, end, 1);
    for (A row : block) {
      arithmetic.scale(row, 0, row(1), 1.0 / rows.pairs());
    }
    A re = arithmetic.allocate(rows.pairs());
    A im = arithmetic.allocate(rows.pairs());
    rows.split(block, re, im, new int[1], lane);
    return new Spectrum<>(re, im);
  }

  private int row(int count) {
    return count * 2 * arithmetic.width();
  }

  @Override
  public void convolve(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
    Parallel.run(threads, blocks, () -> new Worker(x, h, y));
  }

  /** One block for each channel of the signal, and one for a sum of several products. */
  private final class Worker implements IntConsumer {
    private final List<Channel<A>> x;
    private final List<Spectrum<A>> h;
    private final List<Channel<A>> y;
    private final List<A[]> channels;
    private final A[] sum;

    Worker(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
      this.x = x;
      this.h = h;
      this.y = y;
      this.channels = Stream.generate(rows::block).limit(x.size()).toList();
      this.sum = single() ? channels.get(0) : rows.block();
    }

    private boolean single() {
      return x.size() * h.size() == 1;
    }

    @Override
    public void accept(int block) {
      int first = first(block);
      int lanes = first(block + 1) - first;
      for (int i = 0; i < x.size(); i++) {
        load(x.get(i), first, lanes, channels.get(i));
        rows.forward(channels.get(i), axis.length(), lanes);
      }
      for (int s = 0; s < y.size(); s++) {
        multiply(s, lanes);
        rows.inverse(sum, new Range(axis.window(), axis.window() + axis.step()), lanes);
        store(y.get(s), first, lanes);
      }
    }

    /** Tiles that the signal fills come first, together; others, at its ends, one by one. */
    private void load(Channel<A> channel, int first, int lanes, A[] block) {
      int[] starts = new int[lanes];
      int filledFrom = lanes;
      int filledEnd = 0;
      for (int lane = 0; lane < lanes; lane++) {
        int tile = first + lane;
        starts[lane] = channel.start() + axis.start(tile);
        if (numbers(tile).covers(axis.length())) {
          filledFrom = Math.min(filledFrom, lane);
          filledEnd = lane + 1;
        }
      }
      if (filledEnd - filledFrom < arithmetic.width()) {
        rows.clear(block);
      }
      Range all = new Range(0, axis.length());
      rows.load(channel, starts, new Range(filledFrom, filledEnd), all, block);
      for (int lane = 0; lane < lanes; lane++) {
        if (lane < filledFrom || lane >= filledEnd) {
          rows.load(channel, starts, new Range(lane, lane + 1), numbers(first + lane), block);
        }
      }
    }

    private Range numbers(int tile) {
      return new Range(axis.first(tile), axis.end(tile));
    }

    private void store(Channel<A> channel, int first, int lanes) {
      int[] starts = new int[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        starts[lane] = channel.start() + (first + lane) * axis.step() - axis.window();
      }
      int end = axis.window() + axis.step();
      boolean cut = axis.outputs(first + lanes - 1) < axis.step();
      int whole = cut ? lanes - 1 : lanes;
      rows.store(sum, channel, starts, new Range(0, whole), new Range(axis.window(), end));
      if (cut) {
        int last = axis.window() + axis.outputs(first + whole);
        rows.store(sum, channel, starts, new Range(whole, lanes), new Range(axis.window(), last));
      }
    }

    private void multiply(int s, int lanes) {
      for (int row = 0; row < rows.pairs(); row++) {
        if (single()) {
          arithmetic.turn(sum[row], h.get(0).re(), h.get(0).im(), row, lanes);
          continue;
        }
        arithmetic.clear(sum[row], 0, row(1));
        for (int i = Math.max(0, s - h.size() + 1); i < x.size() && i <= s; i++) {
          Spectrum<A> kernel = h.get(s - i);
          arithmetic.addTurned(
              sum[row], channels.get(i)[row], kernel.re(), kernel.im(), row, lanes);
        }
      }
    }
  }
}
