package org.conv4j.direct.layer;

/** What computes the sums of layers, by element type. */
final class LayerKernels {
  static final LayerKernel<double[]> DOUBLES = new PlainLayerKernel<>(new DoubleLoops());
  static final LayerKernel<float[]> FLOATS = new PlainLayerKernel<>(new FloatLoops());
  static final LayerKernel<long[]> LONGS = new PlainLayerKernel<>(new LongLoops());
  static final LayerKernel<int[]> INTS = new PlainLayerKernel<>(new IntLoops());

  private LayerKernels() {}
}
