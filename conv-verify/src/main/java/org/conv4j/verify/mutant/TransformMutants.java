package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.fft.FftConvolver;

/** What goes wrong in convolution through transforms. */
final class TransformMutants {
  /** From which length on both operands are long enough for a transform to be worth its while. */
  private static final int WORTHWHILE = 32;

  private TransformMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "transform.wraps-at-longer",
            "A signal wraps around at the length of the longer operand",
            Elements.line((x, h) -> folded(x, h, Math.max(x.length, h.length))),
            "exact",
            "shift.in1"),
        mutant(
            "transform.wraps-by-one",
            "The transform is one short, of n+k-2 points",
            Elements.line((x, h) -> folded(x, h, x.length + h.length - 2)),
            "exact",
            "identity"),
        mutant(
            "transform.wraps-at-power",
            "The padding ends at the power of two that n+k-2 fits into, which is one short for some"
                + " lengths",
            Elements.line((x, h) -> folded(x, h, power(x.length + h.length - 2))),
            "sizes"),
        mutant(
            "transform.wraps-when-long",
            "The transform, of n+k-2 points, is for long operands alone",
            Elements.line(
                (x, h) ->
                    Math.min(x.length, h.length) < WORTHWHILE
                        ? Elements.convolved(x, h)
                        : folded(x, h, x.length + h.length - 2)),
            "sizes"),
        mutant(
            "transform.wraps-other-axes",
            "Only the last axis is padded",
            TransformMutants::wrappedFirstAxis,
            "exact",
            "axes.permuted"),
        mutant(
            "transform.missing-scale",
            "The inverse transform is not divided by its length",
            Elements.spoiled((in1, in2, y) -> Elements.scale(y, in1.size() + in2.size() - 1)),
            "identity"),
        mutant(
            "transform.doubled-scale",
            "The transform and its inverse are both divided by the length",
            Elements.spoiled(
                (in1, in2, y) -> Elements.scale(y, 1.0 / power(in1.size() + in2.size() - 1))),
            "identity"),
        mutant(
            "transform.scaled-by-last-axis",
            "The inverse of several axes is divided by the length of the last alone",
            Elements.spoiled(
                (in1, in2, y) -> {
                  int rank = in1.rank();
                  for (int axis = 0; axis < rank - 1; axis++) {
                    int n = in1.shape().extent(axis);
                    Elements.scale(y, power(n + in2.shape().extent(axis) - 1));
                  }
                }),
            "identity",
            "axes.unit"),
        mutant(
            "transform.nyquist",
            "The spectrum loses its element at half the sampling rate",
            Elements.line(TransformMutants::withoutNyquist),
            "exact",
            "identity"),
        mutant(
            "transform.float-twiddles",
            "The roots of unity are computed as floats",
            Elements.line(TransformMutants::floatTwiddles),
            "exact"),
        mutant(
            "transform.claims-componentwise",
            "A transform claims componentwise accuracy",
            Right.claiming(
                Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE),
                TransformMutants::onDoubles),
            "exact",
            "agrees.peers"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Kind.TRANSFORM, id, mistake, wrong, caughtBy);
  }

  private static NdArray onDoubles(NdArray in1, NdArray in2, Mode mode) {
    Capabilities.basic().admit(in1, in2, mode);
    return new FftConvolver().convolve(in1, in2, mode);
  }

  /** The next power of two. */
  private static int power(int length) {
    return length < 2 ? 1 : Integer.highestOneBit(2 * length - 1);
  }

  /** The circular convolution of a period, and zeros behind it if the full one is longer. */
  private static double[] folded(double[] x, double[] h, int period) {
    double[] y = Elements.convolved(x, h);
    for (int m = Math.max(1, period); m < y.length; m++) {
      y[m - Math.max(1, period)] += y[m];
      y[m] = 0;
    }
    return y;
  }

  private static NdArray wrappedFirstAxis(NdArray in1, NdArray in2, Mode mode) {
    NdArray right = Right.BASIC.convolve(in1, in2, mode);
    if (in1.rank() < 2) {
      return right;
    }
    NdArray full = Right.BASIC.convolve(in1, in2, Mode.FULL);
    double[] y = full.doubles();
    int rows = full.shape().extent(0);
    int row = y.length / rows;
    int period = Math.max(in1.shape().extent(0), in2.shape().extent(0)) * row;
    for (int m = period; m < y.length; m++) {
      y[m - period] += y[m];
      y[m] = 0;
    }
    return Elements.cut(full, in1, in2, mode);
  }

  private static double[] withoutNyquist(double[] x, double[] h) {
    double[] y = Elements.convolved(x, h);
    int length = power(y.length);
    double alternating = 0;
    for (int m = 0; m < y.length; m++) {
      alternating += m % 2 == 0 ? y[m] : -y[m];
    }
    double element = alternating / length;
    Arrays.setAll(y, m -> y[m] - (m % 2 == 0 ? element : -element));
    return y;
  }

  /** The defining sum of the transform; the roots are right to 24 bits. */
  private static double[] floatTwiddles(double[] x, double[] h) {
    int length = x.length + h.length - 1;
    if (length > 64) {
      return Elements.convolved(x, h);
    }
    float[] cos = new float[length];
    float[] sin = new float[length];
    for (int k = 0; k < length; k++) {
      cos[k] = (float) Math.cos(2 * Math.PI * k / length);
      sin[k] = (float) Math.sin(2 * Math.PI * k / length);
    }
    double[] y = new double[length];
    for (int k = 0; k < length; k++) {
      double[] a = spectrum(x, k, cos, sin);
      double[] b = spectrum(h, k, cos, sin);
      double re = a[0] * b[0] - a[1] * b[1];
      double im = a[0] * b[1] + a[1] * b[0];
      for (int m = 0; m < length; m++) {
        int at = (int) ((long) k * m % length);
        y[m] += (re * cos[at] - im * sin[at]) / length;
      }
    }
    return y;
  }

  private static double[] spectrum(double[] x, int k, float[] cos, float[] sin) {
    double[] sum = new double[2];
    for (int n = 0; n < x.length; n++) {
      int at = (int) ((long) k * n % cos.length);
      sum[0] += x[n] * cos[at];
      sum[1] -= x[n] * sin[at];
    }
    return sum;
  }
}
