package org.conv4j.fft;

import java.util.Arrays;

/**
 * The place of a box of numbers in an array: the number of index i is at {@code start + i[0]
 * strides[0] + i[1] strides[1] + …}, for {@code first <= i < end} on every axis; all others are
 * zero and have no place. Neighbours along the last axis are neighbours in the array.
 *
 * @param array the array
 * @param start where the number of index 0 is, or would be
 * @param strides numbers from neighbour to neighbour, 1 along the last axis
 * @param first the first index on each axis
 * @param end the index after the last on each axis
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record Box<A>(A array, int start, int[] strides, int[] first, int[] end) {
  int rank() {
    return strides.length;
  }

  /** The same place in another array, some numbers further on. */
  Box<A> in(A other, int further) {
    return new Box<>(other, start + further, strides, first, end);
  }

  boolean isEmpty() {
    for (int axis = 0; axis < rank(); axis++) {
      if (first[axis] >= end[axis]) {
        return true;
      }
    }
    return false;
  }

  /**
   * The part with indices from {@code from} to {@code to} on the first axis, counted from there.
   */
  Box<A> part(int from, int to) {
    int[] partFirst = first.clone();
    int[] partEnd = end.clone();
    partFirst[0] = Math.max(first[0], from) - from;
    partEnd[0] = Math.min(end[0], to) - from;
    return new Box<>(array, start + from * strides[0], strides, partFirst, partEnd);
  }

  /** The box of one index on the first axis, without that axis. */
  Box<A> slice(int index) {
    int rank = rank();
    return new Box<>(
        array,
        start + index * strides[0],
        Arrays.copyOfRange(strides, 1, rank),
        Arrays.copyOfRange(first, 1, rank),
        Arrays.copyOfRange(end, 1, rank));
  }

  /** The numbers along the first and the last axis, for one index on those in between. */
  Box<A> sheet(int... between) {
    int last = rank() - 1;
    int place = start;
    for (int i = 0; i < between.length; i++) {
      place += between[i] * strides[i + 1];
    }
    return new Box<>(
        array,
        place,
        new int[] {strides[0], strides[last]},
        new int[] {first[0], first[last]},
        new int[] {end[0], end[last]});
  }
}
