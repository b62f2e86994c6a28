package org.conv4j.fft;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The discrete Fourier transform of whole numbers by its definition, in decimals of 40 digits: what
 * a transform in {@code double} is measured against.
 */
final class ExactTransform {
  private static final MathContext DIGITS = new MathContext(40);

  private static final BigDecimal TWO_PI =
      new BigDecimal("6.28318530717958647692528676655900576839433879875021164194988918");

  private final BigDecimal[] cos;
  private final BigDecimal[] sin;

  /** For transforms of which every length divides n. */
  ExactTransform(int n) {
    cos = new BigDecimal[n];
    sin = new BigDecimal[n];
    BigDecimal step = TWO_PI.divide(BigDecimal.valueOf(n), DIGITS);
    BigDecimal stepCos = series(step, 0);
    BigDecimal stepSin = series(step, 1);
    cos[0] = BigDecimal.ONE;
    sin[0] = BigDecimal.ZERO;
    for (int r = 1; r < n; r++) {
      cos[r] = cos[r - 1].multiply(stepCos).subtract(sin[r - 1].multiply(stepSin), DIGITS);
      sin[r] = cos[r - 1].multiply(stepSin).add(sin[r - 1].multiply(stepCos), DIGITS);
    }
  }

  /** The power series of the cosine (first power 0) or the sine (first power 1). */
  private static BigDecimal series(BigDecimal x, int firstPower) {
    BigDecimal square = x.multiply(x, DIGITS);
    BigDecimal term = x.pow(firstPower);
    BigDecimal sum = term;
    for (int power = firstPower + 2; power < 80; power += 2) {
      BigDecimal divisor = BigDecimal.valueOf((long) power * (power - 1));
      term = term.multiply(square).divide(divisor, DIGITS).negate();
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /** A sum of complex numbers times {@code exp(-2 pi i phase / n)}. */
  final class Sum {
    private BigDecimal re = BigDecimal.ZERO;
    private BigDecimal im = BigDecimal.ZERO;

    void add(double real, double imaginary, long phase) {
      int r = Math.floorMod(phase, cos.length);
      BigDecimal x = new BigDecimal(real);
      BigDecimal y = new BigDecimal(imaginary);
      re = re.add(x.multiply(cos[r])).add(y.multiply(sin[r]), DIGITS);
      im = im.add(y.multiply(cos[r])).subtract(x.multiply(sin[r]), DIGITS);
    }

    /** The distance of a computed real part and of the imaginary part, the larger of the two. */
    double error(double real, double imaginary) {
      return Math.max(
          re.subtract(new BigDecimal(real)).abs().doubleValue(),
          im.subtract(new BigDecimal(imaginary)).abs().doubleValue());
    }
  }

  /** One element of the transform of n complex numbers, given as pairs. */
  Sum element(double[] pairs, int k) {
    Sum sum = new Sum();
    for (int j = 0; j < pairs.length / 2; j++) {
      sum.add(pairs[2 * j], pairs[2 * j + 1], (long) j * k);
    }
    return sum;
  }
}
