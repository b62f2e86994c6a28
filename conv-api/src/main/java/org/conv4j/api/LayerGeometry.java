package org.conv4j.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The sizes of a convolution layer. This is pure arithmetic on shapes, and the one place that
 * rejects shapes and options that do not go together.
 *
 * <p>The input is {@code (N, Cin, spatial…)} with one to three spatial axes, the weights are {@code
 * (Cout, Cin / groups, kernel…)}, and the output is {@code (N, Cout, out…)}. On a spatial axis of
 * extent {@code i}, with kernel {@code k}, dilation {@code d}, stride {@code s} and {@code p} and
 * {@code q} zeros before and after,
 *
 * <pre>{@code
 * effective = d (k - 1) + 1
 * out       = floor((i + p + q - effective) / s) + 1
 * parameters    = Cout (Cin / groups) product(k)     (and Cout more with a bias)
 * multiply-adds = N Cout product(out) (Cin / groups) product(k)
 * }</pre>
 *
 * and tap {@code t} of output {@code o} meets the input at {@code o s + t d - p}. {@link Rounding}
 * and {@link Padding} tell what differs with their options.
 *
 * <pre>{@code
 * LayerGeometry g =
 *     LayerGeometry.of(Shape.of(1, 3, 32, 32), Shape.of(6, 3, 5, 5), LayerOptions.basic());
 * g.output();         // (1, 6, 28, 28)
 * g.parameters(true); // 456
 * g.multiplyAdds();   // 352800
 * }</pre>
 *
 * <p>Source: ONNX operators Conv, ConvTranspose and MaxPool; V. Dumoulin and F. Visin, A guide to
 * convolution arithmetic for deep learning, <a
 * href="https://arxiv.org/abs/1603.07285">arXiv:1603.07285</a>.
 */
public final class LayerGeometry {
  static final int MOST_SPATIAL_AXES = 3;

  private final Shape input;
  private final Shape weights;
  private final LayerOptions options;
  private final List<LayerAxis> axes;
  private final Shape output;

  private LayerGeometry(
      int batch, int inputChannels, Shape weights, LayerOptions options, List<LayerAxis> axes) {
    this.weights = weights;
    this.options = options;
    this.axes = List.copyOf(axes);
    Layout layout = options.layout();
    this.input =
        layout.shape(batch, inputChannels, axes.stream().mapToInt(LayerAxis::input).toArray());
    this.output =
        layout.shape(batch, weights.extent(0), axes.stream().mapToInt(LayerAxis::output).toArray());
    input.size();
    output.size();
  }

  /** The axes of a layer, from the extents of its input or of its output. */
  @FunctionalInterface
  private interface AxisOf {
    LayerAxis of(int extent, int kernel, LayerOptions options, int axis);
  }

  /**
   * The geometry of a layer.
   *
   * @param input the shape of the input, in the layout of the options
   * @param weights the shape of the weights, {@code (Cout, Cin / groups, kernel…)}
   * @param options stride, padding and so on
   * @return the geometry
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if shapes and options do not go together
   * @throws ArithmeticException if the output has more elements than a Java array holds, or a
   *     padded axis is longer than an {@code int} counts
   */
  public static LayerGeometry of(Shape input, Shape weights, LayerOptions options) {
    requireShapes(input, weights, options);
    if (options.hasOutputPadding()) {
      throw new IllegalArgumentException("only transposed layers have output padding: " + options);
    }
    int channels = channels(input, options);
    long wanted = (long) weights.extent(1) * options.groups();
    if (wanted != channels) {
      throw new IllegalArgumentException(
          "weights "
              + weights
              + inGroups(options)
              + " are for "
              + wanted
              + " input channels, but input "
              + input
              + " has "
              + channels);
    }
    return of(input, channels, weights, options, LayerAxis::of);
  }

