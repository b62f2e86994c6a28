package org.conv4j.verify.layer.oracle;

import java.util.Arrays;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.Layout;
import org.conv4j.api.Shape;
import org.conv4j.verify.oracle.Terms;

/**
 * The products of a layer, as flat indices of the input, the weights and the output that meet. What
 * meets the padding is left out.
 */
final class LayerTerms {
  private final LayerGeometry geometry;
  private int[] inputs;
  private int[] weights;
  private int[] outputs;
  private int count;

  private LayerTerms(LayerGeometry geometry) {
    this.geometry = geometry;
    int most = Math.toIntExact(geometry.multiplyAdds());
    inputs = new int[most];
    weights = new int[most];
    outputs = new int[most];
  }

  /** The terms of a layer, of its transpose, and of its gradients. */
  static LayerTerms of(LayerGeometry geometry) {
    LayerTerms terms = new LayerTerms(geometry);
    terms.collect();
    terms.inputs = Arrays.copyOf(terms.inputs, terms.count);
    terms.weights = Arrays.copyOf(terms.weights, terms.count);
    terms.outputs = Arrays.copyOf(terms.outputs, terms.count);
    return terms;
  }

  private void collect() {
    int inputChannels = geometry.weights().extent(1);
    int outputChannels = geometry.outputChannels() / geometry.options().groups();
    for (int n = 0; n < geometry.batch(); n++) {
      for (int m = 0; m < geometry.outputChannels(); m++) {
        int first = m / outputChannels * inputChannels;
        for (int c = 0; c < inputChannels; c++) {
          spatial(
              0,
              start(geometry.input(), n, first + c),
              m * inputChannels + c,
              start(geometry.output(), n, m));
        }
      }
    }
  }

  /** The index of the first element of a channel. */
  private int start(Shape shape, int item, int channel) {
    Layout layout = geometry.options().layout();
    int[] index = new int[shape.rank()];
    index[0] = item;
    index[layout.channelAxis(shape.rank())] = channel;
    int flat = 0;
    for (int axis = 0; axis < index.length; axis++) {
      flat = flat * shape.extent(axis) + index[axis];
    }
    return flat;
  }

  /** Goes through outputs and taps of one axis, and of those after it. */
  private void spatial(int a, int input, int weight, int output) {
    if (a == geometry.spatialRank()) {
      inputs[count] = input;
      weights[count] = weight;
      outputs[count++] = output;
      return;
    }
    LayerAxis axis = geometry.axis(a);
    int inputStep = step(geometry.input(), a);
    int outputStep = step(geometry.output(), a);
    for (int o = 0; o < axis.output(); o++) {
      for (int t = 0; t < axis.kernel(); t++) {
        int i = axis.inputIndex(o, t);
        if (i >= 0) {
          spatial(
              a + 1, input + i * inputStep, weight * axis.kernel() + t, output + o * outputStep);
        }
      }
    }
  }

  /** How far apart neighbours along a spatial axis are. */
  private int step(Shape shape, int axis) {
    int step = 1;
    for (int at = geometry.options().layout().spatialAxis(axis) + 1; at < shape.rank(); at++) {
      step *= shape.extent(at);
    }
    return step;
  }

  /** Sums for each output, of input times weights. */
  Terms forward() {
    return new Terms(inputs, weights, outputs, geometry.output().size());
  }

  /** Sums for each element of the input, of output times weights. */
  Terms transposed() {
    return new Terms(outputs, weights, inputs, geometry.input().size());
  }

  /** Sums for each weight, of input times output. */
  Terms weightGradient() {
    return new Terms(inputs, outputs, weights, geometry.weights().size());
  }
}
