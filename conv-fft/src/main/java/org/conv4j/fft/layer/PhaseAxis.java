package org.conv4j.fft.layer;

import java.util.stream.IntStream;
import org.conv4j.api.LayerAxis;
import org.conv4j.fft.ChannelSums;

/**
 * A spatial axis as an axis of stride 1. Tap {@code t} of output {@code o} meets element {@code o s
 * + t d - p} of the input, which is element {@code o + q} of phase {@code r}, where {@code t d - p
 * = q s + r}. As a convolution, that is the sum over {@code q} of {@code h[last - q] x[o + q]},
 * whose kernel is reversed.
 *
 * @param axis the axis
 * @param phases the {@code r} that some tap has, ascending
 * @param lowest the least {@code q}
 * @param last the largest {@code q}
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record PhaseAxis(LayerAxis axis, int[] phases, int lowest, int last) {
  static PhaseAxis of(LayerAxis axis) {
    int[] phases =
        // From one stride of taps on, phases come again.
        IntStream.range(0, Math.min(axis.kernel(), axis.stride()))
            .map(t -> Math.floorMod(shift(axis, t), axis.stride()))
            .sorted()
            .distinct()
            .toArray();
    return new PhaseAxis(
        axis,
        phases,
        Math.floorDiv(shift(axis, 0), axis.stride()),
        Math.floorDiv(shift(axis, axis.kernel() - 1), axis.stride()));
  }

  private static int shift(LayerAxis axis, int tap) {
    return tap * axis.dilation() - axis.before();
  }

  /** The extent of a phase, and elements that the last phases lack. */
  int signal() {
    return (axis.input() - 1) / axis.stride() + 1;
  }

  /** How many elements of a phase there are. */
  int signal(int phase) {
    return Math.max(0, (axis.input() - phases[phase] + axis.stride() - 1) / axis.stride());
  }

  /** The extent of the kernel of a phase. */
  int kernel() {
    return last - lowest + 1;
  }

  /** Which phase a tap is in. */
  int phase(int tap) {
    int remainder = Math.floorMod(shift(axis, tap), axis.stride());
    int phase = 0;
    while (phases[phase] != remainder) {
      phase++;
    }
    return phase;
  }

  /** Where a tap is in the reversed kernel of its phase. */
  int place(int tap) {
    return last - Math.floorDiv(shift(axis, tap), axis.stride());
  }

  /** The first output that some element of a phase may meet. */
  int firstOutput() {
    return Math.max(0, -last);
  }

  /** How many outputs there are from there to the last that some element may meet. */
  int outputs() {
    // A sum, since the lowest may be the least integer that there is.
    long end = Math.min(axis.output(), (long) signal() - lowest);
    return (int) Math.max(0, end - firstOutput());
  }

  /** The outputs that some element may meet, as those of a convolution. */
  ChannelSums.Axis sums() {
    return new ChannelSums.Axis(signal(), kernel(), firstOutput() + last, outputs());
  }
}
