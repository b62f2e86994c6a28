package org.conv4j.direct.layer;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;

/**
 * The input of one band of one item and group, in the form that a {@link LayerPlan} describes: in a
 * buffer, which is kept for the next band, or in place.
 */
final class BandInput<A> {
  private final LayerPlan plan;
  private final LayerGeometry geometry;
  private final LayerLoops<A> loops;
  private final ArrayOrder order;

  /** Input channels of a group, in one array. */
  private final int inputs;

  /** By axis: how far elements of the input are apart that are side by side in an image. */
  private final int[] steps;

  private final int zeroPoint;
  private final A buffer;

  /** The band whose padding the buffer has, which is the same for all items and channels. */
  private int filled = -1;

  private A data;
  private int start;

  /** By axis, of one image: which elements are inside, and where the first is in the input. */
  private final int[] lows;

  private final int[] highs;
  private final int[] firsts;

  /**
   * A buffer with nothing in it.
   *
   * @param slack elements that may be read beyond those of the band
   */
  BandInput(LayerPlan plan, LayerLoops<A> loops, int slack) {
    this.plan = plan;
    this.geometry = plan.geometry();
    this.loops = loops;
    this.order = ArrayOrder.ofInput(geometry);
    this.inputs = geometry.weights().extent(1);
    this.buffer = loops.newArray(plan.inPlace() ? 0 : plan.elements() + slack);
    this.zeroPoint = geometry.options().inputZeroPoint();
    int rank = geometry.spatialRank();
    this.steps = new int[rank];
    Arrays.setAll(steps, a -> geometry.axis(a).stride() * order.axis(a));
    this.lows = new int[rank];
    this.highs = new int[rank];
    this.firsts = new int[rank];
  }

  /**
   * Makes the input of a band available.
   *
   * @param x the input of the layer: one array, or two
   */
  void bring(List<A> x, int item, int group, int band) {
    if (plan.inPlace()) {
      data = x.get(0);
      start =
          item * order.item()
              + group * inputs * order.channel()
              + plan.firstRow(band) * order.axis(0);
    } else {
      fill(x, item, group, band);
      data = buffer;
    }
  }

  /** The array with the input. */
  A data() {
    return data;
  }

  /** Where in the array the factors of the first output begin. */
  int start() {
    return start;
  }

  /** Brings the input of a band into the buffer. */
  private void fill(List<A> x, int item, int group, int band) {
    if (filled != band) {
      loops.clear(buffer, 0, plan.elements());
      filled = band;
    }
    int image = plan.extent(0) * plan.stride(0);
    for (int i = 0; i < plan.images(); i++) {
      for (int a = 0; a < firsts.length; a++) {
        findInside(a, i, band);
      }
      for (int c = 0; c < x.size() * inputs; c++) {
        int from = item * order.item() + (group * inputs + c % inputs) * order.channel();
        fill(x.get(c / inputs), 0, from, c * plan.channel() + i * image);
      }
    }
  }

  /** Finds which elements of an image, along an axis, are in the input and not in the padding. */
  private void findInside(int axis, int image, int band) {
    LayerAxis sizes = geometry.axis(axis);
    long begin = axis == 0 ? plan.firstRow(band) : 0;
    long first = begin * sizes.stride() + plan.phase(image, axis) - sizes.before();
    long low = first >= 0 ? 0 : (-first + sizes.stride() - 1) / sizes.stride();
    long high = (sizes.input() - first + sizes.stride() - 1) / sizes.stride();
    lows[axis] = (int) Math.min(plan.extent(axis), low);
    highs[axis] = (int) Math.min(plan.extent(axis), high);
    firsts[axis] = (int) (first + (long) lows[axis] * sizes.stride());
  }

  /** Copies what lies inside, axis by axis, and along the last two at once. */
  private void fill(A from, int axis, int at, int to) {
    int begin = at + firsts[axis] * order.axis(axis);
    int start = to + lows[axis] * plan.stride(axis);
    int count = highs[axis] - lows[axis];
    int last = firsts.length - 1;
    if (axis < last - 1) {
      for (int i = 0; i < count; i++) {
        fill(from, axis + 1, begin + i * steps[axis], start + i * plan.stride(axis));
      }
    } else if (axis == last) {
      loadRows(from, begin, 0, start, 0, 1);
    } else {
      int first = begin + firsts[last] * order.axis(last);
      loadRows(from, first, steps[axis], start + lows[last], plan.stride(axis), count);
    }
  }

  private void loadRows(A from, int at, int fromRow, int to, int toRow, int rows) {
    int last = firsts.length - 1;
    int columns = highs[last] - lows[last];
    if (columns > 0) {
      loops.loadRows(from, at, fromRow, steps[last], zeroPoint, buffer, to, toRow, rows, columns);
    }
  }
}
