package org.conv4j.fft;

import java.util.List;
import java.util.stream.IntStream;
import org.conv4j.fft.BatchPlan.Stage;

/** Batches of any number of lanes in plain loops: the twin of those on vectors. */
@SuppressWarnings("TooManyParameters")
final class PlainBatch extends StagedTransform<double[]> {
  private final int lanes;
  private final double[] w;

  PlainBatch(BatchPlan plan, Lanes<double[]> lanes) {
    this(plan, lanes, plan.length());
  }

  PlainBatch(BatchPlan plan, Lanes<double[]> lanes, int cachedRows) {
    super(plan, lanes, cachedRows);
    this.lanes = lanes.count();
    this.w = plan.twiddles();
  }

  @Override
  void forward(Stage stage, double[] re, double[] im, int start, int block, int blocks) {
    Legs legs = new Legs(stage.radix());
    int span = stage.legRows() * lanes;
    for (int b = 0; b < blocks; b++) {
      int t = stage.twiddle(block + b);
      int from = start + b * stage.radix() * span;
      for (int i = from; i < from + span; i++) {
        legs.load(re, im, i, span);
        legs.twiddle(w, t, -1);
        legs.transform(-1);
        legs.store(re, im, i, span);
      }
    }
  }

  @Override
  void inverse(Stage stage, double[] re, double[] im, int start, int block, int blocks) {
    Legs legs = new Legs(stage.radix());
    int span = stage.legRows() * lanes;
    for (int b = 0; b < blocks; b++) {
      int t = stage.twiddle(block + b);
      int from = start + b * stage.radix() * span;
      for (int i = from; i < from + span; i++) {
        legs.load(re, im, i, span);
        legs.transform(1);
        legs.twiddle(w, t, 1);
        legs.store(re, im, i, span);
      }
    }
  }

  /** A transform of a few numbers by its definition. */
  private static final class Legs {
    /** By radix, then by power: computed once, since they take far longer than a product. */
    private static final double[][] COS = new double[9][];

    private static final double[][] SIN = new double[9][];

    static {
      for (int radix = 1; radix < COS.length; radix++) {
        Roots roots = new Roots(radix);
        COS[radix] = IntStream.range(0, radix).mapToDouble(roots::cos).toArray();
        SIN[radix] = IntStream.range(0, radix).mapToDouble(roots::sin).toArray();
      }
    }

    private final int radix;
    private final double[] re;
    private final double[] im;

    Legs(int radix) {
      this.radix = radix;
      this.re = new double[radix];
      this.im = new double[radix];
    }

    void load(double[] fromRe, double[] fromIm, int start, int span) {
      for (int leg = 0; leg < radix; leg++) {
        re[leg] = fromRe[start + leg * span];
        im[leg] = fromIm[start + leg * span];
      }
    }

    void store(double[] toRe, double[] toIm, int start, int span) {
      for (int leg = 0; leg < radix; leg++) {
        toRe[start + leg * span] = re[leg];
        toIm[start + leg * span] = im[leg];
      }
    }

    void twiddle(double[] w, int first, int sign) {
      for (int leg = 1; leg < radix; leg++) {
        int t = first + BatchPlan.PER_LEG * (leg - 1);
        double x = re[leg];
        double y = im[leg];
        re[leg] = x * w[t] - sign * y * w[t + 1];
        im[leg] = y * w[t] + sign * x * w[t + 1];
      }
    }

    void transform(int sign) {
      double[] x = re.clone();
      double[] y = im.clone();
      for (int k = 0; k < radix; k++) {
        re[k] = 0;
        im[k] = 0;
        for (int j = 0; j < radix; j++) {
          double cos = COS[radix][j * k % radix];
          double sin = sign * SIN[radix][j * k % radix];
          re[k] += x[j] * cos - y[j] * sin;
          im[k] += y[j] * cos + x[j] * sin;
        }
      }
    }
  }

  @Override
  void multiply(
      double[] re, double[] im, int start, double[] kernelRe, double[] kernelIm, int from, int to) {
    int i = start;
    for (int k = from; k < to; k++) {
      for (int lane = 0; lane < lanes; lane++) {
        double x = re[i];
        double y = im[i];
        re[i] = x * kernelRe[k] - y * kernelIm[k];
        im[i] = y * kernelRe[k] + x * kernelIm[k];
        i++;
      }
    }
  }

  @Override
  public void addProduct(
      Spectrum<double[]> sum, Spectrum<double[]> x, Spectrum<double[]> kernel, int from, int to) {
    for (int i = from * lanes; i < to * lanes; i++) {
      double re = kernel.re()[i / lanes];
      double im = kernel.im()[i / lanes];
      sum.re()[i] += x.re()[i] * re - x.im()[i] * im;
      sum.im()[i] += x.im()[i] * re + x.re()[i] * im;
    }
  }

  @Override
  public void addFour(
      List<Spectrum<double[]>> x,
      List<Spectrum<double[]>> h,
      int first,
      Spectrum<double[]> sum,
      int from,
      int to) {
    for (int i = first; i < first + 4; i++) {
      addProduct(sum, x.get(i), h.get(i), from, to);
    }
  }
}
