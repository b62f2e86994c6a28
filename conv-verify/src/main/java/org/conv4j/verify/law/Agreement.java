package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.oracle.ExactResult;
import org.conv4j.verify.subject.Subject;

/** Compares a result with what was expected, and says where and by how much they differ. */
public final class Agreement {
  private Agreement() {}

  /**
   * Requires {@code |got - expected| <= bound} for every element, for complex ones in both parts.
   * Where NaN or an infinity is expected, requires exactly that. Requires integers to be equal.
   * Where the bound is infinite and a finite value is expected, requires nothing.
   *
   * @param subject is told the largest fraction of the bound that was used
   * @param what is compared, for the message
   * @param expected what the law asks for
   * @param got what the subject gave, of the same shape
   * @param bound how far apart they may be: {@code FLOAT64}, of the same shape
   * @throws Violation if an element is farther away, or not a number
   */
  public static void within(
      Subject subject, String what, NdArray expected, NdArray got, NdArray bound) {
    if (got.dtype().isInteger()) {
      identical(what, expected, got);
      return;
    }
    double[] allowed = bound.doubles();
    double worst = 0;
    int where = -1;
    double off = 0;
    List<double[]> wanted = Arithmetic.parts(expected);
    List<double[]> values = Arithmetic.parts(got);
    for (int part = 0; part < values.size(); part++) {
      for (int i = 0; i < allowed.length; i++) {
        double error = error(wanted.get(part)[i], values.get(part)[i], got.dtype());
        double fraction = fraction(error, allowed[i]);
        if (fraction > worst) {
          worst = fraction;
          where = i;
          off = error;
        }
      }
    }
    subject.used(worst);
    if (worst > 1) {
      throw new Violation(
          what + ": " + at(where, got.shape()) + "error " + off + ", allowed " + allowed[where],
          expected,
          got);
    }
  }

  /**
   * The distance; NaN where one is not finite and the other is something else. An infinity in place
   * of a number of the same sign counts as the smallest magnitude that is rounded to it, because
   * near the largest finite number an error within the bound may carry a result over.
   */
  private static double error(double expected, double got, DType dtype) {
    if (expected == got || (Double.isNaN(expected) && Double.isNaN(got))) {
      return 0;
    }
    if (Double.isInfinite(got) && Math.signum(got) == Math.signum(expected)) {
      boolean single = dtype.real() == DType.FLOAT32;
      double largest = single ? Float.MAX_VALUE : Double.MAX_VALUE;
      double half = single ? Math.ulp(Float.MAX_VALUE) / 2 : Math.ulp(Double.MAX_VALUE) / 2;
      return largest - Math.abs(expected) + half;
    }
    return Double.isFinite(expected) ? Math.abs(got - expected) : Double.NaN;
  }

  private static double fraction(double error, double allowed) {
    if (error == 0 || (allowed == Double.POSITIVE_INFINITY && !Double.isNaN(error))) {
      return 0;
    }
    double fraction = error / allowed;
    return Double.isNaN(fraction) ? Double.POSITIVE_INFINITY : fraction;
  }

  /**
   * Requires every element to be within the bound of an accuracy class of the exact result.
   *
   * @param subject is told the largest fraction of the bound that was used
   * @param oracle the exact result and the bound
   * @param got what the subject gave
   * @throws Violation if an element is farther away
   */
  public static void within(Subject subject, ExactResult oracle, NdArray got) {
    within(subject, "against the exact result", oracle, got);
  }

  /**
   * The same, for laws that compare more than one result.
   *
   * @param subject as above
   * @param what is compared, for the message
   * @param oracle as above
   * @param got as above
   * @throws Violation as above
   */
  public static void within(Subject subject, String what, ExactResult oracle, NdArray got) {
    if (!got.dtype().isInteger()) {
      Map<Accuracy, Double> fractions = oracle.fractions(got);
      double fraction = fractions.get(subject.accuracy());
      subject.observed(oracle, fractions);
      subject.used(fraction);
      if (fraction <= 1) {
        return;
      }
    }
    ExactResult.Judgement worst = oracle.judge(got, subject.accuracy());
    if (worst.fraction() > 1) {
      String part =
          got.dtype().isComplex() ? (worst.part() == 0 ? "real part, " : "imaginary part, ") : "";
      throw new Violation(
          what
              + ": "
              + at(worst.index(), got.shape())
              + part
              + "error "
              + worst.error()
              + ", allowed "
              + worst.allowed(),
          oracle.expected(),
          got);
    }
  }

  /**
   * Requires the same bits. Any NaN matches a NaN, and a zero of either sign matches a zero.
   *
   * @param what is compared, for the message
   * @param expected what the law asks for
   * @param got what the subject gave, of the same type and shape
   * @throws Violation if an element differs
   */
  public static void identical(String what, NdArray expected, NdArray got) {
    if (got.dtype().isInteger()) {
      long[] wanted = expected.cast(DType.INT64).longs();
      long[] values = got.cast(DType.INT64).longs();
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i] != values[i]) {
          throw different(
              what, i, Long.toString(wanted[i]), Long.toString(values[i]), expected, got);
        }
      }
      return;
    }
    List<double[]> wanted = Arithmetic.parts(expected);
    List<double[]> values = Arithmetic.parts(got);
    for (int part = 0; part < wanted.size(); part++) {
      for (int i = 0; i < expected.size(); i++) {
        double x = wanted.get(part)[i];
        double y = values.get(part)[i];
        if (x != y && !(Double.isNaN(x) && Double.isNaN(y))) {
          throw different(what, i, Double.toString(x), Double.toString(y), expected, got);
        }
      }
    }
  }

  private static Violation different(
      String what, int i, String wanted, String value, NdArray expected, NdArray got) {
    return new Violation(
        what + ": " + at(i, got.shape()) + "expected exactly " + wanted + ", got " + value,
        expected,
        got);
  }

  /**
   * Requires NaN at some elements, for complex ones in at least one part.
   *
   * @param where whether it must be at an index
   * @param got a result of floating type
   * @throws Violation if there is a number at one of them
   */
  public static void notANumber(IntPredicate where, NdArray got) {
    List<double[]> parts = Arithmetic.parts(got.copy());
    int first = -1;
    for (int i = got.size() - 1; i >= 0; i--) {
      int at = i;
      if (where.test(i) && parts.stream().noneMatch(part -> Double.isNaN(part[at]))) {
        parts.get(0)[i] = Double.NaN;
        first = i;
      }
    }
    if (first >= 0) {
      NdArray expected = Arithmetic.ofParts(parts, got.shape(), got.dtype());
      throw new Violation(at(first, got.shape()) + "a number, expected NaN", expected, got);
    }
  }

  private static String at(int flat, Shape shape) {
    int[] index = new int[shape.rank()];
    Moves.unravel(flat, shape, index);
    return index.length == 0 ? "" : "at index " + Arrays.toString(index) + " ";
  }

  /**
   * The sum of two bounds.
   *
   * @param a a {@code FLOAT64} array
   * @param b another of the same shape
   * @return a fresh array
   */
  public static NdArray plus(NdArray a, NdArray b) {
    return Arithmetic.plus(a, b);
  }
}
