package org.conv4j.direct;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Groups of as many taps each, as the {@link MicroKernel} runs through them. A table is made for a
 * block and kept as long as those that follow need the same, which blocks inside of the output do,
 * and repeated convolutions of the same shapes.
 */
final class TapTable<A> {
  private final MicroKernel<A> micro;
  private final int group;
  private final int most;

  /** Position of the first tap of each group, and which taps, -1 for a zero. */
  private int[] offset = new int[0];

  private int[] index = new int[0];
  private int count;

  /** What the groups depend on; empty if the table was not large enough for all of them. */
  private int[] madeFor = new int[0];

  /** The taps themselves. */
  private A weights;

  private boolean gathered;

  /** A table for up to this many groups. */
  TapTable(MicroKernel<A> micro, int group, int most) {
    this.micro = micro;
    this.group = group;
    this.most = most;
    this.weights = micro.newArray(0);
  }

  int group() {
    return group;
  }

  int[] offset() {
    return offset;
  }

  int count() {
    return count;
  }

  /** Whether all groups are there that something needs. */
  boolean isFor(int[] need) {
    return Arrays.equals(madeFor, need);
  }

  void completeFor(int[] need) {
    madeFor = need;
  }

  void clear() {
    count = 0;
    gathered = false;
    madeFor = new int[0];
  }

  boolean isFull() {
    return count == most;
  }

  /** Appends a group of taps that are some elements apart; those after the present are zeros. */
  void add(int position, int first, int present, int apart) {
    if (count == offset.length) {
      int capacity = Math.min(most, Math.max(16, 2 * count));
      offset = Arrays.copyOf(offset, capacity);
      index = Arrays.copyOf(index, group * capacity);
    }
    offset[count] = position;
    for (int tap = 0; tap < group; tap++) {
      index[count * group + tap] = tap < present ? first + tap * apart : -1;
    }
    count++;
  }

  /** Other taps in the same places. */
  void forgetWeights() {
    gathered = false;
  }

  A weights(A h) {
    if (!gathered) {
      if (Array.getLength(weights) < index.length) {
        weights = micro.newArray(index.length);
      }
      micro.gather(h, index, count * group, weights);
      gathered = true;
    }
    return weights;
  }
}
