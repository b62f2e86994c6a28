package org.conv4j.verify.operand;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the elements of an operand look like. The first is the one that is shrunk to. */
public enum Regime {
  /** Integers from -9 to 9: sums of products are exact in any order. */
  INTEGERS {
    @Override
    double element(SplitMix random, int index) {
      return random.between(-9, 9);
    }
  },
  /** Multiples of 2^-20 between -1 and 1: sums and differences of two are exact. */
  DYADIC {
    @Override
    double element(SplitMix random, int index) {
      return random.between(-(1 << 20), 1 << 20) * 0x1p-20;
    }
  },
  /** Uniform between -1 and 1, all 53 bits in use. */
  UNIFORM {
    @Override
    double element(SplitMix random, int index) {
      return signed(random, random.unit());
    }
  },
  /** Uniform between 0 and 1: nothing cancels. */
  POSITIVE {
    @Override
    double element(SplitMix random, int index) {
      return random.unit();
    }
  },
  /** Nearly normal: the sum of twelve uniform numbers less 6. */
  NORMAL {
    @Override
    double element(SplitMix random, int index) {
      double sum = -6;
      for (int i = 0; i < 12; i++) {
        sum += random.unit();
      }
      return sum;
    }
  },
  /** Magnitudes from 0.5 to 1 with alternating signs: sums cancel. */
  ALTERNATING {
    @Override
    double element(SplitMix random, int index) {
      double magnitude = 0.5 + random.unit() / 2;
      return index % 2 == 0 ? magnitude : -magnitude;
    }
  },
  /** Seven of eight elements are zeros of either sign. */
  SPARSE {
    @Override
    double element(SplitMix random, int index) {
      return signed(random, random.between(0, 7) == 0 ? random.unit() : 0.0);
    }
  },
  /** Halved every second element, over 32 octaves and again: small elements beside large ones. */
  DECAYING {
    @Override
    double element(SplitMix random, int index) {
      return Math.scalb(signed(random, random.unit()), -(index / 2 % 32));
    }
  },
  /** Magnitudes from 2^-100 to 2^100 in any order. */
  WIDE {
    @Override
    double element(SplitMix random, int index) {
      return Math.scalb(signed(random, 0.5 + random.unit() / 2), (int) random.between(-99, 100));
    }
  };

  /** The element at a flat index, from a stream that goes on from element to element. */
  abstract double element(SplitMix random, int index);

  private static double signed(SplitMix random, double magnitude) {
    return random.next() < 0 ? -magnitude : magnitude;
  }

  /** The name in replay tokens. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Regime ofToken(String token) {
    return Arrays.stream(values())
        .filter(regime -> regime.token().equals(token))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no regime \""
                        + token
                        + "\"; there are "
                        + Arrays.stream(values())
                            .map(Regime::token)
                            .collect(Collectors.joining(", "))));
  }
}
