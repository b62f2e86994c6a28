package org.conv4j.api;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimal digits of binary floating-point numbers: as few as identify the number among those of its
 * type, and of these the nearest to it.
 *
 * <p>{@link Double#toString} gives such digits from Java 19 on only (JDK-4511638).
 */
final class ShortestDecimal {
  private ShortestDecimal() {}

  /**
   * Digits of the magnitude of a number.
   *
   * @param value a finite number
   * @param single whether it is a {@code float}
   * @param fewest how many significant digits to take at least, if the number has them
   * @param most how many to take at most, even if they do not identify the number; positive
   * @return the digits without trailing zeros
   */
  static BigDecimal of(double value, boolean single, int fewest, int most) {
    double size = Math.abs(value);
    BigDecimal exact = new BigDecimal(size);
    if (exact.signum() == 0) {
      return BigDecimal.ZERO;
    }
    for (int digits = fewest; ; digits++) {
      int scale = digits - 1 - exponent(exact);
      BigDecimal below = exact.setScale(scale, RoundingMode.DOWN);
      BigDecimal above = below.add(BigDecimal.valueOf(1, scale));
      boolean belowWill = identifies(below, size, single);
      boolean aboveWill = identifies(above, size, single);
      if (belowWill || aboveWill || digits == most) {
        return nearest(exact, below, above, belowWill, aboveWill).stripTrailingZeros();
      }
    }
  }

  /**
   * The nearer neighbour, the even one of two equally near; but one that will do before another.
   */
  private static BigDecimal nearest(
      BigDecimal exact, BigDecimal below, BigDecimal above, boolean belowWill, boolean aboveWill) {
    if (belowWill != aboveWill) {
      return belowWill ? below : above;
    }
    return exact.setScale(below.scale(), RoundingMode.HALF_EVEN);
  }

  private static boolean identifies(BigDecimal digits, double size, boolean single) {
    return single ? digits.floatValue() == (float) size : digits.doubleValue() == size;
  }

  /** The power of ten of the first digit; 0 for zero. */
  static int exponent(BigDecimal number) {
    return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
  }
}
