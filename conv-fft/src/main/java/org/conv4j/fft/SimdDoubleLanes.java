package org.conv4j.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Moves numbers from contiguous runs into lanes and back, for {@link SimdDoubleBatch}: as many runs
 * as there are lanes. Squares of as many rows are transposed in registers: step by step, halves,
 * quarters and so on change places between two rows. In the manner of {@link SimdDoubleStages};
 * selected as bits, because Java 17 turns those operations into one instruction, and masks into
 * two.
 */
@SuppressWarnings("TooManyParameters")
final class SimdDoubleLanes {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;

  private static final VectorShuffle<Long> SWAP_1 = VectorShuffle.fromOp(BITS, lane -> lane ^ 1);
  private static final VectorShuffle<Long> SWAP_2 = VectorShuffle.fromOp(BITS, lane -> lane ^ 2);
  private static final VectorShuffle<Long> SWAP_4 = VectorShuffle.fromOp(BITS, lane -> lane ^ 4);

  /** Row after row, all ones in the lanes whose number has bit 0, 1, 2 and so on. */
  private static final long[] ODD = odd();

  private SimdDoubleLanes() {}

  private static long[] odd() {
    long[] odd = new long[3 * LANES];
    for (int i = 0; i < odd.length; i++) {
      odd[i] = ((i % LANES) >> (i / LANES)) % 2 == 0 ? 0 : -1;
    }
    return odd;
  }

  /** Rows {@code row} to {@code row + rows}, a multiple of the lanes, to {@code start} and on. */
  static void gather(
      double[] x, int[] offset, int first, int row, int rows, double[] y, int start) {
    switch (LANES) {
      case 8 -> gatherEight(x, offset, first, row, rows, y, start);
      case 4 -> gatherFour(x, offset, first, row, rows, y, start);
      default -> {
        for (int lane = 0; lane < LANES; lane++) {
          int from = offset[first + lane];
          for (int i = row; i < row + rows; i++) {
            y[start + (i - row) * LANES + lane] = x[from + i];
          }
        }
      }
    }
  }

  /** The reverse of {@link #gather}. */
  static void scatter(
      double[] y, int start, double[] x, int[] offset, int first, int row, int rows) {
    switch (LANES) {
      case 8 -> scatterEight(y, start, x, offset, first, row, rows);
      case 4 -> scatterFour(y, start, x, offset, first, row, rows);
      default -> {
        for (int lane = 0; lane < LANES; lane++) {
          int to = offset[first + lane];
          for (int i = row; i < row + rows; i++) {
            x[to + i] = y[start + (i - row) * LANES + lane];
          }
        }
      }
    }
  }

