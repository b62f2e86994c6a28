package org.conv4j.api;

import java.util.Arrays;

/**
 * The extents of an array, outermost axis first. Immutable; rank 0 is a scalar.
 *
 * <pre>{@code
 * Shape image = Shape.of(3, 4); // three rows of four
 * image.rank();                 // 2
 * image.extent(1);              // 4
 * image.size();                 // 12
 * }</pre>
 */
public final class Shape {
  /** The shape of a scalar: rank 0, one element. */
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] extents;

  private Shape(int[] extents) {
    this.extents = extents;
  }

  /**
   * A shape with the given extents.
   *
   * @param extents one for each axis, none negative; none at all gives {@link #SCALAR}
   * @return the shape
   * @throws IllegalArgumentException if an extent is negative
   */
  public static Shape of(int... extents) {
    if (extents.length == 0) {
      return SCALAR;
    }
    Shape shape = new Shape(extents.clone());
    for (int extent : extents) {
      if (extent < 0) {
        throw new IllegalArgumentException("extents must not be negative: " + shape);
      }
    }
    return shape;
  }

  /**
   * The number of axes.
   *
   * @return 0 for a scalar
   */
  public int rank() {
    return extents.length;
  }

  /**
   * The extent of one axis.
   *
   * @param axis from 0, the outermost, to {@code rank() - 1}
   * @return the number of elements along it
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public int extent(int axis) {
    return extents[axis];
  }

  /**
   * The number of elements: the product of the extents, 1 for a scalar.
   *
   * @return the product
   * @throws ArithmeticException if it exceeds {@link Integer#MAX_VALUE}
   */
  public int size() {
    if (isEmpty()) {
      return 0;
    }
    try {
      int size = 1;
      for (int extent : extents) {
        size = Math.multiplyExact(size, extent);
      }
      return size;
    } catch (ArithmeticException e) {
      throw (ArithmeticException)
          new ArithmeticException("more elements than a Java array holds: " + this).initCause(e);
    }
  }

  /**
   * Whether there is no element.
   *
   * @return true if an extent is 0
   */
  public boolean isEmpty() {
    for (int extent : extents) {
      if (extent == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The extents as an array of the caller's own.
   *
   * @return a fresh array, outermost axis first
   */
  public int[] toArray() {
    return extents.clone();
  }

  /** Whether an index of this rank is that of an element. */
  boolean contains(int[] index) {
    for (int axis = 0; axis < extents.length; axis++) {
      if (index[axis] < 0 || index[axis] >= extents[axis]) {
        return false;
      }
    }
    return true;
  }

  /** Moves an index on to the next element in row-major order, and from the last to the first. */
  void next(int[] index) {
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      if (++index[axis] < extents[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Shape shape && Arrays.equals(extents, shape.extents));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(extents);
  }

  /** As Python prints a tuple: {@code ()}, {@code (5,)}, {@code (3, 4)}. */
  @Override
  public String toString() {
    if (extents.length == 1) {
      return "(" + extents[0] + ",)";
    }
    String list = Arrays.toString(extents);
    return "(" + list.substring(1, list.length() - 1) + ")";
  }
}
