package org.conv4j.fft;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import org.conv4j.fft.BatchPlan.Stage;

/** Batches of as many columns as a vector has elements of type {@code double}. */
@SuppressWarnings("TooManyParameters")
final class SimdDoubleBatch extends StagedTransform<double[]> {
  private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

  /** Two thirds of a small first-level cache of 48 KiB, in rows of a vector for each part. */
  private static final int CACHED_ROWS = (1 << 15) / (2 * Double.BYTES * LANES);

  private final double[] w;

  /** Whether the first stage has no twiddles. */
  private final boolean plainFirst;

  SimdDoubleBatch(BatchPlan plan, Lanes<double[]> lanes) {
    super(plan, lanes, CACHED_ROWS);
    this.w = lanes.rounded(plan.twiddles());
    this.plainFirst = plan.key().quarters() == 0;
  }

  @Override
  void forward(Stage stage, double[] re, double[] im, int start, int block, int blocks) {
    int span = stage.legRows() * LANES;
    int t = stage.twiddle(block);
    switch (stage.radix()) {
      case 2 -> SimdDoubleOddStages.forwardTwo(re, im, start, span, blocks, w, t);
      case 3 -> SimdDoubleOddStages.forwardThree(re, im, start, span, blocks, w, t);
      case 5 -> SimdDoubleOddStages.forwardFive(re, im, start, span, blocks, w, t);
      case 8 -> SimdDoubleStages.forwardEight(re, im, start, span, blocks, w, t);
      default -> {
        if (t == 0 && plainFirst) {
          SimdDoubleStages.forwardFourFirst(re, im, start, span);
        } else {
          SimdDoubleStages.forwardFour(re, im, start, span, blocks, w, t);
        }
      }
    }
  }

  @Override
  void inverse(Stage stage, double[] re, double[] im, int start, int block, int blocks) {
    int span = stage.legRows() * LANES;
    int t = stage.twiddle(block);
    switch (stage.radix()) {
      case 2 -> SimdDoubleOddStages.inverseTwo(re, im, start, span, blocks, w, t);
      case 3 -> SimdDoubleOddStages.inverseThree(re, im, start, span, blocks, w, t);
      case 5 -> SimdDoubleOddStages.inverseFive(re, im, start, span, blocks, w, t);
      case 8 -> SimdDoubleStages.inverseEight(re, im, start, span, blocks, w, t);
      default -> {
        if (t == 0 && plainFirst) {
          SimdDoubleStages.inverseFourLast(re, im, start, span);
        } else {
          SimdDoubleStages.inverseFour(re, im, start, span, blocks, w, t);
        }
      }
    }
  }

  @Override
  void middle(
      Stage stage,
      double[] re,
      double[] im,
      int start,
      double[] kernelRe,
      double[] kernelIm,
      int block,
      int blocks) {
    int row = block * stage.rows();
    int t = stage.twiddle(block);
    // Stages of radix 8 have too much in one loop to be done together with the products.
    if (stage.radix() == 4) {
      SimdDoubleProducts.middleFour(re, im, start, blocks, w, t, kernelRe, kernelIm, row);
    } else {
      super.middle(stage, re, im, start, kernelRe, kernelIm, block, blocks);
    }
  }

  @Override
  void multiply(
      double[] re, double[] im, int start, double[] kernelRe, double[] kernelIm, int from, int to) {
    SimdDoubleProducts.multiply(re, im, start, kernelRe, kernelIm, from, to);
  }

  @Override
  public void addFour(
      List<Spectrum<double[]>> x,
      List<Spectrum<double[]>> h,
      int first,
      Spectrum<double[]> sum,
      int from,
      int to) {
    SimdDoubleSums.addColumns(x, h, first, sum, from, to);
  }

  @Override
  public void addProduct(
      Spectrum<double[]> sum, Spectrum<double[]> x, Spectrum<double[]> kernel, int from, int to) {
    SimdDoubleProducts.add(sum.re(), sum.im(), x.re(), x.im(), kernel.re(), kernel.im(), from, to);
  }
}
