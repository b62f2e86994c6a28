package org.conv4j.api.internal;

import org.conv4j.api.Convention;
import org.conv4j.api.Mode;

/** Which part of the full result a mode selects, on one axis with operands of n and k elements. */
public final class Window {
  private Window() {}

  /**
   * How many elements the window has.
   *
   * @param n elements of the first operand, at least 1
   * @param k elements of the second operand, at least 1
   * @param mode which part of the full result
   * @param convention whose rules apply
   * @return the extent
   * @throws ArithmeticException if it exceeds {@link Integer#MAX_VALUE}
   */
  public static int extent(int n, int k, Mode mode, Convention convention) {
    return switch (mode) {
      case FULL -> Math.addExact(n, k - 1);
      case SAME -> convention == Convention.SCIPY ? n : Math.max(n, k);
      case VALID -> Math.max(n, k) - Math.min(n, k) + 1;
    };
  }

  /**
   * Where the window begins in the full result.
   *
   * @param n elements of the first operand, at least 1
   * @param k elements of the second operand, at least 1
   * @param mode which part of the full result
   * @param convention whose rules apply
   * @return the index of its first element
   */
  public static int offset(int n, int k, Mode mode, Convention convention) {
    return switch (mode) {
      case FULL -> 0;
      case SAME -> ((convention == Convention.SCIPY ? k : Math.min(n, k)) - 1) / 2;
      case VALID -> Math.min(n, k) - 1;
    };
  }
}
