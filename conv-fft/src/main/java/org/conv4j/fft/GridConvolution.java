package org.conv4j.fft;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.conv4j.api.internal.Parallel;

/** Tiles of several axes. */
final class GridConvolution<A> implements TileConvolution<A> {
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
    int[] extents = each(axis -> axis.span().kernelExtent());
    int[] from = each(axis -> axis.span().kernelFrom());
    TileBox box = new TileBox(new int[plan.rank()], each(axis -> axis.span().kernel()));
    Spectrum<A> spectrum = spectra.take();
    try (Pool<GridTile<A>>.Loan loan = alone.loan()) {
      loan.take().spectrum(kernel, new Placement(extents, from), box, spectrum);
    }
    return spectrum;
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
    int rank = plan.rank();
    int[] start = new int[rank];
    int[] first = new int[rank];
    int[] end = new int[rank];
    int[] outputStart = new int[rank];
    int[] window = each(TileAxis::window);
    int[] windowEnd = new int[rank];
    for (int i = 0; i < rank; i++) {
      TileAxis axis = plan.axis(i);
      start[i] = axis.start(tile[i]);
      first[i] = axis.first(tile[i]);
      end[i] = axis.end(tile[i]);
      outputStart[i] = tile[i] * axis.step() - window[i];
      windowEnd[i] = window[i] + axis.outputs(tile[i]);
    }
    TileBox given = new TileBox(first, end);
    TileBox asked = new TileBox(window, windowEnd);
    work.load(x, new Placement(each(axis -> axis.span().signalExtent()), start), given);
    work.multiply(x.size(), h, y.size(), given, asked);
    work.store(y, new Placement(each(axis -> axis.span().output()), outputStart), asked);
  }

  private int[] each(ToIntFunction<TileAxis> number) {
    return plan.axes().stream().mapToInt(number).toArray();
  }

  @Override
  public String toString() {
    return Arrays.toString(each(TileAxis::length));
  }
}
