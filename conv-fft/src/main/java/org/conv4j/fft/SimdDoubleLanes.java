package org.conv4j.fft;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many lanes as a vector has elements of type {@code double}. Squares of as many rows are
 * transposed in registers: step by step, halves, quarters and so on change places between two rows.
 * In the manner of {@link SimdDoubleStages}; selected as bits, because Java 17 turns those
 * operations into one instruction, and masks into two.
 */
@SuppressWarnings("TooManyParameters")
final class SimdDoubleLanes implements Lanes<double[]> {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;

  private static final VectorShuffle<Long> SWAP_1 = VectorShuffle.fromOp(BITS, lane -> lane ^ 1);
  private static final VectorShuffle<Long> SWAP_2 = VectorShuffle.fromOp(BITS, lane -> lane ^ 2);
  private static final VectorShuffle<Long> SWAP_4 = VectorShuffle.fromOp(BITS, lane -> lane ^ 4);

  /** Row after row, all ones in the lanes whose number has bit 0, 1, 2 and so on. */
  private static final long[] ODD = odd();

  private final PlanCache<BatchPlan.Key, BatchTransform<double[]>> transforms =
      new PlanCache<>(key -> new SimdDoubleBatch(BatchPlan.of(key), this), BatchPlan.Key::length);

  private final PlanCache<Turn.Key, Turn<double[]>> turns =
      new PlanCache<>(key -> new Turn<>(this, key.columns(), key.rows()), Turn.Key::size);

