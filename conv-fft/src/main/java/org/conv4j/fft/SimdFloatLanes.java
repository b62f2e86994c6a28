package org.conv4j.fft;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many lanes as a vector has elements of type {@code float}. Squares of as many rows are
 * transposed in registers: step by step, halves, quarters and so on change places between two rows.
 * In the manner of {@link SimdFloatStages}; selected as bits, because Java 17 turns those
 * operations into one instruction, and masks into two.
 */
@SuppressWarnings("TooManyParameters")
final class SimdFloatLanes implements Lanes<float[]> {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;

  private static final VectorShuffle<Integer> SWAP_1 = VectorShuffle.fromOp(BITS, lane -> lane ^ 1);
  private static final VectorShuffle<Integer> SWAP_2 = VectorShuffle.fromOp(BITS, lane -> lane ^ 2);
  private static final VectorShuffle<Integer> SWAP_4 = VectorShuffle.fromOp(BITS, lane -> lane ^ 4);
  private static final VectorShuffle<Integer> SWAP_8 = VectorShuffle.fromOp(BITS, lane -> lane ^ 8);

  /** Row after row, all ones in the lanes whose number has bit 0, 1, 2 and so on. */
  private static final int[] ODD = odd();

  private final PlanCache<BatchPlan.Key, BatchTransform<float[]>> transforms =
      new PlanCache<>(key -> new SimdFloatBatch(BatchPlan.of(key), this), BatchPlan.Key::length);

  private final PlanCache<Turn.Key, Turn<float[]>> turns =
      new PlanCache<>(key -> new Turn<>(this, key.columns(), key.rows()), Turn.Key::size);

  private static int[] odd() {
    int[] odd = new int[4 * LANES];
    for (int i = 0; i < odd.length; i++) {
      odd[i] = ((i % LANES) >> (i / LANES)) % 2 == 0 ? 0 : -1;
    }
    return odd;
  }

  @Override
  public int count() {
    return LANES;
  }

  @Override
  public BatchTransform<float[]> transform(BatchPlan.Key key) {
    return transforms.plan(key);
  }

  @Override
  public Turn<float[]> turn(BatchPlan.Key columns, int width) {
    return turns.plan(new Turn.Key(columns, width));
  }

  @Override
  public float[] allocate(int length) {
    return new float[length];
  }

