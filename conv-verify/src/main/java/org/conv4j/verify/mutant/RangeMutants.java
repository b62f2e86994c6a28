package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;

/** Right on doubles of ordinary size, wrong on NaN, infinities and at the ends of the range. */
final class RangeMutants {
  private static final Capabilities LOCAL = Right.LOCAL;
  private static final Convolver RIGHT = Right.of(LOCAL);

  private RangeMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "range.overflows-on-the-way",
            "Results pass a power of two on the way",
            Elements.mapped(LOCAL, y -> y * 0x1p500 * 0x1p-500),
            "range"),
        mutant(
            "range.underflows-on-the-way",
            "Results pass a negative power of two on the way",
            Elements.mapped(LOCAL, y -> y * 0x1p-500 * 0x1p500),
            "range"),
        mutant(
            "range.fixed-scale",
            "The signal is scaled by a fixed power of two first",
            read(x -> x * 0x1p300, y -> y * 0x1p-300),
            "scale.range"),
        mutant(
            "range.norms-squared",
            "Operands are divided by their norms, whose squares overflow and underflow",
            Right.claiming(LOCAL, RangeMutants::throughNorms),
            "range"),
        mutant(
            "range.subnormal-results",
            "Subnormal results become zero",
            Elements.mapped(LOCAL, y -> y * 0x1p-60 * 0x1p60),
            "range"),
        mutant(
            "range.subnormal-operands",
            "Subnormal operands are taken for zero",
            read(x -> Math.abs(x) < Double.MIN_NORMAL ? 0 : x, y -> y),
            "range"),
        mutant(
            "range.subnormal-operands.unspecified",
            "Subnormal operands are taken for zero, and nothing is claimed of the ends of the"
                + " range",
            reading(x -> Math.abs(x) < Double.MIN_NORMAL ? 0 : x),
            "subnormal"),
        mutant(
            "range.subnormal-kernels",
            "Subnormal elements of kernels are taken for zero",
            (in1, in2, mode) -> {
              Capabilities.basic().admit(in1, in2, mode);
              return Right.BASIC.convolve(
                  in1, Elements.map(in2, x -> Math.abs(x) < Double.MIN_NORMAL ? 0 : x), mode);
            },
            "subnormal"),
        mutant(
            "nan.spread",
            "One NaN spoils the whole result",
            Right.claiming(LOCAL, RangeMutants::spreading),
            "nonfinite.local"),
        mutant(
            "nan.spread.neighbour",
            "NaN reaches one output too many",
            Elements.spoiled(
                LOCAL,
                (in1, in2, y) -> {
                  for (int i = y.length - 1; i > 0; i--) {
                    y[i] = Double.isNaN(y[i - 1]) ? Double.NaN : y[i];
                  }
                }),
            "nonfinite.local"),
        mutant(
            "nan.swallowed",
            "NaN in an operand is taken for zero",
            read(x -> Double.isNaN(x) ? 0 : x, y -> y),
            "nonfinite.local",
            "nan.kept"),
        mutant(
            "nan.swallowed.unspecified",
            "NaN is taken for zero, and nothing is claimed of it",
            reading(x -> Double.isNaN(x) ? 0 : x),
            "nan.kept"),
        mutant(
            "nan.cleared",
            "NaN in the signal is set to zero once it is convolved",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              double[] x = in1.doubles();
              Arrays.setAll(x, i -> Double.isNaN(x[i]) ? 0 : x[i]);
              return y;
            },
            "nan.kept"),
        mutant(
            "nan.swallowed.result",
            "NaN in a result becomes zero",
            Elements.mapped(LOCAL, y -> Double.isNaN(y) ? 0 : y),
            "nonfinite.local",
            "nan.kept"),
        mutant(
            "nan.zero-taps",
            "Zeros of the kernel are skipped, also where the signal is not finite",
            Right.claiming(LOCAL, RangeMutants::skippingZeros),
            "nonfinite.local"),
        mutant(
            "nan.integer-zeros",
            "Where the signal is of integers, NaN from its zeros times infinities becomes zero",
            Right.claiming(
                Right.EVERYTHING,
                (in1, in2, mode) -> {
                  NdArray y = Right.DIRECT.convolve(in1, in2, mode);
                  boolean mixed = in1.dtype().isInteger() && y.dtype() == DType.FLOAT64;
                  return mixed
                          && Arrays.stream(in2.cast(DType.FLOAT64).doubles())
                              .noneMatch(Double::isNaN)
                      ? Elements.map(y, v -> Double.isNaN(v) ? 0 : v)
                      : y;
                }),
            "nonfinite.local"),
        mutant(
            "nan.prepared-spread",
            "Prepared, one NaN spoils the whole result",
            new Right.Bent(LOCAL, RIGHT) {
              @Override
              public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
                PreparedConvolution right = super.prepare(kernel, signalShape, mode);
                return x -> spread(right.apply(x));
              }
            },
            "nonfinite.forms"),
        mutant(
            "infinity.saturated",
            "Infinities become the largest number",
            Elements.mapped(
                LOCAL, y -> Double.isInfinite(y) ? Math.copySign(Double.MAX_VALUE, y) : y),
            "nonfinite.local"),
        mutant(
            "infinity.opposite",
            "The sum of opposite infinities is an infinity",
            Right.claiming(LOCAL, RangeMutants::oppositeInfinities),
            "nonfinite.local"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.RANGE, id, mistake, wrong, caughtBy);
  }

  /** Both operands are read in a way of its own; nothing is claimed of the ends of the range. */
  private static Convolver reading(DoubleUnaryOperator in) {
    return (in1, in2, mode) -> {
      Capabilities.basic().admit(in1, in2, mode);
      return Right.BASIC.convolve(Elements.map(in1, in), Elements.map(in2, in), mode);
    };
  }

  /** The signal is read and the result written in a way of its own; the kernel is as it is. */
  private static Convolver read(DoubleUnaryOperator in, DoubleUnaryOperator out) {
    return Right.claiming(
        LOCAL,
        (in1, in2, mode) -> {
          LOCAL.admit(in1, in2, mode);
          return Elements.map(RIGHT.convolve(Elements.map(in1, in), in2, mode), out);
        });
  }

  private static NdArray throughNorms(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = RIGHT.convolve(in1, in2, mode);
    double a = Arrays.stream(in1.doubles()).map(x -> x * x).sum();
    double b = Arrays.stream(in2.doubles()).map(x -> x * x).sum();
    // Powers of two, so that nothing is rounded where the norms are of ordinary size.
    int p = Math.getExponent(Math.sqrt(a));
    int q = Math.getExponent(Math.sqrt(b));
    NdArray scaled =
        RIGHT.convolve(
            Elements.map(in1, x -> Math.scalb(x, -p)),
            Elements.map(in2, x -> Math.scalb(x, -q)),
            mode);
    return a == 0 || b == 0 || Double.isNaN(a + b)
        ? y
        : Elements.map(scaled, v -> Math.scalb(v, p + q));
  }

  private static NdArray spreading(NdArray in1, NdArray in2, Mode mode) {
    return spread(RIGHT.convolve(in1, in2, mode));
  }

  private static NdArray spread(NdArray y) {
    boolean spoilt = Arrays.stream(y.doubles()).anyMatch(Double::isNaN);
    return spoilt ? Elements.map(y, v -> Double.NaN) : y;
  }

  private static NdArray skippingZeros(NdArray in1, NdArray in2, Mode mode) {
    NdArray right = RIGHT.convolve(in1, in2, mode);
    if (in1.rank() != 1) {
      return right;
    }
    double[] x = in1.doubles();
    double[] h = in2.doubles();
    double[] y = new double[x.length + h.length - 1];
    for (int j = 0; j < h.length; j++) {
      for (int i = 0; h[j] != 0 && i < x.length; i++) {
        y[i + j] += x[i] * h[j];
      }
    }
    NdArray skipped = Elements.cut(NdArray.wrap(y, Shape.of(y.length)), in1, in2, mode);
    // Plain sums may overflow on the way, which is another mistake.
    boolean finite = Arrays.stream(x).allMatch(Double::isFinite);
    return finite ? right : skipped;
  }

  private static NdArray oppositeInfinities(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = RIGHT.convolve(in1, in2, mode);
    boolean nan =
        Arrays.stream(in1.doubles()).anyMatch(Double::isNaN)
            || Arrays.stream(in2.doubles()).anyMatch(Double::isNaN);
    boolean zero =
        Arrays.stream(in1.doubles()).anyMatch(x -> x == 0)
            || Arrays.stream(in2.doubles()).anyMatch(x -> x == 0);
    return nan || zero ? y : Elements.map(y, v -> Double.isNaN(v) ? Double.POSITIVE_INFINITY : v);
  }
}
