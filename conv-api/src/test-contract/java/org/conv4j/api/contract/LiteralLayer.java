package org.conv4j.api.contract;

import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;

/** The defining sum of a layer, for every option; the shortest correct code. */
public final class LiteralLayer implements LayerConvolver {
  private static final LayerCapabilities CLAIMS =
      LayerCapabilities.basic()
          .withDTypes(DType.FLOAT64, DType.FLOAT32, DType.INT64, DType.INT32)
          .withFeatures(LayerFeature.values())
          .withAccuracy(Accuracy.COMPONENTWISE);

  @Override
  public LayerCapabilities capabilities() {
    return CLAIMS;
  }

  @Override
  public NdArray convolve(
      NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
    LayerGeometry layer = CLAIMS.admit(input, weights, biasOrNull, options);
    NdArray x = input.cast(DType.FLOAT64);
    NdArray w = weights.cast(DType.FLOAT64);
    NdArray y = NdArray.zeros(DType.FLOAT64, layer.output());
    int rank = layer.spatialRank();
    int inputs = layer.inputChannels() / options.groups();
    int outputs = layer.outputChannels() / options.groups();
    int[] at = new int[rank + 2];
    for (int i = 0; i < y.size(); i++) {
      int channel = at[options.layout().channelAxis(at.length)];
      double sum = biasOrNull == null ? 0 : biasOrNull.cast(DType.FLOAT64).get(channel);
      int[] tap = new int[rank + 2];
      tap[0] = channel;
      int terms = w.size() / layer.outputChannels();
      for (int term = 0; term < terms; term++) {
        int[] from = at.clone();
        from[options.layout().channelAxis(from.length)] = channel / outputs * inputs + tap[1];
        boolean inside = true;
        for (int a = 0; a < rank; a++) {
          int spatial = options.layout().spatialAxis(a);
          from[spatial] = layer.axis(a).inputIndex(at[spatial], tap[2 + a]);
          inside &= from[spatial] >= 0;
        }
        if (inside) {
          sum +=
              (x.get(from) - options.inputZeroPoint())
                  * (w.get(tap) - options.weightZeroPoint(channel));
        }
        next(tap, weights);
      }
      y.doubles()[i] = sum;
      next(at, y);
    }
    return y.cast(DType.promote(input.dtype(), weights.dtype()));
  }

  /** The next index of an array, in row-major order. */
  private static void next(int[] index, NdArray array) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < array.shape().extent(axis)) {
        return;
      }
      index[axis] = 0;
    }
  }
}
