package org.conv4j.direct.layer;

/**
 * What takes time in a layer. The constants were fitted to times of {@code layer-direct} on layers
 * of known networks, on one machine with vectors of 512 bits.
 */
enum LayerWork {
  /** A call that makes a plan. */
  CALL(1000),
  /** Eight bytes of weights brought into panels. */
  WEIGHT(4),
  /** A band of one item and group. */
  BAND(200),
  /** Eight bytes of input brought into images, where elements stand side by side. */
  FILLED(1),
  /** An element brought into images, where they do not. */
  GATHERED(1),
  /** A vector of terms in a tile of several output channels. */
  TILE(0.24),
  /** The same of ints. */
  INT_TILE(0.6),
  /** The same of longs. */
  LONG_TILE(0.71),
  /** A vector of terms in a row of one output channel. */
  ROW(0.49),
  /** Eight bytes of output. */
  OUTPUT(2.6),
  /** A row of outputs copied to where it belongs. */
  RUN(6.6);

  private final double nanos;

  LayerWork(double nanos) {
    this.nanos = nanos;
  }

  /** How long one takes. */
  double nanos() {
    return nanos;
  }
}
