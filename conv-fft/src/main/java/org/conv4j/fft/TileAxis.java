package org.conv4j.fft;

/**
 * How a window is cut into tiles along one axis. Tile t is the cyclic convolution, of some length,
 * of the kernel with the part of the signal that begins at {@code origin + t * step}, with zeros
 * where the signal has no elements that count; it gives the outputs from {@code t * step} on,
 * {@code step} of them or what is left.
 *
 * @param span the operands and the window
 * @param length of the cyclic convolutions
 * @param step outputs of a tile
 * @param origin where tile 0 begins, among the elements of the signal that count
 * @param window where the outputs are in a tile
 */
record TileAxis(Span span, int length, int step, int origin, int window) {
  /** One tile for all. */
  static TileAxis single(Span span, int length) {
    return new TileAxis(span, length, span.output(), 0, span.from());
  }

  /**
   * Overlap-save: tiles that have the last elements of the one before as their first.
   *
   * @param length at least that of the kernel
   */
  static TileAxis overlapping(Span span, int length) {
    int lost = span.kernel() - 1;
    int step = Math.min(length - lost, span.output());
    return new TileAxis(span, length, step, span.from() - lost, lost);
  }

  /** How many tiles there are. */
  int tiles() {
    return (span.output() + step - 1) / step;
  }

  /** The number of elements of a tile, from the first, that may differ from zero. */
  int used() {
    return Math.min(length, span.signal() - origin);
  }

  /** The index in the signal's array of a tile's first element, which need not exist. */
  int start(int tile) {
    return span.signalFrom() + origin + tile * step;
  }

  /** The first element of a tile that counts. */
  int first(int tile) {
    return Math.max(0, -(origin + tile * step));
  }

  /** The end of the elements of a tile that count. */
  int end(int tile) {
    return Math.min(length, span.signal() - origin - tile * step);
  }

  /** The outputs of a tile. */
  int outputs(int tile) {
    return Math.min(step, span.output() - tile * step);
  }

  /** For example {@code 100 * 7: 3 of 64}. */
  @Override
  public String toString() {
    return span.signal() + " * " + span.kernel() + ": " + tiles() + " of " + length;
  }
}
