package org.conv4j.fft;

/**
 * Runs of one array, all of one length and evenly spaced, that go into the lanes of a batch or come
 * out of them. A run may leave the array, or the part of it that it may touch.
 *
 * @param array the array
 * @param start where the first run begins; may be negative
 * @param step from there to where the next one begins; not negative
 * @param count how many runs there are
 * @param length of each
 * @param first the first element of the array that they may touch
 * @param end the end of those that they may touch
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
record Blocks<A>(A array, int start, int step, int count, int length, int first, int end) {
  /** Where a run begins in the array. */
  int start(int block) {
    return start + block * step;
  }

  /** The first number of a run that is within its bounds, or {@code least} if that is larger. */
  int first(int block, int least) {
    return Math.max(least, first - start(block));
  }

  /** The end of a run's numbers that are within its bounds, or {@code most} if that is less. */
  int end(int block, int most) {
    return Math.min(most, end - start(block));
  }
}
