package org.conv4j.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * Tells which window of the full convolution a mode selects. This is pure arithmetic on shapes, and
 * the one place that rejects shapes that do not go together.
 *
 * <p>If {@code F} is the full result and {@code y} the result that is returned, {@code y[i] = F[i +
 * offset]} on every axis, for {@code 0 <= i < output extent}. Per axis, with extents {@code n} and
 * {@code k}, {@code s = min(n, k)} and {@code l = max(n, k)}:
 *
 * <table>
 * <caption>Output extent and offset</caption>
 * <tr><th>mode</th><th>extent</th><th>offset</th></tr>
 * <tr><td>full</td><td>{@code n+k-1}</td><td>0</td></tr>
 * <tr><td>same, SciPy</td><td>{@code n}</td><td>{@code (k-1)/2}</td></tr>
 * <tr><td>same, NumPy</td><td>{@code l}</td><td>{@code (s-1)/2}</td></tr>
 * <tr><td>valid</td><td>{@code l-s+1}</td><td>{@code s-1}</td></tr>
 * </table>
 *
 * <pre>{@code
 * Geometry g = Geometry.of(Shape.of(6), Shape.of(3), Mode.SAME, Convention.SCIPY);
 * g.full();    // (8,)
 * g.output();  // (6,)
 * g.offset();  // {1}
 * }</pre>
 *
 * <p>Source: the behaviour of SciPy 1.17 and NumPy 2.4, compared exhaustively for small shapes.
 */
public final class Geometry {
  private final Shape in1;
  private final Shape in2;
  private final Mode mode;
  private final Convention convention;
  private final Shape output;
  private final int[] offset;

  private Geometry(
      Shape in1, Shape in2, Mode mode, Convention convention, Shape output, int[] offset) {
    this.in1 = in1;
    this.in2 = in2;
    this.mode = mode;
    this.convention = convention;
    this.output = output;
    this.offset = offset;
  }

  /**
   * The geometry of a convolution.
   *
   * @param in1 the shape of the first operand
   * @param in2 the shape of the second operand
   * @param mode which part of the full result to return
   * @param convention whose rules apply; {@link Convention#NUMPY} takes scalars as one-element
   *     arrays
   * @return the geometry
   * @throws IllegalArgumentException if the ranks differ, an operand is empty, the mode is {@link
   *     Mode#VALID} and neither operand is at least as large as the other on every axis, or the
   *     convention is NumPy's and the rank exceeds 1
   * @throws ArithmeticException if the output has more elements than a Java array holds
   */
  public static Geometry of(Shape in1, Shape in2, Mode mode, Convention convention) {
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(convention, "convention");
    Shape a = in1;
    Shape b = in2;
    if (convention == Convention.NUMPY) {
      if (a.rank() > 1 || b.rank() > 1) {
        throw new IllegalArgumentException(
            "NumPy's convention is one-dimensional: " + a + " and " + b);
      }
      a = atLeast1d(a);
      b = atLeast1d(b);
    }
    if (a.rank() != b.rank()) {
      throw new IllegalArgumentException("operands must have the same rank: " + a + " and " + b);
    }
    if (a.isEmpty() || b.isEmpty()) {
      throw new IllegalArgumentException("operands must not be empty: " + a + " and " + b);
    }
    if (mode == Mode.VALID && !covers(a, b) && !covers(b, a)) {
      throw new IllegalArgumentException(
          "valid mode needs one input at least as large on every axis: " + a + " and " + b);
    }
    return windowed(a, b, mode, convention);
  }

  private static Geometry windowed(Shape a, Shape b, Mode mode, Convention convention) {
    int rank = a.rank();
    int[] extents = new int[rank];
    int[] offset = new int[rank];
    try {
      for (int axis = 0; axis < rank; axis++) {
        int n = a.extent(axis);
        int k = b.extent(axis);
        extents[axis] = mode.extent(n, k, convention);
        offset[axis] = mode.offset(n, k, convention);
      }
      Shape output = Shape.of(extents);
      output.size();
      return new Geometry(a, b, mode, convention, output, offset);
    } catch (ArithmeticException e) {
      throw tooLarge("the " + mode + " result of " + a + " and " + b, e);
    }
  }

  private static ArithmeticException tooLarge(String what, ArithmeticException cause) {
    return (ArithmeticException)
        new ArithmeticException(what + " has more elements than a Java array holds")
            .initCause(cause);
  }

