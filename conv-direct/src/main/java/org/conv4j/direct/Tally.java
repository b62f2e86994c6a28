package org.conv4j.direct;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How much {@link Work} of each kind there is. */
final class Tally {
  /** If an axis has more parts than this, only this many are looked at. */
  private static final int SAMPLES = 32;

  private final Map<Work, Double> counts = new EnumMap<>(Work.class);

  void add(Work work, double count) {
    counts.merge(work, count, Double::sum);
  }

  void move(Work from, Work to) {
    add(to, of(from));
    counts.remove(from);
  }

  void times(double factor) {
    counts.replaceAll((work, count) -> count * factor);
  }

  double of(Work work) {
    return counts.getOrDefault(work, 0.0);
  }

  /** One number for each kind of work, in their order. */
  double[] counts() {
    return Arrays.stream(Work.values()).mapToDouble(this::of).toArray();
  }

  /** How many of a number of parts stand for all. */
  static int samples(long parts) {
    return (int) Math.min(parts, SAMPLES);
  }

  /** The part that a sample is. */
  static long sample(int i, long parts) {
    return parts <= SAMPLES ? i : (long) ((i + 0.5) * parts / SAMPLES);
  }

  /** How many parts of at most a given size an extent has. */
  static long parts(long extent, long most) {
    return (extent - 1) / most + 1;
  }

  /** Pairs of an element of x and one of h whose indices add up to one of a window. */
  static double terms(long x, long h, long y, long offset) {
    return termsBelow(x, h, offset + y) - termsBelow(x, h, offset);
  }

  private static double termsBelow(long x, long h, long bound) {
    double rising = Math.min(bound, Math.min(x, h));
    double flat = Math.max(0, Math.min(bound, Math.max(x, h)) - Math.min(x, h));
    double falling = Math.max(0, bound - Math.max(x, h));
    double most = Math.min(x, h);
    return rising * (rising + 1) / 2 + (flat + falling) * most - falling * (falling + 1) / 2;
  }
}
