package org.conv4j.fft;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.conv4j.fft.BatchPlan.Stage;

/** Batches of as many columns as a vector has elements of type {@code float}. */
@SuppressWarnings("TooManyParameters")
final class SimdFloatBatch extends StagedTransform<float[]> {
  private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

  /** Two thirds of a small first-level cache of 48 KiB, in rows of a vector for each part. */
  private static final int CACHED_ROWS = (1 << 15) / (2 * Float.BYTES * LANES);

  private final float[] w;

  /** Whether the first stage has no twiddles. */
  private final boolean plainFirst;

  SimdFloatBatch(BatchPlan plan, Lanes<float[]> lanes) {
    super(plan, lanes, CACHED_ROWS);
    this.w = lanes.rounded(plan.twiddles());
    this.plainFirst = plan.key().quarters() == 0;
  }

  @Override
  void forward(Stage stage, float[] re, float[] im, int start, int block, int blocks) {
    int span = stage.legRows() * LANES;
    int t = stage.twiddle(block);
    switch (stage.radix()) {
      case 2 -> SimdFloatOddStages.forwardTwo(re, im, start, span, blocks, w, t);
      case 3 -> SimdFloatOddStages.forwardThree(re, im, start, span, blocks, w, t);
      case 5 -> SimdFloatOddStages.forwardFive(re, im, start, span, blocks, w, t);
      case 8 -> SimdFloatStages.forwardEight(re, im, start, span, blocks, w, t);
      default -> {
        if (t == 0 && plainFirst) {
          SimdFloatStages.forwardFourFirst(re, im, start, span);
        } else {
          SimdFloatStages.forwardFour(re, im, start, span, blocks, w, t);
        }
      }
    }
  }

  @Override
  void inverse(Stage stage, float[] re, float[] im, int start, int block, int blocks) {
    int span = stage.legRows() * LANES;
    int t = stage.twiddle(block);
    switch (stage.radix()) {
      case 2 -> SimdFloatOddStages.inverseTwo(re, im, start, span, blocks, w, t);
      case 3 -> SimdFloatOddStages.inverseThree(re, im, start, span, blocks, w, t);
      case 5 -> SimdFloatOddStages.inverseFive(re, im, start, span, blocks, w, t);
      case 8 -> SimdFloatStages.inverseEight(re, im, start, span, blocks, w, t);
      default -> {
        if (t == 0 && plainFirst) {
          SimdFloatStages.inverseFourLast(re, im, start, span);
        } else {
          SimdFloatStages.inverseFour(re, im, start, span, blocks, w, t);
        }
      }
    }
  }

  @Override
  void middle(
      Stage stage,
      float[] re,
      float[] im,
      int start,
      float[] kernelRe,
      float[] kernelIm,
      int block,
      int blocks) {
    int row = block * stage.rows();
    int t = stage.twiddle(block);
    // Stages of radix 8 have too much in one loop to be done together with the products.
    if (stage.radix() == 4) {
      SimdFloatProducts.middleFour(re, im, start, blocks, w, t, kernelRe, kernelIm, row);
    } else {
      super.middle(stage, re, im, start, kernelRe, kernelIm, block, blocks);
    }
  }

  @Override
  void multiply(
      float[] re, float[] im, int start, float[] kernelRe, float[] kernelIm, int from, int to) {
    SimdFloatProducts.multiply(re, im, start, kernelRe, kernelIm, from, to);
  }

  @Override
  public void addFour(
      List<Spectrum<float[]>> x,
      List<Spectrum<float[]>> h,
      int first,
      Spectrum<float[]> sum,
      int from,
      int to) {
    SimdFloatSums.addColumns(x, h, first, sum, from, to);
  }

  @Override
  public void addProduct(
      Spectrum<float[]> sum, Spectrum<float[]> x, Spectrum<float[]> kernel, int from, int to) {
    SimdFloatProducts.add(sum.re(), sum.im(), x.re(), x.im(), kernel.re(), kernel.im(), from, to);
  }
}
