package org.conv4j.fft;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.conv4j.fft.BatchPlan.Stage;

/** Batches of as many columns as a vector has elements of type {@code double}. */
@SuppressWarnings("TooManyParameters")
final class SimdDoubleBatch extends StagedTransform<double[]> {
  private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

  /** Two thirds of a small first-level cache of 48 KiB, in rows of a vector for each part. */
  private static final int CACHED_ROWS = (1 << 15) / (2 * Double.BYTES * LANES);

  private final double[] w;

  SimdDoubleBatch(BatchPlan plan) {
    super(plan, LANES, CACHED_ROWS);
    this.w = plan.twiddles();
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
        if (t == 0) {
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
        if (t == 0) {
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
    switch (stage.radix()) {
      case 4 -> SimdDoubleProducts.middleFour(re, im, start, blocks, w, t, kernelRe, kernelIm, row);
      case 8 ->
          SimdDoubleProducts.middleEight(re, im, start, blocks, w, t, kernelRe, kernelIm, row);
      default -> super.middle(stage, re, im, start, kernelRe, kernelIm, block, blocks);
    }
  }

  @Override
  void multiply(
      double[] re, double[] im, int start, double[] kernelRe, double[] kernelIm, int from, int to) {
    SimdDoubleProducts.multiply(re, im, start, kernelRe, kernelIm, from, to);
  }

  @Override
  void gather(Blocks<double[]> blocks, int first, int row, int rows, double[] data, int start) {
    SimdDoubleLanes.gather(blocks.array(), blocks.offsets(), first, row, rows, data, start);
  }

  @Override
  void scatter(double[] data, int start, Blocks<double[]> blocks, int first, int row, int rows) {
    SimdDoubleLanes.scatter(data, start, blocks.array(), blocks.offsets(), first, row, rows);
  }

  @Override
  void copy(
      double[] from, int fromStart, int fromStep, double[] to, int toStart, int toStep, int count) {
    for (int i = 0; i < count; i++) {
      to[toStart + i * toStep] = from[fromStart + i * fromStep];
    }
  }

  @Override
  void scale(double[] data, double factor) {
    for (int i = 0; i < data.length; i++) {
      data[i] *= factor;
    }
  }

  @Override
  void clear(double[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }
}
