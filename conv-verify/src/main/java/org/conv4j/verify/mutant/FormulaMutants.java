package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.law.Moves;

/** Sums that are not the defining one, for nearly all operands. */
final class FormulaMutants {
  private FormulaMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "kernel.not-flipped",
            "The kernel is not flipped: this is correlation",
            FormulaMutants::correlation,
            "exact",
            "agrees.commons-math",
            "agrees.peers",
            "commutative.full",
            "commutative.valid",
            "associative",
            "identity",
            "shift.in2",
            "blocks"),
        mutant(
            "kernel.not-flipped.first-axis",
            "The kernel is not flipped on the first of several axes",
            (in1, in2, mode) ->
                Right.BASIC.convolve(in1, in2.rank() < 2 ? in2 : Elements.flipped(in2, 0), mode),
            "exact",
            "axes.permuted",
            "separable"),
        mutant(
            "kernel.not-flipped.last-axis",
            "The kernel is not flipped on the last of several axes",
            (in1, in2, mode) ->
                Right.BASIC.convolve(
                    in1, in2.rank() < 2 ? in2 : Elements.flipped(in2, in2.rank() - 1), mode),
            "exact",
            "axes.permuted",
            "separable"),
        mutant(
            "kernel.not-flipped.longer",
            "Operands are swapped so that the kernel is the shorter, and what was flipped is then"
                + " the signal",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in1.rank() == 1 && in2.size() > in1.size()
                  ? Right.BASIC.convolve(in1.reversed(), in2, mode)
                  : y;
            },
            "exact",
            "commutative.full",
            "commutative.valid"),
        mutant(
            "signal.leading-zeros",
            "Leading zeros of the signal are skipped and forgotten",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              int zeros = in1.rank() == 1 ? leadingZeros(in1.doubles()) : 0;
              return zeros == 0 ? y : Moves.box(y, new int[] {zeros}, y.shape());
            },
            "shift.in1"),
        mutant(
            "signal.normalised",
            "The signal is normalised to peak 1",
            Elements.spoiled((in1, in2, y) -> Elements.scale(y, 1 / nonZero(Elements.peak(in1)))),
            "bilinear.in1",
            "scale.power-of-two"),
        mutant(
            "signal.peak-zero",
            "The signal is divided by its peak first, and the result multiplied with it after",
            FormulaMutants::throughPeak,
            "exact"),
        mutant(
            "result.magnitudes",
            "Magnitudes are returned",
            Elements.spoiled((in1, in2, y) -> Arrays.setAll(y, i -> Math.abs(y[i]))),
            "bilinear.in1",
            "bilinear.in2"),
        mutant(
            "result.last-left-out",
            "The last element is left out",
            Elements.spoiled((in1, in2, y) -> y[y.length - 1] = 0),
            "sum",
            "reversal"),
        mutant(
            "result.first-left-out",
            "The loop over the outputs begins at 1",
            Elements.spoiled((in1, in2, y) -> y[0] = 0),
            "sum",
            "reversal"),
        mutant(
            "result.last-term-left-out",
            "The sum of the last element misses a term",
            Elements.line(FormulaMutants::oneTermShort),
            "sum",
            "reversal"),
        mutant(
            "result.leaks",
            "Each element leaks into the next",
            Elements.spoiled(
                (in1, in2, y) -> {
                  for (int i = 1; i < y.length; i++) {
                    y[i] += 0x1p-10 * y[i - 1];
                  }
                }),
            "reversal",
            "sum"),
        mutant(
            "result.offset",
            "A constant is added to every element",
            Elements.spoiled((in1, in2, y) -> Arrays.setAll(y, i -> y[i] + 0x1p-20)),
            "bilinear.in1",
            "bilinear.in2",
            "sum"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.FORMULA, id, mistake, wrong, caughtBy);
  }

  private static NdArray correlation(NdArray in1, NdArray in2, Mode mode) {
    return Right.BASIC.convolve(in1, in2.reversed(), mode);
  }

  /** Zero by zero for a signal of zeros. */
  private static NdArray throughPeak(NdArray in1, NdArray in2, Mode mode) {
    NdArray right = Right.BASIC.convolve(in1, in2, mode);
    double peak = Elements.peak(in1);
    NdArray scaled = Elements.map(in1, x -> x / peak);
    NdArray y = Right.BASIC.convolve(scaled, in2, mode);
    return right.size() == 0 ? right : Elements.map(y, v -> v * peak);
  }

  /** The loop over the taps ends one early where the window leaves the signal. */
  private static double[] oneTermShort(double[] x, double[] h) {
    double[] y = new double[x.length + h.length - 1];
    for (int m = 0; m < y.length; m++) {
      int from = Math.max(0, m - x.length + 1);
      int to = Math.min(m, m == y.length - 1 ? h.length - 2 : h.length - 1);
      for (int j = from; j <= to; j++) {
        y[m] += x[m - j] * h[j];
      }
    }
    return y;
  }

  private static double nonZero(double value) {
    return value == 0 ? 1 : value;
  }

  private static int leadingZeros(double[] signal) {
    int zeros = 0;
    while (zeros < signal.length && signal[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }
}
