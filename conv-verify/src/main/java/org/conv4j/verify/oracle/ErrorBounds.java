package org.conv4j.verify.oracle;

import java.util.Arrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;

/**
 * How far each element of a computed convolution may be from the exact one, in double arithmetic.
 * This is quick, and right as long as no square overflows. The formulas are in {@link Accuracy};
 * here they are applied to operands. For complex data the bound holds for each part.
 */
public final class ErrorBounds {
  private ErrorBounds() {}

  /**
   * The bound of one convolution.
   *
   * @param accuracy the class that was claimed
   * @param in1 the first operand
   * @param in2 the second operand
   * @param geometry the window of the result
   * @return a {@code FLOAT64} array of the shape of the window, nowhere negative; zeros for
   *     integers
   */
  public static NdArray of(Accuracy accuracy, NdArray in1, NdArray in2, Geometry geometry) {
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    if (dtype.isInteger()) {
      return NdArray.zeros(DType.FLOAT64, geometry.output());
    }
    double terms = geometry.longestSum();
    double[] a = magnitudes(in1.cast(dtype));
    double[] b = magnitudes(in2.cast(dtype));
    double factor = Accuracy.componentwiseFactor(dtype, terms);
    // The bound is itself a computed sum of magnitudes that were rounded.
    double own = 1 + 2 * Accuracy.componentwiseFactor(DType.FLOAT64, terms + 4);
    double normwise =
        accuracy == Accuracy.NORMWISE
            ? Accuracy.normwiseFactor(dtype, geometry.in1(), geometry.in2()) * norm(a) * norm(b)
            : 0;
    double[] bound = convolved(a, b, geometry);
    Arrays.setAll(bound, i -> Math.max(normwise, factor * bound[i]) * own + terms * least(dtype));
    return NdArray.wrap(bound, geometry.output());
  }

  /**
   * One bound for all elements, from the norms alone: {@code factor * |in1|2 |in2|2}, with the
   * factor of the class. For {@link Accuracy#NORMWISE} this is the normwise part of its bound. For
   * the other classes it is, by the Cauchy-Schwarz inequality, at least the bound of any element.
   * It takes hardly any time, while {@link #of} takes as long as the convolution.
   *
   * @param accuracy the class that was claimed
   * @param in1 the first operand
   * @param in2 the second operand
   * @param geometry the window of the result
   * @return the bound, 0 for integers
   */
  public static double uniform(Accuracy accuracy, NdArray in1, NdArray in2, Geometry geometry) {
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    if (dtype.isInteger()) {
      return 0;
    }
    double terms = geometry.longestSum();
    double factor =
        accuracy == Accuracy.NORMWISE
            ? Accuracy.normwiseFactor(dtype, geometry.in1(), geometry.in2())
            : Accuracy.componentwiseFactor(dtype, terms);
    double norms = norm(magnitudes(in1.cast(dtype))) * norm(magnitudes(in2.cast(dtype)));
    double longest = Math.max(in1.size(), in2.size());
    // The norms are themselves computed sums.
    double own = 1 + 2 * Accuracy.componentwiseFactor(DType.FLOAT64, longest + 4);
    return factor * norms * own + terms * least(dtype);
  }

  /**
   * What one product may lose by underflow.
   *
   * @param dtype the type of the product
   * @return the smallest positive number of its real type
   */
  public static double least(DType dtype) {
    return dtype.real() == DType.FLOAT32 ? Float.MIN_VALUE : Double.MIN_VALUE;
  }

  /**
   * The magnitudes of the elements of an array.
   *
   * @param array the array, not of integers
   * @return for complex elements their moduli
   */
  public static double[] magnitudes(NdArray array) {
    double[] re = array.real().cast(DType.FLOAT64).doubles();
    double[] im = array.imaginary().cast(DType.FLOAT64).doubles();
    double[] magnitudes = new double[re.length];
    Arrays.setAll(magnitudes, i -> im[i] == 0 ? Math.abs(re[i]) : Math.hypot(re[i], im[i]));
    return magnitudes;
  }

  private static double[] convolved(double[] a, double[] b, Geometry geometry) {
    Embedding embedding = new Embedding(geometry);
    double[] full = new double[embedding.size()];
    for (int i = 0; i < a.length; i++) {
      int from = embedding.in1()[i];
      double weight = a[i];
      for (int j = 0; j < b.length; j++) {
        full[from + embedding.in2()[j]] += weight * b[j];
      }
    }
    return Arrays.stream(embedding.output()).mapToDouble(i -> full[i]).toArray();
  }

  private static double norm(double[] magnitudes) {
    double sum = 0;
    for (double magnitude : magnitudes) {
      sum += magnitude * magnitude;
    }
    return Math.sqrt(sum);
  }
}
