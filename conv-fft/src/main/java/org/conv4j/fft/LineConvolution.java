package org.conv4j.fft;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.conv4j.api.internal.Parallel;

/** Tiles of one axis: each is a row. */
final class LineConvolution<A> implements TileConvolution<A> {
  /**
   * Elements of all tiles below which one thread does all: well over the cost of sharing, by
   * estimate.
   */
  private static final int PARALLEL_FROM = 1 << 14;

  private final TileAxis axis;
  private final int threads;
  private final RowFormat<A> format;
  private final RowArithmetic<A> arithmetic;

  LineConvolution(TilePlan plan, int threads, RowFormat<A> format, RowArithmetic<A> arithmetic) {
    this.axis = plan.last();
    this.threads = plan.elements() * plan.tiles() < PARALLEL_FROM ? 1 : threads;
    this.format = format;
    this.arithmetic = arithmetic;
  }

  @Override
  public Spectrum<A> spectrum(Channel<A> kernel) {
    A row = format.buffer();
    format.load(kernel, axis.span().kernelFrom(), row, 0, axis.span().kernel());
    format.forward(row);
    arithmetic.scale(row, 0, 2 * format.pairs(), 1 / format.gain());
    return new Spectrum<>(row, arithmetic.allocate(0));
  }

  @Override
  public void convolve(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
    Parallel.run(threads, axis.tiles(), () -> new Worker(x, h, y));
  }

  /** One buffer for each channel of the signal, and one for a sum of several products. */
  private final class Worker implements IntConsumer {
    private final List<Channel<A>> x;
    private final List<Spectrum<A>> h;
    private final List<Channel<A>> y;
    private final List<A> rows;
    private final A sum;

    Worker(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
      this.x = x;
      this.h = h;
      this.y = y;
      this.rows = Stream.generate(format::buffer).limit(x.size()).toList();
      this.sum = x.size() * h.size() == 1 ? rows.get(0) : format.buffer();
    }

    @Override
    public void accept(int tile) {
      int first = axis.first(tile);
      for (int i = 0; i < x.size(); i++) {
        format.load(x.get(i), axis.start(tile) + first, rows.get(i), first, axis.end(tile));
        format.forward(rows.get(i));
      }
      for (int s = 0; s < y.size(); s++) {
        multiply(s);
        format.inverse(sum);
        format.store(sum, axis.window(), y.get(s), tile * axis.step(), axis.outputs(tile));
      }
    }

    private void multiply(int s) {
      if (x.size() * h.size() == 1) {
        arithmetic.multiplyPairs(sum, h.get(0).re(), format.pairs());
        return;
      }
      arithmetic.clear(sum, 0, 2 * format.pairs());
      for (int i = Math.max(0, s - h.size() + 1); i < x.size() && i <= s; i++) {
        arithmetic.addProductOfPairs(sum, rows.get(i), h.get(s - i).re(), format.pairs());
      }
    }
  }
}
