package org.conv4j.fft;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.conv4j.api.internal.Parallel;

/** Tiles of one axis: each is a row. */
final class LineConvolution<A> implements TileConvolution<A>, TileSteps<A> {
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
    Spectrum<A> spectrum = room();
    spectrum(kernel, spectrum.re());
    return spectrum;
  }

  private void spectrum(Channel<A> kernel, A row) {
    format.load(kernel, kernel.start() + axis.span().kernelFrom(), row, 0, axis.span().kernel());
    format.forward(row);
    arithmetic.scale(row, 0, 2 * format.pairs(), 1 / format.gain());
  }

  private void forward(Channel<A> x, int tile, A row) {
    int first = axis.first(tile);
    format.load(x, x.start() + axis.start(tile) + first, row, first, axis.end(tile));
    format.forward(row);
  }

  private void inverse(A row, int tile, Channel<A> y) {
    format.inverse(row);
    format.store(row, axis.window(), y, y.start() + tile * axis.step(), axis.outputs(tile));
  }

  @Override
  public int parts() {
    return axis.tiles();
  }

  @Override
  public int places() {
    return format.pairs();
  }

  @Override
  public int size() {
    return format.pairs();
  }

  @Override
  public Spectrum<A> room() {
    return new Spectrum<>(format.buffer(), arithmetic.allocate(0));
  }

  @Override
  public void sum(List<Spectrum<A>> x, List<Spectrum<A>> h, Spectrum<A> sum, int from, int to) {
    arithmetic.clear(sum.re(), 2 * from, 2 * to);
    for (int i = 0; i < x.size(); i++) {
      arithmetic.addProductOfPairs(sum.re(), x.get(i).re(), h.get(i).re(), from, to);
    }
  }

  @Override
  public TileSteps.Worker<A> worker() {
    return new Steps();
  }

  private final class Steps implements TileSteps.Worker<A> {
    private final A row = format.buffer();

    @Override
    public void kernel(Channel<A> kernel, Spectrum<A> to) {
      spectrum(kernel, to.re());
    }

    @Override
    public void forward(Channel<A> signal, int part, Spectrum<A> to) {
      LineConvolution.this.forward(signal, part, to.re());
    }

    @Override
    public void inverse(Spectrum<A> from, int part, Channel<A> outputs) {
      LineConvolution.this.inverse(from.re(), part, outputs);
    }

    @Override
    public void convolve(Channel<A> signal, int part, Spectrum<A> kernel, Channel<A> outputs) {
      LineConvolution.this.forward(signal, part, row);
      arithmetic.multiplyPairs(row, kernel.re(), format.pairs());
      LineConvolution.this.inverse(row, part, outputs);
    }
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
      for (int i = 0; i < x.size(); i++) {
        forward(x.get(i), tile, rows.get(i));
      }
      for (int s = 0; s < y.size(); s++) {
        multiply(s);
        inverse(sum, tile, y.get(s));
      }
    }

    private void multiply(int s) {
      if (x.size() * h.size() == 1) {
        arithmetic.multiplyPairs(sum, h.get(0).re(), format.pairs());
        return;
      }
      arithmetic.clear(sum, 0, 2 * format.pairs());
      for (int i = Math.max(0, s - h.size() + 1); i < x.size() && i <= s; i++) {
        arithmetic.addProductOfPairs(sum, rows.get(i), h.get(s - i).re(), 0, format.pairs());
      }
    }
  }
}
