package org.conv4j.fft;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Moves numbers from contiguous runs into lanes and back, for {@link SimdFloatBatch}: as many runs
 * as there are lanes. Squares of as many rows are transposed in registers: step by step, halves,
 * quarters and so on change places between two rows. In the manner of {@link SimdFloatStages};
 * selected as bits, because Java 17 turns those operations into one instruction, and masks into
 * two.
 */
@SuppressWarnings("TooManyParameters")
final class SimdFloatLanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;

  private static final VectorShuffle<Integer> SWAP_1 = VectorShuffle.fromOp(BITS, lane -> lane ^ 1);
  private static final VectorShuffle<Integer> SWAP_2 = VectorShuffle.fromOp(BITS, lane -> lane ^ 2);
  private static final VectorShuffle<Integer> SWAP_4 = VectorShuffle.fromOp(BITS, lane -> lane ^ 4);
  private static final VectorShuffle<Integer> SWAP_8 = VectorShuffle.fromOp(BITS, lane -> lane ^ 8);

  /** Row after row, all ones in the lanes whose number has bit 0, 1, 2 and so on. */
  private static final int[] ODD = odd();

  private SimdFloatLanes() {}

  private static int[] odd() {
    int[] odd = new int[4 * LANES];
    for (int i = 0; i < odd.length; i++) {
      odd[i] = ((i % LANES) >> (i / LANES)) % 2 == 0 ? 0 : -1;
    }
    return odd;
  }

  /** Rows {@code row} to {@code row + rows}, a multiple of the lanes, to {@code start} and on. */
  static void gather(float[] x, int[] offset, int first, int row, int rows, float[] y, int start) {
    switch (LANES) {
      case 16 -> gatherSixteen(x, offset, first, row, rows, y, start);
      case 8 -> gatherEight(x, offset, first, row, rows, y, start);
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
  static void scatter(float[] y, int start, float[] x, int[] offset, int first, int row, int rows) {
    switch (LANES) {
      case 16 -> scatterSixteen(y, start, x, offset, first, row, rows);
      case 8 -> scatterEight(y, start, x, offset, first, row, rows);
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

  private static void gatherSixteen(
      float[] x, int[] offset, int first, int row, int rows, float[] y, int start) {
    IntVector odd1 = IntVector.fromArray(BITS, ODD, 0);
    IntVector odd2 = IntVector.fromArray(BITS, ODD, LANES);
    IntVector odd4 = IntVector.fromArray(BITS, ODD, 2 * LANES);
    IntVector odd8 = IntVector.fromArray(BITS, ODD, 3 * LANES);
    int to = start;
    for (int i = row; i < row + rows; i += LANES) {
      IntVector x0 = FloatVector.fromArray(SPECIES, x, offset[first] + i).reinterpretAsInts();
      IntVector x1 = FloatVector.fromArray(SPECIES, x, offset[first + 1] + i).reinterpretAsInts();
      IntVector x2 = FloatVector.fromArray(SPECIES, x, offset[first + 2] + i).reinterpretAsInts();
      IntVector x3 = FloatVector.fromArray(SPECIES, x, offset[first + 3] + i).reinterpretAsInts();
      IntVector x4 = FloatVector.fromArray(SPECIES, x, offset[first + 4] + i).reinterpretAsInts();
      IntVector x5 = FloatVector.fromArray(SPECIES, x, offset[first + 5] + i).reinterpretAsInts();
      IntVector x6 = FloatVector.fromArray(SPECIES, x, offset[first + 6] + i).reinterpretAsInts();
      IntVector x7 = FloatVector.fromArray(SPECIES, x, offset[first + 7] + i).reinterpretAsInts();
      IntVector x8 = FloatVector.fromArray(SPECIES, x, offset[first + 8] + i).reinterpretAsInts();
      IntVector x9 = FloatVector.fromArray(SPECIES, x, offset[first + 9] + i).reinterpretAsInts();
      IntVector x10 = FloatVector.fromArray(SPECIES, x, offset[first + 10] + i).reinterpretAsInts();
      IntVector x11 = FloatVector.fromArray(SPECIES, x, offset[first + 11] + i).reinterpretAsInts();
      IntVector x12 = FloatVector.fromArray(SPECIES, x, offset[first + 12] + i).reinterpretAsInts();
      IntVector x13 = FloatVector.fromArray(SPECIES, x, offset[first + 13] + i).reinterpretAsInts();
      IntVector x14 = FloatVector.fromArray(SPECIES, x, offset[first + 14] + i).reinterpretAsInts();
      IntVector x15 = FloatVector.fromArray(SPECIES, x, offset[first + 15] + i).reinterpretAsInts();
      IntVector u1 = x0.lanewise(VectorOperators.BITWISE_BLEND, x8.rearrange(SWAP_8), odd8);
      IntVector v1 = x0.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x8, odd8);
      IntVector u2 = x1.lanewise(VectorOperators.BITWISE_BLEND, x9.rearrange(SWAP_8), odd8);
      IntVector v2 = x1.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x9, odd8);
      IntVector u3 = x2.lanewise(VectorOperators.BITWISE_BLEND, x10.rearrange(SWAP_8), odd8);
      IntVector v3 = x2.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x10, odd8);
      IntVector u4 = x3.lanewise(VectorOperators.BITWISE_BLEND, x11.rearrange(SWAP_8), odd8);
      IntVector v4 = x3.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x11, odd8);
      IntVector u5 = x4.lanewise(VectorOperators.BITWISE_BLEND, x12.rearrange(SWAP_8), odd8);
      IntVector v5 = x4.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x12, odd8);
      IntVector u6 = x5.lanewise(VectorOperators.BITWISE_BLEND, x13.rearrange(SWAP_8), odd8);
      IntVector v6 = x5.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x13, odd8);
      IntVector u7 = x6.lanewise(VectorOperators.BITWISE_BLEND, x14.rearrange(SWAP_8), odd8);
      IntVector v7 = x6.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x14, odd8);
      IntVector u8 = x7.lanewise(VectorOperators.BITWISE_BLEND, x15.rearrange(SWAP_8), odd8);
      IntVector v8 = x7.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, x15, odd8);
      IntVector u9 = u1.lanewise(VectorOperators.BITWISE_BLEND, u5.rearrange(SWAP_4), odd4);
      IntVector v9 = u1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u5, odd4);
      IntVector u10 = u2.lanewise(VectorOperators.BITWISE_BLEND, u6.rearrange(SWAP_4), odd4);
      IntVector v10 = u2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u6, odd4);
      IntVector u11 = u3.lanewise(VectorOperators.BITWISE_BLEND, u7.rearrange(SWAP_4), odd4);
      IntVector v11 = u3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u7, odd4);
      IntVector u12 = u4.lanewise(VectorOperators.BITWISE_BLEND, u8.rearrange(SWAP_4), odd4);
      IntVector v12 = u4.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u8, odd4);
      IntVector u13 = v1.lanewise(VectorOperators.BITWISE_BLEND, v5.rearrange(SWAP_4), odd4);
      IntVector v13 = v1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v5, odd4);
      IntVector u14 = v2.lanewise(VectorOperators.BITWISE_BLEND, v6.rearrange(SWAP_4), odd4);
      IntVector v14 = v2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v6, odd4);
      IntVector u15 = v3.lanewise(VectorOperators.BITWISE_BLEND, v7.rearrange(SWAP_4), odd4);
      IntVector v15 = v3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v7, odd4);
      IntVector u16 = v4.lanewise(VectorOperators.BITWISE_BLEND, v8.rearrange(SWAP_4), odd4);
      IntVector v16 = v4.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v8, odd4);
      IntVector u17 = u9.lanewise(VectorOperators.BITWISE_BLEND, u11.rearrange(SWAP_2), odd2);
      IntVector v17 = u9.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u11, odd2);
      IntVector u18 = u10.lanewise(VectorOperators.BITWISE_BLEND, u12.rearrange(SWAP_2), odd2);
      IntVector v18 = u10.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u12, odd2);
      IntVector u19 = v9.lanewise(VectorOperators.BITWISE_BLEND, v11.rearrange(SWAP_2), odd2);
      IntVector v19 = v9.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v11, odd2);
      IntVector u20 = v10.lanewise(VectorOperators.BITWISE_BLEND, v12.rearrange(SWAP_2), odd2);
      IntVector v20 = v10.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v12, odd2);
      IntVector u21 = u13.lanewise(VectorOperators.BITWISE_BLEND, u15.rearrange(SWAP_2), odd2);
      IntVector v21 = u13.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u15, odd2);
      IntVector u22 = u14.lanewise(VectorOperators.BITWISE_BLEND, u16.rearrange(SWAP_2), odd2);
      IntVector v22 = u14.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u16, odd2);
      IntVector u23 = v13.lanewise(VectorOperators.BITWISE_BLEND, v15.rearrange(SWAP_2), odd2);
      IntVector v23 = v13.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v15, odd2);
      IntVector u24 = v14.lanewise(VectorOperators.BITWISE_BLEND, v16.rearrange(SWAP_2), odd2);
      IntVector v24 = v14.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v16, odd2);
      IntVector u25 = u17.lanewise(VectorOperators.BITWISE_BLEND, u18.rearrange(SWAP_1), odd1);
      IntVector v25 = u17.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u18, odd1);
      IntVector u26 = v17.lanewise(VectorOperators.BITWISE_BLEND, v18.rearrange(SWAP_1), odd1);
      IntVector v26 = v17.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v18, odd1);
      IntVector u27 = u19.lanewise(VectorOperators.BITWISE_BLEND, u20.rearrange(SWAP_1), odd1);
      IntVector v27 = u19.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u20, odd1);
      IntVector u28 = v19.lanewise(VectorOperators.BITWISE_BLEND, v20.rearrange(SWAP_1), odd1);
      IntVector v28 = v19.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v20, odd1);
      IntVector u29 = u21.lanewise(VectorOperators.BITWISE_BLEND, u22.rearrange(SWAP_1), odd1);
      IntVector v29 = u21.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u22, odd1);
      IntVector u30 = v21.lanewise(VectorOperators.BITWISE_BLEND, v22.rearrange(SWAP_1), odd1);
      IntVector v30 = v21.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v22, odd1);
      IntVector u31 = u23.lanewise(VectorOperators.BITWISE_BLEND, u24.rearrange(SWAP_1), odd1);
      IntVector v31 = u23.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u24, odd1);
      IntVector u32 = v23.lanewise(VectorOperators.BITWISE_BLEND, v24.rearrange(SWAP_1), odd1);
      IntVector v32 = v23.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v24, odd1);
      u25.reinterpretAsFloats().intoArray(y, to);
      v25.reinterpretAsFloats().intoArray(y, to + LANES);
      u26.reinterpretAsFloats().intoArray(y, to + 2 * LANES);
      v26.reinterpretAsFloats().intoArray(y, to + 3 * LANES);
      u27.reinterpretAsFloats().intoArray(y, to + 4 * LANES);
      v27.reinterpretAsFloats().intoArray(y, to + 5 * LANES);
      u28.reinterpretAsFloats().intoArray(y, to + 6 * LANES);
      v28.reinterpretAsFloats().intoArray(y, to + 7 * LANES);
      u29.reinterpretAsFloats().intoArray(y, to + 8 * LANES);
      v29.reinterpretAsFloats().intoArray(y, to + 9 * LANES);
      u30.reinterpretAsFloats().intoArray(y, to + 10 * LANES);
      v30.reinterpretAsFloats().intoArray(y, to + 11 * LANES);
      u31.reinterpretAsFloats().intoArray(y, to + 12 * LANES);
      v31.reinterpretAsFloats().intoArray(y, to + 13 * LANES);
      u32.reinterpretAsFloats().intoArray(y, to + 14 * LANES);
      v32.reinterpretAsFloats().intoArray(y, to + 15 * LANES);
      to += 16 * LANES;
    }
  }

  private static void scatterSixteen(
      float[] y, int start, float[] x, int[] offset, int first, int row, int rows) {
    IntVector odd1 = IntVector.fromArray(BITS, ODD, 0);
    IntVector odd2 = IntVector.fromArray(BITS, ODD, LANES);
    IntVector odd4 = IntVector.fromArray(BITS, ODD, 2 * LANES);
    IntVector odd8 = IntVector.fromArray(BITS, ODD, 3 * LANES);
    int from = start;
    for (int i = row; i < row + rows; i += LANES) {
      IntVector y0 = FloatVector.fromArray(SPECIES, y, from).reinterpretAsInts();
      IntVector y1 = FloatVector.fromArray(SPECIES, y, from + LANES).reinterpretAsInts();
      IntVector y2 = FloatVector.fromArray(SPECIES, y, from + 2 * LANES).reinterpretAsInts();
      IntVector y3 = FloatVector.fromArray(SPECIES, y, from + 3 * LANES).reinterpretAsInts();
      IntVector y4 = FloatVector.fromArray(SPECIES, y, from + 4 * LANES).reinterpretAsInts();
      IntVector y5 = FloatVector.fromArray(SPECIES, y, from + 5 * LANES).reinterpretAsInts();
      IntVector y6 = FloatVector.fromArray(SPECIES, y, from + 6 * LANES).reinterpretAsInts();
      IntVector y7 = FloatVector.fromArray(SPECIES, y, from + 7 * LANES).reinterpretAsInts();
      IntVector y8 = FloatVector.fromArray(SPECIES, y, from + 8 * LANES).reinterpretAsInts();
      IntVector y9 = FloatVector.fromArray(SPECIES, y, from + 9 * LANES).reinterpretAsInts();
      IntVector y10 = FloatVector.fromArray(SPECIES, y, from + 10 * LANES).reinterpretAsInts();
      IntVector y11 = FloatVector.fromArray(SPECIES, y, from + 11 * LANES).reinterpretAsInts();
      IntVector y12 = FloatVector.fromArray(SPECIES, y, from + 12 * LANES).reinterpretAsInts();
      IntVector y13 = FloatVector.fromArray(SPECIES, y, from + 13 * LANES).reinterpretAsInts();
      IntVector y14 = FloatVector.fromArray(SPECIES, y, from + 14 * LANES).reinterpretAsInts();
      IntVector y15 = FloatVector.fromArray(SPECIES, y, from + 15 * LANES).reinterpretAsInts();
      IntVector u1 = y0.lanewise(VectorOperators.BITWISE_BLEND, y8.rearrange(SWAP_8), odd8);
      IntVector v1 = y0.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y8, odd8);
      IntVector u2 = y1.lanewise(VectorOperators.BITWISE_BLEND, y9.rearrange(SWAP_8), odd8);
      IntVector v2 = y1.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y9, odd8);
      IntVector u3 = y2.lanewise(VectorOperators.BITWISE_BLEND, y10.rearrange(SWAP_8), odd8);
      IntVector v3 = y2.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y10, odd8);
      IntVector u4 = y3.lanewise(VectorOperators.BITWISE_BLEND, y11.rearrange(SWAP_8), odd8);
      IntVector v4 = y3.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y11, odd8);
      IntVector u5 = y4.lanewise(VectorOperators.BITWISE_BLEND, y12.rearrange(SWAP_8), odd8);
      IntVector v5 = y4.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y12, odd8);
      IntVector u6 = y5.lanewise(VectorOperators.BITWISE_BLEND, y13.rearrange(SWAP_8), odd8);
      IntVector v6 = y5.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y13, odd8);
      IntVector u7 = y6.lanewise(VectorOperators.BITWISE_BLEND, y14.rearrange(SWAP_8), odd8);
      IntVector v7 = y6.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y14, odd8);
      IntVector u8 = y7.lanewise(VectorOperators.BITWISE_BLEND, y15.rearrange(SWAP_8), odd8);
      IntVector v8 = y7.rearrange(SWAP_8).lanewise(VectorOperators.BITWISE_BLEND, y15, odd8);
      IntVector u9 = u1.lanewise(VectorOperators.BITWISE_BLEND, u5.rearrange(SWAP_4), odd4);
      IntVector v9 = u1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u5, odd4);
      IntVector u10 = u2.lanewise(VectorOperators.BITWISE_BLEND, u6.rearrange(SWAP_4), odd4);
      IntVector v10 = u2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u6, odd4);
      IntVector u11 = u3.lanewise(VectorOperators.BITWISE_BLEND, u7.rearrange(SWAP_4), odd4);
      IntVector v11 = u3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u7, odd4);
      IntVector u12 = u4.lanewise(VectorOperators.BITWISE_BLEND, u8.rearrange(SWAP_4), odd4);
      IntVector v12 = u4.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, u8, odd4);
      IntVector u13 = v1.lanewise(VectorOperators.BITWISE_BLEND, v5.rearrange(SWAP_4), odd4);
      IntVector v13 = v1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v5, odd4);
      IntVector u14 = v2.lanewise(VectorOperators.BITWISE_BLEND, v6.rearrange(SWAP_4), odd4);
      IntVector v14 = v2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v6, odd4);
      IntVector u15 = v3.lanewise(VectorOperators.BITWISE_BLEND, v7.rearrange(SWAP_4), odd4);
      IntVector v15 = v3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v7, odd4);
      IntVector u16 = v4.lanewise(VectorOperators.BITWISE_BLEND, v8.rearrange(SWAP_4), odd4);
      IntVector v16 = v4.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, v8, odd4);
      IntVector u17 = u9.lanewise(VectorOperators.BITWISE_BLEND, u11.rearrange(SWAP_2), odd2);
      IntVector v17 = u9.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u11, odd2);
      IntVector u18 = u10.lanewise(VectorOperators.BITWISE_BLEND, u12.rearrange(SWAP_2), odd2);
      IntVector v18 = u10.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u12, odd2);
      IntVector u19 = v9.lanewise(VectorOperators.BITWISE_BLEND, v11.rearrange(SWAP_2), odd2);
      IntVector v19 = v9.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v11, odd2);
      IntVector u20 = v10.lanewise(VectorOperators.BITWISE_BLEND, v12.rearrange(SWAP_2), odd2);
      IntVector v20 = v10.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v12, odd2);
      IntVector u21 = u13.lanewise(VectorOperators.BITWISE_BLEND, u15.rearrange(SWAP_2), odd2);
      IntVector v21 = u13.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u15, odd2);
      IntVector u22 = u14.lanewise(VectorOperators.BITWISE_BLEND, u16.rearrange(SWAP_2), odd2);
      IntVector v22 = u14.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, u16, odd2);
      IntVector u23 = v13.lanewise(VectorOperators.BITWISE_BLEND, v15.rearrange(SWAP_2), odd2);
      IntVector v23 = v13.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v15, odd2);
      IntVector u24 = v14.lanewise(VectorOperators.BITWISE_BLEND, v16.rearrange(SWAP_2), odd2);
      IntVector v24 = v14.rearrange(SWAP_2).lanewise(VectorOperators.BITWISE_BLEND, v16, odd2);
      IntVector u25 = u17.lanewise(VectorOperators.BITWISE_BLEND, u18.rearrange(SWAP_1), odd1);
      IntVector v25 = u17.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u18, odd1);
      IntVector u26 = v17.lanewise(VectorOperators.BITWISE_BLEND, v18.rearrange(SWAP_1), odd1);
      IntVector v26 = v17.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v18, odd1);
      IntVector u27 = u19.lanewise(VectorOperators.BITWISE_BLEND, u20.rearrange(SWAP_1), odd1);
      IntVector v27 = u19.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u20, odd1);
      IntVector u28 = v19.lanewise(VectorOperators.BITWISE_BLEND, v20.rearrange(SWAP_1), odd1);
      IntVector v28 = v19.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v20, odd1);
      IntVector u29 = u21.lanewise(VectorOperators.BITWISE_BLEND, u22.rearrange(SWAP_1), odd1);
      IntVector v29 = u21.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u22, odd1);
      IntVector u30 = v21.lanewise(VectorOperators.BITWISE_BLEND, v22.rearrange(SWAP_1), odd1);
      IntVector v30 = v21.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v22, odd1);
      IntVector u31 = u23.lanewise(VectorOperators.BITWISE_BLEND, u24.rearrange(SWAP_1), odd1);
      IntVector v31 = u23.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, u24, odd1);
      IntVector u32 = v23.lanewise(VectorOperators.BITWISE_BLEND, v24.rearrange(SWAP_1), odd1);
      IntVector v32 = v23.rearrange(SWAP_1).lanewise(VectorOperators.BITWISE_BLEND, v24, odd1);
      u25.reinterpretAsFloats().intoArray(x, offset[first] + i);
      v25.reinterpretAsFloats().intoArray(x, offset[first + 1] + i);
      u26.reinterpretAsFloats().intoArray(x, offset[first + 2] + i);
      v26.reinterpretAsFloats().intoArray(x, offset[first + 3] + i);
      u27.reinterpretAsFloats().intoArray(x, offset[first + 4] + i);
      v27.reinterpretAsFloats().intoArray(x, offset[first + 5] + i);
      u28.reinterpretAsFloats().intoArray(x, offset[first + 6] + i);
      v28.reinterpretAsFloats().intoArray(x, offset[first + 7] + i);
      u29.reinterpretAsFloats().intoArray(x, offset[first + 8] + i);
      v29.reinterpretAsFloats().intoArray(x, offset[first + 9] + i);
      u30.reinterpretAsFloats().intoArray(x, offset[first + 10] + i);
      v30.reinterpretAsFloats().intoArray(x, offset[first + 11] + i);
      u31.reinterpretAsFloats().intoArray(x, offset[first + 12] + i);
      v31.reinterpretAsFloats().intoArray(x, offset[first + 13] + i);
      u32.reinterpretAsFloats().intoArray(x, offset[first + 14] + i);
      v32.reinterpretAsFloats().intoArray(x, offset[first + 15] + i);
      from += 16 * LANES;
    }
  }

  private static void gatherEight(
      float[] x, int[] offset, int first, int row, int rows, float[] y, int start) {
    IntVector odd1 = IntVector.fromArray(BITS, ODD, 0);
    IntVector odd2 = IntVector.fromArray(BITS, ODD, LANES);
    IntVector odd4 = IntVector.fromArray(BITS, ODD, 2 * LANES);
    int to = start;
    for (int i = row; i < row + rows; i += LANES) {
      IntVector x0 = FloatVector.fromArray(SPECIES, x, offset[first] + i).reinterpretAsInts();
      IntVector x1 = FloatVector.fromArray(SPECIES, x, offset[first + 1] + i).reinterpretAsInts();
      IntVector x2 = FloatVector.fromArray(SPECIES, x, offset[first + 2] + i).reinterpretAsInts();
      IntVector x3 = FloatVector.fromArray(SPECIES, x, offset[first + 3] + i).reinterpretAsInts();
      IntVector x4 = FloatVector.fromArray(SPECIES, x, offset[first + 4] + i).reinterpretAsInts();
      IntVector x5 = FloatVector.fromArray(SPECIES, x, offset[first + 5] + i).reinterpretAsInts();
      IntVector x6 = FloatVector.fromArray(SPECIES, x, offset[first + 6] + i).reinterpretAsInts();
      IntVector x7 = FloatVector.fromArray(SPECIES, x, offset[first + 7] + i).reinterpretAsInts();
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
      u9.reinterpretAsFloats().intoArray(y, to);
      v9.reinterpretAsFloats().intoArray(y, to + LANES);
      u10.reinterpretAsFloats().intoArray(y, to + 2 * LANES);
      v10.reinterpretAsFloats().intoArray(y, to + 3 * LANES);
      u11.reinterpretAsFloats().intoArray(y, to + 4 * LANES);
      v11.reinterpretAsFloats().intoArray(y, to + 5 * LANES);
      u12.reinterpretAsFloats().intoArray(y, to + 6 * LANES);
      v12.reinterpretAsFloats().intoArray(y, to + 7 * LANES);
      to += 8 * LANES;
    }
  }

  private static void scatterEight(
      float[] y, int start, float[] x, int[] offset, int first, int row, int rows) {
    IntVector odd1 = IntVector.fromArray(BITS, ODD, 0);
    IntVector odd2 = IntVector.fromArray(BITS, ODD, LANES);
    IntVector odd4 = IntVector.fromArray(BITS, ODD, 2 * LANES);
    int from = start;
    for (int i = row; i < row + rows; i += LANES) {
      IntVector y0 = FloatVector.fromArray(SPECIES, y, from).reinterpretAsInts();
      IntVector y1 = FloatVector.fromArray(SPECIES, y, from + LANES).reinterpretAsInts();
      IntVector y2 = FloatVector.fromArray(SPECIES, y, from + 2 * LANES).reinterpretAsInts();
      IntVector y3 = FloatVector.fromArray(SPECIES, y, from + 3 * LANES).reinterpretAsInts();
      IntVector y4 = FloatVector.fromArray(SPECIES, y, from + 4 * LANES).reinterpretAsInts();
      IntVector y5 = FloatVector.fromArray(SPECIES, y, from + 5 * LANES).reinterpretAsInts();
      IntVector y6 = FloatVector.fromArray(SPECIES, y, from + 6 * LANES).reinterpretAsInts();
      IntVector y7 = FloatVector.fromArray(SPECIES, y, from + 7 * LANES).reinterpretAsInts();
      IntVector u1 = y0.lanewise(VectorOperators.BITWISE_BLEND, y4.rearrange(SWAP_4), odd4);
      IntVector v1 = y0.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y4, odd4);
      IntVector u2 = y1.lanewise(VectorOperators.BITWISE_BLEND, y5.rearrange(SWAP_4), odd4);
      IntVector v2 = y1.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y5, odd4);
      IntVector u3 = y2.lanewise(VectorOperators.BITWISE_BLEND, y6.rearrange(SWAP_4), odd4);
      IntVector v3 = y2.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y6, odd4);
      IntVector u4 = y3.lanewise(VectorOperators.BITWISE_BLEND, y7.rearrange(SWAP_4), odd4);
      IntVector v4 = y3.rearrange(SWAP_4).lanewise(VectorOperators.BITWISE_BLEND, y7, odd4);
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
      u9.reinterpretAsFloats().intoArray(x, offset[first] + i);
      v9.reinterpretAsFloats().intoArray(x, offset[first + 1] + i);
      u10.reinterpretAsFloats().intoArray(x, offset[first + 2] + i);
      v10.reinterpretAsFloats().intoArray(x, offset[first + 3] + i);
      u11.reinterpretAsFloats().intoArray(x, offset[first + 4] + i);
      v11.reinterpretAsFloats().intoArray(x, offset[first + 5] + i);
      u12.reinterpretAsFloats().intoArray(x, offset[first + 6] + i);
      v12.reinterpretAsFloats().intoArray(x, offset[first + 7] + i);
      from += 8 * LANES;
    }
  }
}
