package org.conv4j.direct.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.Layout;

/**
 * Where the factors of a layer are. A band of outputs, which is some of those along the first
 * spatial axis, depends on a part of the input. That is brought into a form in which a step from
 * output to output is a step of one element, whatever stride and padding are: with stride {@code
 * s}, element {@code i} of an axis of the padded input is element {@code floor(i / s)} of phase
 * {@code i mod s}. Then tap {@code t} meets, for every output, the element at a fixed distance:
 *
 * <pre>{@code
 * o s + t d = (o + floor(t d / s)) s + t d mod s
 * }</pre>
 *
 * <p>The elements of a channel are thus a few images, one for each combination of phases that some
 * tap needs, all of the same extents. Outputs are counted through with the rows of such an image,
 * so that one index says where all factors of an output are; those that lie between the end of a
 * row of outputs and the end of a row of the image belong to nobody. Where neither padding nor
 * strides are in the way, the input itself is such an image.
 *
 * <p>The <i>lowered</i> form has an image of its own for each tap, and thus no distances within an
 * image: it is the matrix that {@link Im2col} describes.
 */
final class LayerPlan {
  /** Bytes of the input of a band, about: half of a common second-level cache. */
  private static final int BUFFER = 1 << 18;

  /** So many bands for each thread let threads end at about the same time. */
  private static final int BANDS_PER_THREAD = 4;

  private final LayerGeometry geometry;
  private final List<LayerAxis> axes;

  /** By axis, the phases that some tap needs, and which of these each tap is in. */
  private final int[][] phases;

  private final int[][] phaseOfTap;

  /** Outputs of a band along the first axis, and how many bands there are. */
  private final int rows;

  private final int bands;

  /** Extents of an image, and elements from index to index of its axes. */
  private final int[] extents;

  private final int[] strides;

  /** Elements of a channel, and of all channels of a group. */
  private final int channel;

  private final int elements;

  private final boolean lowered;
  private final boolean inPlace;

  /** How many images one above the other a channel has. */
  private final int images;

  private final int[] offsets;

  private LayerPlan(
      LayerGeometry geometry, boolean lowered, int parts, int bytes, int threads, boolean inPlace) {
    this.geometry = geometry;
    this.lowered = lowered;
    this.axes = geometry.axes();
    this.inPlace = inPlace;
    int rank = axes.size();
    this.phases = new int[rank][];
    this.phaseOfTap = new int[rank][];
    int all = 1;
    for (int a = 0; a < rank; a++) {
      findPhases(a);
      all = Math.multiplyExact(all, phases[a].length);
    }
    this.images = all;
    this.extents = new int[rank];
    this.strides = new int[rank];
    int stride = 1;
    for (int a = rank - 1; a > 0; a--) {
      strides[a] = stride;
      extents[a] =
          inPlace ? axes.get(a).input() : Math.addExact(axes.get(a).output(), mostShift(a));
      stride = Math.multiplyExact(stride, extents[a]);
    }
    strides[0] = stride;
    int inputs = Math.multiplyExact(parts, geometry.weights().extent(1));
    this.rows = rowsOfBand((double) inputs * images * stride, bytes, threads);
    this.bands = (axes.get(0).output() - 1) / rows + 1;
    this.extents[0] = inPlace ? axes.get(0).input() : Math.addExact(rows, mostShift(0));
    this.channel = Math.multiplyExact(images, Math.multiplyExact(extents[0], stride));
    this.elements = Math.multiplyExact(inputs, channel);
    this.offsets = offsets(inputs);
  }

  /**
   * The plan of a layer.
   *
   * @param geometry the layer
   * @param lowered whether each tap has an image of its own
   * @param parts arrays that make an element: 2 for complex numbers, else 1
   * @param bytes of an element of such an array
   * @param threads how many may work on it
   * @param grain outputs are computed at once in multiples of this
   * @throws ArithmeticException if a band has more elements than a Java array holds
   */
  static LayerPlan of(
      LayerGeometry geometry, boolean lowered, int parts, int bytes, int threads, int grain) {
    if (parts == 1 && isContiguous(geometry) && !(lowered && hasTaps(geometry))) {
      LayerPlan plan = new LayerPlan(geometry, lowered, parts, bytes, threads, true);
      if (plan.positions(plan.bands - 1) >= grain) {
        return plan;
      }
    }
    return new LayerPlan(geometry, lowered, parts, bytes, threads, false);
  }

  private static boolean hasTaps(LayerGeometry geometry) {
    return geometry.axes().stream().anyMatch(axis -> axis.kernel() > 1);
  }

