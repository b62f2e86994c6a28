package org.conv4j.fft;

import org.conv4j.api.internal.ExponentRange;

/**
 * How large the elements of an array are.
 *
 * @param largest the largest magnitude of a finite element; 0 if there is none
 * @param finite whether all elements are finite
 */
record Magnitudes(double largest, boolean finite) {
  static Magnitudes of(double[] values, int from, int to) {
    double largest = 0;
    boolean finite = true;
    for (int i = from; i < to; i++) {
      double magnitude = Math.abs(values[i]);
      // Seldom true, and true of NaN.
      if (!(magnitude <= largest)) {
        boolean counts = magnitude <= Double.MAX_VALUE;
        largest = counts ? magnitude : largest;
        finite &= counts;
      }
    }
    return new Magnitudes(largest, finite);
  }

  static Magnitudes of(float[] values, int from, int to) {
    float largest = 0;
    boolean finite = true;
    for (int i = from; i < to; i++) {
      float magnitude = Math.abs(values[i]);
      // As for doubles.
      if (!(magnitude <= largest)) {
        boolean counts = magnitude <= Float.MAX_VALUE;
        largest = counts ? magnitude : largest;
        finite &= counts;
      }
    }
    return new Magnitudes(largest, finite);
  }

  /** Those of two arrays together. */
  Magnitudes and(Magnitudes other) {
    return new Magnitudes(Math.max(largest, other.largest), finite && other.finite);
  }

  /** The e of {@code 2^e <= largest < 2^(e+1)}; 0 if there is nothing but zeros. */
  int exponent() {
    return largest == 0 ? 0 : ExponentRange.of(largest);
  }
}
