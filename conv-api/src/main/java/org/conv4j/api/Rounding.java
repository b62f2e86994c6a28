package org.conv4j.api;

/**
 * What becomes of the last outputs of a layer where the stride does not divide the room for its
 * windows: {@code i + before + after - (dilation * (k - 1) + 1)}.
 */
public enum Rounding {
  /** Windows that would reach beyond the padding are left out: convolution in all frameworks. */
  DOWN,
  /**
   * One more window is taken, which reaches beyond the padding and finds zeros there, if it begins
   * in the input or in the padding before it: pooling in caffe, {@code ceil_mode} in ONNX and
   * PyTorch.
   */
  UP
}
