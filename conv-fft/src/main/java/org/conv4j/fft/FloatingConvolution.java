package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.internal.DefiningSum;
import org.conv4j.api.internal.ExponentRange;

/**
 * One convolution of floating-point operands, each a list of one real part, or of a real and an
 * imaginary one. The transforms are always of real data:
 *
 * <pre>{@code
 * re = xr * hr - xi * hi
 * im = xr * hi + xi * hr
 * }</pre>
 *
 * <p>Operands with very large or very small elements are scaled by powers of two, which changes no
 * bit of the significands, so that nothing overflows on the way. Non-finite elements are left out
 * of the transforms and act afterwards, where the definition has them act.
 */
final class FloatingConvolution<A> {
  /** Defining sums up to so many terms take the place of transforms that promise nothing. */
  private static final double MOST_SUMMED_TERMS = 1 << 24;

  private final Geometry geometry;
  private final Precision<A> precision;
  private final int threads;

  FloatingConvolution(Geometry geometry, Precision<A> precision, int threads) {
    this.geometry = geometry;
    this.precision = precision;
    this.threads = threads;
  }

  /** A sum of products of parts: part p[i] of the first operand, part q[i] of the second. */
  private record Sum<A>(List<A> a, List<A> b) {}

  /** The parts of the result. */
  List<A> apply(List<A> a, List<A> b) {
    ExponentRange rangeA = range(a);
    ExponentRange rangeB = range(b);
    int scaleA = scale(rangeA);
    int scaleB = scale(rangeB);
    List<A> x = scaled(a, scaleA, rangeA);
    List<A> h = scaled(b, scaleB, rangeB);
    if (promisesNothing(x, h, scaleA + scaleB)) {
      return defined(a, b);
    }
    List<A> y = transformed(x, h);
    if (scaleA + scaleB != 0) {
      y.forEach(part -> precision.scale(part, scaleA + scaleB));
    }
    if (!rangeA.finite() || !rangeB.finite()) {
      for (int part = 0; part < y.size(); part++) {
        Sum<A> sum = sum(a, b, part);
        new Footprint(geometry, threads)
            .lay(widened(sum.a), widened(sum.b), y.get(part), precision);
      }
    }
    return y;
  }

  private ExponentRange range(List<A> parts) {
    ExponentRange range = precision.range(parts.get(0));
    return parts.size() == 1 ? range : range.and(precision.range(parts.get(1)));
  }

  /** The exponent to take out of an operand; 0 while squares and long sums stay well in range. */
  private int scale(ExponentRange range) {
    int harmless = isSingle() ? 10 : 300;
    boolean extreme = range.highest() > harmless || range.highest() < -harmless;
    return range.isEmpty() || !extreme ? 0 : range.highest();
  }

  private List<A> scaled(List<A> parts, int exponent, ExponentRange range) {
    if (exponent == 0 && range.finite()) {
      return parts;
    }
    return parts.stream().map(part -> precision.scaledFinite(part, exponent)).toList();
  }

  /**
   * Whether the error bound exceeds the largest finite number, so that even outputs which are
   * representable could come out as anything, and the defining sums are short enough to do better.
   */
  private boolean promisesNothing(List<A> x, List<A> h, int exponent) {
    double factor = Accuracy.normwiseFactor(precision.dtype(), geometry.in1(), geometry.in2());
    double bound = factor * norm(x) * norm(h);
    int most = isSingle() ? Float.MAX_EXPONENT : Double.MAX_EXPONENT;
    return bound > 0
        && Math.getExponent(bound) + exponent >= most
        && geometry.terms() <= MOST_SUMMED_TERMS;
  }

  private boolean isSingle() {
    return precision.dtype() == DType.FLOAT32;
  }

  private double norm(List<A> parts) {
    return Math.sqrt(parts.stream().mapToDouble(precision::squares).sum());
  }

  private List<A> transformed(List<A> x, List<A> h) {
    FftPlan plan = FftPlan.fastest(geometry);
    CyclicConvolution<A> cyclic = new CyclicConvolution<>(plan, threads, precision);
    List<A> xs = x.stream().map(cyclic::spectrumOfFirst).toList();
    List<A> hs = h.stream().map(cyclic::spectrumOfSecond).toList();
    List<A> y = new ArrayList<>();
    for (int part = 0; part < Math.max(x.size(), h.size()); part++) {
      Sum<A> sum = sum(xs, hs, part);
      A spectrum = cyclic.emptySpectrum();
      for (int i = 0; i < sum.a.size(); i++) {
        precision.addProduct(spectrum, sum.a.get(i), sum.b.get(i));
      }
      y.add(cyclic.window(spectrum));
    }
    return y;
  }

  /** Real part (0) or imaginary part (1) of a product, as a sum of products of parts. */
  private Sum<A> sum(List<A> a, List<A> b, int part) {
    if (a.size() == 1) {
      return new Sum<>(a, b);
    }
    return part == 0
        ? new Sum<>(a, List.of(b.get(0), negated(b.get(1))))
        : new Sum<>(a, List.of(b.get(1), b.get(0)));
  }

  private A negated(A data) {
    A copy = precision.allocate(precision.length(data));
    System.arraycopy(data, 0, copy, 0, precision.length(data));
    precision.negate(copy);
    return copy;
  }

  /** Every output from its defining sum. */
  private List<A> defined(List<A> a, List<A> b) {
    DefiningSum definition = new DefiningSum(geometry);
    List<A> y = new ArrayList<>();
    for (int part = 0; part < a.size(); part++) {
      Sum<A> sum = sum(a, b, part);
      double[][] x = widened(sum.a);
      double[][] h = widened(sum.b);
      A result = precision.allocate(geometry.output().size());
      for (int i = 0; i < precision.length(result); i++) {
        precision.set(result, i, definition.doubles(i, x, h));
      }
      y.add(result);
    }
    return y;
  }

  private double[][] widened(List<A> parts) {
    return parts.stream().map(precision::widened).toArray(double[][]::new);
  }
}
