package org.conv4j.verify.law;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;

/**
 * A sum of elements of arrays, without rounding or wrapping.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record ExactSum(BigDecimal re, BigDecimal im) {
  private static final ExactSum ZERO = new ExactSum(BigDecimal.ZERO, BigDecimal.ZERO);

  /**
   * Adds up an array.
   *
   * @throws Violation if it holds NaN or an infinity
   */
  static ExactSum of(NdArray array) {
    return elements(array).stream().reduce(ZERO, ExactSum::plus);
  }

  /**
   * Adds up the products of one array's elements and the conjugates of another's.
   *
   * @param a the one array
   * @param b the other, of the same shape
   * @return the sum
   * @throws Violation if one holds NaN or an infinity
   */
  public static ExactSum inner(NdArray a, NdArray b) {
    List<ExactSum> x = elements(a);
    List<ExactSum> y = elements(b.conjugate());
    ExactSum sum = ZERO;
    for (int i = 0; i < x.size(); i++) {
      sum = sum.plus(x.get(i).times(y.get(i)));
    }
    return sum;
  }

  private static List<ExactSum> elements(NdArray array) {
    List<ExactSum> elements = new ArrayList<>();
    if (array.dtype().isInteger()) {
      for (long value : array.cast(DType.INT64).longs()) {
        elements.add(new ExactSum(BigDecimal.valueOf(value), BigDecimal.ZERO));
      }
      return elements;
    }
    List<double[]> parts = Arithmetic.parts(array);
    for (int i = 0; i < array.size(); i++) {
      BigDecimal im = parts.size() == 1 ? BigDecimal.ZERO : exact(parts.get(1)[i], array);
      elements.add(new ExactSum(exact(parts.get(0)[i], array), im));
    }
    return elements;
  }

  private static BigDecimal exact(double value, NdArray array) {
    if (!Double.isFinite(value)) {
      throw new Violation("the result of finite operands holds " + value, array, array);
    }
    return new BigDecimal(value);
  }

  private ExactSum plus(ExactSum other) {
    return new ExactSum(re.add(other.re), im.add(other.im));
  }

  ExactSum times(ExactSum other) {
    return new ExactSum(
        re.multiply(other.re).subtract(im.multiply(other.im)),
        re.multiply(other.im).add(im.multiply(other.re)));
  }

  /**
   * How far apart two sums are: the larger of the differences in the two parts; for integers modulo
   * the word size.
   *
   * @param other the other sum
   * @param dtype the type of the elements
   * @return the distance, not negative
   */
  public double distance(ExactSum other, DType dtype) {
    BigDecimal byRe = re.subtract(other.re).abs();
    if (dtype.isInteger()) {
      int bits = dtype == DType.INT32 ? Integer.SIZE : Long.SIZE;
      return byRe.toBigInteger().mod(BigInteger.ONE.shiftLeft(bits)).doubleValue();
    }
    return byRe.max(im.subtract(other.im).abs()).doubleValue();
  }

  @Override
  public String toString() {
    return im.signum() == 0
        ? Double.toString(re.doubleValue())
        : re.doubleValue() + " + " + im.doubleValue() + "j";
  }
}
