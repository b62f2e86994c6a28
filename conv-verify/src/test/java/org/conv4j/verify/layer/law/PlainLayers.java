package org.conv4j.verify.layer.law;

import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;

/** What a newcomer writes: modest claims, and the sum itself in loops. */
public final class PlainLayers implements LayerConvolver {
  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry geometry = capabilities().admit(input, weights, biasOrNull, options);
    int inputs = weights.shape().extent(1);
    int outputs = geometry.outputChannels() / options.groups();
    double[] y = new double[geometry.output().size()];
    int positions = y.length / (geometry.batch() * geometry.outputChannels());
    int taps = weights.size() / (geometry.outputChannels() * inputs);
    int plane = input.size() / (geometry.batch() * geometry.inputChannels());
    for (int i = 0; i < y.length; i++) {
      int m = i / positions % geometry.outputChannels();
      int n = i / positions / geometry.outputChannels();
      double sum = 0;
      for (int c = 0; c < inputs; c++) {
        for (int t = 0; t < taps; t++) {
          int at = met(geometry, i % positions, t);
          if (at >= 0) {
            int channel = n * geometry.inputChannels() + m / outputs * inputs + c;
            double w = weights.doubles()[(m * inputs + c) * taps + t];
            sum += w * input.doubles()[channel * plane + at];
          }
        }
      }
      y[i] = biasOrNull == null ? sum : sum + biasOrNull.doubles()[m];
    }
    return NdArray.wrap(y, geometry.output());
  }

  /** The place in a plane of the input that a tap meets; -1 in the padding. */
  private static int met(LayerGeometry geometry, int position, int tap) {
    int at = 0;
    int step = 1;
    int o = position;
    int t = tap;
    for (int a = geometry.spatialRank() - 1; a >= 0; a--) {
      LayerAxis axis = geometry.axis(a);
      int index = axis.inputIndex(o % axis.output(), t % axis.kernel());
      if (index < 0) {
        return -1;
      }
      at += index * step;
      step *= axis.input();
      o /= axis.output();
      t /= axis.kernel();
    }
    return at;
  }
}
