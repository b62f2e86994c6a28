package org.conv4j.api;

/**
 * The order of the axes of a layer's input and output. The names are those for two spatial axes;
 * with one or three the order is the same. Weights are {@code (Cout, Cin / groups, kernel…)} in
 * either.
 *
 * <pre>{@code
 * NdArray y = layers.convolve(x, weights, null, LayerOptions.basic().withLayout(Layout.NHWC));
 * }</pre>
 */
public enum Layout {
  /** Batch, channels, spatial axes: what ONNX, PyTorch and caffe take. */
  NCHW,
  /** Batch, spatial axes, channels: what TensorFlow takes. */
  NHWC;

  /**
   * The axis of the channels.
   *
   * @param rank that of the array
   * @return its number, from 0
   */
  public int channelAxis(int rank) {
    return this == NCHW ? 1 : rank - 1;
  }

  /**
   * The axis of an array on which a spatial axis lies.
   *
   * @param spatial the number of the spatial axis, from 0
   * @return its number among all axes, from 0
   */
  public int spatialAxis(int spatial) {
    return this == NCHW ? spatial + 2 : spatial + 1;
  }

  /** The shape of an array with some extents. */
  Shape shape(int batch, int channels, int[] spatial) {
    int[] extents = new int[spatial.length + 2];
    extents[0] = batch;
    extents[channelAxis(extents.length)] = channels;
    System.arraycopy(spatial, 0, extents, spatialAxis(0), spatial.length);
    return Shape.of(extents);
  }

  /** Brings the numbers of an index from the order of {@link #NCHW} into this one. */
  void fromChannelsFirst(int[] index) {
    if (this == NHWC) {
      int channel = index[1];
      System.arraycopy(index, 2, index, 1, index.length - 2);
      index[index.length - 1] = channel;
    }
  }
}
