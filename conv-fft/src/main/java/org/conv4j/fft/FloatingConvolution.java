package org.conv4j.fft;

import java.util.List;
import java.util.Optional;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.internal.DefiningSum;

/**
 * Convolutions of floating-point operands, each a list of one real part, or of a real and an
 * imaginary one.
 *
 * <p>Operands with very large or very small elements are scaled by powers of two, which changes no
 * bit of the significands, so that nothing overflows on the way. Non-finite elements are left out
 * of the transforms and act afterwards, where the definition has them act.
 */
final class FloatingConvolution<A> {
  /** Defining sums of at most this many terms replace transforms that promise nothing. */
  private static final double MOST_SUMMED_TERMS = 1 << 24;

  private final Geometry geometry;
  private final Precision<A> precision;
  private final int threads;
  private final ChannelConvolution<A> convolution;

  /** That of the error bound. */
  private final double factor;

  FloatingConvolution(Geometry geometry, Precision<A> precision, boolean complex, int threads) {
    this.geometry = geometry;
    this.precision = precision;
    this.threads = threads;
    this.factor = Accuracy.normwiseFactor(precision.dtype(), geometry.in1(), geometry.in2());
    this.convolution =
        new ChannelConvolution<>(
            precision.planner().plan(geometry, complex, false), precision, threads);
  }

  /**
   * An operand.
   *
   * @param parts as given
   * @param scaled times {@code 2^-exponent}, zeros for elements that are not finite
   * @param finite whether all are
   * @param reach the exponent of the largest element after scaling
   */
  private record Operand<A>(
      List<A> parts, List<A> scaled, int exponent, boolean finite, int reach) {

    Channel<A> channel() {
      return FloatingConvolution.channel(scaled);
    }
  }

  private static <A> Channel<A> channel(List<A> parts) {
    return new Channel<>(
        parts.get(0), parts.size() > 1 ? Optional.of(parts.get(1)) : Optional.empty());
  }

  private Operand<A> operand(List<A> parts) {
    Magnitudes magnitudes = precision.magnitudes(parts.get(0));
    for (A part : parts.subList(1, parts.size())) {
      magnitudes = magnitudes.and(precision.magnitudes(part));
    }
    int highest = magnitudes.exponent();
    int exponent = precision.harmful(highest);
    boolean asGiven = exponent == 0 && magnitudes.finite();
    List<A> scaled =
        asGiven
            ? parts
            : parts.stream().map(part -> precision.scaledFinite(part, exponent)).toList();
    return new Operand<>(parts, scaled, exponent, magnitudes.finite(), highest - exponent);
  }

  private boolean isSingle() {
    return precision.dtype() == DType.FLOAT32;
  }

  /** A second operand that is ready for many first ones. */
  final class Prepared {
    private final Operand<A> b;
    private final ChannelConvolution.Second<A> second;

    private Prepared(List<A> parts) {
      this.b = operand(parts);
      this.second = convolution.second(List.of(b.channel()));
    }

    /**
     * Convolves the only first operand there is.
     *
     * @param first its parts
     * @param y gets the parts of the result
     */
    void applyOnce(List<A> first, List<A> y) {
      apply(first, y);
      convolution.release(second);
    }

    /**
     * Convolves one more first operand.
     *
     * @param first its parts
     * @param y gets the parts of the result
     */
    void apply(List<A> first, List<A> y) {
      Operand<A> a = operand(first);
      if (promisesNothing(a, b)) {
        define(a.parts, b.parts, y);
        return;
      }
      convolution.convolve(List.of(a.channel()), second, List.of(channel(y)));
      int exponent = a.exponent + b.exponent;
      if (exponent != 0) {
        y.forEach(part -> precision.scale(part, exponent));
      }
      if (!a.finite || !b.finite) {
        for (int part = 0; part < y.size(); part++) {
          Sum<A> sum = sum(a.parts, b.parts, part);
          new Footprint(geometry, threads)
              .lay(widened(sum.a), widened(sum.b), y.get(part), precision);
        }
      }
    }
  }

  /** Prepares a second operand, which must not change from then on. */
  Prepared prepare(List<A> b) {
    return new Prepared(b);
  }

  /**
   * Whether the error bound exceeds the largest finite number, so that even outputs which are
   * representable could come out as anything, and the defining sums are short enough to do better.
   */
  private boolean promisesNothing(Operand<A> a, Operand<A> b) {
    int most = isSingle() ? Float.MAX_EXPONENT : Double.MAX_EXPONENT;
    int exponent = a.exponent + b.exponent;
    // Norms are at most those of operands whose elements are all as large as the largest.
    double sizes = (double) geometry.in1().size() * geometry.in2().size();
    double parts = a.parts.size();
    double highest = factor * parts * Math.sqrt(sizes);
    boolean near = Math.getExponent(highest) + a.reach + b.reach + 3 + exponent >= most;
    if (!near || geometry.terms() > MOST_SUMMED_TERMS) {
      return false;
    }
    double bound = factor * norm(a.scaled) * norm(b.scaled);
    return Math.getExponent(bound) + exponent >= most;
  }

  private double norm(List<A> parts) {
    return Math.sqrt(parts.stream().mapToDouble(precision::squares).sum());
  }

  /** A sum of products of parts: part p[i] of the first operand, part q[i] of the second. */
  private record Sum<A>(List<A> a, List<A> b) {}

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
  private void define(List<A> a, List<A> b, List<A> y) {
    DefiningSum definition = new DefiningSum(geometry);
    for (int part = 0; part < y.size(); part++) {
      Sum<A> sum = sum(a, b, part);
      double[][] x = widened(sum.a);
      double[][] h = widened(sum.b);
      A outputs = y.get(part);
      for (int i = 0; i < precision.length(outputs); i++) {
        precision.set(outputs, i, definition.doubles(i, x, h));
      }
    }
  }

  private double[][] widened(List<A> parts) {
    return parts.stream().map(precision::widened).toArray(double[][]::new);
  }
}
