package org.conv4j.verify.oracle;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Sums of products of the elements of two arrays, as a list of terms says. */
public final class SumsOfProducts extends ExactResult {
  private final double[] norms;

  /**
   * The exact sums.
   *
   * @param dtype the type of the result
   * @param a the array of the first factors, of that type, or of any integers for integers
   * @param b the array of the second factors, likewise
   * @param addend what is added to each sum, likewise, with as many elements as there are sums
   * @param terms the terms
   * @param shape that of the result
   * @param normwise the factor of the bound of {@link org.conv4j.api.Accuracy#NORMWISE}
   * @param norms for each sum, what this factor multiplies
   */
  public SumsOfProducts(
      DType dtype,
      NdArray a,
      NdArray b,
      NdArray addend,
      Terms terms,
      Shape shape,
      double normwise,
      double[] norms) {
    super(dtype, shape, exact(a, b, addend, terms), terms.longest() + 1.0, normwise);
    this.norms = norms.clone();
  }

  private static List<ExactPart> exact(NdArray a, NdArray b, NdArray addend, Terms terms) {
    if (a.dtype().isInteger()) {
      Dyadics products = ExactPart.sum(terms, integers(a), integers(b));
      return List.of(ExactPart.ofIntegers(products.plus(Dyadics.of(integers(addend)), 1)));
    }
    List<double[]> x = parts(a);
    List<double[]> y = parts(b);
    List<double[]> z = parts(addend);
    if (!a.dtype().isComplex()) {
      return List.of(ExactPart.of(terms, x, y, z.get(0)));
    }
    double[] minus = y.get(1).clone();
    Arrays.setAll(minus, i -> -minus[i]);
    return List.of(
        ExactPart.of(terms, x, List.of(y.get(0), minus), z.get(0)),
        ExactPart.of(terms, x, List.of(y.get(1), y.get(0)), z.get(1)));
  }

  private static Fractions integers(NdArray array) {
    return Fractions.of(array.cast(DType.INT64).longs());
  }

  @Override
  Scaled norms(int i) {
    return Scaled.of(norms[i]);
  }
}
