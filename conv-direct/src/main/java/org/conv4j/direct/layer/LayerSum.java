package org.conv4j.direct.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.internal.Parallel;

/**
 * A layer whose weights are fixed, over arrays of one element type. A task is a band of outputs of
 * one item of the batch and one group; tasks share nothing that they write, and no bit of a result
 * depends on how they are cut. Complex numbers have two arrays, of real and of imaginary parts,
 * which count as twice as many channels.
 */
final class LayerSum<A> {
  private final LayerPlan plan;
  private final LayerGeometry geometry;
  private final LayerKernel<A> kernel;
  private final LayerLoops<A> loops;
  private final int threads;

  /** The weights of each group. */
  private final List<A> packed = new ArrayList<>();

  private final List<A> bias;

  /** Those that wait for the next input. */
  private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

  private final ArrayOrder output;

  /** Output channels of a group, in one array. */
  private final int outputs;

  /** Output channels of a group, in all arrays. */
  private final int rows;

  /**
   * @param plan where factors are
   * @param kernel what computes
   * @param threads how many may work on one call
   * @param parts how many arrays make an element
   * @param weights row by row: for each group and output channel, by input channel and tap; where
   *     elements have two arrays, outputs of the first come first, and so do inputs
   * @param bias one array for each that makes an element; none if there is no bias
   */
  LayerSum(LayerPlan plan, LayerKernel<A> kernel, int threads, int parts, A weights, List<A> bias) {
    this.plan = plan;
    this.geometry = plan.geometry();
    this.kernel = kernel;
    this.loops = kernel.loops();
    this.threads = threads;
    this.bias = bias;
    int groups = geometry.options().groups();
    this.outputs = geometry.outputChannels() / groups;
    this.rows = parts * outputs;
    int terms = plan.offsets().length;
    for (int group = 0; group < groups; group++) {
      packed.add(kernel.pack(weights, group * rows, rows, terms));
    }
    this.output = ArrayOrder.ofOutput(geometry);
  }

  /**
   * Computes the layer.
   *
   * @param x the input: one array, or two
   * @param y the output, likewise, which may hold anything
   */
  void compute(List<A> x, List<A> y) {
    int groups = geometry.options().groups();
    int bands = plan.bands();
    Queue<Worker> busy = new ConcurrentLinkedQueue<>();
    Parallel.run(
        threads,
        Math.multiplyExact(Math.multiplyExact(geometry.batch(), groups), bands),
        () -> {
          Worker worker = idle.poll();
          if (worker == null) {
            worker = new Worker();
          }
          busy.add(worker);
          return worker.on(x, y);
        });
    idle.addAll(busy);
  }

  /** Computes bands, on one thread at a time, and keeps its buffers for the next input. */
  private final class Worker {
    private final LayerKernel.Worker<A> kernelWorker = kernel.worker(rows);

    private final BandInput<A> input = new BandInput<>(plan, loops, kernel.grain());

    IntConsumer on(List<A> x, List<A> y) {
      int groups = geometry.options().groups();
      int bands = plan.bands();
      return i -> compute(x, y, i / bands / groups, i / bands % groups, i % bands);
    }

    private void compute(List<A> x, List<A> y, int item, int group, int band) {
      input.bring(x, item, group, band);
      A data = input.data();
      int start = input.start();
      Optional<LayerMicroKernel<A>> direct =
          rows == 1 && output.lastAxis() == 1 ? kernel.rows(columns(band)) : Optional.empty();
      if (direct.isPresent()) {
        computeRows(direct.get(), data, start, y.get(0), item, group, band);
      } else {
        computeTiles(data, start, y, item, group, band);
      }
    }

    /** Outputs in a row of a band. */
    private int columns(int band) {
      int last = geometry.spatialRank() - 1;
      return last == 0 ? plan.rows(band) : geometry.axis(last).output();
    }

    /** The outputs of a group of one channel, plane by plane. */
    private void computeRows(
        LayerMicroKernel<A> direct, A data, int start, A y, int item, int group, int band) {
      int rank = geometry.spatialRank();
      int planes = rank < 3 ? 1 : plan.rows(band);
      int rowsOfPlane = rank == 1 ? 1 : rank == 2 ? plan.rows(band) : geometry.axis(1).output();
      int xStep = rank == 1 ? 0 : plan.stride(rank - 2);
      int yStep = rank == 1 ? 0 : output.axis(rank - 2);
      int to =
          item * output.item() + group * output.channel() + plan.firstRow(band) * output.axis(0);
      A added = bias.isEmpty() ? null : bias.get(0);
      for (int plane = 0; plane < planes; plane++) {
        direct.rows(
            rowsOfPlane,
            columns(band),
            data,
            start + plane * plan.stride(0),
            xStep,
            plan.offsets(),
            packed.get(group),
            0,
            added,
            group,
            y,
            to + plane * output.axis(0),
            yStep);
      }
    }

    private void computeTiles(A data, int start, List<A> y, int item, int group, int band) {
      int positions = plan.positions(band);
      int grain = kernel.grain();
      BandCursor cursor = new BandCursor(plan, band);
      while (cursor.position() < positions) {
        int from = cursor.position();
        int most = plan.gap() >= grain ? cursor.left() : positions - from;
        int count = Math.min(kernel.width(rows), most);
        int odd = count % grain;
        int at = from;
        int computed = odd == 0 ? count : count - odd + grain;
        if (plan.inPlace() && from + computed > positions) {
          // The last ones reach back rather than beyond the input.
          if (count > odd) {
            count -= odd;
            computed = count;
          } else {
            at = positions - computed;
          }
        }
        kernelWorker.compute(computed, data, start + at, plan.offsets(), packed.get(group));
        store(y, item, group, band, cursor, from + count, at);
      }
    }

    /** Writes the outputs that stand before a position; sums begin at another one. */
    private void store(
        List<A> y, int item, int group, int band, BandCursor cursor, int to, int sumsFrom) {
      int start = item * output.item() + plan.firstRow(band) * output.axis(0);
      while (cursor.position() < to) {
        int count = Math.min(to - cursor.position(), cursor.left());
        storeRow(y, group, start + cursor.in(output), cursor.position() - sumsFrom, count);
        cursor.skip(count);
      }
    }

    private void storeRow(List<A> y, int group, int at, int start, int count) {
      for (int part = 0; part < y.size(); part++) {
        A added = bias.isEmpty() ? null : bias.get(part);
        for (int m = 0; m < outputs; m++) {
          int channel = group * outputs + m;
          int to = at + channel * output.channel();
          kernelWorker.store(
              part * outputs + m, start, added, channel, y.get(part), to, output.lastAxis(), count);
        }
      }
    }
  }
}
