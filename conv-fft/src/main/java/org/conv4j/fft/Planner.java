package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.conv4j.api.Geometry;

/**
 * Finds the cheapest way to cut a convolution into tiles, among those worth a look on all engines:
 * on each axis one tile of several fast lengths, or overlap-save with tiles of several lengths.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class Planner<A> {
  /**
   * In units of {@link PlanCache}, so that 256 plans are kept, with the buffers that go with them.
   */
  private static final int SIZE_OF_A_PLAN = 1 << 13;

  /** A single tile may be longer than need be by this factor. */
  private static final double SLACK = 1.25;

  /** A tile of overlap-save shorter than this times the kernel gives too little. */
  private static final double LEAST_OVER_KERNEL = 1.2;

  /** How many lengths of a single tile are tried on an axis, by rank. */
  private static final int[] SINGLES = {0, 6, 4, 3, 2};

  /** How many lengths of overlapping tiles are tried. */
  private static final int[] OVERLAPPING = {0, 60, 12, 5, 2};

  private final List<TileEngine<A>> engines;
  private final double[] constants;
  private final PlanCache<Key, Planned<A>> plans =
      new PlanCache<>(this::cheapest, key -> SIZE_OF_A_PLAN);
  private final PlanCache<SumKey, Planned<A>> sums =
      new PlanCache<>(this::cheapest, key -> SIZE_OF_A_PLAN);

  /**
   * What a plan is for.
   *
   * @param geometry the call
   * @param complex whether the data are complex
   * @param powersOfTwo whether only powers of two will do
   */
  private record Key(Geometry geometry, boolean complex, boolean powersOfTwo) {}

  /** The same of sums over channels. */
  private record SumKey(
      List<Span> spans, Channels channels, boolean complex, boolean powersOfTwo) {}

  /**
   * A planner.
   *
   * @param engines one at least
   * @param constants nanoseconds of each {@link Costs.Part}
   */
  Planner(List<TileEngine<A>> engines, double[] constants) {
    this.engines = List.copyOf(engines);
    this.constants = constants;
  }

  List<TileEngine<A>> engines() {
    return engines;
  }

  /**
   * The cheapest plan.
   *
   * @param powersOfTwo whether only powers of two will do
   * @throws ArithmeticException if no transform is long enough
   */
  Planned<A> plan(Geometry geometry, boolean complex, boolean powersOfTwo) {
    return plans.plan(new Key(geometry, complex, powersOfTwo));
  }

  /**
   * The cheapest plan of sums over channels, of which each is convolved with a kernel.
   *
   * @param spans the axes of a channel, one at least
   * @param channels how many there are
   * @param powersOfTwo whether only powers of two will do
   * @throws ArithmeticException if no transform is long enough
   */
  Planned<A> plan(List<Span> spans, Channels channels, boolean complex, boolean powersOfTwo) {
    return sums.plan(new SumKey(List.copyOf(spans), channels, complex, powersOfTwo));
  }

  private Planned<A> cheapest(Key key) {
    Geometry geometry = key.geometry;
    List<Span> spans = Span.of(geometry, false);
    boolean swapped = size(spans, false) > size(spans, true);
    SumKey sum =
        new SumKey(
            swapped ? Span.of(geometry, true) : spans, Channels.ONE, key.complex, key.powersOfTwo);
    Planned<A> best = cheapest(sum, swapped, geometry);
    return best.plan().tiles() > 1 || !swapped ? best : unswapped(best, spans);
  }

  private Planned<A> cheapest(SumKey key) {
    return cheapest(key, false, key.spans);
  }

  private Planned<A> cheapest(SumKey key, boolean swapped, Object whatFor) {
    Search search = new Search(key, swapped);
    for (TileEngine<A> engine : engines) {
      search.on(engine);
    }
    if (search.best == null) {
      throw new ArithmeticException(
          "no transform is long enough, or holds in an array, for " + whatFor);
    }
    return search.best;
  }

  /**
   * With a single tile the roles are alike, and a kernel that was prepared is the second operand.
   */
  private Planned<A> unswapped(Planned<A> planned, List<Span> spans) {
    List<TileAxis> axes = new ArrayList<>();
    for (int axis = 0; axis < spans.size(); axis++) {
      axes.add(TileAxis.single(spans.get(axis), planned.plan().axis(axis).length()));
    }
    TilePlan plan = new TilePlan(axes, false, planned.plan().complex());
    return new Planned<>(planned.engine(), plan, planned.nanos());
  }

  private static double size(List<Span> spans, boolean signal) {
    double size = 1;
    for (Span span : spans) {
      size *= signal ? span.signal() : span.kernel();
    }
    return size;
  }

  /** Goes through the combinations of what is tried on each axis. */
  private final class Search {
    private final SumKey key;
    private final List<Span> spans;
    private final boolean swapped;
    private Planned<A> best;

    Search(SumKey key, boolean swapped) {
      this.key = key;
      this.spans = key.spans;
      this.swapped = swapped;
    }

    void on(TileEngine<A> engine) {
      List<List<TileAxis>> choices = new ArrayList<>();
      for (int axis = 0; axis < spans.size(); axis++) {
        choices.add(choices(engine, axis));
      }
      combine(engine, choices, new ArrayList<>());
    }

    private void combine(
        TileEngine<A> engine, List<List<TileAxis>> choices, List<TileAxis> chosen) {
      if (chosen.size() == choices.size()) {
        TilePlan plan = new TilePlan(chosen, swapped, key.complex);
        double nanos = nanos(engine, plan, key.channels);
        if (best == null ? nanos < Double.POSITIVE_INFINITY : nanos < best.nanos()) {
          best = new Planned<>(engine, plan, nanos);
        }
        return;
      }
      for (TileAxis axis : choices.get(chosen.size())) {
        chosen.add(axis);
        combine(engine, choices, chosen);
        chosen.remove(chosen.size() - 1);
      }
    }

    private List<TileAxis> choices(TileEngine<A> engine, int axis) {
      Span span = spans.get(axis);
      int rank = spans.size();
      int unit = engine.unit(axis, rank, key.complex);
      List<TileAxis> choices = new ArrayList<>();
      for (int length : singles(engine, span.enough(), unit, rank)) {
        choices.add(TileAxis.single(span, length));
      }
      for (int length : overlapping(span, unit, rank)) {
        choices.add(TileAxis.overlapping(span, length));
      }
      return choices;
    }

    private List<Integer> singles(TileEngine<A> engine, long enough, int unit, int rank) {
      if (enough > FastLength.LARGEST) {
        return List.of();
      }
      int powerOfTwo = FastLength.powerOfTwo(Math.max(enough, unit));
      if (key.powersOfTwo) {
        return List.of(powerOfTwo);
      }
      long most = Math.max((long) (SLACK * enough), enough + 2L * unit);
      List<Integer> lengths = new ArrayList<>(FastLength.between(enough, most, unit));
      lengths.sort(Comparator.comparingDouble(engine::lengthCost));
      int count = SINGLES[Math.min(rank, SINGLES.length - 1)];
      List<Integer> cheapest = new ArrayList<>(lengths.subList(0, Math.min(count, lengths.size())));
      if (!cheapest.contains(powerOfTwo)) {
        cheapest.add(powerOfTwo);
      }
      return cheapest;
    }

    /** Powers of two, and one and a half of them, from the kernel's length on up to the whole. */
    private List<Integer> overlapping(Span span, int unit, int rank) {
      List<Integer> lengths = new ArrayList<>();
      int most = OVERLAPPING[Math.min(rank, OVERLAPPING.length - 1)];
      long least = (long) Math.max(16, LEAST_OVER_KERNEL * span.kernel());
      for (long power = 16; 2 * power < 3 * span.enough() / 2; power *= 2) {
        for (long length :
            key.powersOfTwo
                ? new long[] {power}
                : new long[] {power, power / 4 * 5, power / 2 * 3}) {
          boolean fits = length >= least && length < span.enough() && length % unit == 0;
          if (fits && lengths.size() < most) {
            lengths.add((int) length);
          }
        }
      }
      return lengths;
    }
  }

  private double nanos(TileEngine<A> engine, TilePlan plan, Channels channels) {
    // Rows of a spectrum may be longer than the transform by two numbers.
    double last = plan.last().length();
    if (plan.elements() / last * (last + 2) > Integer.MAX_VALUE) {
      return Double.POSITIVE_INFINITY;
    }
    double nanos = costs(engine, plan, channels).nanos(constants);
    return channels.single() ? nanos : nanos + engine.sumNanos(plan, channels);
  }

  /** What makes up the time of a plan for one signal and one kernel. */
  Costs costs(Planned<A> planned) {
    return costs(planned.engine(), planned.plan(), Channels.ONE);
  }

  private Costs costs(TileEngine<A> engine, TilePlan plan, Channels channels) {
    Costs costs = new Costs();
    costs.add(Costs.Part.CALL, 1);
    double outputs = channels.back();
    double signal = channels.there();
    double kernel = channels.kernels();
    for (TileAxis axis : plan.axes()) {
      signal *= axis.span().signalExtent();
      kernel *= axis.span().kernelExtent();
      outputs *= axis.span().output();
    }
    costs.add(Costs.Part.ELEMENT, (plan.complex() ? 2 : 1) * (signal + kernel + outputs));
    engine.count(plan, channels, costs);
    return costs;
  }
}