  private static void gatherEight(
      double[] x, int[] offset, int first, int row, int rows, double[] y, int start) {
    LongVector odd1 = LongVector.fromArray(BITS, ODD, 0);
    LongVector odd2 = LongVector.fromArray(BITS, ODD, LANES);
    LongVector odd4 = LongVector.fromArray(BITS, ODD, 2 * LANES);
    int to = start;
    for (int i = row; i < row + rows; i += LANES) {
      LongVector x0 = DoubleVector.fromArray(SPECIES, x, offset[first] + i).reinterpretAsLongs();
      LongVector x1 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 1] + i).reinterpretAsLongs();
      LongVector x2 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 2] + i).reinterpretAsLongs();
      LongVector x3 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 3] + i).reinterpretAsLongs();
      LongVector x4 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 4] + i).reinterpretAsLongs();
      LongVector x5 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 5] + i).reinterpretAsLongs();
      LongVector x6 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 6] + i).reinterpretAsLongs();
      LongVector x7 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 7] + i).reinterpretAsLongs();
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
      u9.reinterpretAsDoubles().intoArray(y, to);
      v9.reinterpretAsDoubles().intoArray(y, to + LANES);
      u10.reinterpretAsDoubles().intoArray(y, to + 2 * LANES);
      v10.reinterpretAsDoubles().intoArray(y, to + 3 * LANES);
      u11.reinterpretAsDoubles().intoArray(y, to + 4 * LANES);
      v11.reinterpretAsDoubles().intoArray(y, to + 5 * LANES);
      u12.reinterpretAsDoubles().intoArray(y, to + 6 * LANES);
      v12.reinterpretAsDoubles().intoArray(y, to + 7 * LANES);
      to += 8 * LANES;
    }
  }

  private static void scatterEight(
      double[] y, int start, double[] x, int[] offset, int first, int row, int rows) {
    LongVector odd1 = LongVector.fromArray(BITS, ODD, 0);
    LongVector odd2 = LongVector.fromArray(BITS, ODD, LANES);
    LongVector odd4 = LongVector.fromArray(BITS, ODD, 2 * LANES);
    int from = start;
    for (int i = row; i < row + rows; i += LANES) {
      LongVector y0 = DoubleVector.fromArray(SPECIES, y, from).reinterpretAsLongs();
      LongVector y1 = DoubleVector.fromArray(SPECIES, y, from + LANES).reinterpretAsLongs();
      LongVector y2 = DoubleVector.fromArray(SPECIES, y, from + 2 * LANES).reinterpretAsLongs();
      LongVector y3 = DoubleVector.fromArray(SPECIES, y, from + 3 * LANES).reinterpretAsLongs();
      LongVector y4 = DoubleVector.fromArray(SPECIES, y, from + 4 * LANES).reinterpretAsLongs();
      LongVector y5 = DoubleVector.fromArray(SPECIES, y, from + 5 * LANES).reinterpretAsLongs();
      LongVector y6 = DoubleVector.fromArray(SPECIES, y, from + 6 * LANES).reinterpretAsLongs();
      LongVector y7 = DoubleVector.fromArray(SPECIES, y, from + 7 * LANES).reinterpretAsLongs();
      LongVector u1 = y0.lanewise(VectorOperators.BITWISE_BLEND, y4.rearrange(SWAP_4), odd4);
      LongVector v1 = y0.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y4, odd4);
      LongVector u2 = y1.lanewise(VectorOperators.BITWISE_BLEND, y5.rearrange(SWAP_4), odd4);
      LongVector v2 = y1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y5, odd4);
      LongVector u3 = y2.lanewise(VectorOperators.BITWISE_BLEND, y6.rearrange(SWAP_4), odd4);
      LongVector v3 = y2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y6, odd4);
      LongVector u4 = y3.lanewise(VectorOperators.BITWISE_BLEND, y7.rearrange(SWAP_4), odd4);
      LongVector v4 = y3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y7, odd4);
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
      u9.reinterpretAsDoubles().intoArray(x, offset[first] + i);
      v9.reinterpretAsDoubles().intoArray(x, offset[first + 1] + i);
      u10.reinterpretAsDoubles().intoArray(x, offset[first + 2] + i);
      v10.reinterpretAsDoubles().intoArray(x, offset[first + 3] + i);
      u11.reinterpretAsDoubles().intoArray(x, offset[first + 4] + i);
      v11.reinterpretAsDoubles().intoArray(x, offset[first + 5] + i);
      u12.reinterpretAsDoubles().intoArray(x, offset[first + 6] + i);
      v12.reinterpretAsDoubles().intoArray(x, offset[first + 7] + i);
      from += 8 * LANES;
    }
  }

  private static void gatherFour(
      double[] x, int[] offset, int first, int row, int rows, double[] y, int start) {
    LongVector odd1 = LongVector.fromArray(BITS, ODD, 0);
    LongVector odd2 = LongVector.fromArray(BITS, ODD, LANES);
    int to = start;
    for (int i = row; i < row + rows; i += LANES) {
      LongVector x0 = DoubleVector.fromArray(SPECIES, x, offset[first] + i).reinterpretAsLongs();
      LongVector x1 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 1] + i).reinterpretAsLongs();
      LongVector x2 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 2] + i).reinterpretAsLongs();
      LongVector x3 =
          DoubleVector.fromArray(SPECIES, x, offset[first + 3] + i).reinterpretAsLongs();
      LongVector u1 = x0.lanewise(VectorOperators.BITWISE_BLEND, x2.rearrange(SWAP_2), odd2);
      LongVector v1 = x0.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, x2, odd2);
      LongVector u2 = x1.lanewise(VectorOperators.BITWISE_BLEND, x3.rearrange(SWAP_2), odd2);
      LongVector v2 = x1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, x3, odd2);
      LongVector u3 = u1.lanewise(VectorOperators.BITWISE_BLEND, u2.rearrange(SWAP_1), odd1);
      LongVector v3 = u1.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u2, odd1);
      LongVector u4 = v1.lanewise(VectorOperators.BITWISE_BLEND, v2.rearrange(SWAP_1), odd1);
      LongVector v4 = v1.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v2, odd1);
      u3.reinterpretAsDoubles().intoArray(y, to);
      v3.reinterpretAsDoubles().intoArray(y, to + LANES);
      u4.reinterpretAsDoubles().intoArray(y, to + 2 * LANES);
      v4.reinterpretAsDoubles().intoArray(y, to + 3 * LANES);
      to += 4 * LANES;
    }
  }

  private static void scatterFour(
      double[] y, int start, double[] x, int[] offset, int first, int row, int rows) {
    LongVector odd1 = LongVector.fromArray(BITS, ODD, 0);
    LongVector odd2 = LongVector.fromArray(BITS, ODD, LANES);
    int from = start;
    for (int i = row; i < row + rows; i += LANES) {
      LongVector y0 = DoubleVector.fromArray(SPECIES, y, from).reinterpretAsLongs();
      LongVector y1 = DoubleVector.fromArray(SPECIES, y, from + LANES).reinterpretAsLongs();
      LongVector y2 = DoubleVector.fromArray(SPECIES, y, from + 2 * LANES).reinterpretAsLongs();
      LongVector y3 = DoubleVector.fromArray(SPECIES, y, from + 3 * LANES).reinterpretAsLongs();
      LongVector u1 = y0.lanewise(VectorOperators.BITWISE_BLEND, y2.rearrange(SWAP_2), odd2);
      LongVector v1 = y0.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, y2, odd2);
      LongVector u2 = y1.lanewise(VectorOperators.BITWISE_BLEND, y3.rearrange(SWAP_2), odd2);
      LongVector v2 = y1.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, y3, odd2);
      LongVector u3 = u1.lanewise(VectorOperators.BITWISE_BLEND, u2.rearrange(SWAP_1), odd1);
      LongVector v3 = u1.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u2, odd1);
      LongVector u4 = v1.lanewise(VectorOperators.BITWISE_BLEND, v2.rearrange(SWAP_1), odd1);
      LongVector v4 = v1.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v2, odd1);
      u3.reinterpretAsDoubles().intoArray(x, offset[first] + i);
      v3.reinterpretAsDoubles().intoArray(x, offset[first + 1] + i);
      u4.reinterpretAsDoubles().intoArray(x, offset[first + 2] + i);
      v4.reinterpretAsDoubles().intoArray(x, offset[first + 3] + i);
      from += 4 * LANES;
    }
  }
}
