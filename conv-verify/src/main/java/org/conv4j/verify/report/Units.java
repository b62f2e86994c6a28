package org.conv4j.verify.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers with three significant digits. */
public final class Units {
  private static final String[] TIMES = {"ns", "us", "ms", "s"};

  private Units() {}

  /**
   * A time.
   *
   * @param seconds the time
   * @return for example {@code 12.3 ms}
   */
  public static String time(double seconds) {
    double value = seconds * 1e9;
    int unit = 0;
    // Rounded first: 999.6 ns are 1.00 us.
    while (unit < TIMES.length - 1 && rounded(value).doubleValue() >= 1000) {
      value /= 1000;
      unit++;
    }
    return number(value) + " " + TIMES[unit];
  }

  /**
   * A number.
   *
   * @param value finite
   * @return for example {@code 0.0123}, {@code 1.23}, {@code 123} or {@code 1230}
   */
  public static String number(double value) {
    BigDecimal rounded = rounded(value);
    int digitsBeforePoint = rounded.precision() - rounded.scale();
    int decimals = Math.max(0, 3 - digitsBeforePoint);
    return String.format(Locale.ROOT, "%." + decimals + "f", rounded);
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3));
  }

  /**
   * A part of a whole.
   *
   * @param fraction from 0 to 1
   * @return for example {@code 87 %}
   */
  public static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }
}
