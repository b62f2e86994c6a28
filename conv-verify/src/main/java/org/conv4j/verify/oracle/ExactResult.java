package org.conv4j.verify.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * What a call must give, by exact arithmetic, and how far from it a result may be in each accuracy
 * class: sums of products, for every dtype, for non-finite operands and at the ends of the range.
 *
 * <p>Integers come out modulo 2^32 or 2^64. An element with a non-finite factor is NaN or an
 * infinity, as its terms determine. Every other element is the exact sum; if it is beyond the range
 * of the type, it becomes an infinity.
 */
public abstract class ExactResult {
  private static final Judgement NO_ERROR = new Judgement(0, 0, 0, 0, 0);

  private final DType dtype;
  private final Shape shape;
  private final List<ExactPart> parts;
  private final double terms;
  private final Scaled normwise;
  private final Scaled componentwise;

  /** What the terms of the longest sum may lose by underflow. */
  private final Scaled underflow;

  /** The least that one rounding may lose. */
  private final Scaled halfLeast;

  /**
   * @param dtype the type of the result
   * @param shape the shape of the result
   * @param parts its parts: one, or for complex results two
   * @param terms the number of products in the longest sum
   * @param normwise the factor of the bound of {@link Accuracy#NORMWISE}
   */
  ExactResult(DType dtype, Shape shape, List<ExactPart> parts, double terms, double normwise) {
    this.dtype = dtype;
    this.shape = shape;
    this.parts = List.copyOf(parts);
    this.terms = terms;
    this.componentwise = Scaled.of(Accuracy.componentwiseFactor(dtype, terms));
    this.normwise = Scaled.of(normwise);
    boolean single = dtype.real() == DType.FLOAT32;
    Scaled unit = Scaled.of(single ? Float.MIN_VALUE : Double.MIN_VALUE);
    underflow = unit.times(Scaled.of(terms));
    halfLeast = unit.times(Scaled.of(0.5));
  }

  /** The parts of an array as doubles; none of integers. */
  static List<double[]> parts(NdArray array) {
    if (array.dtype().isInteger()) {
      return List.of();
    }
    NdArray re = array.real().cast(DType.FLOAT64);
    return array.dtype().isComplex()
        ? List.of(re.doubles(), array.imaginary().cast(DType.FLOAT64).doubles())
        : List.of(re.doubles());
  }

  /**
   * The exact result rounded to the type of the result, within one unit in the last place.
   *
   * @return a fresh array
   */
  public NdArray expected() {
    int size = shape.size();
    if (dtype.isInteger()) {
      long[] wrapped = new long[size];
      BigInteger[] digits = parts.get(0).exact().digits();
      Arrays.setAll(wrapped, i -> digits[i].longValue());
      return NdArray.wrap(wrapped, shape).cast(dtype);
    }
    List<double[]> rounded = new ArrayList<>();
    for (ExactPart part : parts) {
      double[] values = new double[size];
      for (int i = 0; i < size; i++) {
        values[i] = part.rounded(i);
      }
      rounded.add(values);
    }
    NdArray wide =
        dtype.isComplex()
            ? NdArray.wrapComplex(rounded.get(0), rounded.get(1), shape)
            : NdArray.wrap(rounded.get(0), shape);
    return wide.cast(dtype);
  }

  /**
   * How far each element may be from the exact one.
   *
   * @param accuracy the class of error bound
   * @return a {@code FLOAT64} array of the shape of the result, for complex results the larger
   *     bound of the two parts; zeros for integers
   */
  public NdArray bound(Accuracy accuracy) {
    double[] bound = new double[shape.size()];
    if (!dtype.isInteger()) {
      for (ExactPart part : parts) {
        Arrays.setAll(bound, i -> Math.max(bound[i], bound(part, i, accuracy).doubleValue()));
      }
    }
    return NdArray.wrap(bound, shape);
  }

  private Scaled bound(ExactPart part, int i, Accuracy accuracy) {
    return switch (accuracy) {
      case EXACT -> halfUnit(part, i);
      case COMPONENTWISE -> own(part, i).plus(underflow);
      case NORMWISE -> normwise(own(part, i), i).plus(underflow);
    };
  }

  private Scaled normwise(Scaled own, int i) {
    return normwise.times(norms(i)).max(own);
  }

  /**
   * The product of the norms of what an element is made of, or the sum of such products, which the
   * bound of {@link Accuracy#NORMWISE} is in proportion to.
   */
  abstract Scaled norms(int i);

  /** The part of the componentwise bound that is proportional to the magnitudes. */
  private Scaled own(ExactPart part, int i) {
    return part.sumOfMagnitudes(i).times(componentwise);
  }

