package org.conv4j.api;

/** The defining sum of a layer, for every option; the shortest correct code. */
final class LiteralLayer implements LayerConvolver {
  private static final LayerCapabilities CLAIMS =
      LayerCapabilities.basic()
          .withDTypes(DType.FLOAT64, DType.INT64)
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
        weights.shape().next(tap);
      }
      y.doubles()[i] = sum;
      layer.output().next(at);
    }
    return y.cast(DType.promote(input.dtype(), weights.dtype()));
  }
}
