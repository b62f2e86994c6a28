package org.conv4j.fft.layer;

import java.util.List;
import java.util.Optional;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.api.internal.Parallel;
import org.conv4j.fft.ChannelSums;
import org.conv4j.fft.layer.Elements.Run;

/**
 * How a layer becomes one of stride 1 without padding: which images its channels have, which
 * kernels go with them, and where the outputs of the sums belong.
 */
final class ImagePlan {
  private final LayerGeometry geometry;
  private final List<PhaseAxis> axes;

  /** Images of a channel. */
  private final int images;

  private final Order input;
  private final Order output;

  /** How far elements of an array are apart along its axes, which are in the order of a layout. */
  private static final class Order {
    private final int item;
    private final int channel;
    private final int[] axes;

    Order(Layout layout, int channels, int[] spatial) {
      int size = 1;
      boolean last = layout == Layout.NHWC;
      int step = last ? channels : 1;
      axes = new int[spatial.length];
      for (int a = spatial.length - 1; a >= 0; a--) {
        axes[a] = size * step;
        size *= spatial[a];
      }
      channel = last ? 1 : size;
      item = size * channels;
    }
  }

  ImagePlan(LayerGeometry geometry) {
    this.geometry = geometry;
    this.axes = geometry.axes().stream().map(PhaseAxis::of).toList();
    this.images =
        axes.stream().mapToInt(axis -> axis.phases().length).reduce(1, Math::multiplyExact);
    Layout layout = geometry.options().layout();
    this.input =
        new Order(
            layout,
            geometry.inputChannels(),
            geometry.axes().stream().mapToInt(axis -> axis.input()).toArray());
    this.output =
        new Order(
            layout,
            geometry.outputChannels(),
            geometry.axes().stream().mapToInt(axis -> axis.output()).toArray());
  }

  /** What there is to add up; empty if no output meets an element of the input. */
  Optional<ChannelSums.Sizes> sizes() {
    if (axes.stream().anyMatch(axis -> axis.outputs() == 0)) {
      return Optional.empty();
    }
    int groups = geometry.options().groups();
    return Optional.of(
        new ChannelSums.Sizes(
            geometry.batch(),
            groups,
            Math.multiplyExact(geometry.weights().extent(1), images),
            geometry.outputChannels() / groups,
            axes.stream().map(PhaseAxis::sums).toList()));
  }

  /** Whether the channels of the input are the images, as they are. */
  boolean readsInPlace() {
    LayerOptions options = geometry.options();
    return options.layout() == Layout.NCHW && options.inputZeroPoint() == 0 && !hasStrides();
  }

  private boolean hasStrides() {
    return axes.stream().anyMatch(axis -> axis.axis().stride() > 1);
  }

  /** Whether the sums are the outputs, in their places. */
  boolean writesInPlace() {
    return geometry.options().layout() == Layout.NCHW
        && axes.stream().allMatch(axis -> axis.outputs() == axis.axis().output());
  }

  private int extent(int[] extents) {
    int product = 1;
    for (int extent : extents) {
      product = Math.multiplyExact(product, extent);
    }
    return product;
  }

  private int[] signals() {
    return axes.stream().mapToInt(PhaseAxis::signal).toArray();
  }

  private static Shape shape(int items, int channels, int[] extents) {
    int[] all = new int[extents.length + 2];
    all[0] = items;
    all[1] = channels;
    System.arraycopy(extents, 0, all, 2, extents.length);
    return Shape.of(all);
  }

  /** Room for the outputs of the sums. */
  NdArray room(NdArray output) {
    int[] extents = axes.stream().mapToInt(PhaseAxis::outputs).toArray();
    return NdArray.zeros(
        output.dtype(), shape(geometry.batch(), geometry.outputChannels(), extents));
  }

  // ---- Kernels ----------------------------------------------------------------------------------

  /** The kernels of all images: reversed, spread, and without their zero points. */
  NdArray kernels(NdArray weights) {
    int[] extents = axes.stream().mapToInt(PhaseAxis::kernel).toArray();
    int inputs = Math.multiplyExact(geometry.weights().extent(1), images);
    NdArray kernels =
        NdArray.zeros(weights.dtype(), shape(geometry.outputChannels(), inputs, extents));
    int size = extent(extents);
    int[] places = places(size);
    int count = weights.size() / places.length;
    List<Object> from = Elements.of(weights);
    List<Object> to = Elements.of(kernels);
    for (int part = 0; part < from.size(); part++) {
      for (int i = 0; i < count; i++) {
        int zero = geometry.options().weightZeroPoint(i / geometry.weights().extent(1));
        Elements.scatter(
            new Run(from.get(part), i * places.length, 1),
            new Run(to.get(part), i * images * size, 1),
            places,
            zero);
      }
    }
    return kernels;
  }

