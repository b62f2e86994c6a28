package org.conv4j.verify.layer.vector;

/** The operations of a {@link org.conv4j.api.LayerConvolver}. */
public enum LayerOperation {
  /** The layer itself: from an input, weights and perhaps a bias to the output. */
  CONVOLVE,
  /** The transposed layer: from an input, weights and perhaps a bias. */
  TRANSPOSED,
  /** From the gradient for the output, weights and the shape of the input. */
  INPUT_GRADIENT,
  /** From the input, the gradient for the output and the shape of the weights. */
  WEIGHT_GRADIENT,
  /** From the gradient for the output alone. */
  BIAS_GRADIENT
}
