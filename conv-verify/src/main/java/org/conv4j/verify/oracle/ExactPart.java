package org.conv4j.verify.oracle;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;

/**
 * The exact real or imaginary part of the result of a convolution, and how far other results are
 * from it.
 */
final class ExactPart {
  private final Dyadics exact;

  /** NaN or an infinity where an output is one, 0 where it is finite. */
  private final double[] nonFinite;

  private final Supplier<Dyadics> summed;
  private Dyadics magnitudes;

  private ExactPart(Dyadics exact, Supplier<Dyadics> summed, double[] nonFinite) {
    this.exact = exact;
    this.summed = summed;
    this.nonFinite = nonFinite;
  }

  /** Integers are right or wrong, so only the result is needed. */
  static ExactPart ofIntegers(Dyadics exact) {
    return new ExactPart(exact, () -> exact, new double[exact.digits().length]);
  }

  /** The sum of the convolutions {@code a[0] * b[0] + a[1] * b[1] + …}. */
  static ExactPart of(Geometry geometry, List<double[]> a, List<double[]> b) {
    double[] nonFinite = new double[geometry.output().size()];
    for (int p = 0; p < a.size(); p++) {
      addNonFinite(geometry, a.get(p), b.get(p), nonFinite);
    }
    ExactConvolution convolution = new ExactConvolution(geometry);
    List<Fractions> x = a.stream().map(Fractions::of).toList();
    List<Fractions> h = b.stream().map(Fractions::of).toList();
    return new ExactPart(
        sum(convolution, x, h, UnaryOperator.identity()),
        () -> sum(convolution, x, h, Fractions::abs),
        nonFinite);
  }

  /**
   * The sums of some terms for each pair of arrays, {@code a[0] b[0] + a[1] b[1] + …}, and of an
   * addend.
   */
  static ExactPart of(Terms terms, List<double[]> a, List<double[]> b, double[] addend) {
    double[] nonFinite = new double[terms.sums()];
    for (int p = 0; p < a.size(); p++) {
      addNonFinite(terms, a.get(p), b.get(p), nonFinite);
    }
    for (int i = 0; i < addend.length; i++) {
      nonFinite[i] += Double.isFinite(addend[i]) ? 0 : addend[i];
    }
    List<Fractions> x = a.stream().map(Fractions::of).toList();
    List<Fractions> y = b.stream().map(Fractions::of).toList();
    Fractions z = Fractions.of(addend);
    return new ExactPart(
        sum(terms, x, y, z, UnaryOperator.identity()),
        () -> sum(terms, x, y, z, Fractions::abs),
        nonFinite);
  }

  private static Dyadics sum(
      Terms terms,
      List<Fractions> a,
      List<Fractions> b,
      Fractions addend,
      UnaryOperator<Fractions> of) {
    Dyadics sum = Dyadics.of(of.apply(addend));
    for (int p = 0; p < a.size(); p++) {
      sum = sum.plus(sum(terms, of.apply(a.get(p)), of.apply(b.get(p))), 1);
    }
    return sum;
  }

  /** The sums of products alone, in words if none exceeds 64 bits. */
  static Dyadics sum(Terms terms, Fractions a, Fractions b) {
    BigInteger[] digits = new BigInteger[terms.sums()];
    int carry = Integer.SIZE - Integer.numberOfLeadingZeros(terms.longest());
    if (a.bits() + b.bits() + carry < Long.SIZE) {
      long[] x = a.words();
      long[] y = b.words();
      long[] sums = new long[terms.sums()];
      for (int i = 0; i < terms.count(); i++) {
        sums[terms.sum()[i]] += x[terms.first()[i]] * y[terms.second()[i]];
      }
      Arrays.setAll(digits, i -> BigInteger.valueOf(sums[i]));
    } else {
      ExactSums sums = new ExactSums(terms.sums(), a, b);
      for (int i = 0; i < terms.count(); i++) {
        int j = terms.first()[i];
        int k = terms.second()[i];
        long x = a.significands()[j];
        long y = b.significands()[k];
        sums.add(terms.sum()[i], x, y, a.shifts()[j] + b.shifts()[k]);
      }
      Arrays.setAll(digits, sums::get);
    }
    return new Dyadics(digits, a.exponent() + b.exponent());
  }

