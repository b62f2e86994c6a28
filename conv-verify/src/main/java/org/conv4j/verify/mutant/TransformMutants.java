package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.fft.FftConvolver;

/** What goes wrong in fast algorithms: in transforms, and at the seams of blocks. */
final class TransformMutants {
  /** From which length on both operands are long enough for a transform to be worth its while. */
  private static final int WORTHWHILE = 32;

  private TransformMutants() {}

  static List<Mutant> ofTransforms() {
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

  static List<Mutant> ofBlocks() {
    return List.of(
        block(
            "block.last-dropped.8",
            "The last block of 8 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 8)),
            "blocks",
            "exact"),
        block(
            "block.last-dropped.64",
            "The last block of 64 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 64)),
            "sizes"),
        block(
            "block.last-dropped.1024",
            "The last block of 1024 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 1024)),
            "sizes"),
        block(
            "block.last-dropped.16384",
            "The last block of 16384 samples is dropped unless it is whole",
            Elements.line((x, h) -> wholeBlocks(x, h, 16384)),
            "sizes"),
        block(
            "block.first-kept.64",
            "Overlap-save with blocks of 64 keeps one output that has wrapped around",
            Elements.line((x, h) -> overlapSave(x, h, 64)),
            "sizes"),
        block(
            "block.first-kept.1024",
            "Overlap-save with blocks of 1024 keeps one output that has wrapped around",
            Elements.line((x, h) -> overlapSave(x, h, 1024)),
            "sizes"),
        block(
            "block.last-tail-lost",
            "Overlap-add with blocks of 64 does not write what hangs over from the last block",
            Elements.line((x, h) -> overlapAdd(x, h, 64, x.length)),
            "sizes"),
        block(
            "block.tail-cut",
            "Overlap-add with blocks of 32 carries over to the next block, and no further",
            Elements.line(TransformMutants::tailsOfOneBlock),
            "sizes"),
        block(
            "block.unrolled",
            "Taps are taken four at a time, and those that are left are forgotten",
            Elements.line(TransformMutants::fours),
            "exact",
            "shift.in2"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.TRANSFORM, id, mistake, wrong, caughtBy);
  }

  private static Mutant block(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.BLOCK, id, mistake, wrong, caughtBy);
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

  private static double[] wholeBlocks(double[] x, double[] h, int block) {
    double[] whole = x.clone();
    if (x.length > block) {
      Arrays.fill(whole, x.length / block * block, x.length, 0);
    }
    return Elements.convolved(whole, h);
  }

  private static double[] fours(double[] x, double[] h) {
    double[] taps = h.clone();
    if (h.length > 4) {
      Arrays.fill(taps, h.length / 4 * 4, h.length, 0);
    }
    return Elements.convolved(x, taps);
  }

  /** Each block gives all its outputs but the first k-2, where k-1 have wrapped around. */
  private static double[] overlapSave(double[] x, double[] h, int block) {
    int spoilt = h.length - 2;
    if (h.length < 2 || h.length > block / 2 || x.length <= block) {
      return Elements.convolved(x, h);
    }
    double[] y = new double[x.length + h.length - 1];
    int step = block - spoilt;
    for (int at = 0; at < y.length; at += step) {
      double[] piece = new double[block];
      for (int i = 0; i < block; i++) {
        int from = at - spoilt + i;
        piece[i] = from >= 0 && from < x.length ? x[from] : 0;
      }
      double[] circular = Elements.convolved(piece, h);
      for (int i = block; i < circular.length; i++) {
        circular[i - block] += circular[i];
      }
      System.arraycopy(circular, spoilt, y, at, Math.min(step, y.length - at));
    }
    return y;
  }

  /** What the blocks give, as far as it lies before an end. */
  private static double[] overlapAdd(double[] x, double[] h, int block, int end) {
    if (x.length <= block) {
      return Elements.convolved(x, h);
    }
    double[] y = new double[x.length + h.length - 1];
    for (int at = 0; at < x.length; at += block) {
      double[] piece = Arrays.copyOfRange(x, at, Math.min(x.length, at + block));
      double[] part = Elements.convolved(piece, h);
      for (int i = 0; i < part.length && at + i < end; i++) {
        y[at + i] += part[i];
      }
    }
    return y;
  }

  private static double[] tailsOfOneBlock(double[] x, double[] h) {
    int block = 32;
    double[] y = new double[x.length + h.length - 1];
    for (int at = 0; at < x.length; at += block) {
      double[] piece = Arrays.copyOfRange(x, at, Math.min(x.length, at + block));
      double[] part = Elements.convolved(piece, h);
      boolean last = at + block >= x.length;
      int carried = last ? part.length : Math.min(part.length, 2 * block);
      for (int i = 0; i < carried; i++) {
        y[at + i] += part[i];
      }
    }
    return y;
  }
}
