package org.conv4j.verify.bench;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.conv4j.api.DType;

/**
 * Twelve chains of fused multiply-adds on the widest vectors. They are enough to hide the latency
 * of today's processors, and few enough to fit sixteen registers together with both constants.
 *
 * <p>Each chain is {@code a = a * SHRINK + GROW}, which settles at 1. Nothing overflows or becomes
 * subnormal, and nothing can be computed in advance.
 */
final class SimdPeak implements PeakLoop {
  private static final int CHAINS = 12;
  private static final int STEPS = 20_000;
  private static final double SHRINK = 0.875;
  private static final double GROW = 0.125;

  private final boolean single;

  SimdPeak(DType dtype) {
    single = dtype == DType.FLOAT32;
  }

  @Override
  public double run() {
    return single ? floats() : doubles();
  }

  @Override
  public long multiplyAdds() {
    int lanes =
        single ? FloatVector.SPECIES_PREFERRED.length() : DoubleVector.SPECIES_PREFERRED.length();
    return (long) CHAINS * STEPS * lanes;
  }

  private static double doubles() {
    DoubleVector x = DoubleVector.broadcast(DoubleVector.SPECIES_PREFERRED, SHRINK);
    DoubleVector y = DoubleVector.broadcast(DoubleVector.SPECIES_PREFERRED, GROW);
    DoubleVector a0 = y;
    DoubleVector a1 = a0.add(y);
    DoubleVector a2 = a1.add(y);
    DoubleVector a3 = a2.add(y);
    DoubleVector a4 = a3.add(y);
    DoubleVector a5 = a4.add(y);
    DoubleVector a6 = a5.add(y);
    DoubleVector a7 = a6.add(y);
    DoubleVector a8 = a7.add(y);
    DoubleVector a9 = a8.add(y);
    DoubleVector a10 = a9.add(y);
    DoubleVector a11 = a10.add(y);
    for (int i = 0; i < STEPS; i++) {
      a0 = a0.fma(x, y);
      a1 = a1.fma(x, y);
      a2 = a2.fma(x, y);
      a3 = a3.fma(x, y);
      a4 = a4.fma(x, y);
      a5 = a5.fma(x, y);
      a6 = a6.fma(x, y);
      a7 = a7.fma(x, y);
      a8 = a8.fma(x, y);
      a9 = a9.fma(x, y);
      a10 = a10.fma(x, y);
      a11 = a11.fma(x, y);
    }
    DoubleVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
    return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).reduceLanes(VectorOperators.ADD);
  }

  private static double floats() {
    FloatVector x = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, (float) SHRINK);
    FloatVector y = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, (float) GROW);
    FloatVector a0 = y;
    FloatVector a1 = a0.add(y);
    FloatVector a2 = a1.add(y);
    FloatVector a3 = a2.add(y);
    FloatVector a4 = a3.add(y);
    FloatVector a5 = a4.add(y);
    FloatVector a6 = a5.add(y);
    FloatVector a7 = a6.add(y);
    FloatVector a8 = a7.add(y);
    FloatVector a9 = a8.add(y);
    FloatVector a10 = a9.add(y);
    FloatVector a11 = a10.add(y);
    for (int i = 0; i < STEPS; i++) {
      a0 = a0.fma(x, y);
      a1 = a1.fma(x, y);
      a2 = a2.fma(x, y);
      a3 = a3.fma(x, y);
      a4 = a4.fma(x, y);
      a5 = a5.fma(x, y);
      a6 = a6.fma(x, y);
      a7 = a7.fma(x, y);
      a8 = a8.fma(x, y);
      a9 = a9.fma(x, y);
      a10 = a10.fma(x, y);
      a11 = a11.fma(x, y);
    }
    FloatVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
    return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).reduceLanes(VectorOperators.ADD);
  }
}
