package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;

/** Sums over channels of integers, exact modulo a power of two: see {@link LimbPlan}. */
final class IntegerSums {
  private final SpectralSums<double[]> sums;
  private final Planned<double[]> planned;
  private final int wordBits;

  IntegerSums(SpectralSums<double[]> sums, Planned<double[]> planned, int wordBits) {
    this.sums = sums;
    this.planned = planned;
    this.wordBits = wordBits;
  }

  private static long[] longs(NdArray array) {
    return array.cast(DType.INT64).longs();
  }

  private static List<List<double[]>> digits(long[] values, int bits, int limbs) {
    return IntegerConvolution.split(values, bits, limbs).stream().map(List::of).toList();
  }

  /** Prepares kernels: one after the other for each output, by input. */
  Kernels prepare(NdArray kernels) {
    return new Kernels(longs(kernels));
  }

  /** Kernels that are ready for many signals. */
  final class Kernels implements ChannelSums.Prepared {
    private final long[] values;
    private final int bits;

    /** By the length of limbs, which depends on the input, too. */
    private final Map<Integer, SpectralSums<double[]>.Kernels> byLength = new ConcurrentHashMap<>();

    private Kernels(long[] values) {
      this.values = values;
      this.bits = IntegerConvolution.bitLength(values);
    }

    @Override
    public void release() {
      byLength.values().forEach(SpectralSums.Kernels::release);
      byLength.clear();
    }

    @Override
    public void apply(NdArray input, NdArray output) {
      long[] x = longs(input);
      int inputs = sums.sizes().inputs();
      LimbPlan plan = LimbPlan.of(planned, wordBits, IntegerConvolution.bitLength(x), bits, inputs);
      SpectralSums<double[]>.Kernels spectra =
          byLength.computeIfAbsent(
              plan.bits(), any -> sums.prepare(digits(values, plan.bits(), plan.limbsB())));
      List<List<double[]>> y = new ArrayList<>();
      for (int shift = 0; shift < plan.shifts(); shift++) {
        y.add(List.of(new double[output.size()]));
      }
      spectra.apply(digits(x, plan.bits(), plan.limbsA()), y);
      if (wordBits == Long.SIZE) {
        Arrays.fill(output.longs(), 0);
      } else {
        Arrays.fill(output.ints(), 0);
      }
      for (int shift = 0; shift < y.size(); shift++) {
        double[] digit = y.get(shift).get(0);
        if (wordBits == Long.SIZE) {
          IntegerConvolution.add(digit, shift * plan.bits(), output.longs());
        } else {
          IntegerConvolution.add(digit, shift * plan.bits(), output.ints());
        }
      }
    }
  }
}
