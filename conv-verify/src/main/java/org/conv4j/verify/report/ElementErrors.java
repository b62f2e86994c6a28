package org.conv4j.verify.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * How far each element of a result is from the expected one, and which elements count as wrong.
 *
 * <p>The error of an element is the magnitude of the difference, of complex elements its modulus;
 * infinite if one is NaN or an infinity and the other is something else; 0 for two NaNs and for
 * zeros of either sign.
 *
 * <p>A report does not know the bound that the law allowed. For integers every difference is wrong.
 * A floating-point element is wrong if its error is more than rounding could explain: {@value
 * #ROUNDINGS} u times the largest magnitude expected, u being the unit roundoff of the coarser
 * type, or, if no error is that large, 1 % of the largest error. So an element that is small beside
 * others counts as wrong only if its error could not have come from them.
 */
final class ElementErrors {
  /** Enough for the error of long sums and of transforms, and far below any mistake. */
  private static final int ROUNDINGS = 1024;

  private static final double SHARE_OF_LARGEST = 0.01;

  private final Shape shape;
  private final double[] errors;
  private final double level;

  private ElementErrors(Shape shape, double[] errors, double level) {
    this.shape = shape;
    this.errors = errors;
    this.level = level;
  }

  /**
   * The errors.
   *
   * @return empty unless both have one shape
   */
  static Optional<ElementErrors> of(NdArray expected, NdArray got) {
    if (!expected.shape().equals(got.shape())) {
      return Optional.empty();
    }
    double[] errors = errors(expected, got);
    return Optional.of(new ElementErrors(got.shape(), errors, level(expected, got, errors)));
  }

  private static double[] errors(NdArray expected, NdArray got) {
    double[] errors = partErrors(expected.real(), got.real());
    if (expected.dtype().isComplex() || got.dtype().isComplex()) {
      double[] other = partErrors(expected.imaginary().real(), got.imaginary().real());
      Arrays.setAll(errors, i -> modulus(errors[i], other[i]));
    }
    return errors;
  }

  private static double modulus(double re, double im) {
    boolean infinite = Double.isInfinite(re) || Double.isInfinite(im);
    return infinite ? Double.POSITIVE_INFINITY : finite(Math.hypot(re, im));
  }

  private static double[] partErrors(NdArray expected, NdArray got) {
    double[] errors = new double[got.size()];
    boolean integers = expected.dtype().isInteger() && got.dtype().isInteger();
    if (integers) {
      long[] x = expected.cast(DType.INT64).longs();
      long[] y = got.cast(DType.INT64).longs();
      Arrays.setAll(errors, i -> distance(x[i], y[i]));
    } else if (!expected.dtype().isInteger() && !got.dtype().isInteger()) {
      double[] x = expected.cast(DType.FLOAT64).doubles();
      double[] y = got.cast(DType.FLOAT64).doubles();
      Arrays.setAll(errors, i -> distance(x[i], y[i]));
    } else {
      boolean first = expected.dtype().isInteger();
      long[] x = (first ? expected : got).cast(DType.INT64).longs();
      double[] y = (first ? got : expected).cast(DType.FLOAT64).doubles();
      Arrays.setAll(errors, i -> distance(x[i], y[i]));
    }
    return errors;
  }

  /** The difference of any two longs fits 64 bits without a sign. */
  private static double distance(long x, long y) {
    long difference = Math.max(x, y) - Math.min(x, y);
    return difference >= 0 ? difference : ((difference >>> 1) | (difference & 1)) * 2.0;
  }

  private static double distance(double x, double y) {
    if (x == y || (Double.isNaN(x) && Double.isNaN(y))) {
      return 0;
    }
    boolean comparable = Double.isFinite(x) && Double.isFinite(y);
    return comparable ? finite(Math.abs(x - y)) : Double.POSITIVE_INFINITY;
  }

  private static double distance(long x, double y) {
    return Double.isFinite(y)
        ? new BigDecimal(y).subtract(new BigDecimal(x)).abs().doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  /** A difference of finite numbers that is out of range still counts as finite. */
  private static double finite(double error) {
    return Math.min(error, Double.MAX_VALUE);
  }

  private static double level(NdArray expected, NdArray got, double[] errors) {
    double unit = Math.max(expected.dtype().unitRoundoff(), got.dtype().unitRoundoff());
    if (unit == 0) {
      return 0;
    }
    double rounding = ROUNDINGS * unit * largestMagnitude(expected);
    double largest = largest(errors);
    // Where the only errors are infinite ones there is no share of them to take.
    return largest > rounding || largest == 0 ? rounding : largest * SHARE_OF_LARGEST;
  }

  private static double largest(double[] errors) {
    return Arrays.stream(errors).filter(Double::isFinite).max().orElse(0);
  }

  private static double largestMagnitude(NdArray array) {
    double[] zeros = new double[array.size()];
    NdArray zero = NdArray.wrap(zeros, array.shape());
    return largest(errors(zero, array));
  }

  Shape shape() {
    return shape;
  }

  int size() {
    return errors.length;
  }

  double error(int flat) {
    return errors[flat];
  }

  /** Errors up to this count as rounding. */
  double level() {
    return level;
  }

  boolean isWrong(int flat) {
    return errors[flat] > level;
  }

  int wrong() {
    return (int) IntStream.range(0, errors.length).filter(this::isWrong).count();
  }

  /** How many elements differ by no more than rounding. */
  int rounded() {
    return (int) Arrays.stream(errors).filter(error -> error > 0 && error <= level).count();
  }

  /** The largest error that is finite; 0 if none is. */
  double largest() {
    return largest(errors);
  }

  /** The flat index of the first wrong element; -1 if none is. */
  int first() {
    return IntStream.range(0, errors.length).filter(this::isWrong).findFirst().orElse(-1);
  }

  /** The flat index of the first of the largest errors, infinite ones included; -1 if none is. */
  int worst() {
    int worst = -1;
    for (int i = 0; i < errors.length; i++) {
      if (errors[i] > (worst < 0 ? 0 : errors[worst])) {
        worst = i;
      }
    }
    return worst;
  }
}
