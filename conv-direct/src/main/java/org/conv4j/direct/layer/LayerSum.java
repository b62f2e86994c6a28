package org.conv4j.direct.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.Layout;
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

  private final Order input;
  private final Order output;

  /** Input and output channels of a group, in one array. */
  private final int inputs;

  private final int outputs;

  /** Output channels of a group, in all arrays. */
  private final int rows;

  /** How far elements of an array are apart along its axes, which are in the order of a layout. */
  private static final class Order {
    private final int item;
    private final int channel;
    private final int[] axes;

    Order(LayerGeometry geometry, int channels, int[] spatial) {
      int size = 1;
      boolean last = geometry.options().layout() == Layout.NHWC;
      int step = last ? channels : 1;
      axes = new int[spatial.length];
      for (int a = spatial.length - 1; a >= 0; a--) {
        axes[a] = size * step;
        size *= spatial[a];
      }
      channel = last ? 1 : size;
      item = size * channels;
    }

    int lastAxis() {
      return axes[axes.length - 1];
    }
  }

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
    this.inputs = geometry.weights().extent(1);
    int groups = geometry.options().groups();
    this.outputs = geometry.outputChannels() / groups;
    this.rows = parts * outputs;
    int terms = plan.offsets().length;
    for (int group = 0; group < groups; group++) {
      packed.add(kernel.pack(weights, group * rows, rows, terms));
    }
    List<LayerAxis> axes = geometry.axes();
    this.input =
        new Order(
            geometry, geometry.inputChannels(), axes.stream().mapToInt(LayerAxis::input).toArray());
    this.output =
        new Order(
            geometry,
            geometry.outputChannels(),
            axes.stream().mapToInt(LayerAxis::output).toArray());
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

    /** Outputs that are computed at once may go beyond the last one. */
    private final A buffer = loops.newArray(plan.inPlace() ? 0 : plan.elements() + kernel.width());

    IntConsumer on(List<A> x, List<A> y) {
      int groups = geometry.options().groups();
      int bands = plan.bands();
      return i -> compute(x, y, i / bands / groups, i / bands % groups, i % bands);
    }

    private void compute(List<A> x, List<A> y, int item, int group, int band) {
      A data = buffer;
      int start = 0;
      if (plan.inPlace()) {
        data = x.get(0);
        start =
            item * input.item
                + group * inputs * input.channel
                + plan.firstRow(band) * input.axes[0];
      } else {
        fill(x, item, group, band);
      }
      int width = kernel.width();
      int positions = plan.positions(band);
      for (int from = 0; from < positions; from += width) {
        // The last ones reach back rather than beyond the input.
        int at = Math.max(0, Math.min(from, positions - width));
        kernelWorker.compute(data, start + at, plan.offsets(), packed.get(group));
        store(y, item, group, band, from, Math.min(positions, from + width), from - at);
      }
    }

    /** Brings the input of a band into the buffer. */
    private void fill(List<A> x, int item, int group, int band) {
      for (int c = 0; c < x.size() * inputs; c++) {
        int from = item * input.item + (group * inputs + c % inputs) * input.channel;
        for (int image = 0; image < plan.images(); image++) {
          int to = c * plan.channel() + image * plan.extent(0) * plan.stride(0);
          fill(x.get(c / inputs), from, image, band, to);
        }
      }
    }

    private void fill(A from, int start, int image, int band, int to) {
      int last = input.axes.length - 1;
      int rows = plan.extent(0) * plan.stride(0) / plan.extent(last);
      for (int row = 0; row < rows; row++) {
        int at = start;
        int rest = row;
        boolean inside = true;
        for (int a = last - 1; a >= 0; a--) {
          int i = inputIndex(a, image, band, rest % plan.extent(a));
          inside &= i >= 0 && i < geometry.axis(a).input();
          at += i * input.axes[a];
          rest /= plan.extent(a);
        }
        int begin = to + row * plan.extent(last);
        if (inside) {
          fillRow(from, at, image, band, begin);
        } else {
          loops.clear(buffer, begin, begin + plan.extent(last));
        }
      }
    }

    private void fillRow(A from, int at, int image, int band, int to) {
      int last = input.axes.length - 1;
      int extent = plan.extent(last);
      int stride = geometry.axis(last).stride();
      long first = inputIndex(last, image, band, 0);
      long low = first >= 0 ? 0 : (-first + stride - 1) / stride;
      long high = (geometry.axis(last).input() - first + stride - 1) / stride;
      int lo = (int) Math.min(extent, low);
      int hi = (int) Math.max(lo, Math.min(extent, high));
      loops.clear(buffer, to, to + lo);
      if (lo < hi) {
        int begin = at + (int) (first + (long) lo * stride) * input.lastAxis();
        int zero = geometry.options().inputZeroPoint();
        loops.load(from, begin, stride * input.lastAxis(), zero, buffer, to + lo, hi - lo);
      }
      loops.clear(buffer, to + hi, to + extent);
    }

    /** The index in the input of an element of an image; outside of it in the padding. */
    private int inputIndex(int axis, int image, int band, int i) {
      LayerAxis sizes = geometry.axis(axis);
      int first = axis == 0 ? plan.firstRow(band) : 0;
      long index = (long) (first + i) * sizes.stride() + plan.phase(image, axis) - sizes.before();
      return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, index));
    }

    /** Writes those of some sums that belong to an output. */
    private void store(List<A> y, int item, int group, int band, int from, int to, int skipped) {
      int last = output.axes.length - 1;
      int next;
      for (int position = from; position < to; position = next) {
        int at = item * output.item + plan.firstRow(band) * output.axes[0];
        int rest = position;
        boolean outside = false;
        next = to;
        for (int a = 0; a <= last; a++) {
          int i = rest / plan.stride(a);
          rest %= plan.stride(a);
          int extent = a == 0 ? plan.rows(band) : geometry.axis(a).output();
          if (i >= extent) {
            // The next one that belongs to an output is the first of the next row, or plane.
            next = position - rest + (plan.extent(a) - i) * plan.stride(a);
            outside = true;
            break;
          }
          at += i * output.axes[a];
          if (a == last) {
            next = Math.min(to, position + extent - i);
          }
        }
        if (!outside) {
          storeRow(y, group, at, position - from + skipped, next - position);
        }
      }
    }

    private void storeRow(List<A> y, int group, int at, int start, int count) {
      for (int m = 0; m < rows; m++) {
        int part = m / outputs;
        int channel = group * outputs + m % outputs;
        A added = bias.isEmpty() ? null : bias.get(part);
        int to = at + channel * output.channel;
        loops.store(
            kernelWorker.sums(m), start, added, channel, y.get(part), to, output.lastAxis(), count);
      }
    }
  }
}
