package org.conv4j.verify.law;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.oracle.ErrorBounds;

/** The right window with wrong numbers. */
final class WrongValues {
  /** From operands and the right result, which is the mistake's own, to a wrong one. */
  private interface Mistake {
    void spoil(NdArray in1, NdArray in2, double[] y);
  }

  private WrongValues() {}

  static List<Wrong> all() {
    return Stream.of(formulas(), numerics(), special()).flatMap(List::stream).toList();
  }

  /** Wrong for nearly all operands. */
  private static List<Wrong> formulas() {
    return List.of(
        Wrong.of(
            "the kernel is not flipped: correlation",
            WrongConvolvers.correlation(),
            "exact",
            "agrees.commons-math",
            "agrees.peers",
            "commutative.full",
            "commutative.valid",
            "associative",
            "identity",
            "shift.in2",
            "blocks"),
        Wrong.of(
            "the kernel is not flipped on the first of several axes",
            (in1, in2, mode) ->
                Wrong.RIGHT.convolve(in1, in2.rank() < 2 ? in2 : upsideDown(in2), mode),
            "exact",
            "axes.permuted",
            "separable"),
        Wrong.of(
            "an image comes out transposed under its own shape",
            (in1, in2, mode) -> {
              NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
              return y.rank() == 2 ? Moves.permute(y, new int[] {1, 0}).reshape(y.shape()) : y;
            },
            "exact",
            "separable"),
        Wrong.of(
            "a signal wraps around at the length of the longer operand",
            WrongValues::circular,
            "exact",
            "shift.in1"),
        Wrong.of(
            "the inverse transform is not divided by its length",
            spoiled((in1, in2, y) -> scale(y, in1.size() + in2.size() - 1)),
            "identity"),
        Wrong.of(
            "the last element is left out",
            spoiled((in1, in2, y) -> y[y.length - 1] = 0),
            "sum",
            "reversal"),
        Wrong.of(
            "the kernel is normalised to sum 1",
            spoiled((in1, in2, y) -> scale(y, 1 / nonZero(sum(in2)))),
            "bilinear.in2"),
        Wrong.of(
            "the signal is normalised to peak 1",
            spoiled((in1, in2, y) -> scale(y, 1 / nonZero(peak(in1)))),
            "bilinear.in1",
            "scale.power-of-two"),
        Wrong.of(
            "magnitudes are returned",
            spoiled((in1, in2, y) -> Arrays.setAll(y, i -> Math.abs(y[i]))),
            "bilinear.in1",
            "bilinear.in2"),
        Wrong.of(
            "each element leaks into the next",
            spoiled(
                (in1, in2, y) -> {
                  for (int i = 1; i < y.length; i++) {
                    y[i] += 0x1p-10 * y[i - 1];
                  }
                }),
            "reversal",
            "sum"));
  }

