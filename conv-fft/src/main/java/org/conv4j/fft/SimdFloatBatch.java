package org.conv4j.fft;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.conv4j.fft.BatchPlan.Stage;

/** Batches of as many columns as a vector has elements of type {@code float}. */
@SuppressWarnings("TooManyParameters")
final class SimdFloatBatch extends StagedTransform<float[]> {
  private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

  /** Two thirds of a small first-level cache of 48 KiB, in rows of a vector for each part. */
  private static final int CACHED_ROWS = (1 << 15) / (2 * Float.BYTES * LANES);

  private final float[] w;

  SimdFloatBatch(BatchPlan plan) {
    super(plan, LANES, CACHED_ROWS);
    double[] exact = plan.twiddles();
    this.w = new float[exact.length];
    for (int i = 0; i < w.length; i++) {
      w[i] = (float) exact[i];
    }
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
        if (t == 0) {
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
        if (t == 0) {
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
    switch (stage.radix()) {
      case 4 -> SimdFloatProducts.middleFour(re, im, start, blocks, w, t, kernelRe, kernelIm, row);
      case 8 -> SimdFloatProducts.middleEight(re, im, start, blocks, w, t, kernelRe, kernelIm, row);
      default -> super.middle(stage, re, im, start, kernelRe, kernelIm, block, blocks);
    }
  }

  @Override
  void multiply(
      float[] re, float[] im, int start, float[] kernelRe, float[] kernelIm, int from, int to) {
    SimdFloatProducts.multiply(re, im, start, kernelRe, kernelIm, from, to);
  }

  @Override
  void gather(Blocks<float[]> blocks, int first, int row, int rows, float[] data, int start) {
    SimdFloatLanes.gather(blocks.array(), blocks.offsets(), first, row, rows, data, start);
  }

  @Override
  void scatter(float[] data, int start, Blocks<float[]> blocks, int first, int row, int rows) {
    SimdFloatLanes.scatter(data, start, blocks.array(), blocks.offsets(), first, row, rows);
  }

  @Override
  void copy(
      float[] from, int fromStart, int fromStep, float[] to, int toStart, int toStep, int count) {
    for (int i = 0; i < count; i++) {
      to[toStart + i * toStep] = from[fromStart + i * fromStep];
    }
  }

  @Override
  void scale(float[] data, double factor) {
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (data[i] * factor);
    }
  }

  @Override
  void clear(float[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }
}
