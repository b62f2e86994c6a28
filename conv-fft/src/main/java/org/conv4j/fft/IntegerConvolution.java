package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import org.conv4j.api.Geometry;

/** Convolutions of integers, exact modulo a power of two: see {@link LimbPlan}. */
final class IntegerConvolution {
  private final Geometry geometry;
  private final int wordBits;
  private final int threads;

  /**
   * Convolutions.
   *
   * @param geometry the call
   * @param wordBits 32 or 64
   * @param threads how many may work at once
   */
  IntegerConvolution(Geometry geometry, int wordBits, int threads) {
    this.geometry = geometry;
    this.wordBits = wordBits;
    this.threads = threads;
  }

  /** A second operand that is ready for many first ones. */
  final class Prepared {
    private final long[] b;
    private final int bits;

    /** By the length of limbs, which depends on the first operand, too. */
    private final Map<Integer, Limbs> limbs = new ConcurrentHashMap<>();

    private Prepared(long[] b) {
      this.b = b;
      this.bits = bitLength(b);
    }

    /** Writes the result. */
    void apply(long[] a, long[] y) {
      Arrays.fill(y, 0);
      forEachSum(a, (sum, shift) -> add(sum, shift, y));
    }

    /** Writes the result in words of 32 bits. */
    void apply(long[] a, int[] y) {
      Arrays.fill(y, 0);
      forEachSum(a, (sum, shift) -> add(sum, shift, y));
    }

    private void forEachSum(long[] a, ObjIntConsumer<double[]> action) {
      LimbPlan plan = LimbPlan.of(geometry, wordBits, bitLength(a), bits);
      Limbs second = limbs.computeIfAbsent(plan.bits(), any -> new Limbs(plan, b));
      List<Channel<double[]>> sums = second.sums(plan, a);
      for (int shift = 0; shift < sums.size(); shift++) {
        action.accept(sums.get(shift).re(), shift * plan.bits());
      }
    }
  }

  /** Prepares a second operand, which must not change from then on. */
  Prepared prepare(long[] b) {
    return new Prepared(b);
  }

  /** The digits of a second operand. */
  private final class Limbs {
    private final ChannelConvolution<double[]> convolution;
    private final ChannelConvolution.Second<double[]> second;

    Limbs(LimbPlan plan, long[] b) {
      this.convolution = new ChannelConvolution<>(plan.plan(), DoublePrecision.INSTANCE, threads);
      this.second = convolution.second(channels(b, plan.bits(), plan.limbsB()));
    }

    /** The sums of products of digits of the same weight, lowest first. */
    List<Channel<double[]>> sums(LimbPlan plan, long[] a) {
      return convolution.convolve(channels(a, plan.bits(), plan.limbsA()), second, plan.shifts());
    }
  }

  private static List<Channel<double[]>> channels(long[] values, int bits, int limbs) {
    return split(values, bits, limbs).stream().map(Channel::real).toList();
  }

  /** The bits that the longest takes. */
  static int bitLength(long[] values) {
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
  static void add(double[] values, int shift, long[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] += nearest(values[i]) << shift;
    }
  }

  /** The same in words of 32 bits, of which higher ones are no part. */
  static void add(double[] values, int shift, int[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] += (int) (nearest(values[i]) << shift);
    }
  }

  private static long nearest(double value) {
    double nearest = Math.rint(value);
    assert Math.abs(value - nearest) < 0.25 : "limbs too long: " + value;
    return (long) nearest;
  }
}
