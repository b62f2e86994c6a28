package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.conv4j.api.NdArray;
import org.conv4j.verify.oracle.ExactConvolution;

/** Compares what came with what was expected, and says where and how far they differ. */
public final class Agreement {
  /** From the flat index of an element and its value to its error. */
  private interface ErrorOf {
    double at(int index, double got);
  }

  private Agreement() {}

  /**
   * Requires {@code |got - expected| <= bound} for every element.
   *
   * @param subject is told the largest fraction of the bound that was used
   * @param what is compared, for the message
   * @param expected what the law asks for
   * @param got what the subject gave, of the same shape
   * @param bound how far apart they may be, of the same shape
   * @throws Violation if an element is farther away, or not a number
   */
  public static void within(
      Subject subject, String what, NdArray expected, NdArray got, NdArray bound) {
    double[] wanted = expected.doubles();
    require(subject, what, expected, got, bound, (i, value) -> Math.abs(value - wanted[i]));
  }

  /**
   * Requires {@code |got - exact| <= bound} for every element.
   *
   * @param subject is told the largest fraction of the bound that was used
   * @param what is compared, for the message
   * @param exact what the law asks for
   * @param got what the subject gave, of the same shape
   * @param bound how far apart they may be, of the same shape
   * @throws Violation if an element is farther away, or not a number
   */
  public static void within(
      Subject subject, String what, ExactConvolution exact, NdArray got, NdArray bound) {
    require(subject, what, exact.rounded(), got, bound, exact::error);
  }

  private static void require(
      Subject subject, String what, NdArray expected, NdArray got, NdArray bound, ErrorOf errorOf) {
    double[] values = got.doubles();
    double[] allowed = bound.doubles();
    double worst = 0;
    int where = -1;
    for (int i = 0; i < values.length; i++) {
      double error = errorOf.at(i, values[i]);
      double fraction = error == 0 ? 0 : error / allowed[i];
      if (!(fraction <= worst)) { // so that NaN counts as the worst of all
        worst = Double.isNaN(fraction) ? Double.POSITIVE_INFINITY : fraction;
        where = i;
      }
    }
    subject.used(worst);
    if (worst > 1) {
      throw new Violation(
          what
              + ": "
              + at(where, got)
              + "error "
              + errorOf.at(where, values[where])
              + ", allowed "
              + allowed[where],
          expected,
          got);
    }
  }

  /** Requires the same bits, any NaN for a NaN; zeros of either sign count as the same. */
  static void identical(String what, NdArray expected, NdArray got) {
    double[] wanted = expected.doubles();
    double[] values = got.doubles();
    for (int i = 0; i < wanted.length; i++) {
      boolean same = wanted[i] == values[i] || (Double.isNaN(wanted[i]) && Double.isNaN(values[i]));
      if (!same) {
        throw new Violation(
            what + ": " + at(i, got) + "expected exactly " + wanted[i] + ", got " + values[i],
            expected,
            got);
      }
    }
  }

  private static String at(int flat, NdArray array) {
    int[] index = new int[array.rank()];
    Moves.unravel(flat, array.shape(), index);
    return index.length == 0 ? "" : "at index " + Arrays.toString(index) + " ";
  }

  /** Element by element. */
  static NdArray combine(NdArray a, NdArray b, DoubleBinaryOperator operator) {
    double[] result = a.doubles().clone();
    double[] other = b.doubles();
    Arrays.setAll(result, i -> operator.applyAsDouble(result[i], other[i]));
    return NdArray.wrap(result, a.shape());
  }

  /**
   * The sum, element by element.
   *
   * @param a an array
   * @param b another of the same shape
   * @return a fresh array
   */
  public static NdArray plus(NdArray a, NdArray b) {
    return combine(a, b, Double::sum);
  }

  static NdArray times(NdArray a, double factor) {
    return combine(a, a, (x, y) -> x * factor);
  }
}