  /** How far a number rounded to nearest can be from the exact one. */
  private Scaled halfUnit(ExactPart part, int i) {
    Scaled relative =
        new Scaled(1, part.magnitude(i).exponent()).times(Scaled.of(dtype.unitRoundoff()));
    return relative.max(halfLeast);
  }

  /**
   * The real or imaginary part of an element that is judged.
   *
   * @param part 0 for the real part, 1 for the imaginary one
   * @param index the flat index
   * @param error how far it is from the exact one
   * @param allowed how far it may be
   * @param fraction error divided by allowed; infinite if one is a number and the other is NaN or
   *     an infinity, and for any wrong integer
   */
  public record Judgement(int part, int index, double error, double allowed, double fraction) {}

  /**
   * Judges a result by its worst element.
   *
   * @param got of the dtype and shape of the result
   * @param accuracy the class of error bound; integers are exact in any
   * @return the element with the largest fraction
   */
  public Judgement judge(NdArray got, Accuracy accuracy) {
    Judgement worst = NO_ERROR;
    if (dtype.isInteger()) {
      long[] wanted = expected().cast(DType.INT64).longs();
      long[] values = got.cast(DType.INT64).longs();
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i] != values[i]) {
          double error = Math.abs((double) wanted[i] - values[i]);
          return new Judgement(0, i, error, 0, Double.POSITIVE_INFINITY);
        }
      }
      return worst;
    }
    List<double[]> values = parts(got);
    for (int part = 0; part < values.size(); part++) {
      for (int i = 0; i < values.get(part).length; i++) {
        Judgement judgement = judge(part, i, values.get(part)[i], accuracy);
        if (judgement.fraction > worst.fraction) {
          worst = judgement;
        }
      }
    }
    return worst;
  }

  /**
   * The largest fraction of the bound of each accuracy class, claimed or not, that a result uses.
   *
   * @param got of the dtype and shape of the result, not of integers
   * @return for each class, strongest first, a fraction as in {@link Judgement}
   */
  public Map<Accuracy, Double> fractions(NdArray got) {
    double exact = 0;
    double componentwise = 0;
    double normwise = 0;
    List<double[]> values = parts(got);
    for (int p = 0; p < values.size(); p++) {
      ExactPart part = parts.get(p);
      double[] computed = values.get(p);
      for (int i = 0; i < computed.length; i++) {
        Scaled error = part.error(i, computed[i], dtype.real());
        if (error == null) {
          exact = componentwise = normwise = Double.POSITIVE_INFINITY;
        } else if (error.significand() != 0) {
          Scaled own = own(part, i);
          exact = Math.max(exact, error.dividedBy(halfUnit(part, i)));
          componentwise = Math.max(componentwise, error.dividedBy(own.plus(underflow)));
          normwise = Math.max(normwise, error.dividedBy(normwise(own, i).plus(underflow)));
        }
      }
    }
    Map<Accuracy, Double> fractions = new EnumMap<>(Accuracy.class);
    fractions.put(Accuracy.EXACT, exact);
    fractions.put(Accuracy.COMPONENTWISE, componentwise);
    fractions.put(Accuracy.NORMWISE, normwise);
    return fractions;
  }

  private double fraction(Scaled error, ExactPart part, int i, Accuracy accuracy) {
    return error == null ? Double.POSITIVE_INFINITY : error.dividedBy(bound(part, i, accuracy));
  }

  /**
   * The type of the result.
   *
   * @return the promoted type
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The number of products in the longest sum.
   *
   * @return positive
   */
  public long terms() {
    return (long) terms;
  }

  /**
   * The factor of the bound of a class, in units of the roundoff. It multiplies the magnitudes of
   * the terms, the product of the norms, or, for {@link Accuracy#EXACT} and then 1, the result
   * itself.
   *
   * @param accuracy the class
   * @return the factor
   */
  public double boundInRoundoffs(Accuracy accuracy) {
    return switch (accuracy) {
      case EXACT -> 1;
      case COMPONENTWISE -> componentwise.doubleValue() / dtype.unitRoundoff();
      case NORMWISE -> normwise.doubleValue() / dtype.unitRoundoff();
    };
  }

  private Judgement judge(int index, int i, double computed, Accuracy accuracy) {
    ExactPart part = parts.get(index);
    Scaled error = part.error(i, computed, dtype.real());
    if (error != null && error.significand() == 0) {
      return NO_ERROR; // the bound, which takes long, does not matter
    }
    double fraction = fraction(error, part, i, accuracy);
    if (part.isNonFinite(i)) {
      return new Judgement(index, i, fraction, 0, fraction);
    }
    double allowed = bound(part, i, accuracy).doubleValue();
    return new Judgement(
        index, i, error == null ? Double.NaN : error.doubleValue(), allowed, fraction);
  }
}
