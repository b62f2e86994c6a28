package org.conv4j.verify.layer.vector;

import java.util.Arrays;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;

/** Holds a result against a vector, within the bound of plain sums. */
final class Judge {
  private Judge() {}

  /** What is wrong with a result, empty if nothing is. */
  static String complaint(LayerVector vector, NdArray actual) {
    NdArray expected = vector.expected();
    if (actual.dtype() != expected.dtype() || !actual.shape().equals(expected.shape())) {
      return actual.dtype() + " " + actual.shape();
    }
    double[] bounds = bounds(vector);
    String complaint = complaint(expected.real(), actual.real(), bounds);
    return complaint.isEmpty() && expected.dtype().isComplex()
        ? complaint(expected.imaginary(), actual.imaginary(), bounds)
        : complaint;
  }

  private static String complaint(NdArray expected, NdArray actual, double[] bounds) {
    if (expected.dtype().isInteger()) {
      return expected.equals(actual) ? "" : "other integers: " + actual;
    }
    double[] e = expected.cast(DType.FLOAT64).doubles();
    double[] a = actual.cast(DType.FLOAT64).doubles();
    for (int i = 0; i < e.length; i++) {
      if (!(Math.abs(a[i] - e[i]) <= bounds[i])) {
        return "at " + i + ": " + a[i] + ", expected " + e[i] + ", allowed " + bounds[i];
      }
    }
    return "";
  }

  /**
   * For each output, the componentwise factor times the sum of the magnitudes of its terms, and the
   * rounding of what is expected. Both sums are themselves layers: of magnitudes, and of ones.
   */
  private static double[] bounds(LayerVector vector) {
    NdArray expected = vector.expected();
    double[] bounds = new double[expected.size()];
    if (vector.accuracy() == Accuracy.EXACT) {
      return bounds;
    }
    double[] sums = PlainSums.of(vector.call().map(Judge::magnitudes));
    double[] terms = PlainSums.of(vector.call().map(Judge::ones));
    double u = expected.dtype().unitRoundoff();
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = (Accuracy.componentwiseFactor(expected.dtype(), terms[i]) + u) * sums[i];
    }
    return bounds;
  }

  /** The magnitudes of the real and the imaginary part, added. */
  private static NdArray magnitudes(NdArray array) {
    double[] sums = new double[array.size()];
    for (NdArray part : new NdArray[] {array.real(), array.imaginary()}) {
      double[] numbers = part.cast(DType.FLOAT64).doubles();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += Math.abs(numbers[i]);
      }
    }
    return NdArray.wrap(sums, array.shape());
  }

  private static NdArray ones(NdArray array) {
    double[] ones = new double[array.size()];
    Arrays.fill(ones, 1);
    return NdArray.wrap(ones, array.shape());
  }
}