  /** Whether the input, of one array, can be read as it is. */
  private static boolean isContiguous(LayerGeometry geometry) {
    return geometry.options().layout() == Layout.NCHW
        && geometry.options().inputZeroPoint() == 0
        && geometry.axes().stream()
            .allMatch(
                axis ->
                    axis.stride() == 1
                        && axis.before() == 0
                        && axis.output() + axis.window() - 1 <= axis.input());
  }

  private void findPhases(int a) {
    LayerAxis axis = axes.get(a);
    Map<Integer, Integer> found = new LinkedHashMap<>();
    phaseOfTap[a] = new int[axis.kernel()];
    for (int t = 0; t < axis.kernel(); t++) {
      // How far a tap is from an element that the first tap of some output meets.
      int phase = t * axis.dilation() - shift(a, t) * axis.stride();
      found.putIfAbsent(phase, found.size());
      phaseOfTap[a][t] = found.get(phase);
    }
    phases[a] = found.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** In elements of an image. */
  private int shift(int a, int tap) {
    return lowered ? 0 : tap * axes.get(a).dilation() / axes.get(a).stride();
  }

  private int mostShift(int a) {
    return shift(a, axes.get(a).kernel() - 1);
  }

  /**
   * As many outputs of the first axis as keep their input in the cache, and not so few that most of
   * the input is shared with the next band.
   *
   * @param elements of one index of that axis, in all channels
   */
  private int rowsOfBand(double elements, int bytes, int threads) {
    int outputs = axes.get(0).output();
    int shared = mostShift(0);
    double fitting = inPlace ? outputs : Math.max(1, BUFFER / (bytes * elements) - shared);
    double bandsWanted =
        threads == 1
            ? 1
            : Math.ceil(
                (double) BANDS_PER_THREAD
                    * threads
                    / ((double) geometry.batch() * geometry.options().groups()));
    double most = Math.max(shared, Math.min(fitting, Math.ceil(outputs / bandsWanted)));
    int number = (int) Math.ceil(outputs / Math.max(1, most));
    return (outputs - 1) / number + 1;
  }

  /** For each channel of a group and each tap, in the order of the weights. */
  private int[] offsets(int inputs) {
    int taps = 1;
    for (LayerAxis axis : axes) {
      taps = Math.multiplyExact(taps, axis.kernel());
    }
    int[] result = new int[Math.multiplyExact(inputs, taps)];
    int image = extents[0] * strides[0];
    int[] tap = new int[axes.size()];
    for (int i = 0; i < taps; i++) {
      int which = 0;
      int at = 0;
      for (int a = 0; a < tap.length; a++) {
        which = which * phases[a].length + phaseOfTap[a][tap[a]];
        at += shift(a, tap[a]) * strides[a];
      }
      for (int c = 0; c < inputs; c++) {
        result[c * taps + i] = c * channel + which * image + at;
      }
      for (int a = tap.length - 1; a >= 0 && ++tap[a] == axes.get(a).kernel(); a--) {
        tap[a] = 0;
      }
    }
    return result;
  }

  LayerGeometry geometry() {
    return geometry;
  }

  /** Whether the input is read where it is; else it is brought into a buffer. */
  boolean inPlace() {
    return inPlace;
  }

  int bands() {
    return bands;
  }

  /** The first output of a band along the first axis. */
  int firstRow(int band) {
    return band * rows;
  }

  /** Outputs of a band along the first axis. */
  int rows(int band) {
    return Math.min(rows, axes.get(0).output() - firstRow(band));
  }

  /** How many outputs are counted through in a band, with those that belong to nobody. */
  int positions(int band) {
    int last = (rows(band) - 1) * strides[0];
    for (int a = 1; a < strides.length; a++) {
      last += (axes.get(a).output() - 1) * strides[a];
    }
    return last + 1;
  }

  /** By channel of a group and tap: how far the factor of output 0 is from the start. */
  int[] offsets() {
    return offsets;
  }

  /** Elements of a channel, in all its images. */
  int channel() {
    return channel;
  }

  /** Elements of all channels of a group. */
  int elements() {
    return elements;
  }

  /** How many images a channel has. */
  int images() {
    return images;
  }

  /** Positions between one row of outputs and the next. */
  int gap() {
    int last = axes.size() - 1;
    return last == 0 ? 0 : extents[last] - axes.get(last).output();
  }

  int extent(int axis) {
    return extents[axis];
  }

  /** Elements from index to index of an axis of an image. */
  int stride(int axis) {
    return strides[axis];
  }

  /** The phase that an image has of an axis. */
  int phase(int image, int axis) {
    int rest = image;
    for (int a = axes.size() - 1; a > axis; a--) {
      rest /= phases[a].length;
    }
    return phases[axis][rest % phases[axis].length];
  }
}
