package org.conv4j.verify.oracle;

import java.util.Arrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;

/**
 * How far each element of a computed convolution may be from the exact one. The formulas stand in
 * {@link Accuracy}; here they are applied to operands.
 */
public final class ErrorBounds {
  private ErrorBounds() {}

  /**
   * The bound of one convolution.
   *
   * @param accuracy the class that was claimed
   * @param in1 the first operand, {@code FLOAT64}
   * @param in2 the second operand, {@code FLOAT64}
   * @param geometry the window of the result
   * @return a {@code FLOAT64} array of the shape of the window, nowhere negative
   */
  public static NdArray of(Accuracy accuracy, NdArray in1, NdArray in2, Geometry geometry) {
    double terms = geometry.longestSum();
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    // The bound is itself a computed sum: as many roundings again, at most.
    double factor = Accuracy.componentwiseFactor(dtype, terms);
    double own = 1 + 2 * factor;
    double underflow = terms * Double.MIN_VALUE;
    double floor =
        accuracy == Accuracy.NORMWISE
            ? Accuracy.normwiseFactor(dtype, geometry.in1(), geometry.in2())
                * norm(in1)
                * norm(in2)
                * own
            : 0;
    double[] bound = magnitudes(in1, in2, geometry);
    Arrays.setAll(bound, i -> Math.max(floor, factor * bound[i] * own) + underflow);
    return NdArray.wrap(bound, geometry.output());
  }

  /** {@code |in1| conv |in2|}. */
  private static double[] magnitudes(NdArray in1, NdArray in2, Geometry geometry) {
    Embedding embedding = new Embedding(geometry);
    double[] full = new double[embedding.size()];
    double[] a = in1.doubles();
    double[] b = in2.doubles();
    for (int i = 0; i < a.length; i++) {
      int from = embedding.in1()[i];
      double weight = Math.abs(a[i]);
      for (int j = 0; j < b.length; j++) {
        full[from + embedding.in2()[j]] += weight * Math.abs(b[j]);
      }
    }
    return Arrays.stream(embedding.output()).mapToDouble(i -> full[i]).toArray();
  }

  private static double norm(NdArray array) {
    double largest = 0;
    for (double value : array.doubles()) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0) {
      return 0;
    }
    double sum = 0;
    for (double value : array.doubles()) {
      sum += value / largest * (value / largest);
    }
    return largest * Math.sqrt(sum);
  }
}
