package org.conv4j.verify.layer.operand;

/** Kinds of layers that implementations tell apart. */
public enum LayerKind {
  /** Each output sees all channels of the input. */
  DENSE,
  /** More than one group, each of several input channels. */
  GROUPED,
  /** More than one group, each of a single input channel. */
  DEPTHWISE,
  /** A kernel of one element on every axis, in one group: a matrix product. */
  POINTWISE
}
