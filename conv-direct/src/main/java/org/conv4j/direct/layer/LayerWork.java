package org.conv4j.direct.layer;

/**
 * What takes time in a layer. The constants were measured on one machine with vectors of 512 bits.
 */
enum LayerWork {
  /** A call that makes a plan. */
  CALL(1),
  /** Eight bytes of weights brought into panels. */
  WEIGHT(1),
  /** A band of one item and group. */
  BAND(1),
  /** Eight bytes of input brought into images, where elements stand side by side. */
  FILLED(1),
  /** An element brought into images, where they do not. */
  GATHERED(1),
  /** A vector of terms in a tile of several output channels. */
  TILE(1),
  /** The same of ints. */
  INT_TILE(1),
  /** The same of longs. */
  LONG_TILE(1),
  /** A vector of terms in a row of one output channel. */
  ROW(1),
  /** Eight bytes of output. */
  OUTPUT(1),
  /** A row of outputs copied to where it belongs. */
  RUN(1);

  private final double nanos;

  LayerWork(double nanos) {
    this.nanos = nanos;
  }

  /** How long one takes. */
  double nanos() {
    return nanos;
  }
}
