package org.conv4j.verify.operand;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * What the elements of an operand look like. Shrinking ends at the first.
 *
 * <p>Floating-point elements are made as doubles and, in single precision, rounded to nearest;
 * complex ones are made of two, real part first.
 */
public enum Regime {
  /** Integers from -9 to 9: sums of products are exact in any order. */
  INTEGERS {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      return random.between(-9, 9);
    }

    @Override
    long integer(SplitMix random, DType dtype) {
      return random.between(-9, 9);
    }

    @Override
    public boolean suits(DType dtype) {
      return true;
    }
  },
  /** Multiples of 2^-20 between -1 and 1: sums and differences of two are exact. */
  DYADIC {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      return random.between(-(1 << 20), 1 << 20) * 0x1p-20;
    }
  },
  /** Uniform between -1 and 1, all 53 bits in use. */
  UNIFORM {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      return signed(random, random.unit());
    }
  },
  /** Uniform between 0 and 1: nothing cancels. */
  POSITIVE {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      return random.unit();
    }
  },
  /** Nearly normal: the sum of twelve uniform numbers, minus 6. */
  NORMAL {
    @Override
    double real(SplitMix random, int index, DType dtype) {
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
    double real(SplitMix random, int index, DType dtype) {
      double magnitude = 0.5 + random.unit() / 2;
      return index % 2 == 0 ? magnitude : -magnitude;
    }
  },
  /** Seven out of eight elements are zeros of either sign. */
  SPARSE {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      return signed(random, random.between(0, 7) == 0 ? random.unit() : 0.0);
    }
  },
  /**
   * Magnitudes that halve at every second element, over 32 octaves and then again: small elements
   * beside large ones.
   */
  DECAYING {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      return Math.scalb(signed(random, random.unit()), -(index / 2 % 32));
    }
  },
  /** Magnitudes from 2^-100 to 2^100 in any order; in single precision, from 2^-20 to 2^20. */
  WIDE {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      int octaves = isSingle(dtype) ? 20 : 100;
      return Math.scalb(
          signed(random, 0.5 + random.unit() / 2), (int) random.between(1 - octaves, octaves));
    }
  },
  /** Magnitudes over the whole range of the type: products overflow and underflow. */
  RANGE {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      int lowest = isSingle(dtype) ? -148 : -1073;
      int highest = isSingle(dtype) ? 128 : 1024;
      return Math.scalb(
          signed(random, 0.5 + random.unit() / 4), (int) random.between(lowest, highest));
    }
  },
  /** Subnormal numbers, and as often numbers from 1 to 2^40: products are subnormal or near it. */
  SUBNORMAL {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      int lowest = isSingle(dtype) ? Float.MIN_EXPONENT : Double.MIN_EXPONENT;
      boolean small = random.between(0, 1) == 0;
      int exponent = small ? lowest + (int) random.between(-9, 1) : (int) random.between(0, 40);
      return Math.scalb(signed(random, random.unit()), exponent);
    }
  },
  /** Small integers, with NaN or an infinity in one of eight places. */
  NON_FINITE {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      double value = random.between(-4, 4);
      return switch ((int) random.between(0, 23)) {
        case 0 -> Double.NaN;
        case 1 -> Double.POSITIVE_INFINITY;
        case 2 -> Double.NEGATIVE_INFINITY;
        default -> value;
      };
    }
  },
  /** Small integers, with an infinity in one of four places: opposite infinities add up to NaN. */
  INFINITIES {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      double value = random.between(-4, 4);
      return switch ((int) random.between(0, 7)) {
        case 0 -> Double.POSITIVE_INFINITY;
        case 1 -> Double.NEGATIVE_INFINITY;
        default -> value;
      };
    }
  },
  /** Integers that use all bits of their type: sums wrap. */
  WORDS {
    @Override
    long integer(SplitMix random, DType dtype) {
      return dtype == DType.INT32 ? random.next() >> Integer.SIZE : random.next();
    }
  },
  /** The extreme integers of their type, and -1, 0 and 1. */
  EXTREMES {
    @Override
    long integer(SplitMix random, DType dtype) {
      boolean word = dtype == DType.INT32;
      return switch ((int) random.between(0, 6)) {
        case 0, 1 -> word ? Integer.MIN_VALUE : Long.MIN_VALUE;
        case 2, 3 -> word ? Integer.MAX_VALUE : Long.MAX_VALUE;
        case 4 -> -1;
        case 5 -> 0;
        default -> 1;
      };
    }
  },
  /**
   * Small integers, with the least of their type, which has no opposite, in one of eight places.
   */
  LEAST {
    @Override
    long integer(SplitMix random, DType dtype) {
      long value = random.between(-9, 9);
      long least = dtype == DType.INT32 ? Integer.MIN_VALUE : Long.MIN_VALUE;
      return random.between(0, 7) == 0 ? least : value;
    }
  },
  /**
   * Powers of two of either sign, few and far apart: when they cancel, far smaller terms remain.
   */
  LADDER {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      int[] steps = isSingle(dtype) ? SINGLE_STEPS : DOUBLE_STEPS;
      int step = steps[(int) random.between(0, steps.length - 1)];
      return Math.scalb(signed(random, 1), step);
    }
  },
  /**
   * One, two, and numbers too large or too small beside them: sums lie halfway between two numbers,
   * or nearly.
   */
  HALFWAY {
    @Override
    double real(SplitMix random, int index, DType dtype) {
      int high = isSingle(dtype) ? 24 : 53;
      int low = isSingle(dtype) ? -40 : -60;
      int[] steps = {high, high, 0, 0, 1, low};
      return Math.scalb(signed(random, 1), steps[(int) random.between(0, steps.length - 1)]);
    }
  },
  /** Whole numbers just below 2^12: sums of few products pass 2^24. */
  WHOLE12(12),
  /** Whole numbers just below 2^15: sums of few products pass 2^31. */
  WHOLE15(15),
  /** Whole numbers just below 2^26: sums of few products pass 2^53. */
  WHOLE26(26),
  /** Whole numbers just below 2^31: sums of few products pass 2^63. */
  WHOLE31(31);

  private static final int[] DOUBLE_STEPS = {-120, 0, 120};
  private static final int[] SINGLE_STEPS = {-40, 0, 40};

  /** The regimes in which no intermediate result overflows or underflows and nothing is special. */
  private static final Regime[] ORDINARY = {
    INTEGERS,
    DYADIC,
    UNIFORM,
    POSITIVE,
    NORMAL,
    ALTERNATING,
    SPARSE,
    DECAYING,
    WIDE,
    WORDS,
    EXTREMES,
    LEAST
  };

  /**
   * The regimes that no convolver may fail on, whatever it claims about non-finite values.
   *
   * @return a fresh array
   */
  public static Regime[] ordinary() {
    return ORDINARY.clone();
  }

  /** How many bits elements have if they are whole numbers that suit every type; else 0. */
  private final int bits;

  Regime() {
    this(0);
  }

  Regime(int bits) {
    this.bits = bits;
  }

  /** The real number at a flat index, from a stream that continues from element to element. */
  double real(SplitMix random, int index, DType dtype) {
    if (bits > 0) {
      return integer(random, dtype);
    }
    throw new UnsupportedOperationException(this + " is not for " + dtype);
  }

  /** The integer at a flat index, from a stream that continues from element to element. */
  long integer(SplitMix random, DType dtype) {
    if (bits > 0) {
      // Near enough for three products to pass the limit; one in sixteen is negative.
      long magnitude = (1L << bits) - 1 - random.between(0, 1023);
      return random.between(0, 15) == 0 ? -magnitude : magnitude;
    }
    throw new UnsupportedOperationException(this + " is not for " + dtype);
  }

  /**
   * Whether there are such elements of a type.
   *
   * @param dtype the type
   * @return true if recipes may combine the two
   */
  public boolean suits(DType dtype) {
    return bits > 0 || dtype.isInteger() == (this == WORDS || this == EXTREMES || this == LEAST);
  }

  /**
   * An array of such elements, in row-major order.
   *
   * @param dtype their type, which this regime {@linkplain #suits suits}
   * @param shape the shape
   * @param seed where SplitMix64 starts
   * @return a fresh array, the same whenever it is made again
   */
  public NdArray array(DType dtype, Shape shape, long seed) {
    SplitMix random = new SplitMix(seed);
    int size = shape.size();
    if (dtype.isInteger()) {
      long[] data = new long[size];
      for (int i = 0; i < size; i++) {
        data[i] = integer(random, dtype);
      }
      return NdArray.wrap(data, shape).cast(dtype);
    }
    double[] re = new double[size];
    double[] im = new double[size];
    for (int i = 0; i < size; i++) {
      re[i] = real(random, i, dtype);
      if (dtype.isComplex()) {
        im[i] = real(random, i, dtype);
      }
    }
    NdArray wide = dtype.isComplex() ? NdArray.wrapComplex(re, im, shape) : NdArray.wrap(re, shape);
    return wide.cast(dtype);
  }

  private static boolean isSingle(DType dtype) {
    return dtype.real() == DType.FLOAT32;
  }

  private static double signed(SplitMix random, double magnitude) {
    return random.next() < 0 ? -magnitude : magnitude;
  }

  /**
   * The name in replay tokens.
   *
   * @return in lower case
   */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The regime of a name.
   *
   * @param token the name in replay tokens
   * @return the regime
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static Regime ofToken(String token) {
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
