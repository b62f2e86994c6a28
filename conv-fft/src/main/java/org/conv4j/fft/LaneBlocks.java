package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.conv4j.api.internal.Parallel;

/**
 * The convolution of tiles in one dimension, one in each lane, with one kernel for all lanes.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class LaneBlocks<A> implements TileConvolution<A>, TileSteps<A> {
  private final TilePlan plan;
  private final TileAxis axis;
  private final Lanes<A> lanes;
  private final BatchTransform<A> transform;
  private final int threads;

  /** Complex numbers in a column. */
  private final int n;

  /** Numbers of a batch in each of two arrays. */
  private final int size;

  private final Pool<Spectrum<A>> buffers = new Pool<>(this::empty);

  LaneBlocks(TilePlan plan, Lanes<A> lanes, int threads) {
    this.plan = plan;
    this.axis = plan.axis(0);
    this.lanes = lanes;
    this.transform = lanes.transform(LaneEngine.key(plan, 0));
    this.threads = threads;
    this.n = transform.length();
    this.size = n * lanes.count();
  }

  private Spectrum<A> empty() {
    return new Spectrum<>(lanes.allocate(size), lanes.allocate(size));
  }

  @Override
  public Spectrum<A> spectrum(Channel<A> kernel) {
    Spectrum<A> spectrum = kernelRoom();
    spectrum(kernel, empty(), spectrum);
    return spectrum;
  }

  @Override
  public Spectrum<A> kernelRoom() {
    return new Spectrum<>(lanes.allocate(n), lanes.allocate(n));
  }

  private void spectrum(Channel<A> kernel, Spectrum<A> buffer, Spectrum<A> to) {
    A re = buffer.re();
    A im = buffer.im();
    int first = kernel.start() + axis.span().kernelFrom();
    int end = first + axis.span().kernel();
    load(kernel, first, 1, first, end, re, im);
    transform.forward(re, im, 0);
    transform.column(re, im, 0, 0, 1.0 / n, to.re(), to.im());
  }

  /** Fills lanes with runs of a channel, of which the first begins at {@code start}. */
  private void load(Channel<A> from, int start, int count, int first, int end, A re, A im) {
    int step = axis.step();
    int above = plan.complex() ? start : start + n;
    A upper = from.im().orElse(from.re());
    transform.load(new Blocks<>(from.re(), start, step, count, n, first, end), re, 0);
    transform.load(new Blocks<>(upper, above, step, count, n, first, end), im, 0);
  }

  /** Takes the outputs of tiles out of lanes. */
  private void store(A re, A im, int tile, int count, Channel<A> to) {
    int window = axis.window();
    int end = window + axis.step();
    if (plan.complex()) {
      storePart(re, 0, window, end, tile, count, to, to.re());
      storePart(im, 0, window, end, tile, count, to, to.im().orElseThrow());
    } else {
      storePart(re, 0, window, Math.min(n, end), tile, count, to, to.re());
      storePart(im, n, Math.max(n, window), end, tile, count, to, to.re());
    }
  }

  /**
   * The numbers {@code from} to {@code end} of all tiles, of which number {@code zero} is first.
   */
  private void storePart(
      A part, int zero, int from, int end, int tile, int count, Channel<A> to, A array) {
    if (from < end) {
      int first = to.start();
      int start = first + tile * axis.step() + from - axis.window();
      int after = first + axis.span().output();
      transform.store(
          part,
          0,
          from - zero,
          new Blocks<>(array, start, axis.step(), count, end - from, first, after));
    }
  }

  @Override
  public void convolve(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
    int v = lanes.count();
    int tiles = axis.tiles();
    boolean one = x.size() == 1 && h.size() == 1 && y.size() == 1;
    try (Pool<Spectrum<A>>.Loan loan = buffers.loan()) {
      Parallel.run(
          threads,
          (tiles + v - 1) / v,
          () -> {
            Batch batch =
                one ? new Single(x.get(0), h.get(0), y.get(0), loan.take()) : new Several(x, h, y);
            return (IntConsumer) i -> batch.convolve(i * v, Math.min(v, tiles - i * v));
          });
    }
  }

  private void load(Channel<A> from, int tile, int count, A re, A im) {
    int start = from.start() + axis.start(tile);
    int first = from.start() + axis.span().signalFrom();
    load(from, start, count, first, first + axis.span().signal(), re, im);
  }

  @Override
  public int parts() {
    return (axis.tiles() + lanes.count() - 1) / lanes.count();
  }

  @Override
  public int places() {
    return n;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Spectrum<A> room() {
    return empty();
  }

  @Override
  public void sum(List<Spectrum<A>> x, List<Spectrum<A>> h, Spectrum<A> sum, int from, int to) {
    lanes.clear(sum.re(), from * lanes.count(), to * lanes.count());
    lanes.clear(sum.im(), from * lanes.count(), to * lanes.count());
    int i = 0;
    for (; i <= x.size() - 4; i += 4) {
      transform.addFour(x, h, i, sum, from, to);
    }
    for (; i < x.size(); i++) {
      transform.addProduct(sum, x.get(i), h.get(i), from, to);
    }
  }

  @Override
  public TileSteps.Worker<A> worker() {
    return new Steps();
  }

  private final class Steps implements TileSteps.Worker<A> {
    private final Spectrum<A> buffer = empty();

    @Override
    public void kernel(Channel<A> kernel, Spectrum<A> to) {
      spectrum(kernel, buffer, to);
    }

    @Override
    public void forward(Channel<A> signal, int part, Spectrum<A> to) {
      int tile = part * lanes.count();
      load(signal, tile, count(tile), to.re(), to.im());
      transform.forward(to.re(), to.im(), 0);
    }

    private int count(int tile) {
      return Math.min(lanes.count(), axis.tiles() - tile);
    }

    @Override
    public void inverse(Spectrum<A> from, int part, Channel<A> outputs) {
      int tile = part * lanes.count();
      transform.inverse(from.re(), from.im(), 0);
      store(from.re(), from.im(), tile, count(tile), outputs);
    }

    @Override
    public void convolve(Channel<A> signal, int part, Spectrum<A> kernel, Channel<A> outputs) {
      int tile = part * lanes.count();
      new Single(signal, kernel, outputs, buffer).convolve(tile, count(tile));
    }
  }

  /** Convolves some tiles, in buffers of its own. */
  private interface Batch {
    void convolve(int tile, int count);
  }

  /** With one channel. */
  private final class Single implements Batch {
    private final Channel<A> x;
    private final Spectrum<A> h;
    private final Channel<A> y;
    private final A re;
    private final A im;

    Single(Channel<A> x, Spectrum<A> h, Channel<A> y, Spectrum<A> buffer) {
      this.re = buffer.re();
      this.im = buffer.im();
      this.x = x;
      this.h = h;
      this.y = y;
    }

    @Override
    public void convolve(int tile, int count) {
      load(x, tile, count, re, im);
      transform.convolve(re, im, 0, h.re(), h.im());
      store(re, im, tile, count, y);
    }
  }

  /** With several channels. */
  private final class Several implements Batch {
    private final List<Channel<A>> x;
    private final List<Channel<A>> y;
    private final List<Spectrum<A>> h = new ArrayList<>();
    private final List<Spectrum<A>> spectra = new ArrayList<>();
    private final A sumRe = lanes.allocate(size);
    private final A sumIm = lanes.allocate(size);

    Several(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
      this.x = x;
      this.y = y;
      h.forEach(one -> this.h.add(new Spectrum<>(spread(one.re()), spread(one.im()))));
      x.forEach(one -> spectra.add(empty()));
    }

    /** The same column in all lanes. */
    private A spread(A column) {
      A all = lanes.allocate(size);
      for (int lane = 0; lane < lanes.count(); lane++) {
        lanes.copy(column, 0, 1, all, lane, lanes.count(), n);
      }
      return all;
    }

    @Override
    public void convolve(int tile, int count) {
      for (int i = 0; i < x.size(); i++) {
        load(x.get(i), tile, count, spectra.get(i).re(), spectra.get(i).im());
        transform.forward(spectra.get(i).re(), spectra.get(i).im(), 0);
      }
      for (int shift = 0; shift < y.size(); shift++) {
        LaneGrid.sumProducts(lanes, spectra, h, shift, sumRe, sumIm, size);
        transform.inverse(sumRe, sumIm, 0);
        store(sumRe, sumIm, tile, count, y.get(shift));
      }
    }
  }
}