  private static long[] odd() {
    long[] odd = new long[3 * LANES];
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
  public BatchTransform<double[]> transform(BatchPlan.Key key) {
    return transforms.plan(key);
  }

  @Override
  public Turn<double[]> turn(BatchPlan.Key columns, int width) {
    return turns.plan(new Turn.Key(columns, width));
  }

  @Override
  public double[] allocate(int length) {
    return new double[length];
  }

  @Override
  public double[] rounded(double[] exact) {
    return exact;
  }

  @Override
  public void transpose(
      double[] x,
      int from,
      int stride,
      int step,
      double[] y,
      int to,
      int toStride,
      int toStep,
      int squares) {
    switch (LANES) {
      case 8 -> transposeEight(x, from, stride, step, y, to, toStride, toStep, squares);
      case 4 -> transposeFour(x, from, stride, step, y, to, toStride, toStep, squares);
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

  private static void transposeEight(
      double[] x,
      int from,
      int stride,
      int step,
      double[] y,
      int to,
      int toStride,
      int toStep,
      int squares) {
    LongVector odd1 = LongVector.fromArray(BITS, ODD, 0);
    LongVector odd2 = LongVector.fromArray(BITS, ODD, LANES);
    LongVector odd4 = LongVector.fromArray(BITS, ODD, 2 * LANES);
    int first = from;
    int second = to;
    for (int square = squares; square > 0; square--) {
      int a = first;
      LongVector x0 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x1 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x2 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x3 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x4 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x5 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x6 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x7 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      LongVector u1 = x0.lanewise(VectorOperators.BITWISE_BLEND, x4.rearrange(SWAP_4), odd4);
      LongVector v1 = x0.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x4, odd4);
      LongVector u2 = x1.lanewise(VectorOperators.BITWISE_BLEND, x5.rearrange(SWAP_4), odd4);
      LongVector v2 = x1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x5, odd4);
      LongVector u3 = x2.lanewise(VectorOperators.BITWISE_BLEND, x6.rearrange(SWAP_4), odd4);
      LongVector v3 = x2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x6, odd4);
      LongVector u4 = x3.lanewise(VectorOperators.BITWISE_BLEND, x7.rearrange(SWAP_4), odd4);
      LongVector v4 = x3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, x7, odd4);
      LongVector u5 = u1.lanewise(VectorOperators.BITWISE_BLEND, u3.rearrange(SWAP_2), odd2);
      LongVector v5 = u1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u3, odd2);
      LongVector u6 = u2.lanewise(VectorOperators.BITWISE_BLEND, u4.rearrange(SWAP_2), odd2);
      LongVector v6 = u2.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u4, odd2);
      LongVector u7 = v1.lanewise(VectorOperators.BITWISE_BLEND, v3.rearrange(SWAP_2), odd2);
      LongVector v7 = v1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v3, odd2);
      LongVector u8 = v2.lanewise(VectorOperators.BITWISE_BLEND, v4.rearrange(SWAP_2), odd2);
      LongVector v8 = v2.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v4, odd2);
      LongVector u9 = u5.lanewise(VectorOperators.BITWISE_BLEND, u6.rearrange(SWAP_1), odd1);
      LongVector v9 = u5.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u6, odd1);
      LongVector u10 = v5.lanewise(VectorOperators.BITWISE_BLEND, v6.rearrange(SWAP_1), odd1);
      LongVector v10 = v5.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v6, odd1);
      LongVector u11 = u7.lanewise(VectorOperators.BITWISE_BLEND, u8.rearrange(SWAP_1), odd1);
      LongVector v11 = u7.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u8, odd1);
      LongVector u12 = v7.lanewise(VectorOperators.BITWISE_BLEND, v8.rearrange(SWAP_1), odd1);
      LongVector v12 = v7.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v8, odd1);
      int b = second;
      u9.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      v9.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      u10.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      v10.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      u11.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      v11.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      u12.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      v12.reinterpretAsDoubles().intoArray(y, b);
      first += step;
      second += toStep;
    }
  }

  private static void transposeFour(
      double[] x,
      int from,
      int stride,
      int step,
      double[] y,
      int to,
      int toStride,
      int toStep,
      int squares) {
    LongVector odd1 = LongVector.fromArray(BITS, ODD, 0);
    LongVector odd2 = LongVector.fromArray(BITS, ODD, LANES);
    int first = from;
    int second = to;
    for (int square = squares; square > 0; square--) {
      int a = first;
      LongVector x0 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x1 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x2 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      a += stride;
      LongVector x3 = DoubleVector.fromArray(SPECIES, x, a).reinterpretAsLongs();
      LongVector u1 = x0.lanewise(VectorOperators.BITWISE_BLEND, x2.rearrange(SWAP_2), odd2);
      LongVector v1 = x0.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, x2, odd2);
      LongVector u2 = x1.lanewise(VectorOperators.BITWISE_BLEND, x3.rearrange(SWAP_2), odd2);
      LongVector v2 = x1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, x3, odd2);
      LongVector u3 = u1.lanewise(VectorOperators.BITWISE_BLEND, u2.rearrange(SWAP_1), odd1);
      LongVector v3 = u1.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u2, odd1);
      LongVector u4 = v1.lanewise(VectorOperators.BITWISE_BLEND, v2.rearrange(SWAP_1), odd1);
      LongVector v4 = v1.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v2, odd1);
      int b = second;
      u3.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      v3.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      u4.reinterpretAsDoubles().intoArray(y, b);
      b += toStride;
      v4.reinterpretAsDoubles().intoArray(y, b);
      first += step;
      second += toStep;
    }
  }

  @Override
  public void lines(double[] x, int from, int step, double[] y, int to, int toStep, int count) {
    int a = from;
    int b = to;
    for (int line = count; line > 0; line--) {
      DoubleVector.fromArray(SPECIES, x, a).intoArray(y, b);
      a += step;
      b += toStep;
    }
  }

  @Override
  public void copy(double[] x, int from, int step, double[] y, int to, int toStep, int count) {
    for (int i = 0; i < count; i++) {
      y[to + i * toStep] = x[from + i * step];
    }
  }

  @Override
  public void clear(double[] data, int from, int to) {
    Arrays.fill(data, from, to, 0);
  }

  @Override
  public void scale(double[] data, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      data[i] *= factor;
    }
  }

  @Override
  public void multiply(
      double[] re,
      double[] im,
      int start,
      double[] kernelRe,
      double[] kernelIm,
      int kernelStart,
      int count) {
    int k = kernelStart;
    for (int i = start; i < start + count; i += LANES) {
      DoubleVector kr = DoubleVector.fromArray(SPECIES, kernelRe, k);
      DoubleVector ki = DoubleVector.fromArray(SPECIES, kernelIm, k);
      DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
      xr.mul(kr).sub(xi.mul(ki)).intoArray(re, i);
      xr.fma(ki, xi.mul(kr)).intoArray(im, i);
      k += LANES;
    }
  }

  @Override
  public void addProduct(
      double[] sumRe,
      double[] sumIm,
      double[] re,
      double[] im,
      double[] kernelRe,
      double[] kernelIm,
      int from,
      int to) {
    SimdDoubleSums.add(sumRe, sumIm, re, im, kernelRe, kernelIm, from, to);
  }

  @Override
  public void addFour(
      List<Spectrum<double[]>> x,
      List<Spectrum<double[]>> h,
      int first,
      Spectrum<double[]> sum,
      int from,
      int to) {
    SimdDoubleSums.add(x, h, first, sum, from, to);
  }

  @Override
  public double largest(double[] data, int from, int to) {
    LongVector magnitude = LongVector.broadcast(BITS, Long.MAX_VALUE);
    LongVector most = LongVector.zero(BITS);
    int end = to - (to - from) % LANES;
    for (int i = from; i < end; i += LANES) {
      most = most.max(DoubleVector.fromArray(SPECIES, data, i).reinterpretAsLongs().and(magnitude));
    }
    // Not by a reduction, for which Java 17 has no instruction.
    long[] lanes = new long[LANES];
    most.intoArray(lanes, 0);
    long largest = 0;
    for (long lane : lanes) {
      largest = Math.max(largest, lane);
    }
    for (int i = end; i < to; i++) {
      largest = Math.max(largest, Double.doubleToRawLongBits(data[i]) & Long.MAX_VALUE);
    }
    return Double.longBitsToDouble(largest);
  }

  @Override
  public void turn(
      double[] re,
      double[] im,
      int start,
      int rows,
      double[] cos,
      double[] sin,
      int coarse,
      int fine) {
    DoubleVector cr = DoubleVector.fromArray(SPECIES, cos, coarse);
    DoubleVector ci = DoubleVector.fromArray(SPECIES, sin, coarse);
    int f = fine;
    for (int i = start; i < start + rows * LANES; i += LANES) {
      DoubleVector fr = DoubleVector.fromArray(SPECIES, cos, f);
      DoubleVector fi = DoubleVector.fromArray(SPECIES, sin, f);
      DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
      DoubleVector wr = cr.mul(fr).sub(ci.mul(fi));
      DoubleVector wi = cr.fma(fi, ci.mul(fr));
      xr.mul(wr).sub(xi.mul(wi)).intoArray(re, i);
      xr.fma(wi, xi.mul(wr)).intoArray(im, i);
      f += LANES;
    }
  }

  @Override
  public void turnBack(
      double[] re,
      double[] im,
      int start,
      int rows,
      double[] cos,
      double[] sin,
      int coarse,
      int fine) {
    DoubleVector cr = DoubleVector.fromArray(SPECIES, cos, coarse);
    DoubleVector ci = DoubleVector.fromArray(SPECIES, sin, coarse);
    int f = fine;
    for (int i = start; i < start + rows * LANES; i += LANES) {
      DoubleVector fr = DoubleVector.fromArray(SPECIES, cos, f);
      DoubleVector fi = DoubleVector.fromArray(SPECIES, sin, f);
      DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
      DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
      DoubleVector wr = cr.mul(fr).sub(ci.mul(fi));
      DoubleVector wi = cr.fma(fi, ci.mul(fr));
      xr.fma(wr, xi.mul(wi)).intoArray(re, i);
      xi.mul(wr).sub(xr.mul(wi)).intoArray(im, i);
      f += LANES;
    }
  }
}