  /**
   * The geometry of the layer whose transpose takes arrays of one shape. The transposed layer turns
   * arrays of the shape {@link #output()} into arrays of the shape {@link #input()}, where an axis
   * has
   *
   * <pre>{@code
   * i = (out - 1) s - (p + q) + d (k - 1) + 1 + output padding
   * }</pre>
   *
   * elements, or {@code out * s} with {@link Padding#SAME_UPPER} and {@link Padding#SAME_LOWER}.
   *
   * @param output the shape of what the transposed layer takes, in the layout of the options
   * @param weights the shape of the weights of the layer: {@code (Cout, Cin / groups, kernel…)},
   *     with as many {@code Cout} as {@code output} has channels
   * @param options stride, padding, output padding and so on
   * @return the geometry
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if shapes and options do not go together
   * @throws ArithmeticException if the result has more elements than a Java array holds, or an axis
   *     is longer than an {@code int} counts
   */
  public static LayerGeometry ofTransposed(Shape output, Shape weights, LayerOptions options) {
    requireShapes(output, weights, options);
    int channels = channels(output, options);
    if (weights.extent(0) != channels) {
      throw new IllegalArgumentException(
          "weights "
              + weights
              + " of a transposed layer are for "
              + weights.extent(0)
              + " channels, but "
              + output
              + " has "
              + channels);
    }
    if (options.rounding() == Rounding.UP) {
      throw new IllegalArgumentException("a transposed layer has nothing to round up: " + options);
    }
    int results = Math.multiplyExact(weights.extent(1), options.groups());
    return of(output, results, weights, options, LayerAxis::ofTransposed);
  }

  private static LayerGeometry of(
      Shape array, int inputChannels, Shape weights, LayerOptions options, AxisOf axisOf) {
    try {
      List<LayerAxis> axes = new ArrayList<>();
      for (int axis = 0; axis < weights.rank() - 2; axis++) {
        int extent = array.extent(options.layout().spatialAxis(axis));
        axes.add(axisOf.of(extent, weights.extent(axis + 2), options, axis));
      }
      return new LayerGeometry(array.extent(0), inputChannels, weights, options, axes);
    } catch (ArithmeticException e) {
      throw (ArithmeticException)
          new ArithmeticException(
                  "a layer of "
                      + array
                      + " and "
                      + weights
                      + ", "
                      + options
                      + ", is larger than a Java array")
              .initCause(e);
    }
  }

  private static void requireShapes(Shape array, Shape weights, LayerOptions options) {
    Objects.requireNonNull(array, "input");
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(options, "options");
    requireArray(array);
    if (weights.rank() != array.rank()) {
      throw new IllegalArgumentException(
          "input and weights must have the same rank: " + array + " and " + weights);
    }
    if (array.isEmpty() || weights.isEmpty()) {
      throw new IllegalArgumentException(
          "input and weights must not be empty: " + array + " and " + weights);
    }
    options.requireCounts(array.rank() - 2, weights.extent(0));
    if (weights.extent(0) % options.groups() != 0) {
      throw new IllegalArgumentException(
          "groups must divide the output channels: "
              + options.groups()
              + " groups, weights "
              + weights);
    }
  }

  /** Refuses an array that has another number of axes than inputs and outputs of layers. */
  static void requireArray(Shape array) {
    int spatial = array.rank() - 2;
    if (spatial < 1 || spatial > MOST_SPATIAL_AXES) {
      throw new IllegalArgumentException(
          "a layer takes batch, channels and 1 to 3 spatial axes, so rank 3 to 5: " + array);
    }
  }

  private static int channels(Shape array, LayerOptions options) {
    return array.extent(options.layout().channelAxis(array.rank()));
  }

  private static String inGroups(LayerOptions options) {
    return options.groups() == 1 ? "" : " in " + options.groups() + " groups";
  }

  /**
   * The shape of the input.
   *
   * @return in the layout of the options
   */
  public Shape input() {
    return input;
  }

  /**
   * The shape of the weights.
   *
   * @return {@code (Cout, Cin / groups, kernel…)}
   */
  public Shape weights() {
    return weights;
  }

  /**
   * The options this geometry was made for.
   *
   * @return stride, padding and so on
   */
  public LayerOptions options() {
    return options;
  }

  /**
   * The shape of the output.
   *
   * @return in the layout of the options
   */
  public Shape output() {
    return output;
  }

