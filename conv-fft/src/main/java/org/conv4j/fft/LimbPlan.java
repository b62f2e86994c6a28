package org.conv4j.fft;

import org.conv4j.api.Accuracy;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;

/**
 * How integers are cut into limbs so that their convolution through floating-point transforms is
 * exact.
 *
 * <p>An integer {@code v} becomes digits {@code v = d[0] + d[1] 2^B + d[2] 2^(2B) + …} of magnitude
 * at most {@code 2^(B-1)}. For every shift {@code s}, the sum of the convolutions of digits {@code
 * i} of one operand with digits {@code s - i} of the other is computed in one go, rounded to the
 * nearest integers, and added in shifted by {@code s B} bits; shifts that leave the word do not
 * count.
 *
 * <p><b>Proof that rounding is safe.</b> Let operands have {@code n} and {@code k} elements that
 * count, transforms of lengths {@code 2^t'} on each axis, {@code t} the sum of {@code t' + 1} over
 * the axes, {@code P} the number of pairs of digits that are summed, over all channels, {@code D}
 * and {@code E} the largest magnitudes of digits and {@code u = 2^-53}. By Percival's theorem 5.1,
 * extended by the {@code P - 1} additions of spectra, each output is off by less than
 *
 * <pre>{@code
 * ((1 + u)^(3t + P - 1) (1 + u sqrt 5)^(3t + 1) (1 + u)^(3t) - 1) * P * D sqrt(n) * E sqrt(k)
 * }</pre>
 *
 * since a digit array has a norm of at most {@code D sqrt(n)}. {@code B} is the largest for which
 * this is less than 1/4; rounding to nearest then gives the exact integer, with as much again to
 * spare. Outputs are themselves less than {@code 1 / (4 u)}, so that they are representable.
 * Lengths are powers of two, which is what the theorem is about; the one level more on each axis
 * covers the pass that turns a complex transform of half the length into a real one, or the
 * twiddles of its first stage where the halves go in as real and imaginary parts. {@code n} and
 * {@code k} are those of one tile, where the convolution is cut into tiles.
 *
 * <p>Source: C. Percival, Rapid multiplication modulo the sum and difference of highly composite
 * numbers, Math. Comp. 72 (2003), <a
 * href="https://doi.org/10.1090/S0025-5718-02-01419-9">doi:10.1090/S0025-5718-02-01419-9</a>.
 *
 * @param plan the tiles
 * @param wordBits 32 or 64: results count modulo {@code 2^wordBits}
 * @param bits B
 * @param limbsA digits of an element of the first operand
 * @param limbsB digits of an element of the second operand
 * @param error the bound of the proof
 */
record LimbPlan(
    Planned<double[]> plan, int wordBits, int bits, int limbsA, int limbsB, double error) {
  /** Half of what rounding to nearest forgives. */
  private static final double SAFE = 0.25;

  /** More would not fit into the significand together with any sum. */
  private static final int MOST_BITS = 50;

  /**
   * A plan.
   *
   * @param geometry the call
   * @param wordBits 32 or 64
   * @param bitsA bits of the longest element of the first operand, with its sign
   * @param bitsB bits of the longest element of the second operand, with its sign
   */
  static LimbPlan of(Geometry geometry, int wordBits, int bitsA, int bitsB) {
    return of(
        DoublePrecision.INSTANCE.planner().plan(geometry, false, true), wordBits, bitsA, bitsB, 1);
  }

  /**
   * A plan of sums over channels.
   *
   * @param plan how tiles are cut, with lengths that are powers of two
   * @param wordBits 32 or 64
   * @param bitsA bits of the longest element of the signals, with its sign
   * @param bitsB bits of the longest element of the kernels, with its sign
   * @param channels how many convolutions are added up
   */
  static LimbPlan of(Planned<double[]> plan, int wordBits, int bitsA, int bitsB, int channels) {
    for (int bits = MOST_BITS; bits > 0; bits--) {
      int limbsA = (bitsA + bits - 1) / bits;
      int limbsB = (bitsB + bits - 1) / bits;
      int pairs = Math.multiplyExact(Math.min(limbsA, limbsB), channels);
      double digits =
          Math.scalb(1.0, Math.min(bits, bitsA) - 1) * Math.scalb(1.0, Math.min(bits, bitsB) - 1);
      double norms = digits * Math.sqrt(size(plan, true)) * Math.sqrt(size(plan, false));
      double error = Accuracy.transformFactor(DType.FLOAT64, levels(plan), pairs) * pairs * norms;
      if (error < SAFE) {
        return new LimbPlan(plan, wordBits, bits, limbsA, limbsB, error);
      }
    }
    throw new ArithmeticException("no limb is short enough for " + plan.plan());
  }

  /** The plan for the longest elements of a type, where only shapes are known. */
  static LimbPlan longest(Geometry geometry, DType dtype) {
    int word = dtype == DType.INT64 ? Long.SIZE : Integer.SIZE;
    return of(geometry, word, word, word);
  }

  /** The most elements of the signal or of the kernel that count in a tile. */
  private static double size(Planned<?> planned, boolean signal) {
    double size = 1;
    for (TileAxis axis : planned.plan().axes()) {
      size *= signal ? axis.used() : axis.span().kernel();
    }
    return size;
  }

  private static int levels(Planned<?> planned) {
    int levels = 0;
    for (TileAxis axis : planned.plan().axes()) {
      levels += Integer.numberOfTrailingZeros(axis.length()) + 1;
    }
    return levels;
  }

  /** As many convolutions, of three transforms each, take about the same time. */
  double convolutions() {
    return (limbsA + limbsB + shifts()) / 3.0;
  }

  /** How many shifts there are to compute. */
  int shifts() {
    return Math.min(limbsA + limbsB - 1, (wordBits + bits - 1) / bits);
  }

  /** The bits that an integer takes with its sign: 1 for 0 and -1, 64 for the smallest. */
  static int bitLength(long value) {
    return Long.SIZE + 1 - Long.numberOfLeadingZeros(value ^ value >> 63);
  }
}
