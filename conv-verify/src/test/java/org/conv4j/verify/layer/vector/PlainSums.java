package org.conv4j.verify.layer.vector;

import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.Layout;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** All operations of layers in doubles, as loops over the terms that the definition has. */
final class PlainSums {
  private final LayerGeometry layer;

  private PlainSums(LayerGeometry layer) {
    this.layer = layer;
  }

  /** Takes the output, the input and the weight of a term, by their places in row-major order. */
  @FunctionalInterface
  private interface Term {
    void add(int output, int input, int weight);
  }

  /** The result of a call with real operands. */
  static double[] of(LayerCall call) {
    double[] x = call.input().map(PlainSums::doubles).orElse(new double[0]);
    double[] w = call.weights().map(PlainSums::doubles).orElse(new double[0]);
    double[] y = call.outputGradient().map(PlainSums::doubles).orElse(new double[0]);
    double[] sums = new double[call.resultShape().size()];
    switch (call.operation()) {
      case CONVOLVE ->
          new PlainSums(forward(call)).forEachTerm((o, i, t) -> sums[o] += w[t] * x[i]);
      case TRANSPOSED ->
          new PlainSums(transposed(call)).forEachTerm((o, i, t) -> sums[i] += w[t] * x[o]);
      case INPUT_GRADIENT ->
          new PlainSums(forward(call)).forEachTerm((o, i, t) -> sums[i] += w[t] * y[o]);
      case WEIGHT_GRADIENT ->
          new PlainSums(forward(call)).forEachTerm((o, i, t) -> sums[t] += x[i] * y[o]);
      case BIAS_GRADIENT -> {
        for (int i = 0; i < y.length; i++) {
          sums[channel(call.outputGradient().orElseThrow().shape(), call, i)] += y[i];
        }
      }
    }
    call.bias()
        .ifPresent(
            bias -> {
              for (int i = 0; i < sums.length; i++) {
                sums[i] += doubles(bias)[channel(call.resultShape(), call, i)];
              }
            });
    return sums;
  }

  /** Whether a spatial axis has another number of zeros before than after. */
  static boolean hasUnevenPadding(LayerCall call) {
    return (call.operation() == LayerOperation.TRANSPOSED ? transposed(call) : forward(call))
        .axes().stream().anyMatch(axis -> axis.before() != axis.after());
  }

  private static double[] doubles(NdArray array) {
    return array.cast(DType.FLOAT64).doubles();
  }

  private static LayerGeometry forward(LayerCall call) {
    Shape input = call.input().map(NdArray::shape).or(call::shape).orElseThrow();
    Shape weights = call.weights().map(NdArray::shape).or(call::shape).orElseThrow();
    return LayerGeometry.of(input, weights, call.options());
  }

  private static LayerGeometry transposed(LayerCall call) {
    return LayerGeometry.ofTransposed(
        call.input().orElseThrow().shape(), call.weights().orElseThrow().shape(), call.options());
  }

  private static int channel(Shape shape, LayerCall call, int flat) {
    int channels = shape.extent(call.options().layout().channelAxis(shape.rank()));
    int behind = call.options().layout() == Layout.NHWC ? 1 : behindChannels(shape);
    return flat / behind % channels;
  }

  private static int behindChannels(Shape shape) {
    return shape.size() / shape.extent(0) / shape.extent(1);
  }

  private void forEachTerm(Term term) {
    int perGroup = layer.outputChannels() / layer.options().groups();
    int few = layer.weights().extent(1);
    for (int n = 0; n < layer.batch(); n++) {
      for (int m = 0; m < layer.outputChannels(); m++) {
        for (int c = 0; c < few; c++) {
          int from = m / perGroup * few + c;
          spatial(term, new int[] {n, m, from, c}, 0, 0, 0, 0);
        }
      }
    }
  }

  /** Goes through one axis after the other; o, i and t count the elements of those before it. */
  private void spatial(Term term, int[] channels, int a, int o, int i, int t) {
    if (a == layer.spatialRank()) {
      term.add(
          place(layer.output(), channels[0], channels[1], o),
          place(layer.input(), channels[0], channels[2], i),
          (channels[1] * layer.weights().extent(1) + channels[3]) * behindChannels(layer.weights())
              + t);
      return;
    }
    LayerAxis axis = layer.axis(a);
    for (int out = 0; out < axis.output(); out++) {
      for (int tap = 0; tap < axis.kernel(); tap++) {
        int in = out * axis.stride() + tap * axis.dilation() - axis.before();
        if (in >= 0 && in < axis.input()) {
          spatial(
              term,
              channels,
              a + 1,
              o * axis.output() + out,
              i * axis.input() + in,
              t * axis.kernel() + tap);
        }
      }
    }
  }

  private int place(Shape shape, int item, int channel, int spatial) {
    int channels = shape.extent(layer.options().layout().channelAxis(shape.rank()));
    int places = shape.size() / shape.extent(0) / channels;
    return layer.options().layout() == Layout.NHWC
        ? (item * places + spatial) * channels + channel
        : (item * channels + channel) * places + spatial;
  }
}