  /**
   * The number of items in the batch.
   *
   * @return the extent of the first axis
   */
  public int batch() {
    return input.extent(0);
  }

  /**
   * The number of channels of the input.
   *
   * @return Cin
   */
  public int inputChannels() {
    return channels(input, options);
  }

  /**
   * The number of channels of the output.
   *
   * @return Cout, which is the number of filters
   */
  public int outputChannels() {
    return weights.extent(0);
  }

  /**
   * The number of spatial axes.
   *
   * @return 1, 2 or 3
   */
  public int spatialRank() {
    return axes.size();
  }

  /**
   * The spatial axes.
   *
   * @return an unmodifiable list, outermost first
   */
  public List<LayerAxis> axes() {
    return axes;
  }

  /**
   * One spatial axis.
   *
   * @param axis from 0, the outermost
   * @return its sizes
   */
  public LayerAxis axis(int axis) {
    return axes.get(axis);
  }

  /**
   * The number of weights, and of biases if there are any.
   *
   * @param bias whether the layer adds a bias to each output channel
   * @return {@code Cout (Cin / groups) product(k)}, and {@code Cout} more with a bias
   * @throws ArithmeticException if it exceeds a {@code long}
   */
  public long parameters(boolean bias) {
    long filters = outputChannels();
    return Math.addExact(Math.multiplyExact(terms(), filters), bias ? filters : 0);
  }

  /**
   * The number of products in the sums of all outputs, those with zeros of the padding included.
   *
   * @return {@code N Cout product(out) (Cin / groups) product(k)}
   * @throws ArithmeticException if it exceeds a {@code long}
   */
  public long multiplyAdds() {
    return Math.multiplyExact(terms(), (long) output.size());
  }

  /**
   * The number of products in the sum of one output.
   *
   * @return {@code (Cin / groups) product(k)}: the rows of caffe's im2col matrix
   * @throws ArithmeticException if it exceeds a {@code long}
   */
  public long terms() {
    long product = weights.extent(1);
    for (LayerAxis axis : axes) {
      product = Math.multiplyExact(product, (long) axis.kernel());
    }
    return product;
  }

  /**
   * The extents of the input that one output sees, by spatial axis.
   *
   * @return {@link LayerAxis#window()} of every axis
   */
  public Shape receptiveField() {
    return receptiveField(List.of(this));
  }

  /**
   * The extents of the input of the first layer that one output of the last layer sees, if each
   * takes what the one before it gives: with windows {@code w} and strides {@code s},
   *
   * <pre>{@code
   * 1 + sum over layers l of (w[l] - 1) * product of s[m] over m < l
   * }</pre>
   *
   * @param layers from first to last, at least one, with equally many spatial axes
   * @return one extent for each spatial axis
   * @throws IllegalArgumentException if there is no layer, or they differ in the number of spatial
   *     axes
   * @throws ArithmeticException if an extent is longer than an {@code int} counts
   */
  public static Shape receptiveField(List<LayerGeometry> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a receptive field takes at least one layer");
    }
    int rank = layers.get(0).spatialRank();
    int[] field = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int extent = 1;
      int step = 1;
      for (LayerGeometry layer : layers) {
        if (layer.spatialRank() != rank) {
          throw new IllegalArgumentException(
              "layers must have the same number of spatial axes: "
                  + rank
                  + " and "
                  + layer.spatialRank());
        }
        LayerAxis sizes = layer.axis(axis);
        extent = Math.addExact(extent, Math.multiplyExact(sizes.window() - 1, step));
        step = Math.multiplyExact(step, sizes.stride());
      }
      field[axis] = extent;
    }
    return Shape.of(field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LayerGeometry that
        && input.equals(that.input)
        && output.equals(that.output)
        && weights.equals(that.weights)
        && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(input, output, weights, options);
  }

  /** For example {@code (1, 3, 32, 32) with (6, 3, 5, 5), stride 1: (1, 6, 28, 28)}. */
  @Override
  public String toString() {
    return input + " with " + weights + ", " + options + ": " + output;
  }
}
