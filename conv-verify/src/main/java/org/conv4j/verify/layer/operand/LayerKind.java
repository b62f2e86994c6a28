package org.conv4j.verify.layer.operand;

import org.conv4j.api.LayerGeometry;

/** Kinds of layers that implementations tell apart. */
public enum LayerKind {
  /** Each output sees all channels of the input. */
  DENSE,
  /** More than one group, each of several input channels. */
  GROUPED,
  /** More than one group, each of a single input channel. */
  DEPTHWISE,
  /** A kernel of one element on every axis, in one group: a matrix product. */
  POINTWISE;

  /**
   * What kind a layer is.
   *
   * @param geometry the layer
   * @return its kind
   */
  public static LayerKind of(LayerGeometry geometry) {
    if (geometry.options().groups() > 1) {
      return geometry.weights().extent(1) == 1 ? DEPTHWISE : GROUPED;
    }
    boolean pointwise = geometry.axes().stream().allMatch(axis -> axis.kernel() == 1);
    return pointwise ? POINTWISE : DENSE;
  }
}
