package org.conv4j.verify.oracle;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;

/**
 * What a convolution must give, by exact arithmetic, and how far from it a result may be in each
 * accuracy class: for every dtype, for non-finite operands and at the ends of the range.
 *
 * <p>Operands are cast to the promoted type first. Integers come out modulo 2^32 or 2^64. An output
 * with a non-finite factor is NaN or an infinity, as its terms determine. Every other output is the
 * exact sum; if it is beyond the range of the type, it becomes an infinity.
 */
public final class Oracle extends ExactResult {
  private final Geometry geometry;
  private final List<double[]> a;
  private final List<double[]> b;

  /** The product of the norms. */
  private final Scaled norms;

  /**
   * The oracle for one call.
   *
   * @param in1 the first operand
   * @param in2 the second operand
   * @param geometry the window of the result
   */
  public Oracle(NdArray in1, NdArray in2, Geometry geometry) {
    this(in1, in2, geometry, DType.promote(in1.dtype(), in2.dtype()));
  }

  private Oracle(NdArray in1, NdArray in2, Geometry geometry, DType dtype) {
    super(
        dtype,
        geometry.output(),
        exact(in1, in2, geometry, dtype),
        geometry.longestSum(),
        Accuracy.normwiseFactor(dtype, geometry.in1(), geometry.in2()));
    this.geometry = geometry;
    a = parts(in1.cast(dtype));
    b = parts(in2.cast(dtype));
    norms = norm(a).times(norm(b));
  }

  private static List<ExactPart> exact(NdArray in1, NdArray in2, Geometry geometry, DType dtype) {
    if (dtype.isInteger()) {
      Fractions x = Fractions.of(in1.cast(DType.INT64).longs());
      Fractions h = Fractions.of(in2.cast(DType.INT64).longs());
      return List.of(ExactPart.ofIntegers(new ExactConvolution(geometry).of(x, h)));
    }
    List<double[]> a = parts(in1.cast(dtype));
    List<double[]> b = parts(in2.cast(dtype));
    if (!dtype.isComplex()) {
      return List.of(ExactPart.of(geometry, a, b));
    }
    double[] minus = b.get(1).clone();
    Arrays.setAll(minus, i -> -minus[i]);
    return List.of(
        ExactPart.of(geometry, a, List.of(b.get(0), minus)),
        ExactPart.of(geometry, a, List.of(b.get(1), b.get(0))));
  }

  @Override
  Scaled norms(int i) {
    return norms;
  }

  private static boolean allFinite(List<double[]> parts) {
    return parts.stream().allMatch(ExactPart::allFinite);
  }

  /** The smallest magnitude other than zero; 1 if there is none. */
  private static Scaled least(List<double[]> parts) {
    double least =
        parts.stream()
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .filter(value -> value > 0)
            .min()
            .orElse(1);
    return Scaled.of(Math.min(least, Double.MAX_VALUE));
  }

  private static Scaled norm(List<double[]> parts) {
    Scaled squares = Scaled.ZERO;
    for (double[] part : parts) {
      squares = squares.plus(Fractions.of(part).squares());
    }
    return squares.squareRoot();
  }

  /**
   * Whether only a convolver that claims {@link org.conv4j.api.NonFinite#LOCAL} must get this
   * right: an operand or the result is not finite, or an intermediate sum or product may leave the
   * range of the type.
   *
   * @return true if plain arithmetic may go wrong
   */
  public boolean special() {
    if (dtype().isInteger()) {
      return false;
    }
    boolean single = dtype().real() == DType.FLOAT32;
    int lowest = single ? Float.MIN_EXPONENT : Double.MIN_EXPONENT;
    int highest = single ? Float.MAX_EXPONENT : Double.MAX_EXPONENT;
    // A spectrum sums all elements; back, before the division, it sums as many products of such.
    Scaled x = norm(a).times(Scaled.of(Math.sqrt(geometry.in1().size())));
    Scaled h = norm(b).times(Scaled.of(Math.sqrt(geometry.in2().size())));
    Scaled back = x.times(h).times(Scaled.of(8.0 * geometry.full().size()));
    Scaled sums = x.max(h).max(back);
    Scaled least = least(a).times(least(b));
    boolean finite = allFinite(a) && allFinite(b);
    boolean safe = finite && sums.inRange(lowest, highest) && least.inRange(lowest, highest);
    return !safe;
  }
}
