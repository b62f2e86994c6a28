package org.conv4j.direct;

/**
 * The taps of one axis, in groups of 4, 2 and 1 that a {@link MicroKernel} computes together. The
 * first {@code fours} taps are in groups of four, the next {@code twos} in groups of two, the last
 * {@code ones} alone. The taps of a group are {@code spread} apart; those beyond the last tap count
 * as zeros.
 *
 * @param fours taps in groups of four, a multiple of {@code 4 * spread}
 * @param twos taps in groups of two, a multiple of {@code 2 * spread}
 * @param ones taps that are alone
 */
record TapGroups(int fours, int twos, int ones) {
  /** What a group costs on a tile: cycles, measured with 512-bit vectors; the ratios matter. */
  private static final double FOUR = 20;

  private static final double TWO = 12;
  private static final double ONE = 9;

  /** The cheapest groups for a number of taps. */
  static TapGroups of(int taps, int spread) {
    int fours = taps / (4 * spread) * (4 * spread);
    int rest = taps - fours;
    TapGroups best = new TapGroups(fours, 0, rest);
    TapGroups two = new TapGroups(fours, 2 * spread, Math.max(0, rest - 2 * spread));
    TapGroups four = new TapGroups(fours + 4 * spread, 0, 0);
    if (rest > 0 && two.cost() < best.cost()) {
      best = two;
    }
    return rest > 0 && four.cost() < best.cost() ? four : best;
  }

  double cost() {
    return fours * (FOUR / 4) + twos * (TWO / 2) + ones * ONE;
  }

  /** All taps, and the zeros that fill the last group. */
  int padded() {
    return fours + twos + ones;
  }

  /** The first tap in groups of a size. */
  int from(int group) {
    return group == 4 ? 0 : group == 2 ? fours : fours + twos;
  }

  /** After the last tap in groups of a size. */
  int to(int group) {
    return group == 4 ? fours : group == 2 ? fours + twos : padded();
  }
}
