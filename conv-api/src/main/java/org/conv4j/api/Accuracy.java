package org.conv4j.api;

/**
 * Classes of error bounds for floating-point results, strongest first. Integer results are exact in
 * every class.
 *
 * <p>A relative tolerance says nothing about an FFT, whose error is as large in a small output as
 * in a big one. The class of the bound does. Below, {@code y} is the exact result, {@code ŷ} the
 * computed one and {@code u} the {@linkplain DType#unitRoundoff() unit roundoff}:
 *
 * <ul>
 *   <li>{@link #COMPONENTWISE}: {@code |ŷ[i] - y[i]| <= c * (|a| conv |b|)[i]}, where {@code c} is
 *       {@link #componentwiseFactor};
 *   <li>{@link #NORMWISE}: {@code |ŷ[i] - y[i]| <= f * |a|2 * |b|2}, where {@code f} is {@link
 *       #normwiseFactor(DType, Shape, Shape)} and {@code |.|2} the Euclidean norm, or the
 *       componentwise bound where that is larger, so that each class admits all that a stronger one
 *       admits.
 * </ul>
 *
 * <p>Both also allow half of the smallest subnormal number for each term, which is what a product
 * may lose by underflow.
 *
 * <p>A layer, a transposed layer and a gradient add up convolutions of channels. There {@link
 * #COMPONENTWISE} counts the bias as one more term, and {@link #NORMWISE} means
 *
 * <pre>{@code
 * |ŷ[i] - y[i]| <= f * (sum of |a|2 |b|2 + |bias|)
 * }</pre>
 *
 * where the sum goes over the pairs of channels that output {@code i} adds up, each norm is that of
 * one channel of one item or filter, and {@code f} is {@link #normwiseFactor(DType, LayerGeometry,
 * int)}.
 */
public enum Accuracy {
  /** The correctly wrapped or represented result, bit for bit. */
  EXACT,
  /** The error of each output is small compared with the sum of the magnitudes of its own terms. */
  COMPONENTWISE,
  /** The error of each output is small compared with the product of the operands' norms. */
  NORMWISE;

  /**
   * Whether this class promises at least as much as another.
   *
   * @param required the class asked for
   * @return true if every bound of {@code required} holds for this class
   */
  public boolean satisfies(Accuracy required) {
    return compareTo(required) <= 0;
  }

  /**
   * The factor {@code m u / (1 - m u)} of a sum of {@code m} products, each rounded and then added
   * in any order, with or without fused multiply-add. For complex data the bound is that of the
   * real and of the imaginary part of an output, each a sum of twice as many products.
   *
   * <p>Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., SIAM 2002,
   * section 3.1 (inner products), <a
   * href="https://doi.org/10.1137/1.9780898718027">doi:10.1137/1.9780898718027</a>.
   *
   * @param dtype the type computed in
   * @param terms the number of products in the longest sum, positive
   * @return the factor; 0 for integers, infinite if {@code m u >= 1}, where the theorem ends
   */
  public static double componentwiseFactor(DType dtype, double terms) {
    double mu = (dtype.isComplex() ? 2 * terms : terms) * dtype.unitRoundoff();
    return mu >= 1 ? Double.POSITIVE_INFINITY : mu / (1 - mu);
  }

  /**
   * The factor of a convolution through three fast Fourier transforms with accurate twiddles:
   * {@link #transformFactor} of one product, with {@code t} the sum over the axes of {@code
   * ceil(log2(n + k - 1)) + 1}: the levels of a power-of-two transform that holds the full result,
   * and one more on each axis for padding beyond that or for the extra pass of a transform of real
   * data.
   *
   * <p>For complex data the bound is that of the real and of the imaginary part of an output.
   *
   * @param dtype the type computed in
   * @param in1 the shape of one operand
   * @param in2 the shape of the other, of the same rank
   * @return the factor; 0 for integers
   */
  public static double normwiseFactor(DType dtype, Shape in1, Shape in2) {
    int levels = 0;
    for (int axis = 0; axis < in1.rank(); axis++) {
      levels += levels((long) in1.extent(axis) + in2.extent(axis) - 1);
    }
    return factor(dtype, levels, 1);
  }

  /**
   * The factor of a layer, a transposed layer or a gradient through transforms: {@link
   * #transformFactor} of as many products as there are pairs of channels in one output, with {@code
   * t} the sum over the spatial axes of {@code ceil(log2(p + 2 (w - 1))) + 1}. Here {@code w} is
   * the extent of a window, and {@code p} that of the padded input, or of what the windows reach if
   * that is more. A transform of that length holds the gradients, too.
   *
   * <p>For complex data the bound is that of the real and of the imaginary part of an output.
   *
   * @param dtype the type computed in
   * @param layer the layer
   * @param pairs how many pairs of channels an output adds up: the input channels of a group for
   *     the layer, the output channels of a group for its transpose and for the gradient with
   *     respect to the input, the batch for the gradient with respect to the weights; positive
   * @return the factor; 0 for integers
   */
  public static double normwiseFactor(DType dtype, LayerGeometry layer, int pairs) {
    int levels = 0;
    for (LayerAxis axis : layer.axes()) {
      long reach = (axis.output() - 1L) * axis.stride() + axis.window();
      long padded = Math.max((long) axis.input() + axis.before() + axis.after(), reach);
      levels += levels(padded + 2L * (axis.window() - 1));
    }
    return factor(dtype, levels, pairs);
  }

  /** {@code ceil(log2(length)) + 1}. */
  private static int levels(long length) {
    return Long.SIZE - Long.numberOfLeadingZeros(length - 1) + 1;
  }

  /** A complex convolution may be made of real ones: the sum of two products. */
  private static double factor(DType dtype, int levels, int convolutions) {
    return transformFactor(dtype, levels, dtype.isComplex() ? 2 * convolutions : convolutions);
  }

  /**
   * The factor {@code f} of the bound {@code f * sum of |a|2 |b|2} of a sum of {@code p} cyclic
   * convolutions, whose spectra are multiplied, added up and transformed back together:
   *
   * <pre>{@code
   * f = (1 + u)^(3t + p - 1) (1 + u sqrt 5)^(3t + 1) (1 + u)^(3t) - 1
   * }</pre>
   *
   * <p>Source: C. Percival, Rapid multiplication modulo the sum and difference of highly composite
   * numbers, Math. Comp. 72 (2003), theorem 5.1, <a
   * href="https://doi.org/10.1090/S0025-5718-02-01419-9">doi:10.1090/S0025-5718-02-01419-9</a>,
   * with {@code sqrt 5} for a complex product after R. Brent, C. Percival and P. Zimmermann, Error
   * bounds on complex floating-point multiplication, Math. Comp. 76 (2007), and twiddles within
   * {@code u}. The additions of spectra add one factor of {@code 1 + u} each to every term.
   *
   * @param dtype the type computed in
   * @param levels t, the levels of the transforms of all axes together
   * @param products p, positive
   * @return the factor; 0 for integers
   */
  public static double transformFactor(DType dtype, int levels, int products) {
    double u = dtype.unitRoundoff();
    return Math.expm1(
        (6.0 * levels + products - 1) * Math.log1p(u)
            + (3.0 * levels + 1) * Math.log1p(u * Math.sqrt(5)));
  }
}
