package org.conv4j.fft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a transform of n complex numbers goes, in which order it leaves the spectrum, and with which
 * twiddles.
 *
 * <p>The numbers are the coefficients of a polynomial, and the spectrum its values at the roots of
 * unity. A stage of radix r splits each block, a polynomial modulo {@code x^m = exp(-2 pi i a)},
 * into r blocks modulo {@code x^(m/r) = exp(-2 pi i (a + q) / r)}, q = 0, 1 and so on. Its
 * butterflies multiply leg s by {@code exp(-2 pi i s a / r)} and transform the r legs: all
 * butterflies of a block share their twiddles. Blocks of one number are the spectrum: element
 * {@code a n}.
 *
 * @param key what it is a plan of
 * @param stages of the forward transform, in order
 */
record BatchPlan(Key key, List<Stage> stages) {
  /**
   * A transform: the values of polynomials modulo {@code x^n = exp(-2 pi i a)}.
   *
   * @param length n
   * @param quarters 4 a: 0 for complex numbers, 3 for pairs of real ones
   */
  record Key(int length, int quarters) {
    /** The discrete Fourier transform of complex numbers. */
    static Key complex(int n) {
      return new Key(n, 0);
    }

    /** That of 2n real numbers, modulo {@code x^n = i}. */
    static Key folded(int n) {
      return new Key(n, 3);
    }
  }

  /** Twiddles of a leg: cosine, sine, and the sine with the other sign, which spares a negation. */
  static final int PER_LEG = 3;

  /**
   * A stage.
   *
   * @param radix how many legs a butterfly has
   * @param legRows how many numbers a leg of a block has
   * @param twiddle where the twiddles of the first block begin in {@link #twiddles}
   */
  record Stage(int radix, int legRows, int twiddle) {
    /** Where the twiddles of a block begin. */
    int twiddle(int block) {
      return twiddle + block * PER_LEG * (radix - 1);
    }

    /** How many numbers a block has. */
    int rows() {
      return radix * legRows;
    }
  }

  static BatchPlan of(Key key) {
    return of(key, radices(key.length));
  }

  static BatchPlan of(Key key, int... radices) {
    List<Stage> stages = new ArrayList<>();
    int n = key.length;
    int rows = n;
    int twiddle = 0;
    for (int radix : radices) {
      Stage stage = new Stage(radix, rows / radix, twiddle);
      stages.add(stage);
      twiddle = stage.twiddle(n / rows);
      rows /= radix;
    }
    if (rows != 1) {
      throw new IllegalArgumentException("not the factors of " + n + ": " + stages);
    }
    return new BatchPlan(key, List.copyOf(stages));
  }

  /**
   * The factors of n: odd ones, then fours, and at most two eights at the end, where a stage is
   * done together with its inverse and where all legs are near each other. Eight legs far apart
   * would contend for the same few places in the first-level cache, because distances are powers of
   * two.
   */
  private static int[] radices(int n) {
    List<Integer> radices = new ArrayList<>();
    int rest = n;
    for (int odd : new int[] {5, 3}) {
      for (; rest % odd == 0; rest /= odd) {
        radices.add(odd);
      }
    }
    if (Integer.bitCount(rest) != 1) {
      throw new IllegalArgumentException("only factors 2, 3 and 5: " + n);
    }
    for (int even : new int[] {2, 4, 8}) {
      radices.addAll(Collections.nCopies(count(n, even), even));
    }
    return radices.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many stages of a radix a transform has: of 2, 3, 4, 5 or 8. */
  static int count(int n, int radix) {
    if (radix % 2 == 1) {
      int count = 0;
      for (int rest = n; rest % radix == 0; rest /= radix) {
        count++;
      }
      return count;
    }
    int twos = Integer.numberOfTrailingZeros(n);
    int eights = twos % 2 == 1 ? Math.min(1, twos / 3) : twos >= 6 ? 2 : 0;
    return switch (radix) {
      case 2 -> twos == 1 ? 1 : 0;
      case 4 -> (twos - 3 * eights) / 2;
      default -> eights;
    };
  }

  int length() {
    return key.length();
  }

  /** Twiddles of all stages, block after block, leg after leg except the first. */
  double[] twiddles() {
    int size = 0;
    for (Stage stage : stages) {
      size = stage.twiddle(length() / stage.rows());
    }
    double[] twiddles = new double[size];
    Roots roots = new Roots(key.quarters == 0 ? length() : 4 * length());
    int[] elements = {0};
    for (Stage stage : stages) {
      int t = stage.twiddle();
      for (int element : elements) {
        for (int leg = 1; leg < stage.radix(); leg++) {
          long k = (long) leg * stage.legRows() * numerator(element);
          twiddles[t++] = roots.cos(k);
          twiddles[t++] = roots.sin(k);
          twiddles[t++] = -roots.sin(k);
        }
      }
      elements = split(elements, stage.radix());
    }
    return twiddles;
  }

  /** Of the angle {@code (element + a) / n}, in units of the roots that are used. */
  private long numerator(int element) {
    return key.quarters == 0 ? element : 4L * element + key.quarters;
  }

  /** The numerators of the fractions a of all blocks, in order; the denominator is their count. */
  private static int[] split(int[] numerators, int radix) {
    int[] children = new int[numerators.length * radix];
    for (int block = 0; block < numerators.length; block++) {
      for (int q = 0; q < radix; q++) {
        children[block * radix + q] = numerators[block] + q * numerators.length;
      }
    }
    return children;
  }

  /** The element of the spectrum in each row that a forward transform leaves. */
  int[] order() {
    int[] elements = {0};
    for (Stage stage : stages) {
      elements = split(elements, stage.radix());
    }
    return elements;
  }
}
