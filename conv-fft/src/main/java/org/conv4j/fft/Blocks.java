package org.conv4j.fft;

/**
 * Runs of one array, all of one length, that go into the columns of a {@link BatchTransform} or
 * come out of them. A run may leave the array, or the part of it that it may touch.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class Blocks<A> {
  private final A array;
  private final int length;
  private final int[] offset;
  private final int[] from;
  private final int[] to;
  private int count;

  /** No blocks yet, and room for so many. */
  Blocks(A array, int length, int most) {
    this.array = array;
    this.length = length;
    this.offset = new int[most];
    this.from = new int[most];
    this.to = new int[most];
  }

  /**
   * Adds a block.
   *
   * @param start where its first number is in the array; may be negative
   * @param first the first element of the array that it may touch
   * @param end the end of those that it may touch
   */
  void add(int start, int first, int end) {
    offset[count] = start;
    from[count] = first;
    to[count] = end;
    count++;
  }

  /** Removes all blocks. */
  void clear() {
    count = 0;
  }

  A array() {
    return array;
  }

  int length() {
    return length;
  }

  int count() {
    return count;
  }

  /** Where the blocks begin in the array. */
  int[] offsets() {
    return offset;
  }

  /** The first number of a block that is within its bounds, or that of {@code least} if larger. */
  int first(int block, int least) {
    return Math.max(least, from[block] - offset[block]);
  }

  /** The end of a block's numbers that are within its bounds, or {@code most} if smaller. */
  int end(int block, int most) {
    return Math.min(most, to[block] - offset[block]);
  }
}