  private static void addNonFinite(Terms terms, double[] a, double[] b, double[] to) {
    if (allFinite(a) && allFinite(b)) {
      return;
    }
    for (int i = 0; i < terms.count(); i++) {
      double x = a[terms.first()[i]];
      double y = b[terms.second()[i]];
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        to[terms.sum()[i]] += sign(x) * sign(y);
      }
    }
  }

  private static Dyadics sum(
      ExactConvolution convolution,
      List<Fractions> a,
      List<Fractions> b,
      UnaryOperator<Fractions> of) {
    Dyadics sum = null;
    for (int p = 0; p < a.size(); p++) {
      Dyadics product = convolution.of(of.apply(a.get(p)), of.apply(b.get(p)));
      sum = sum == null ? product : sum.plus(product, 1);
    }
    return sum;
  }

  /** Adds up the terms that are not finite; signs stand for finite factors. */
  private static void addNonFinite(Geometry geometry, double[] a, double[] b, double[] to) {
    if (allFinite(a) && allFinite(b)) {
      return;
    }
    Embedding embedding = new Embedding(geometry);
    double[] full = new double[embedding.size()];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        if (!Double.isFinite(a[i]) || !Double.isFinite(b[j])) {
          full[embedding.in1()[i] + embedding.in2()[j]] += sign(a[i]) * sign(b[j]);
        }
      }
    }
    for (int i = 0; i < to.length; i++) {
      to[i] += full[embedding.output()[i]];
    }
  }

  private static double sign(double value) {
    return Double.isFinite(value) ? Math.signum(value) : value;
  }

  static boolean allFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** The result of the finite elements alone. */
  Dyadics exact() {
    return exact;
  }

  /** Whether an element is NaN or an infinity because of its factors. */
  boolean isNonFinite(int i) {
    return nonFinite[i] != 0;
  }

  /** An element, rounded within one unit in the last place of a double. */
  double rounded(int i) {
    return isNonFinite(i) ? nonFinite[i] : exact.digits()[i].signum() * magnitude(i).doubleValue();
  }

  /** The magnitude of the sum of an element's finite terms. */
  Scaled magnitude(int i) {
    return Scaled.of(exact.digits()[i].abs(), exact.exponent());
  }

  /**
   * The sum of the magnitudes of the terms of an element. All of them are computed when the first
   * is asked for: they take as long as the result, and results without an error need none.
   */
  Scaled sumOfMagnitudes(int i) {
    if (magnitudes == null) {
      magnitudes = summed.get();
    }
    return Scaled.of(magnitudes.digits()[i], magnitudes.exponent());
  }

  /**
   * How far a computed element is from the exact one; null if one is a number and the other is NaN
   * or an infinity.
   *
   * @param type {@code FLOAT64} or {@code FLOAT32}, which has its own largest number
   */
  Scaled error(int i, double computed, DType type) {
    if (isNonFinite(i)) {
      boolean same = Double.isNaN(nonFinite[i]) ? Double.isNaN(computed) : nonFinite[i] == computed;
      return same ? Scaled.ZERO : null;
    }
    if (Double.isNaN(computed)) {
      return null;
    }
    return Double.isInfinite(computed) ? overflow(i, computed, type) : exact.distance(i, computed);
  }

  /** How far the exact value is from the numbers that round to an infinity, which is the error. */
  private Scaled overflow(int i, double infinity, DType type) {
    boolean single = type == DType.FLOAT32;
    int bits = single ? 24 : 53;
    int top = single ? Float.MAX_EXPONENT + 1 : Double.MAX_EXPONENT + 1;
    // Half a unit in the last place beyond the largest finite number, 2^top - 2^(top - bits - 1).
    BigInteger threshold = BigInteger.ONE.shiftLeft(bits + 1).subtract(BigInteger.ONE);
    Dyadics limit =
        new Dyadics(
            new BigInteger[] {infinity > 0 ? threshold : threshold.negate()}, top - bits - 1);
    Dyadics element = new Dyadics(new BigInteger[] {exact.digits()[i]}, exact.exponent());
    Dyadics lacking = limit.plus(element, -1);
    boolean beyond = lacking.digits()[0].signum() * (infinity > 0 ? 1 : -1) <= 0;
    return beyond ? Scaled.ZERO : Scaled.of(lacking.digits()[0].abs(), lacking.exponent());
  }
}
