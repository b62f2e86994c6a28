package org.conv4j.fft;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.conv4j.api.internal.Parallel;

/** Tiles of several axes. */
final class GridConvolution<A> implements TileConvolution<A>, TileSteps<A> {
  private final TilePlan plan;
  private final int threads;
  private final GridPasses<A> passes;

  /** Threads that share the work on one tile. */
  private final int inside;

  /** For tiles with one channel. */
  private final Pool<GridTile<A>> work;

  /** For a kernel, on all threads. */
  private final Pool<GridTile<A>> alone;

  private final Pool<Spectrum<A>> spectra;

  GridConvolution(TilePlan plan, int threads, GridPasses<A> passes) {
    this.plan = plan;
    this.threads = threads;
    this.passes = passes;
    this.inside = plan.tiles() == 1 ? threads : 1;
    this.work = new Pool<>(() -> new GridTile<>(passes, inside, 1));
    this.alone = inside == threads ? work : new Pool<>(() -> new GridTile<>(passes, threads, 1));
    this.spectra = new Pool<>(passes::spectrum);
  }

  @Override
  public Spectrum<A> spectrum(Channel<A> kernel) {
    Spectrum<A> spectrum = spectra.take();
    try (Pool<GridTile<A>>.Loan loan = alone.loan()) {
      spectrum(loan.take(), kernel, spectrum);
    }
    return spectrum;
  }

  private void spectrum(GridTile<A> work, Channel<A> kernel, Spectrum<A> to) {
    int[] extents = each(axis -> axis.span().kernelExtent());
    int[] from = each(axis -> axis.span().kernelFrom());
    TileBox box = new TileBox(new int[plan.rank()], each(axis -> axis.span().kernel()));
    work.spectrum(kernel, new Placement(extents, from), box, 1 / passes.gain(), to);
  }

  @Override
  public void release(Spectrum<A> spectrum) {
    spectra.give(spectrum);
  }

  @Override
  public void convolve(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
    int arrays = Math.max(x.size(), y.size());
    int tiles = Math.toIntExact(plan.tiles());
    boolean small = plan.elements() * tiles < GridTile.PARALLEL_FROM;
    Pool<GridTile<A>> pool =
        arrays == 1 ? work : new Pool<>(() -> new GridTile<>(passes, inside, arrays));
    try (Pool<GridTile<A>>.Loan loan = pool.loan()) {
      Parallel.run(
          small ? 1 : threads,
          tiles,
          () -> {
            GridTile<A> own = loan.take();
            return (IntConsumer) number -> convolve(own, plan.tile(number), x, h, y);
          });
    }
  }

  private void convolve(
      GridTile<A> work, int[] tile, List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
    TileBox given = given(tile);
    TileBox asked = asked(tile);
    work.load(x, input(tile), given);
    work.multiply(x.size(), h, y.size(), given, asked);
    work.store(y, output(tile), asked);
  }

  /** What is not zero of a tile. */
  private TileBox given(int[] tile) {
    return new TileBox(each(tile, TileAxis::first), each(tile, TileAxis::end));
  }

  /** What is wanted of a tile. */
  private TileBox asked(int[] tile) {
    return new TileBox(
        each(TileAxis::window), each(tile, (axis, at) -> axis.window() + axis.outputs(at)));
  }

  private Placement input(int[] tile) {
    return new Placement(each(axis -> axis.span().signalExtent()), each(tile, TileAxis::start));
  }

  private Placement output(int[] tile) {
    return new Placement(
        each(axis -> axis.span().output()),
        each(tile, (axis, at) -> at * axis.step() - axis.window()));
  }

  private int[] each(int[] tile, ToIntBiFunction<TileAxis, Integer> number) {
    int[] numbers = new int[plan.rank()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number.applyAsInt(plan.axis(i), tile[i]);
    }
    return numbers;
  }

  @Override
  public int parts() {
    return Math.toIntExact(plan.tiles());
  }

  @Override
  public int places() {
    return passes.layout().size();
  }

  @Override
  public int size() {
    return passes.layout().size();
  }

  @Override
  public Spectrum<A> room() {
    return passes.spectrum();
  }

  @Override
  public void sum(List<Spectrum<A>> x, List<Spectrum<A>> h, Spectrum<A> sum, int from, int to) {
    RowArithmetic<A> arithmetic = passes.arithmetic(0);
    arithmetic.clear(sum.re(), from, to);
    arithmetic.clear(sum.im(), from, to);
    for (int i = 0; i < x.size(); i++) {
      Spectrum<A> a = x.get(i);
      Spectrum<A> b = h.get(i);
      arithmetic.addProduct(sum.re(), sum.im(), a.re(), a.im(), b.re(), b.im(), from, to);
    }
  }

  @Override
  public TileSteps.Worker<A> worker() {
    return new Steps();
  }

  private final class Steps implements TileSteps.Worker<A> {
    private final GridTile<A> work = new GridTile<>(passes, 1, 1);

    @Override
    public void kernel(Channel<A> kernel, Spectrum<A> to) {
      GridConvolution.this.spectrum(work, kernel, to);
    }

    @Override
    public void forward(Channel<A> signal, int part, Spectrum<A> to) {
      int[] tile = plan.tile(part);
      work.spectrum(signal, input(tile), given(tile), 1, to);
    }

    @Override
    public void inverse(Spectrum<A> from, int part, Channel<A> outputs) {
      int[] tile = plan.tile(part);
      work.inverse(from, outputs, output(tile), asked(tile));
    }

    @Override
    public void convolve(Channel<A> signal, int part, Spectrum<A> kernel, Channel<A> outputs) {
      GridConvolution.this.convolve(
          work, plan.tile(part), List.of(signal), List.of(kernel), List.of(outputs));
    }
  }

  private int[] each(ToIntFunction<TileAxis> number) {
    return plan.axes().stream().mapToInt(number).toArray();
  }

  @Override
  public String toString() {
    return Arrays.toString(each(TileAxis::length));
  }
}