  private static Shape atLeast1d(Shape shape) {
    return shape.rank() == 0 ? Shape.of(1) : shape;
  }

  private static boolean covers(Shape large, Shape small) {
    for (int axis = 0; axis < large.rank(); axis++) {
      if (large.extent(axis) < small.extent(axis)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The shape of the first operand, as the convention sees it.
   *
   * @return its shape; in NumPy's convention always of rank 1
   */
  public Shape in1() {
    return in1;
  }

  /**
   * The shape of the second operand, as the convention sees it.
   *
   * @return its shape; in NumPy's convention always of rank 1
   */
  public Shape in2() {
    return in2;
  }

  /**
   * The mode this geometry was made for.
   *
   * @return the mode
   */
  public Mode mode() {
    return mode;
  }

  /**
   * The convention this geometry was made for.
   *
   * @return the convention
   */
  public Convention convention() {
    return convention;
  }

  /**
   * The shape of the full result, {@code n+k-1} on every axis.
   *
   * @return the shape, of which {@link #output()} at {@link #offset()} is a window
   * @throws ArithmeticException if an extent exceeds {@link Integer#MAX_VALUE}, which can happen
   *     only in {@code same} and {@code valid} mode
   */
  public Shape full() {
    int[] extents = new int[in1.rank()];
    try {
      for (int axis = 0; axis < extents.length; axis++) {
        extents[axis] = Math.addExact(in1.extent(axis), in2.extent(axis) - 1);
      }
    } catch (ArithmeticException e) {
      throw tooLarge("the full result of " + in1 + " and " + in2, e);
    }
    return Shape.of(extents);
  }

  /**
   * The shape of what is returned.
   *
   * @return the shape of the window
   */
  public Shape output() {
    return output;
  }

  /**
   * Where the window begins in the full result.
   *
   * @return a fresh array, one index for each axis
   */
  public int[] offset() {
    return offset.clone();
  }

  /**
   * Where the window begins on one axis of the full result.
   *
   * @param axis from 0 to the rank minus 1
   * @return the index of its first element
   */
  public int offset(int axis) {
    return offset[axis];
  }

  /**
   * How many products the defining sum of one axis has, over all outputs of the window.
   *
   * @param axis from 0 to the rank minus 1
   * @return the number of pairs {@code (i, j)} with {@code i + j} in the window
   */
  public long terms(int axis) {
    long from = offset[axis];
    return termsBelow(axis, from + output.extent(axis)) - termsBelow(axis, from);
  }

  /**
   * The number of pairs (i, j), 0 &lt;= i &lt; n and 0 &lt;= j &lt; k, with i + j below a bound.
   */
  private long termsBelow(int axis, long bound) {
    long shorter = Math.min(in1.extent(axis), in2.extent(axis));
    long longer = Math.max(in1.extent(axis), in2.extent(axis));
    long rising = Math.min(bound, shorter);
    long flat = Math.max(0, Math.min(bound, longer) - shorter);
    long falling = Math.max(0, bound - longer);
    return rising * (rising + 1) / 2
        + flat * shorter
        + falling * shorter
        - falling * (falling + 1) / 2;
  }

  /**
   * The number of multiplications in the defining sums of the whole window: the product of {@link
   * #terms(int)} over the axes, 1 for scalars.
   *
   * @return the count, as a {@code double} because it may exceed a {@code long}
   */
  public double terms() {
    double product = 1;
    for (int axis = 0; axis < in1.rank(); axis++) {
      product *= terms(axis);
    }
    return product;
  }

  /**
   * The number of terms of the longest defining sum: the product of the smaller extents.
   *
   * @return the count, as a {@code double} because it may exceed a {@code long}
   */
  public double longestSum() {
    double product = 1;
    for (int axis = 0; axis < in1.rank(); axis++) {
      product *= Math.min(in1.extent(axis), in2.extent(axis));
    }
    return product;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Geometry that
        && in1.equals(that.in1)
        && in2.equals(that.in2)
        && mode == that.mode
        && convention == that.convention;
  }

  @Override
  public int hashCode() {
    return Objects.hash(in1, in2, mode, convention);
  }

  @Override
  public String toString() {
    return in1
        + " * "
        + in2
        + " "
        + mode
        + " ("
        + convention
        + "): "
        + output
        + " at "
        + Arrays.toString(offset);
  }
}
