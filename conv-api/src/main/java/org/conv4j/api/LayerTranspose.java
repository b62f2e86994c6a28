package org.conv4j.api;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Transposed layers and gradients in terms of layers: operands are rearranged, with zeros where
 * strides and padding are, so that a layer without padding gives the result.
 */
final class LayerTranspose {
  private final LayerConvolver layers;
  private final LayerGeometry geometry;
  private final LayerOptions options;
  private final Layout layout;
  private final int rank;
  private final int groups;

  /**
   * The operations that belong to a layer.
   *
   * @param layers computes layers
   * @param geometry the layer
   */
  LayerTranspose(LayerConvolver layers, LayerGeometry geometry) {
    this.layers = layers;
    this.geometry = geometry;
    this.options = geometry.options();
    this.layout = options.layout();
    this.rank = geometry.spatialRank();
    this.groups = options.groups();
    if (options.hasZeroPoints()) {
      throw new IllegalArgumentException(
          "transposed layers and gradients have no zero points: " + options);
    }
  }

  /** Refuses a gradient of another shape than that of the output. */
  static void requireOutput(NdArray gradient, LayerGeometry geometry) {
    if (!gradient.shape().equals(geometry.output())) {
      throw new IllegalArgumentException(
          "the layer gives outputs of shape "
              + geometry.output()
              + ", the gradient has shape "
              + gradient.shape());
    }
  }

  /**
   * From an array of the shape of the output to one of the shape of the input. Tap t of output o
   * meets element {@code i = o s + t d - p}. So element i meets, with the kernel reversed, elements
   * {@code i + t' d} of an array in which output o stands at {@code o s - p + window - 1}.
   */
  NdArray input(NdArray output, NdArray weights, NdArray biasOrNull) {
    int[] extents = new int[rank];
    int[] dilation = new int[rank];
    for (int a = 0; a < rank; a++) {
      LayerAxis axis = geometry.axis(a);
      extents[a] = Math.addExact(axis.input(), axis.window() - 1);
      dilation[a] = axis.dilation();
    }
    Shape spread = layout.shape(geometry.batch(), geometry.outputChannels(), extents);
    NdArray apart =
        gather(
            output,
            spread,
            index -> {
              for (int a = 0; a < rank; a++) {
                LayerAxis axis = geometry.axis(a);
                int at = layout.spatialAxis(a);
                int steps = index[at] - (axis.window() - 1) + axis.before();
                if (steps % axis.stride() != 0) {
                  return false;
                }
                index[at] = steps / axis.stride();
              }
              return true;
            });
    LayerOptions plain =
        LayerOptions.basic().withDilation(dilation).withGroups(groups).withLayout(layout);
    return layers.convolve(apart, reversed(weights), biasOrNull, plain);
  }

  /** Channels of input and output exchanged within each group, and the kernel reversed. */
  private NdArray reversed(NdArray weights) {
    int outputs = geometry.outputChannels() / groups;
    int inputs = geometry.inputChannels() / groups;
    int[] extents = weights.shape().toArray();
    extents[0] = geometry.inputChannels();
    extents[1] = outputs;
    return gather(
        weights,
        Shape.of(extents),
        index -> {
          int group = index[0] / inputs;
          int channel = index[0] % inputs;
          index[0] = group * outputs + index[1];
          index[1] = channel;
          for (int a = 0; a < rank; a++) {
            index[2 + a] = geometry.axis(a).kernel() - 1 - index[2 + a];
          }
          return true;
        });
  }

  /**
   * From the input and an array of the shape of the output to one of the shape of the weights: the
   * sum over batch and outputs {@code o} of {@code output[o] * input[o s + t d - p]} is a layer
   * whose channels are the batch and whose taps are the outputs.
   */
  NdArray weights(NdArray input, NdArray output) {
    int batch = geometry.batch();
    int inputs = geometry.inputChannels() / groups;
    int[] extents = new int[rank + 2];
    extents[0] = inputs;
    extents[1] = Math.multiplyExact(groups, batch);
    int[] stride = new int[rank];
    int[] dilation = new int[rank];
    for (int a = 0; a < rank; a++) {
      LayerAxis axis = geometry.axis(a);
      extents[2 + a] = Math.toIntExact((axis.output() - 1L) * axis.stride() + axis.window());
      stride[a] = axis.dilation();
      dilation[a] = axis.stride();
    }
    NdArray padded =
        gather(
            input,
            Shape.of(extents),
            index -> {
              int group = index[1] / batch;
              int item = index[1] % batch;
              index[1] = group * inputs + index[0];
              index[0] = item;
              for (int a = 0; a < rank; a++) {
                index[2 + a] -= geometry.axis(a).before();
              }
              layout.fromChannelsFirst(index);
              return true;
            });
    LayerOptions exchanged =
        LayerOptions.basic().withStride(stride).withDilation(dilation).withGroups(groups);
    NdArray sums = layers.convolve(padded, channelsFirst(output, layout), null, exchanged);
    return gather(
        sums,
        geometry.weights(),
        index -> {
          exchangeFirst(index);
          return true;
        });
  }

  /** The sums over batch and spatial axes, as a layer whose channels are the batch. */
  static NdArray bias(LayerConvolver layers, NdArray gradient, Layout layout) {
    LayerGeometry.requireArray(gradient.shape());
    if (gradient.shape().isEmpty()) {
      throw new IllegalArgumentException("the gradient must not be empty: " + gradient.shape());
    }
    NdArray channels = channelsFirst(gradient, layout);
    int[] extents = channels.shape().toArray();
    extents[0] = 1;
    Shape window = Shape.of(extents);
    double[] filled = new double[window.size()];
    Arrays.fill(filled, 1);
    NdArray ones = NdArray.wrap(filled, window).cast(gradient.dtype());
    return layers
        .convolve(channels, ones, null, LayerOptions.basic())
        .reshape(Shape.of(channels.shape().extent(0)));
  }

  /** Channels, then the batch, then spatial axes. */
  private static NdArray channelsFirst(NdArray array, Layout layout) {
    Shape shape = array.shape();
    int rank = shape.rank();
    int[] extents = new int[rank];
    extents[0] = shape.extent(layout.channelAxis(rank));
    extents[1] = shape.extent(0);
    for (int at = 2; at < rank; at++) {
      extents[at] = shape.extent(layout.spatialAxis(at - 2));
    }
    return gather(
        array,
        Shape.of(extents),
        index -> {
          exchangeFirst(index);
          layout.fromChannelsFirst(index);
          return true;
        });
  }

  private static void exchangeFirst(int[] index) {
    int first = index[0];
    index[0] = index[1];
    index[1] = first;
  }

  /**
   * A fresh array whose elements are elements of another, or zeros.
   *
   * @param from the other
   * @param to the shape of the result, of the same rank
   * @param source takes the index of an element of the result and turns it, in place, into that of
   *     an element of the other; if it answers false, or the index is out of bounds, the element is
   *     zero
   */
  private static NdArray gather(NdArray from, Shape to, Predicate<int[]> source) {
    NdArray result = NdArray.zeros(from.dtype(), to);
    int[] index = new int[to.rank()];
    int[] other = new int[to.rank()];
    for (int i = 0; i < result.size(); i++) {
      System.arraycopy(index, 0, other, 0, other.length);
      if (source.test(other) && from.shape().contains(other)) {
        from.copyTo(from.offset(other), result, i, 1);
      }
      to.next(index);
    }
    return result;
  }
}
