package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Geometry;

/** One convolution of integers, exact modulo a power of two: see {@link LimbPlan}. */
final class IntegerConvolution {
  private final Geometry geometry;
  private final int wordBits;
  private final int threads;

  /**
   * @param geometry the call
   * @param wordBits 32 or 64
   * @param threads how many may work at once
   */
  IntegerConvolution(Geometry geometry, int wordBits, int threads) {
    this.geometry = geometry;
    this.wordBits = wordBits;
    this.threads = threads;
  }

  /** The result; of a 32-bit word, the low half of each element counts. */
  long[] apply(long[] a, long[] b) {
    LimbPlan limbs = LimbPlan.of(geometry, wordBits, bitLength(a), bitLength(b));
    DoublePrecision precision = DoublePrecision.INSTANCE;
    CyclicConvolution<double[]> cyclic = new CyclicConvolution<>(limbs.plan(), threads, precision);
    List<double[]> x = new ArrayList<>();
    List<double[]> h = new ArrayList<>();
    split(a, limbs.bits(), limbs.limbsA()).forEach(d -> x.add(cyclic.spectrumOfFirst(d)));
    split(b, limbs.bits(), limbs.limbsB()).forEach(d -> h.add(cyclic.spectrumOfSecond(d)));
    long[] y = new long[geometry.output().size()];
    for (int shift = 0; shift < limbs.shifts(); shift++) {
      double[] spectrum = cyclic.emptySpectrum();
      for (int i = Math.max(0, shift - h.size() + 1); i < x.size() && i <= shift; i++) {
        precision.addProduct(spectrum, x.get(i), h.get(shift - i));
      }
      add(cyclic.window(spectrum), shift * limbs.bits(), y);
    }
    return y;
  }

  private static int bitLength(long[] values) {
    int length = 1;
    for (long value : values) {
      length = Math.max(length, LimbPlan.bitLength(value));
    }
    return length;
  }

  /** The digits of all elements, lowest first. */
  static List<double[]> split(long[] values, int bits, int limbs) {
    List<double[]> digits = new ArrayList<>();
    long[] rest = values.clone();
    for (int limb = 0; limb < limbs; limb++) {
      double[] digit = new double[values.length];
      boolean last = limb == limbs - 1;
      for (int i = 0; i < rest.length; i++) {
        // A difference that overflows is off by 2^64, which the word does not see.
        long low = last ? rest[i] : rest[i] << (Long.SIZE - bits) >> (Long.SIZE - bits);
        digit[i] = low;
        rest[i] = (rest[i] - low) >> bits;
      }
      digits.add(digit);
    }
    return digits;
  }

  /** Adds the nearest integers, shifted to the left. */
  private static void add(double[] values, int shift, long[] y) {
    for (int i = 0; i < y.length; i++) {
      double nearest = Math.rint(values[i]);
      assert Math.abs(values[i] - nearest) < 0.25 : "limbs too long: " + values[i];
      y[i] += (long) nearest << shift;
    }
  }
}