  /** Right but for rounding. */
  private static List<Wrong> numerics() {
    return List.of(
        Wrong.of(
            "sums are kept as floats",
            spoiled((in1, in2, y) -> Arrays.setAll(y, i -> (float) y[i])),
            "exact"),
        Wrong.of(
            "operands are read as floats",
            (in1, in2, mode) ->
                Wrong.RIGHT.convolve(
                    in1.cast(DType.FLOAT32).cast(DType.FLOAT64),
                    in2.cast(DType.FLOAT32).cast(DType.FLOAT64),
                    mode),
            "exact"),
        Wrong.of(
            "results are rounded to nine decimals",
            spoiled((in1, in2, y) -> Arrays.setAll(y, i -> Math.rint(y[i] * 1e9) / 1e9)),
            "scale.power-of-two"),
        Wrong.of(
            "what is small in absolute terms becomes zero",
            spoiled((in1, in2, y) -> Arrays.setAll(y, i -> Math.abs(y[i]) < 1e-12 ? 0 : y[i])),
            "scale.power-of-two"),
        Wrong.of(
            "samples are clipped",
            spoiled((in1, in2, y) -> Arrays.setAll(y, i -> Math.max(-1, Math.min(1, y[i])))),
            "bilinear.in1",
            "bilinear.in2",
            "associative"),
        Wrong.of(
            "a transform claims componentwise accuracy",
            Wrong.claiming(
                Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE), new FftConvolver()),
            "exact",
            "agrees.peers"),
        Wrong.of("errors are just above the bound", beyond(Accuracy.COMPONENTWISE, 1.5), "exact"),
        Wrong.of("errors are just above the wider bound", beyond(Accuracy.NORMWISE, 1.1), "exact"));
  }

  /** Right but for special operands. */
  private static List<Wrong> special() {
    return List.of(
        Wrong.of(
            "leading zeros of the signal are skipped and forgotten",
            (in1, in2, mode) -> {
              NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
              int zeros = in1.rank() == 1 ? leadingZeros(in1) : 0;
              return zeros == 0 ? y : Moves.box(y, new int[] {zeros}, y.shape());
            },
            "shift.in1"),
        Wrong.of(
            "a kernel longer than the signal is cut to its length",
            (in1, in2, mode) ->
                Wrong.RIGHT.convolve(in1, in2.rank() == 1 ? cut(in2, in1.size()) : in2, mode),
            "commutative.full",
            "shift.in2"),
        Wrong.of(
            "the last block of the signal is dropped unless it is whole",
            (in1, in2, mode) -> {
              int n = in1.rank() == 1 ? in1.size() : 0;
              return Wrong.RIGHT.convolve(n > 8 ? cut(in1, n / 8 * 8) : in1, in2, mode);
            },
            "blocks",
            "exact"),
        Wrong.of(
            "a last axis of extent 1 is gone over twice",
            spoiled((in1, in2, y) -> scale(y, lastExtent(in1) * lastExtent(in2) == 1 ? 2 : 1)),
            "axes.unit"),
        Wrong.of(
            "rank 3 takes its planes in the wrong order",
            (in1, in2, mode) ->
                Wrong.RIGHT.convolve(in1, in2.rank() == 3 ? upsideDown(in2) : in2, mode),
            "exact",
            "agrees.peers",
            "axes.permuted"),
        Wrong.of(
            "a prime length is computed by a poor fallback",
            spoiled((in1, in2, y) -> y[0] += prime(in1, in2) ? 1e-3 * peak(in1) * peak(in2) : 0),
            "agrees.commons-math",
            "exact"),
        Wrong.of(
            "a length of a power of two takes a broken fast path",
            spoiled((in1, in2, y) -> y[0] += power(in1) ? 1e-3 * peak(in1) * peak(in2) : 0),
            "exact"));
  }

  private static Convolver spoiled(Mistake mistake) {
    return (in1, in2, mode) -> {
      NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
      mistake.spoil(in1, in2, y.doubles());
      return y;
    };
  }

  /** The right result moved away from zero by so many bounds. */
  static Convolver beyond(Accuracy accuracy, double factor) {
    return Wrong.claiming(
        Capabilities.basic().withAccuracy(accuracy),
        (in1, in2, mode) -> {
          NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
          Geometry geometry = Geometry.of(in1.shape(), in2.shape(), mode, Convention.SCIPY);
          NdArray bound = ErrorBounds.of(accuracy, in1, in2, geometry);
          return Wrong.combine(y, bound, (v, e) -> v + Math.copySign(factor * e, v));
        });
  }

  private static NdArray circular(NdArray in1, NdArray in2, Mode mode) {
    if (in1.rank() != 1 || in2.rank() != 1) {
      return Wrong.RIGHT.convolve(in1, in2, mode);
    }
    Geometry geometry = Geometry.of(in1.shape(), in2.shape(), mode, Convention.SCIPY);
    NdArray full = Wrong.RIGHT.convolve(in1, in2, Mode.FULL);
    double[] y = full.doubles();
    int period = Math.max(in1.size(), in2.size());
    for (int m = period; m < y.length; m++) {
      y[m - period] += y[m];
      y[m] = 0;
    }
    return Moves.window(full, geometry);
  }

  private static void scale(double[] y, double factor) {
    Arrays.setAll(y, i -> y[i] * factor);
  }

  private static double sum(NdArray array) {
    return Arrays.stream(array.doubles()).sum();
  }

  private static double peak(NdArray array) {
    return Arrays.stream(array.doubles()).map(Math::abs).max().orElse(0);
  }

  private static double nonZero(double value) {
    return value == 0 ? 1 : value;
  }

  private static int leadingZeros(NdArray signal) {
    int zeros = 0;
    while (zeros < signal.size() && signal.doubles()[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }

  /** The same length, with zeros from an index on. */
  private static NdArray cut(NdArray signal, int from) {
    double[] data = signal.doubles().clone();
    Arrays.fill(data, Math.min(from, data.length), data.length, 0);
    return NdArray.wrap(data, signal.shape());
  }

  /** Reversed along the first axis. */
  private static NdArray upsideDown(NdArray array) {
    if (array.dtype() != DType.FLOAT64) {
      return array; // to be refused by the convolver, as it should be
    }
    int rows = array.shape().extent(0);
    int row = rows == 0 ? 0 : array.size() / rows;
    double[] data = new double[array.size()];
    Arrays.setAll(data, i -> array.doubles()[(rows - 1 - i / row) * row + i % row]);
    return NdArray.wrap(data, array.shape());
  }

  private static int lastExtent(NdArray array) {
    return array.rank() < 2 ? 0 : array.shape().extent(array.rank() - 1);
  }

  private static boolean prime(NdArray in1, NdArray in2) {
    int full = in1.rank() == 1 ? in1.size() + in2.size() - 1 : 0;
    return full > 16 && BigInteger.valueOf(full).isProbablePrime(40);
  }

  private static boolean power(NdArray signal) {
    return signal.rank() == 1 && signal.size() >= 16 && Integer.bitCount(signal.size()) == 1;
  }
}
