package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.conv4j.api.internal.Parallel;

/**
 * The convolution of tiles, each by itself, with its columns and rows in lanes.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class LaneGrid<A> implements TileConvolution<A> {
  /** Work on fewer numbers stays on one thread. */
  private static final int PARALLEL_FROM = 1 << 15;

  /** Numbers of a spectrum that one thread multiplies before it looks for more. */
  private static final int SCALED_AT_ONCE = 1 << 16;

  private final TilePlan plan;
  private final Lanes<A> lanes;
  private final Level<A> level;
  private final double points;
  private final int threads;

  /** Whether threads work on tiles of their own; with few tiles they share the work on each. */
  private final boolean apart;

  private final Pool<Level.Worker<A>> workers;
  private final Pool<Spectrum<A>> spectra = new Pool<>(this::empty);

  LaneGrid(TilePlan plan, Lanes<A> lanes, int threads) {
    this.plan = plan;
    this.lanes = lanes;
    this.level = level(plan, lanes, 0);
    this.points = points(plan);
    this.threads = points * plan.tiles() < PARALLEL_FROM ? 1 : threads;
    this.apart = plan.tiles() >= 4L * threads;
    this.workers = new Pool<>(() -> level.worker(apart ? 1 : this.threads));
  }

  /** Complex numbers in a tile. */
  static double points(TilePlan plan) {
    double product = 1;
    for (int axis = 0; axis < plan.rank(); axis++) {
      product *= LaneEngine.key(plan, axis).length();
    }
    return product;
  }

  /** The transform along an axis and all after it. */
  static <A> Level<A> level(TilePlan plan, Lanes<A> lanes, int axis) {
    BatchPlan.Key key = LaneEngine.key(plan, axis);
    if (plan.rank() == 1) {
      int width = LaneEngine.width(key.length(), lanes.count());
      BatchPlan.Key columns = new BatchPlan.Key(key.length() / width, key.quarters());
      return Plane.of(lanes, key, width, lanes.turn(columns, width));
    }
    return axis == plan.rank() - 2
        ? Plane.of(lanes, key, LaneEngine.key(plan, axis + 1))
        : new Stack<>(lanes, key, level(plan, lanes, axis + 1));
  }

  @Override
  public Spectrum<A> spectrum(Channel<A> kernel) {
    Spectrum<A> spectrum = spectra.take();
    try (Pool<Level.Worker<A>>.Loan loan = workers.loan()) {
      loan.take().forward(kernel(plan, kernel), spectrum.re(), spectrum.im(), 0);
    }
    scale(spectrum, 1 / points);
    return spectrum;
  }

  private void scale(Spectrum<A> spectrum, double factor) {
    int size = level.size();
    Parallel.run(
        threads,
        (size + SCALED_AT_ONCE - 1) / SCALED_AT_ONCE,
        part -> {
          int from = part * SCALED_AT_ONCE;
          int to = Math.min(size, from + SCALED_AT_ONCE);
          lanes.scale(spectrum.re(), from, to, factor);
          lanes.scale(spectrum.im(), from, to, factor);
        });
  }

  @Override
  public void release(Spectrum<A> spectrum) {
    spectra.give(spectrum);
  }

  private Spectrum<A> empty() {
    return new Spectrum<>(lanes.allocate(level.size()), lanes.allocate(level.size()));
  }

  @Override
  public void convolve(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y) {
    boolean one = x.size() == 1 && h.size() == 1 && y.size() == 1;
    try (Pool<Level.Worker<A>>.Loan loan = workers.loan()) {
      Parallel.run(
          apart ? threads : 1,
          Math.toIntExact(plan.tiles()),
          () -> {
            Level.Worker<A> worker = loan.take();
            Several several = one ? null : new Several(x, h, y, worker);
            return (IntConsumer)
                number -> {
                  int[] tile = plan.tile(number);
                  if (one) {
                    worker.convolve(
                        signal(plan, x.get(0), tile), h.get(0), 0, output(plan, y.get(0), tile, 0));
                  } else {
                    several.convolve(tile);
                  }
                };
          });
    }
  }

  static <A> Pair<A> signal(TilePlan plan, Channel<A> channel, int[] tile) {
    return pair(
        plan,
        channel,
        axis -> plan.axis(axis).span().signalExtent(),
        axis -> plan.axis(axis).start(tile[axis]),
        axis -> plan.axis(axis).first(tile[axis]),
        axis -> plan.axis(axis).end(tile[axis]));
  }

  static <A> Pair<A> kernel(TilePlan plan, Channel<A> channel) {
    return pair(
        plan,
        channel,
        axis -> plan.axis(axis).span().kernelExtent(),
        axis -> plan.axis(axis).span().kernelFrom(),
        axis -> 0,
        axis -> plan.axis(axis).span().kernel());
  }

  /**
   * The outputs of a tile.
   *
   * @param turned how many columns before their places they are
   */
  static <A> Pair<A> output(TilePlan plan, Channel<A> channel, int[] tile, int turned) {
    return pair(
        plan,
        channel,
        axis -> plan.axis(axis).span().output(),
        axis -> tile[axis] * plan.axis(axis).step() - first(plan, axis, turned),
        axis -> first(plan, axis, turned),
        axis -> first(plan, axis, turned) + plan.axis(axis).outputs(tile[axis]));
  }

  private static int first(TilePlan plan, int axis, int turned) {
    int window = plan.axis(axis).window();
    return axis == plan.rank() - 1 ? window - turned : window;
  }

  interface ByAxis {
    int at(int axis);
  }

  /**
   * The numbers of a tile.
   *
   * @param extent that of the array
   * @param start the index in the array of the tile's first number
   * @param first the first index in the tile
   * @param end the index in the tile after the last
   */
  static <A> Pair<A> pair(
      TilePlan plan, Channel<A> channel, ByAxis extent, ByAxis start, ByAxis first, ByAxis end) {
    int rank = plan.rank();
    int[] strides = new int[rank];
    int[] firsts = new int[rank];
    int[] ends = new int[rank];
    int place = 0;
    int stride = 1;
    for (int axis = rank - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      place += start.at(axis) * stride;
      stride *= extent.at(axis);
      firsts[axis] = first.at(axis);
      ends[axis] = end.at(axis);
    }
    place += channel.start();
    Box<A> re = new Box<>(channel.re(), place, strides, firsts, ends);
    if (plan.complex()) {
      return new Pair<>(re, new Box<>(channel.im().orElseThrow(), place, strides, firsts, ends));
    }
    return Pair.folded(re, plan.axis(0).length() / 2);
  }

  /** {@code sum = sum over i + j = shift of x[i] * h[j]}, of so many numbers. */
  static <A> void sumProducts(
      Lanes<A> lanes,
      List<Spectrum<A>> x,
      List<Spectrum<A>> h,
      int shift,
      A sumRe,
      A sumIm,
      int size) {
    lanes.clear(sumRe, 0, size);
    lanes.clear(sumIm, 0, size);
    for (int i = Math.max(0, shift - h.size() + 1); i < x.size() && i <= shift; i++) {
      Spectrum<A> a = x.get(i);
      Spectrum<A> b = h.get(shift - i);
      lanes.addProduct(sumRe, sumIm, a.re(), a.im(), b.re(), b.im(), 0, size);
    }
  }

  /** With several channels. */
  private final class Several {
    private final List<Channel<A>> x;
    private final List<Spectrum<A>> h;
    private final List<Channel<A>> y;
    private final Level.Worker<A> worker;
    private final List<Spectrum<A>> spectra = new ArrayList<>();
    private final Spectrum<A> sum;

    Several(List<Channel<A>> x, List<Spectrum<A>> h, List<Channel<A>> y, Level.Worker<A> worker) {
      this.x = x;
      this.h = h;
      this.y = y;
      this.worker = worker;
      x.forEach(one -> spectra.add(empty()));
      this.sum = empty();
    }

    void convolve(int[] tile) {
      for (int i = 0; i < x.size(); i++) {
        worker.forward(signal(plan, x.get(i), tile), spectra.get(i).re(), spectra.get(i).im(), 0);
      }
      for (int shift = 0; shift < y.size(); shift++) {
        sumProducts(lanes, spectra, h, shift, sum.re(), sum.im(), level.size());
        worker.inverse(sum.re(), sum.im(), 0, output(plan, y.get(shift), tile, 0));
      }
    }
  }
}
