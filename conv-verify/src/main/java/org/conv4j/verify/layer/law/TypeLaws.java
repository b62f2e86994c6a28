package org.conv4j.verify.layer.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Arithmetic;
import org.conv4j.verify.law.Scope;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.layer.oracle.LayerOracle;
import org.conv4j.verify.operand.Regime;

/**
 * Types of elements: two at a time, complex ones, quantised ones, and those that are no numbers.
 */
final class TypeLaws {
  private TypeLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
                "layer.promotion",
                "Input and weights of two types give what they give once both are cast to the"
                    + " promoted one.",
                TypeLaws::promotion)
            .scoped(TypeLaws::twoTypes),
        LayerLaw.must(
                "layer.complex.parts",
                "A complex layer is made of four real ones, of the parts of input and weights.",
                TypeLaws::complexParts)
            .on(LayerSpace.all().withDTypes(DType::isComplex)),
        LayerLaw.must(
                "layer.bytes",
                "Integer results are exact where all operands have 8 bits, with and without a sign.",
                TypeLaws::bytes)
            .on(LayerSpace.all().withDTypes(DType::isInteger).withRegimes(Regime.WORDS)),
        LayerLaw.must(
                "layer.zero-points",
                "Zero points give what the differences from them give, and padding adds nothing.",
                TypeLaws::zeroPoints)
            .on(LayerSpace.all().withDTypes(DType::isInteger).having(LayerFeature.ZERO_POINTS)),
        LayerLaw.must(
                "layer.subnormal",
                "Subnormal numbers are numbers, and not taken for zeros.",
                TypeLaws::subnormal)
            .on(
                LayerSpace.all()
                    .withDTypes(dtype -> !dtype.isInteger())
                    .withRegimes(Regime.INTEGERS)),
        LayerLaw.must(
                "layer.nonfinite.local",
                "NaN and infinities act on the outputs that they are a factor of, and on no other.",
                TypeLaws::nonFinite)
            .scoped(TypeLaws::local),
        LayerLaw.must(
                "layer.nan.kept",
                "An output of which NaN times a number other than zero is a term, or a bias that is"
                    + " NaN, is NaN.",
                TypeLaws::nanKept)
            .on(
                LayerSpace.all()
                    .withDTypes(dtype -> !dtype.isInteger())
                    .withRegimes(Regime.NON_FINITE)));
  }

  private static Scope<LayerSpace> twoTypes(LayerCapabilities claims) {
    LayerSpace space =
        LayerSpace.all()
            .withRegimes(Regime.INTEGERS, Regime.UNIFORM, Regime.WORDS)
            .without(LayerFeature.ZERO_POINTS)
            .withDTypes(dtype -> !partners(claims, dtype).isEmpty());
    return space.dtypes().isEmpty()
        ? Scope.notClaimed("operands of two dtypes")
        : LayerLaw.claimed(space, claims);
  }

  /** The other types that weights may have with an input of one type. */
  static List<DType> partners(LayerCapabilities claims, DType one) {
    List<DType> partners = new ArrayList<>();
    for (DType other : claims.dtypes()) {
      boolean claimed = claims.dtypes().contains(one);
      if (claimed && other != one && claims.dtypes().contains(DType.promote(one, other))) {
        partners.add(other);
      }
    }
    return partners;
  }

  private static void promotion(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    List<DType> partners = partners(subject.claims(), x.dtype());
    DType other = partners.get(operands.choose(0, partners.size() - 1));
    long seed = operands.recipe().seed();
    // All bits of the one type meet all bits of the other.
    Regime regime = other.isInteger() ? Regime.WORDS : Regime.UNIFORM;
    NdArray v = regime.array(other, x.shape(), seed + 1);
    NdArray u = regime.array(other, w.shape(), seed + 2);
    promoted(subject, operands, x, u);
    promoted(subject, operands, v, w);
  }

  private static void promoted(LayerSubject subject, LayerOperands operands, NdArray x, NdArray w) {
    LayerOptions options = operands.options();
    DType dtype = DType.promote(x.dtype(), w.dtype());
    NdArray v = x.cast(dtype);
    NdArray u = w.cast(dtype);
    NdArray b = operands.biasOrNull() == null ? null : operands.biasOrNull().cast(dtype);
    NdArray bound = Compare.bound(subject, v, u, b, options);
    Compare.agree(
        subject,
        x.dtype().numpyName() + " with " + w.dtype().numpyName(),
        subject.convolve(v, u, b, options),
        subject.convolve(x, w, b, options),
        bound,
        bound);
  }

  /** Of real arrays if these are claimed, too; else of complex ones without an imaginary part. */
  private static void complexParts(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    NdArray re =
        difference(
            real(subject, x.real(), w.real(), b == null ? null : b.real(), options),
            real(subject, x.imaginary(), w.imaginary(), null, options));
    NdArray im =
        Arithmetic.plus(
            real(subject, x.real(), w.imaginary(), b == null ? null : b.imaginary(), options),
            real(subject, x.imaginary(), w.real(), null, options));
    NdArray bound = Compare.bound(subject, x, w, b, options);
    // The moduli are at least as large as the parts, and the law adds, too.
    NdArray parts = Agreement.plus(bound, bound);
    Compare.agree(
        subject,
        "against four real layers",
        Arithmetic.complex(re, im),
        subject.convolve(x, w, b, options),
        Agreement.plus(parts, bound),
        parts);
  }

  private static NdArray real(
      LayerSubject subject, NdArray x, NdArray w, NdArray b, LayerOptions options) {
    if (subject.claims().dtypes().contains(x.dtype())) {
      return Arithmetic.wide(subject.convolve(x, w, b, options));
    }
    NdArray complex =
        subject.convolve(complex(x), complex(w), b == null ? null : complex(b), options);
    return Arithmetic.wide(complex.real());
  }

  private static NdArray complex(NdArray real) {
    return Arithmetic.complex(real, NdArray.zeros(real.dtype(), real.shape()));
  }

  private static NdArray difference(NdArray a, NdArray b) {
    return Arithmetic.plus(a, Arithmetic.scaled(b, -1));
  }

  /** What quantised networks compute: input from 0 or from -128 on, weights from -128 to 127. */
  private static void bytes(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray weights = minus(bits(operands.weights()), i -> 128);
    NdArray input = bits(operands.input());
    for (NdArray x : List.of(input, minus(input, i -> 128))) {
      Agreement.within(
          subject,
          LayerOracle.convolve(x, weights, operands.biasOrNull(), options).exact(),
          subject.convolve(x, weights, operands.biasOrNull(), options));
    }
  }

  /** The lowest eight bits of each element. */
  private static NdArray bits(NdArray array) {
    long[] values = array.cast(DType.INT64).longs().clone();
    Arrays.setAll(values, i -> values[i] & 0xff);
    return NdArray.wrap(values, array.shape()).cast(array.dtype());
  }

  private static void zeroPoints(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    int taps = w.size() / w.shape().extent(0);
    NdArray centred = minus(x, i -> options.inputZeroPoint());
    NdArray weights = minus(w, i -> options.weightZeroPoint(i / taps));
    Agreement.identical(
        "zero points against differences",
        subject.convolve(centred, weights, b, options.withZeroPoints(0, 0)),
        subject.convolve(x, w, b, options));
  }

  private static NdArray minus(NdArray array, IntUnaryOperator zeroPoint) {
    long[] values = array.cast(DType.INT64).longs().clone();
    Arrays.setAll(values, i -> values[i] - zeroPoint.applyAsInt(i));
    return NdArray.wrap(values, array.shape()).cast(array.dtype());
  }

  /**
   * Results are whole multiples of a number that is subnormal, and small ones are subnormal, too. A
   * quarter of that number is allowed besides the bound, for transforms.
   */
  private static void subnormal(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    double unit = x.dtype().real() == DType.FLOAT32 ? 0x1p-140 : 0x1p-1040;
    subnormal(subject, "input", Arithmetic.scaled(x, unit), w, operands.options(), unit);
    subnormal(subject, "weights", x, Arithmetic.scaled(w, unit), operands.options(), unit);
  }

  private static void subnormal(
      LayerSubject subject, String which, NdArray x, NdArray w, LayerOptions options, double unit) {
    double[] bound = Compare.bound(subject, x, w, null, options).doubles().clone();
    Arrays.setAll(bound, i -> bound[i] + unit / 4);
    LayerOracle oracle = LayerOracle.convolve(x, w, null, options);
    NdArray got = subject.convolve(x, w, null, options);
    Agreement.within(
        subject,
        which + " times " + Double.toHexString(unit),
        oracle.exact().expected(),
        got,
        NdArray.wrap(bound, got.shape()));
  }

  private static Scope<LayerSpace> local(LayerCapabilities claims) {
    return claims.nonFinite() == NonFinite.LOCAL
        ? LayerLaw.claimed(
            LayerSpace.all()
                .withDTypes(dtype -> !dtype.isInteger())
                .withRegimes(Regime.NON_FINITE, Regime.INFINITIES),
            claims)
        : Scope.notClaimed("non-finite LOCAL");
  }

  /** What is outside of the input is no factor of anything, whatever the weights are. */
  private static void nonFinite(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    long seed = operands.recipe().seed() + 2;
    for (NdArray weights : List.of(w, Regime.INTEGERS.array(x.dtype(), w.shape(), seed))) {
      Agreement.within(
          subject,
          LayerOracle.convolve(x, weights, b, options).exact(),
          subject.convolve(x, weights, b, options));
    }
  }

  /**
   * Even an implementation that claims nothing about NaN must not return a number where the result
   * is NaN. It may throw, and it may take NaN times zero for zero.
   */
  private static void nanKept(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    NdArray y;
    try {
      y = subject.convolve(x, w, b, options);
    } catch (Violation violation) {
      boolean local = subject.claims().nonFinite() == NonFinite.LOCAL;
      if (!local && violation.getCause() instanceof RuntimeException) {
        return;
      }
      throw violation;
    }
    NdArray ofBias = b == null ? null : Arithmetic.marks(b, Double::isNaN);
    NdArray ofInput = Arithmetic.marks(x, Double::isNaN);
    NdArray ofWeights = Arithmetic.marks(w, Double::isNaN);
    long[] met = count(ofInput, Arithmetic.marks(w, value -> value != 0), ofBias, options);
    long[] more = count(Arithmetic.marks(x, value -> value != 0), ofWeights, null, options);
    Agreement.notANumber(i -> met[i] + more[i] > 0, y);
  }

  private static long[] count(NdArray x, NdArray w, NdArray biasOrNull, LayerOptions options) {
    return LayerOracle.convolve(x, w, biasOrNull, options).exact().expected().longs();
  }
}
