package org.conv4j.api;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The common format of the real or imaginary parts of an array: positional or exponential, and how
 * wide before and after the point, so that numbers align.
 *
 * <p>As NumPy does with precision 8 and float mode {@code maxprec}: the shortest digits that
 * identify each number, but at most eight after the point.
 */
final class FloatFormat {
  private static final int PRECISION = 8;

  private final boolean single;
  private final String plus;
  private boolean exponential;
  private int left;
  private int right;
  private int fractionDigits = PRECISION;
  private int exponentDigits;

  private FloatFormat(boolean single, String plus) {
    this.single = single;
    this.plus = plus;
  }

  /**
   * The format for some numbers.
   *
   * @param values the numbers to be shown
   * @param single whether they are {@code float}s
   * @param plus what stands before numbers without a minus sign: nothing, or a plus sign
   */
  static FloatFormat of(double[] values, boolean single, String plus) {
    FloatFormat format = new FloatFormat(single, plus);
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    format.exponential = format.needsExponent(finite);
    if (format.exponential) {
      format.fitExponential(finite);
    } else {
      format.fitPositional(finite);
    }
    if (finite.length < values.length) {
      format.fitNonFinite(values);
    }
    return format;
  }

  // ---- Choosing the format --------------------------------------------------------------------

  private boolean needsExponent(double[] finite) {
    double[] sizes = Arrays.stream(finite).map(Math::abs).filter(size -> size != 0).toArray();
    if (sizes.length == 0) {
      return false;
    }
    double max = Arrays.stream(sizes).max().getAsDouble();
    double min = Arrays.stream(sizes).min().getAsDouble();
    // NumPy compares in the type of the elements.
    return single
        ? max >= 1e6 || (float) min < 1e-4f || (float) max / (float) min > 1000
        : max >= 1e8 || min < 1e-4 || max / min > 1000;
  }

  private void fitPositional(double[] finite) {
    for (double value : finite) {
      String number = positional(value);
      int point = number.indexOf('.');
      left = Math.max(left, point);
      right = Math.max(right, number.length() - point - 1);
    }
  }

  private void fitExponential(double[] finite) {
    int longestFraction = 0;
    for (double value : finite) {
      BigDecimal digits = ShortestDecimal.of(value, single, 1, 1 + PRECISION);
      longestFraction = Math.max(longestFraction, digits.precision() - 1);
      left = Math.max(left, sign(value, plus).length() + 1);
      exponentDigits = Math.max(exponentDigits, exponentDigits(digits));
    }
    fractionDigits = longestFraction;
    right = fractionDigits + 2 + exponentDigits;
  }

  private static int exponentDigits(BigDecimal digits) {
    return Math.max(2, Integer.toString(Math.abs(ShortestDecimal.exponent(digits))).length());
  }

  private void fitNonFinite(double[] values) {
    boolean signed =
        !plus.isEmpty()
            || Arrays.stream(values).anyMatch(value -> value == Double.NEGATIVE_INFINITY);
    left = Math.max(left, "inf".length() + (signed ? 1 : 0) - (right + 1));
  }

  // ---- Printing in the format -----------------------------------------------------------------

  String format(double value) {
    if (!Double.isFinite(value)) {
      String word = nonFinite(value, plus);
      return " ".repeat(left + 1 + right - word.length()) + word;
    }
    if (exponential) {
      BigDecimal digits = ShortestDecimal.of(value, single, 1 + fractionDigits, 1 + fractionDigits);
      String number = scientific(digits, fractionDigits, exponentDigits);
      return leftPadded(sign(value, plus) + number);
    }
    String padded = leftPadded(positional(value));
    return padded + " ".repeat(left + 1 + right - padded.length());
  }

  private String leftPadded(String number) {
    return " ".repeat(left - number.indexOf('.')) + number;
  }

  /** With a point, but without zeros after it. */
  private String positional(double value) {
    int atMost = PRECISION + 1 + ShortestDecimal.exponent(new BigDecimal(Math.abs(value)));
    String number = ShortestDecimal.of(value, single, 1, atMost).toPlainString();
    return sign(value, plus) + (number.contains(".") ? number : number + ".");
  }

  /** One digit before the point, and zeros after it up to a fixed number of digits. */
  private static String scientific(BigDecimal number, int fractionDigits, int exponentDigits) {
    String digits = number.unscaledValue().toString();
    int exponent = ShortestDecimal.exponent(number);
    String power = Integer.toString(Math.abs(exponent));
    return digits.charAt(0)
        + "."
        + digits.substring(1)
        + "0".repeat(fractionDigits + 1 - digits.length())
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(exponentDigits - power.length())
        + power;
  }

  private static String sign(double value, String plus) {
    // not value < 0: the sign of -0.0 shows, that of a NaN does not
    return Math.copySign(1, value) < 0 && !Double.isNaN(value) ? "-" : plus;
  }

  private static String nonFinite(double value, String plus) {
    return sign(value, plus) + (Double.isNaN(value) ? "nan" : "inf");
  }

  // ---- Arrays of rank 0 -----------------------------------------------------------------------

  /** A single number, with all digits and at least one after a point. */
  static String scalar(double value, boolean single) {
    String number = bare(value, single, "");
    boolean digitsOnly = number.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    return digitsOnly ? number + ".0" : number;
  }

  /** A single complex number; the real part is left out if it is zero, without a minus sign. */
  static String complexScalar(double re, double im, boolean single) {
    if (re == 0 && Math.copySign(1, re) > 0) {
      return bare(im, single, "") + "j";
    }
    return "(" + bare(re, single, "") + bare(im, single, "+") + "j)";
  }

  /** The digits that identify a number and no others. */
  private static String bare(double value, boolean single, String plus) {
    if (!Double.isFinite(value)) {
      return nonFinite(value, plus);
    }
    double size = Math.abs(value);
    BigDecimal number = ShortestDecimal.of(value, single, 1, Integer.MAX_VALUE);
    if (size == 0 || (size >= 1e-4 && size < (single ? 1e6 : 1e16))) {
      return sign(value, plus) + number.toPlainString();
    }
    String text = scientific(number, number.precision() - 1, exponentDigits(number));
    return sign(value, plus) + text.replace(".e", "e");
  }
}