  /** Where each tap goes in the kernels of a channel, which have a size. */
  private int[] places(int size) {
    int[] extents = axes.stream().mapToInt(axis -> axis.axis().kernel()).toArray();
    int[] places = new int[extent(extents)];
    for (int i = 0; i < places.length; i++) {
      int[] taps = index(i, extents);
      int image = 0;
      int place = 0;
      for (int a = 0; a < taps.length; a++) {
        image = image * axes.get(a).phases().length + axes.get(a).phase(taps[a]);
        place = place * axes.get(a).kernel() + axes.get(a).place(taps[a]);
      }
      places[i] = image * size + place;
    }
    return places;
  }

  // ---- Images -----------------------------------------------------------------------------------

  /** The images of all channels of an input. */
  NdArray images(NdArray x, int threads) {
    int[] extents = signals();
    int channels = geometry.inputChannels();
    NdArray result =
        NdArray.zeros(
            x.dtype(), shape(geometry.batch(), Math.multiplyExact(channels, images), extents));
    int size = extent(extents);
    List<Object> from = Elements.of(x);
    List<Object> to = Elements.of(result);
    Parallel.run(
        threads,
        geometry.batch() * channels,
        i -> {
          int start = i / channels * input.item + i % channels * input.channel;
          for (int part = 0; part < from.size(); part++) {
            Object source = from.get(part);
            if (hasStrides()) {
              for (int image = 0; image < images; image++) {
                int at = (i * images + image) * size;
                image(source, start, image, to.get(part), at);
              }
            } else {
              Elements.copy(
                  new Run(source, start, input.axes[axes.size() - 1]),
                  new Run(to.get(part), i * size, 1),
                  size,
                  geometry.options().inputZeroPoint());
            }
          }
        });
    return result;
  }

  private void image(Object from, int start, int number, Object to, int at) {
    int last = axes.size() - 1;
    int[] phases = index(number, axes.stream().mapToInt(axis -> axis.phases().length).toArray());
    int[] counts = new int[last + 1];
    int first = start;
    for (int a = 0; a <= last; a++) {
      counts[a] = axes.get(a).signal(phases[a]);
      first += axes.get(a).phases()[phases[a]] * input.axes[a];
    }
    int[] extents = signals();
    int row = extents[last];
    int rows = extent(extents) / row;
    for (int i = 0; i < rows; i++) {
      int[] index = index(i * row, extents);
      int place = first;
      boolean inside = true;
      for (int a = 0; a < last; a++) {
        inside &= index[a] < counts[a];
        place += index[a] * axes.get(a).axis().stride() * input.axes[a];
      }
      if (inside) {
        Elements.copy(
            new Run(from, place, axes.get(last).axis().stride() * input.axes[last]),
            new Run(to, at + i * row, 1),
            counts[last],
            geometry.options().inputZeroPoint());
      }
    }
  }

  /** The index of an element, by its number in row-major order. */
  private static int[] index(int number, int[] extents) {
    int[] index = new int[extents.length];
    int rest = number;
    for (int a = extents.length - 1; a >= 0; a--) {
      index[a] = rest % extents[a];
      rest /= extents[a];
    }
    return index;
  }

  // ---- Outputs ----------------------------------------------------------------------------------

  /** Brings sums to the outputs that they belong to; others stay as they are. */
  void store(NdArray sums, NdArray y, int threads) {
    int[] extents = axes.stream().mapToInt(PhaseAxis::outputs).toArray();
    int last = axes.size() - 1;
    int row = extents[last];
    int size = extent(extents);
    int channels = geometry.outputChannels();
    List<Object> from = Elements.of(sums);
    List<Object> to = Elements.of(y);
    Parallel.run(
        threads,
        geometry.batch() * channels,
        i -> {
          int start = i / channels * output.item + i % channels * output.channel;
          for (int at = 0; at < size; at += row) {
            int[] index = index(at, extents);
            int place = start;
            for (int a = 0; a <= last; a++) {
              place += (axes.get(a).firstOutput() + index[a]) * output.axes[a];
            }
            for (int part = 0; part < from.size(); part++) {
              Elements.copy(
                  new Run(from.get(part), i * size + at, 1),
                  new Run(to.get(part), place, output.axes[last]),
                  row,
                  0);
            }
          }
        });
  }

  /** Adds a bias to all outputs. */
  void add(NdArray bias, NdArray y, int threads) {
    int channels = geometry.outputChannels();
    int size = y.size() / geometry.batch() / channels;
    List<Object> from = Elements.of(bias);
    List<Object> to = Elements.of(y);
    Parallel.run(
        threads,
        geometry.batch() * channels,
        i -> {
          int start = i / channels * output.item + i % channels * output.channel;
          for (int part = 0; part < from.size(); part++) {
            Run outputs = new Run(to.get(part), start, output.axes[axes.size() - 1]);
            Elements.add(from.get(part), i % channels, outputs, size);
          }
        });
  }
}
