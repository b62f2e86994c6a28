package org.conv4j.api;

import java.util.Arrays;
import java.util.Objects;

/** Numbers of which there is one for each axis or channel, or one for all of them. Immutable. */
final class BroadcastInts {
  private final String name;
  private final int[] values;

  private BroadcastInts(String name, int[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Some numbers.
   *
   * @param name what messages call them
   * @param least the smallest that is allowed
   * @param values copied
   */
  static BroadcastInts of(String name, int least, int... values) {
    Objects.requireNonNull(values, name);
    BroadcastInts numbers = new BroadcastInts(name, values.clone());
    if (values.length == 0) {
      throw new IllegalArgumentException(name + " must be at least one number");
    }
    for (int value : values) {
      if (value < least) {
        throw new IllegalArgumentException(name + " must be at least " + least + ": " + numbers);
      }
    }
    return numbers;
  }

  /**
   * Refuses another count of numbers than one, and than is needed.
   *
   * @param count how many are needed
   * @param things what there is one for each of
   */
  void requireCount(int count, String things) {
    if (values.length != 1 && values.length != count) {
      throw new IllegalArgumentException(
          name
              + " must be one number or one for each of "
              + count
              + " "
              + things
              + ", not "
              + values.length
              + ": "
              + this);
    }
  }

  int at(int index) {
    return values.length == 1 ? values[0] : values[index];
  }

  /** Whether all are one number. */
  boolean isAll(int number) {
    return Arrays.stream(values).allMatch(value -> value == number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BroadcastInts that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** For example {@code 2} or {@code [2, 1]}. */
  @Override
  public String toString() {
    return values.length == 1 ? Integer.toString(values[0]) : Arrays.toString(values);
  }
}
