package org.conv4j.api.internal;

/**
 * The binary exponents of the finite elements of an array that are not zero: {@code 2^e <= |x| <
 * 2^(e+1)}, true exponents for subnormal numbers too.
 *
 * @param lowest the smallest; more than {@code highest} if there is no such element
 * @param highest the largest
 * @param finite whether all elements are finite
 */
public record ExponentRange(int lowest, int highest, boolean finite) {
  private static final int SUBNORMAL_BITS = 52;

  /**
   * The range of an array.
   *
   * @param values any doubles
   * @return the range
   */
  public static ExponentRange of(double[] values) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    boolean finite = true;
    for (double value : values) {
      double magnitude = Math.abs(value);
      if (magnitude <= Double.MAX_VALUE) {
        largest = Math.max(largest, magnitude);
        smallest = magnitude == 0 ? smallest : Math.min(smallest, magnitude);
      } else {
        finite = false;
      }
    }
    return of(smallest, largest, finite);
  }

  /**
   * The range of an array.
   *
   * @param values any floats
   * @return the range, with the exponents the values have as doubles
   */
  public static ExponentRange of(float[] values) {
    float smallest = Float.POSITIVE_INFINITY;
    float largest = 0;
    boolean finite = true;
    for (float value : values) {
      float magnitude = Math.abs(value);
      if (magnitude <= Float.MAX_VALUE) {
        largest = Math.max(largest, magnitude);
        smallest = magnitude == 0 ? smallest : Math.min(smallest, magnitude);
      } else {
        finite = false;
      }
    }
    return of(smallest, largest, finite);
  }

  private static ExponentRange of(double smallest, double largest, boolean finite) {
    return largest == 0
        ? new ExponentRange(1, 0, finite)
        : new ExponentRange(of(smallest), of(largest), finite);
  }

  /**
   * The exponent of one number.
   *
   * @param value finite and not zero
   * @return e with {@code 2^e <= |value| < 2^(e+1)}
   */
  public static int of(double value) {
    int exponent = Math.getExponent(value);
    return exponent >= Double.MIN_EXPONENT
        ? exponent
        : Math.getExponent(value * 0x1p52) - SUBNORMAL_BITS;
  }

  /**
   * The range of two arrays together.
   *
   * @param other another range
   * @return the smallest that holds both
   */
  public ExponentRange and(ExponentRange other) {
    boolean both = finite && other.finite;
    if (isEmpty() || other.isEmpty()) {
      ExponentRange one = isEmpty() ? other : this;
      return new ExponentRange(one.lowest, one.highest, both);
    }
    return new ExponentRange(
        Math.min(lowest, other.lowest), Math.max(highest, other.highest), both);
  }

  /**
   * Whether no element is finite and other than zero.
   *
   * @return true if there is no exponent
   */
  public boolean isEmpty() {
    return lowest > highest;
  }
}
