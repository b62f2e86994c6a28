package org.conv4j.fft;

/**
 * The n-th roots of unity, {@code exp(2 pi i k / n)}, each part correctly rounded except in cases
 * too close to call, so a root is within one unit roundoff.
 *
 * <p>An angle is brought into the first octant while it is still a fraction of whole numbers. There
 * a root is the product of two of about {@code sqrt(n / 8)} that are held to twice the precision of
 * {@code double}. Roots of angles that are multiples of a quarter turn are exact.
 *
 * <p>Source of the arithmetic: T. J. Dekker, A floating-point technique for extending the available
 * precision, Numer. Math. 18 (1971), <a
 * href="https://doi.org/10.1007/BF01397083">doi:10.1007/BF01397083</a>.
 */
final class Roots {
  private static final double TWO_PI = 2 * Math.PI;
  private static final double TWO_PI_LOW = 2.4492935982947064e-16;

  /** Up to x^28 / 28! of an x below pi / 4: what follows is less than 1e-33. */
  private static final int LAST_POWER = 28;

  private final int n;

  /** How many roots, from 1 on, are in {@link #near}. */
  private final int step;

  /** The roots 0, 1, 2 and so on, as high and low part of the cosine and of the sine. */
  private final double[][] near;

  /** The roots 0, step, 2 step and so on. */
  private final double[][] far;

  Roots(int n) {
    this.n = n;
    int octant = n / 8 + 1;
    this.step = (int) Math.ceil(Math.sqrt(octant));
    this.near = new double[step][];
    this.far = new double[octant / step + 1][];
    for (int i = 0; i < near.length; i++) {
      near[i] = root(i);
    }
    for (int i = 0; i < far.length; i++) {
      far[i] = root((long) i * step);
    }
  }

  double cos(long k) {
    long eighths = 8 * Math.floorMod(k, (long) n);
    // Mirrored at the half turn, then at the quarter turn, then at the eighth.
    if (eighths > 4L * n) {
      eighths = 8L * n - eighths;
    }
    if (eighths > 2L * n) {
      return -part(4L * n - eighths, true);
    }
    return part(eighths, true);
  }

  double sin(long k) {
    long eighths = 8 * Math.floorMod(k, (long) n);
    if (eighths > 4L * n) {
      return -half(8L * n - eighths);
    }
    return half(eighths);
  }

  private double half(long eighths) {
    return part(eighths > 2L * n ? 4L * n - eighths : eighths, false);
  }

  /** Cosine or sine of an angle within the first quarter, in units of 1/8n of a turn. */
  private double part(long eighths, boolean cosine) {
    // In the second octant the two change places; the mirrored angle may be no multiple of 1/n.
    return eighths > n ? first(2L * n - eighths, !cosine) : first(eighths, cosine);
  }

  private double first(long eighths, boolean cosine) {
    double[] root =
        eighths % 8 == 0
            ? product(near[(int) (eighths / 8 % step)], far[(int) (eighths / 8 / step)])
            : series(quotient((double) eighths, 8.0 * n));
    return cosine ? root[0] : root[2];
  }

  private double[] root(long k) {
    return series(quotient((double) k, n));
  }

  private static double[] product(double[] p, double[] q) {
    double[] cosine = difference(times(p[0], p[1], q[0], q[1]), times(p[2], p[3], q[2], q[3]));
    double[] sine = sum(times(p[0], p[1], q[2], q[3]), times(p[2], p[3], q[0], q[1]));
    return new double[] {cosine[0], cosine[1], sine[0], sine[1]};
  }

  /** Cosine and sine of 2 pi times a fraction of a turn. */
  private static double[] series(double[] turns) {
    double[] x = times(turns[0], turns[1], TWO_PI, TWO_PI_LOW);
    double[] square = times(x[0], x[1], x[0], x[1]);
    double[][] sums = {{1, 0}, x};
    double[][] terms = {{1, 0}, x};
    for (int power = 2; power <= LAST_POWER; power++) {
      double[] term = terms[power % 2];
      double[] product = times(term[0], term[1], -square[0], -square[1]);
      double divisor = power * (power - 1);
      double high = product[0] / divisor;
      double low = (Math.fma(-high, divisor, product[0]) + product[1]) / divisor;
      terms[power % 2] = normalised(high, low);
      sums[power % 2] = sum(sums[power % 2], terms[power % 2]);
    }
    return new double[] {sums[0][0], sums[0][1], sums[1][0], sums[1][1]};
  }

  /** Of whole numbers. */
  private static double[] quotient(double a, double b) {
    double high = a / b;
    return normalised(high, Math.fma(-high, b, a) / b);
  }

  private static double[] times(double p, double pLow, double q, double qLow) {
    double high = p * q;
    return normalised(high, Math.fma(p, q, -high) + (p * qLow + pLow * q));
  }

  private static double[] difference(double[] p, double[] q) {
    return sum(p, new double[] {-q[0], -q[1]});
  }

  private static double[] sum(double[] p, double[] q) {
    double high = p[0] + q[0];
    double rounded = high - p[0];
    double low = (p[0] - (high - rounded)) + (q[0] - rounded);
    return normalised(high, low + (p[1] + q[1]));
  }

  private static double[] normalised(double high, double low) {
    double sum = high + low;
    return new double[] {sum, low - (sum - high)};
  }
}