  @Override
  public float[] rounded(double[] exact) {
    float[] rounded = new float[exact.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) exact[i];
    }
    return rounded;
  }

  @Override
  public void transpose(
      float[] x,
      int from,
      int stride,
      int step,
      float[] y,
      int to,
      int toStride,
      int toStep,
      int squares) {
    switch (LANES) {
      case 16 -> transposeSixteen(x, from, stride, step, y, to, toStride, toStep, squares);
      case 8 -> transposeEight(x, from, stride, step, y, to, toStride, toStep, squares);
      default -> {
        for (int square = 0; square < squares; square++) {
          for (int row = 0; row < LANES; row++) {
            copy(
                x,
                from + square * step + row * stride,
                1,
                y,
                to + square * toStep + row,
                toStride,
                LANES);
          }
        }
      }
    }
  }

  /**
   * In two steps of four rows at a time: of all sixteen in one loop the compiler makes no sense.
   */
  private static void transposeSixteen(
      float[] x,
      int from,
      int stride,
      int step,
      float[] y,
      int to,
      int toStride,
      int toStep,
      int squares) {
    for (int square = 0; square < squares; square++) {
      int place = to + square * toStep;
      exchangeFar(x, from + square * step, stride, y, place, toStride);
      exchangeNear(y, place, toStride, y, place, toStride);
    }
  }

  /** Halves and quarters change places between rows four and eight apart. */
  private static void exchangeFar(
      float[] x, int from, int stride, float[] y, int to, int toStride) {
    IntVector odd8 = IntVector.fromArray(BITS, ODD, 3 * LANES);
    IntVector odd4 = IntVector.fromArray(BITS, ODD, 2 * LANES);
    int a = from;
    int b = to;
    for (int quad = 4; quad > 0; quad--) {
      IntVector x0 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      IntVector x1 = FloatVector.fromArray(SPECIES, x, a + 4 * stride).reinterpretAsInts();
      IntVector x2 = FloatVector.fromArray(SPECIES, x, a + 8 * stride).reinterpretAsInts();
      IntVector x3 = FloatVector.fromArray(SPECIES, x, a + 12 * stride).reinterpretAsInts();
      IntVector u0 = x0.lanewise(VectorOperators.BITWISE_BLEND, x2.rearrange(SWAP_8), odd8);
      IntVector u2 = x0.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x2, odd8);
      IntVector u1 = x1.lanewise(VectorOperators.BITWISE_BLEND, x3.rearrange(SWAP_8), odd8);
      IntVector u3 = x1.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x3, odd8);
      IntVector v0 = u0.lanewise(VectorOperators.BITWISE_BLEND, u1.rearrange(SWAP_4), odd4);
      IntVector v1 = u0.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u1, odd4);
      IntVector v2 = u2.lanewise(VectorOperators.BITWISE_BLEND, u3.rearrange(SWAP_4), odd4);
      IntVector v3 = u2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u3, odd4);
      v0.reinterpretAsFloats().intoArray(y, b);
      v1.reinterpretAsFloats().intoArray(y, b + 4 * toStride);
      v2.reinterpretAsFloats().intoArray(y, b + 8 * toStride);
      v3.reinterpretAsFloats().intoArray(y, b + 12 * toStride);
      a += stride;
      b += toStride;
    }
  }

  /** Eighths and single numbers change places between rows next to each other. */
  private static void exchangeNear(
      float[] x, int from, int stride, float[] y, int to, int toStride) {
    IntVector odd2 = IntVector.fromArray(BITS, ODD, LANES);
    IntVector odd1 = IntVector.fromArray(BITS, ODD, 0);
    int a = from;
    int b = to;
    for (int quad = 4; quad > 0; quad--) {
      IntVector x0 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      IntVector x1 = FloatVector.fromArray(SPECIES, x, a + stride).reinterpretAsInts();
      IntVector x2 = FloatVector.fromArray(SPECIES, x, a + 2 * stride).reinterpretAsInts();
      IntVector x3 = FloatVector.fromArray(SPECIES, x, a + 3 * stride).reinterpretAsInts();
      IntVector u0 = x0.lanewise(VectorOperators.BITWISE_BLEND, x2.rearrange(SWAP_2), odd2);
      IntVector u2 = x0.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, x2, odd2);
      IntVector u1 = x1.lanewise(VectorOperators.BITWISE_BLEND, x3.rearrange(SWAP_2), odd2);
      IntVector u3 = x1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, x3, odd2);
      IntVector v0 = u0.lanewise(VectorOperators.BITWISE_BLEND, u1.rearrange(SWAP_1), odd1);
      IntVector v1 = u0.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u1, odd1);
      IntVector v2 = u2.lanewise(VectorOperators.BITWISE_BLEND, u3.rearrange(SWAP_1), odd1);
      IntVector v3 = u2.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u3, odd1);
      v0.reinterpretAsFloats().intoArray(y, b);
      v1.reinterpretAsFloats().intoArray(y, b + toStride);
      v2.reinterpretAsFloats().intoArray(y, b + 2 * toStride);
      v3.reinterpretAsFloats().intoArray(y, b + 3 * toStride);
      a += 4 * stride;
      b += 4 * toStride;
    }
  }

  private static void transposeEight(
      float[] x,
      int from,
      int stride,
      int step,
      float[] y,
      int to,
      int toStride,
      int toStep,
      int squares) {
    IntVector odd1 = IntVector.fromArray(BITS, ODD, 0);
    IntVector odd2 = IntVector.fromArray(BITS, ODD, LANES);
    IntVector odd4 = IntVector.fromArray(BITS, ODD, 2 * LANES);
    int first = from;
    int second = to;
    for (int square = squares; square > 0; square--) {
      int a = first;
      IntVector x0 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      a += stride;
      IntVector x1 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      a += stride;
      IntVector x2 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      a += stride;
      IntVector x3 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      a += stride;
      IntVector x4 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      a += stride;
      IntVector x5 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      a += stride;
      IntVector x6 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      a += stride;
      IntVector x7 = FloatVector.fromArray(SPECIES, x, a).reinterpretAsInts();
      IntVector u1 = x0.lanewise(VectorOperators.BITWISE_BLEND, x4.rearrange(SWAP_4), odd4);
      IntVector v1 = x0.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x4, odd4);
      IntVector u2 = x1.lanewise(VectorOperators.BITWISE_BLEND, x5.rearrange(SWAP_4), odd4);
      IntVector v2 = x1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x5, odd4);
      IntVector u3 = x2.lanewise(VectorOperators.BITWISE_BLEND, x6.rearrange(SWAP_4), odd4);
      IntVector v3 = x2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x6, odd4);
      IntVector u4 = x3.lanewise(VectorOperators.BITWISE_BLEND, x7.rearrange(SWAP_4), odd4);
      IntVector v4 = x3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x7, odd4);
      IntVector u5 = u1.lanewise(VectorOperators.BITWISE_BLEND, u3.rearrange(SWAP_2), odd2);
      IntVector v5 = u1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u3, odd2);
      IntVector u6 = u2.lanewise(VectorOperators.BITWISE_BLEND, u4.rearrange(SWAP_2), odd2);
      IntVector v6 = u2.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u4, odd2);
      IntVector u7 = v1.lanewise(VectorOperators.BITWISE_BLEND, v3.rearrange(SWAP_2), odd2);
      IntVector v7 = v1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v3, odd2);
      IntVector u8 = v2.lanewise(VectorOperators.BITWISE_BLEND, v4.rearrange(SWAP_2), odd2);
      IntVector v8 = v2.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v4, odd2);
      IntVector u9 = u5.lanewise(VectorOperators.BITWISE_BLEND, u6.rearrange(SWAP_1), odd1);
      IntVector v9 = u5.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u6, odd1);
      IntVector u10 = v5.lanewise(VectorOperators.BITWISE_BLEND, v6.rearrange(SWAP_1), odd1);
      IntVector v10 = v5.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v6, odd1);
      IntVector u11 = u7.lanewise(VectorOperators.BITWISE_BLEND, u8.rearrange(SWAP_1), odd1);
      IntVector v11 = u7.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u8, odd1);
      IntVector u12 = v7.lanewise(VectorOperators.BITWISE_BLEND, v8.rearrange(SWAP_1), odd1);
      IntVector v12 = v7.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v8, odd1);
      int b = second;
      u9.reinterpretAsFloats().intoArray(y, b);
      b += toStride;
      v9.reinterpretAsFloats().intoArray(y, b);
      b += toStride;
      u10.reinterpretAsFloats().intoArray(y, b);
      b += toStride;
      v10.reinterpretAsFloats().intoArray(y, b);
      b += toStride;
      u11.reinterpretAsFloats().intoArray(y, b);
      b += toStride;
      v11.reinterpretAsFloats().intoArray(y, b);
      b += toStride;
      u12.reinterpretAsFloats().intoArray(y, b);
      b += toStride;
      v12.reinterpretAsFloats().intoArray(y, b);
      first += step;
      second += toStep;
    }
  }

  @Override
  public void lines(float[] x, int from, int step, float[] y, int to, int toStep, int count) {
    int a = from;
    int b = to;
    for (int line = count; line > 0; line--) {
      FloatVector.fromArray(SPECIES, x, a).intoArray(y, b);
      a += step;
      b += toStep;
    }
  }

  @Override
  public void copy(float[] x, int from, int step, float[] y, int to, int toStep, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i * toStep] = x[from + i * step];
    }
  }

  @Override
  public void clear(float[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void scale(float[] data, int from, int to, double factor) {
    float own = (float) factor;
    for (int i = from; i < to; i++) {
      data[i] *= own;
    }
  }

  @Override
  public void multiply(
      float[] re,
      float[] im,
      int start,
      float[] kernelRe,
      float[] kernelIm,
      int kernelStart,
      int count) {
    int k = kernelStart;
    for (int i = start; i < start + count; i += LANES) {
      FloatVector kr = FloatVector.fromArray(SPECIES, kernelRe, k);
      FloatVector ki = FloatVector.fromArray(SPECIES, kernelIm, k);
      FloatVector xr = FloatVector.fromArray(SPECIES, re, i);
      FloatVector xi = FloatVector.fromArray(SPECIES, im, i);
      xr.mul(kr).sub(xi.mul(ki)).intoArray(re, i);
      xr.fma(ki, xi.mul(kr)).intoArray(im, i);
      k += LANES;
    }
  }

  @Override
  public void addProduct(
      float[] sumRe,
      float[] sumIm,
      float[] re,
      float[] im,
      float[] kernelRe,
      float[] kernelIm,
      int from,
      int to) {
    SimdFloatSums.add(sumRe, sumIm, re, im, kernelRe, kernelIm, from, to);
  }

  @Override
  public void addFour(
      List<Spectrum<float[]>> x,
      List<Spectrum<float[]>> h,
      int first,
      Spectrum<float[]> sum,
      int from,
      int to) {
    SimdFloatSums.add(x, h, first, sum, from, to);
  }

  @Override
  public double largest(float[] data, int from, int to) {
    IntVector magnitude = IntVector.broadcast(BITS, Integer.MAX_VALUE);
    IntVector most = IntVector.zero(BITS);
    int end = to - (to - from) % LANES;
    for (int i = from; i < end; i += LANES) {
      most = most.max(FloatVector.fromArray(SPECIES, data, i).reinterpretAsInts().and(magnitude));
    }
    // Not by a reduction, for which Java 17 has no instruction.
    int[] lanes = new int[LANES];
    most.intoArray(lanes, 0);
    int largest = 0;
    for (int lane : lanes) {
      largest = Math.max(largest, lane);
    }
    for (int i = end; i < to; i++) {
      largest = Math.max(largest, Float.floatToRawIntBits(data[i]) & Integer.MAX_VALUE);
    }
    return Float.intBitsToFloat(largest);
  }

  @Override
  public void turn(
      float[] re, float[] im, int start, int rows, float[] cos, float[] sin, int coarse, int fine) {
    FloatVector cr = FloatVector.fromArray(SPECIES, cos, coarse);
    FloatVector ci = FloatVector.fromArray(SPECIES, sin, coarse);
    int f = fine;
    for (int i = start; i < start + rows * LANES; i += LANES) {
      FloatVector fr = FloatVector.fromArray(SPECIES, cos, f);
      FloatVector fi = FloatVector.fromArray(SPECIES, sin, f);
      FloatVector xr = FloatVector.fromArray(SPECIES, re, i);
      FloatVector xi = FloatVector.fromArray(SPECIES, im, i);
      FloatVector wr = cr.mul(fr).sub(ci.mul(fi));
      FloatVector wi = cr.fma(fi, ci.mul(fr));
      xr.mul(wr).sub(xi.mul(wi)).intoArray(re, i);
      xr.fma(wi, xi.mul(wr)).intoArray(im, i);
      f += LANES;
    }
  }

  @Override
  public void turnBack(
      float[] re, float[] im, int start, int rows, float[] cos, float[] sin, int coarse, int fine) {
    FloatVector cr = FloatVector.fromArray(SPECIES, cos, coarse);
    FloatVector ci = FloatVector.fromArray(SPECIES, sin, coarse);
    int f = fine;
    for (int i = start; i < start + rows * LANES; i += LANES) {
      FloatVector fr = FloatVector.fromArray(SPECIES, cos, f);
      FloatVector fi = FloatVector.fromArray(SPECIES, sin, f);
      FloatVector xr = FloatVector.fromArray(SPECIES, re, i);
      FloatVector xi = FloatVector.fromArray(SPECIES, im, i);
      FloatVector wr = cr.mul(fr).sub(ci.mul(fi));
      FloatVector wi = cr.fma(fi, ci.mul(fr));
      xr.fma(wr, xi.mul(wi)).intoArray(re, i);
      xi.mul(wr).sub(xr.mul(wi)).intoArray(im, i);
      f += LANES;
    }
  }
}
