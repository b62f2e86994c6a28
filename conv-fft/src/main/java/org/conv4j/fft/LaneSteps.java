package org.conv4j.fft;

import java.util.List;

/**
 * The steps of {@link LaneGrid}. The places of a part are the same in all channels, and are found
 * once. Rows of kernels are turned so that outputs begin in the first column of a tile: there they
 * are stored by whole lanes, and fewer columns are transformed back.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class LaneSteps<A> implements TileSteps<A> {
  private final TilePlan plan;
  private final Lanes<A> lanes;
  private final Level<A> level;
  private final int parts;
  private final double points;

  /** Columns that rows are turned by; a sequence is left as it is. */
  private final int turned;

  LaneSteps(TilePlan plan, Lanes<A> lanes) {
    this.plan = plan;
    this.lanes = lanes;
    this.level = LaneGrid.level(plan, lanes, 0);
    this.parts = Math.toIntExact(plan.tiles());
    this.points = LaneGrid.points(plan);
    this.turned = plan.rank() == 1 ? 0 : plan.last().window();
  }

  @Override
  public int parts() {
    return parts;
  }

  @Override
  public int places() {
    return level.size();
  }

  @Override
  public int size() {
    return level.size();
  }

  @Override
  public Spectrum<A> room() {
    return new Spectrum<>(lanes.allocate(level.size()), lanes.allocate(level.size()));
  }

  @Override
  public void sum(List<Spectrum<A>> x, List<Spectrum<A>> h, Spectrum<A> sum, int from, int to) {
    lanes.clear(sum.re(), from, to);
    lanes.clear(sum.im(), from, to);
    int i = 0;
    for (; i <= x.size() - 4; i += 4) {
      lanes.addFour(x, h, i, sum, from, to);
    }
    for (; i < x.size(); i++) {
      Spectrum<A> a = x.get(i);
      Spectrum<A> b = h.get(i);
      lanes.addProduct(sum.re(), sum.im(), a.re(), a.im(), b.re(), b.im(), from, to);
    }
  }

  @Override
  public TileSteps.Worker<A> worker() {
    return new Worker();
  }

  private Pair<A> places(Channel<A> kernel) {
    int last = plan.rank() - 1;
    return LaneGrid.pair(
        plan,
        kernel,
        axis -> axis == last ? plan.last().length() : plan.axis(axis).span().kernelExtent(),
        axis -> axis == last ? 0 : plan.axis(axis).span().kernelFrom(),
        axis -> 0,
        axis -> axis == last ? plan.last().length() : plan.axis(axis).span().kernel());
  }

  private final class Worker implements TileSteps.Worker<A> {
    private final Level.Worker<A> worker = level.worker(1);

    /** A channel without data. */
    private final Channel<A> nowhere =
        plan.complex()
            ? Channel.complex(lanes.allocate(0), lanes.allocate(0))
            : Channel.real(lanes.allocate(0));

    /** The places of the last part there was, in such a channel. */
    private Pair<A> signal;

    private Pair<A> output;
    private int signalPart = -1;
    private int outputPart = -1;

    /** A kernel whose rows are turned, once there was one, and how many rows it has. */
    private A turnedRe;

    private A turnedIm;
    private final int rows =
        plan.axes().subList(0, plan.rank() - 1).stream()
            .mapToInt(axis -> axis.span().kernelExtent())
            .reduce(1, (a, b) -> a * b);

    @Override
    public void kernel(Channel<A> kernel, Spectrum<A> to) {
      Pair<A> places = turned == 0 ? LaneGrid.kernel(plan, kernel) : places(turned(kernel));
      worker.forward(places, to.re(), to.im(), 0);
      lanes.scale(to.re(), 0, level.size(), 1 / points);
      lanes.scale(to.im(), 0, level.size(), 1 / points);
    }

    /** A kernel with its rows turned, of which the elements not written are zero and stay so. */
    private Channel<A> turned(Channel<A> kernel) {
      if (turnedRe == null) {
        turnedRe = lanes.allocate(rows * plan.last().length());
        turnedIm = lanes.allocate(plan.complex() ? rows * plan.last().length() : 0);
      }
      turn(kernel.re(), kernel.start(), turnedRe);
      if (!plan.complex()) {
        return Channel.real(turnedRe);
      }
      turn(kernel.im().orElseThrow(), kernel.start(), turnedIm);
      return Channel.complex(turnedRe, turnedIm);
    }

    /** A window begins before the end of the kernel, so that some of a row stays in front. */
    private void turn(A kernel, int first, A to) {
      Span span = plan.last().span();
      int length = plan.last().length();
      for (int row = 0; row < rows; row++) {
        int at = first + row * span.kernelExtent() + span.kernelFrom();
        int start = row * length;
        System.arraycopy(kernel, at, to, start + length - turned, turned);
        System.arraycopy(kernel, at + turned, to, start, span.kernel() - turned);
      }
    }

    private Pair<A> signal(Channel<A> channel, int part) {
      if (part != signalPart) {
        signal = LaneGrid.signal(plan, nowhere, plan.tile(part));
        signalPart = part;
      }
      return signal.in(channel);
    }

    private Pair<A> output(Channel<A> channel, int part) {
      if (part != outputPart) {
        output = LaneGrid.output(plan, nowhere, plan.tile(part), turned);
        outputPart = part;
      }
      return output.in(channel);
    }

    @Override
    public void forward(Channel<A> signal, int part, Spectrum<A> to) {
      worker.forward(signal(signal, part), to.re(), to.im(), 0);
    }

    @Override
    public void inverse(Spectrum<A> from, int part, Channel<A> outputs) {
      worker.inverse(from.re(), from.im(), 0, output(outputs, part));
    }

    @Override
    public void convolve(Channel<A> signal, int part, Spectrum<A> kernel, Channel<A> outputs) {
      worker.convolve(signal(signal, part), kernel, 0, output(outputs, part));
    }
  }
}
