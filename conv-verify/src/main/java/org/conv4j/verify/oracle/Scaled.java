package org.conv4j.verify.oracle;

import java.math.BigInteger;

/**
 * A number that is not negative, {@code significand * 2^exponent} with {@code 1 <= significand < 2}
 * or 0: a double of unlimited range, for errors and bounds.
 *
 * @param significand 0, or from 1 to below 2
 * @param exponent any
 */
record Scaled(double significand, int exponent) {
  static final Scaled ZERO = new Scaled(0, 0);

  private static final long FRACTION = 0x000f_ffff_ffff_ffffL;

  /** A finite number that is not negative. */
  static Scaled of(double value) {
    if (value == 0) {
      return ZERO;
    }
    if (value < Double.MIN_NORMAL) {
      Scaled normal = of(value * 0x1p60);
      return new Scaled(normal.significand, normal.exponent - 60);
    }
    long fraction = Double.doubleToRawLongBits(value) & FRACTION;
    return new Scaled(
        Double.longBitsToDouble(fraction | Double.doubleToRawLongBits(1)), Math.getExponent(value));
  }

  /** {@code integer * 2^exponent}, to at least 60 bits. */
  static Scaled of(BigInteger integer, int exponent) {
    if (integer.signum() == 0) {
      return ZERO;
    }
    int excess = Math.max(0, integer.bitLength() - 62);
    Scaled head = of((double) integer.shiftRight(excess).longValue());
    return new Scaled(head.significand, head.exponent + exponent + excess);
  }

  private static Scaled normal(double value, int exponent) {
    Scaled normal = of(value);
    return value == 0 ? ZERO : new Scaled(normal.significand, normal.exponent + exponent);
  }

  Scaled times(Scaled other) {
    return normal(significand * other.significand, exponent + other.exponent);
  }

  Scaled plus(Scaled other) {
    if (significand == 0 || other.significand == 0) {
      return significand == 0 ? other : this;
    }
    int large = Math.max(exponent, other.exponent);
    return normal(
        scaled(significand, exponent - large) + scaled(other.significand, other.exponent - large),
        large);
  }

  Scaled max(Scaled other) {
    return dividedBy(other) >= 1 ? this : other;
  }

  Scaled squareRoot() {
    int odd = exponent & 1;
    return normal(Math.sqrt(significand * (1 + odd)), (exponent - odd) / 2);
  }

  /** The quotient as a double; 0 divided by 0 is 0. */
  double dividedBy(Scaled other) {
    if (significand == 0) {
      return 0;
    }
    return other.significand == 0
        ? Double.POSITIVE_INFINITY
        : scaled(significand / other.significand, exponent - other.exponent);
  }

  /** Whether it is zero or its exponent lies strictly between two others. */
  boolean inRange(int lowest, int highest) {
    return significand == 0 || (exponent > lowest && exponent < highest);
  }

  double doubleValue() {
    return scaled(significand, exponent);
  }

  /** {@code value * 2^exponent}, quicker than {@link Math#scalb(double, int)} where it matters. */
  private static double scaled(double value, int exponent) {
    return exponent >= Double.MIN_EXPONENT && exponent <= Double.MAX_EXPONENT
        ? value * Double.longBitsToDouble((long) (exponent + Double.MAX_EXPONENT) << 52)
        : Math.scalb(value, exponent);
  }
}
