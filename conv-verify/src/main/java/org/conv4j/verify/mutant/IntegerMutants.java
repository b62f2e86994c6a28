package org.conv4j.verify.mutant;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Integers that do not wrap as they should. */
final class IntegerMutants {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private IntegerMutants() {}

  /** What happens to integers of one type; the rest is right. */
  private interface Rule {
    NdArray convolve(NdArray in1, NdArray in2, Mode mode);
  }

  static List<Mutant> all() {
    return List.of(
        mutant(
            "integer.through-double",
            "Integers are summed as doubles",
            on(DType.INT32, IntegerMutants::asDoubles, on(DType.INT64, IntegerMutants::asDoubles)),
            "integers.wrap"),
        mutant(
            "integer.through-double.when-small",
            "Integers are summed as doubles when the largest magnitude says that this is exact,"
                + " which Math.abs of the least integer does not",
            on(DType.INT64, IntegerMutants::asDoublesIfSmall),
            "integers.wrap"),
        mutant(
            "integer.through-double.limit",
            "Integers are summed as doubles as long as sums stay below 2^63",
            on(DType.INT32, IntegerMutants::asDoublesBelowLong),
            "integers.wrap"),
        mutant(
            "integer.int32-clamped",
            "32-bit sums are kept in 64 bits, and clamped in the end",
            on(DType.INT32, IntegerMutants::clamped),
            "integers.wrap"),
        mutant(
            "integer.int32-not-narrowed",
            "32-bit sums are kept in 64 bits, and returned so",
            on(
                DType.INT32,
                (in1, in2, mode) ->
                    Right.DIRECT.convolve(in1.cast(DType.INT64), in2.cast(DType.INT64), mode)),
            "integers.wrap"),
        mutant(
            "integer.int64-narrowed",
            "64-bit operands are read as 32-bit integers",
            on(
                DType.INT64,
                (in1, in2, mode) ->
                    Right.DIRECT
                        .convolve(in1.cast(DType.INT32), in2.cast(DType.INT32), mode)
                        .cast(DType.INT64)),
            "integers.wrap"),
        mutant(
            "integer.int64-saturated",
            "64-bit sums that are too large become the largest",
            on(DType.INT64, IntegerMutants::saturated),
            "integers.wrap"),
        mutant(
            "integer.off-by-one",
            "The result of the eighth element is one too large",
            on(
                DType.INT64,
                (in1, in2, mode) -> {
                  NdArray y = Right.DIRECT.convolve(in1, in2, mode);
                  if (y.size() > 7) {
                    y.longs()[7]++;
                  }
                  return y;
                }),
            "integers.wrap"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.INTEGER, id, mistake, wrong, caughtBy);
  }

  private static Convolver on(DType dtype, Rule rule) {
    return on(dtype, rule, Right.DIRECT);
  }

  /** Another rule for results of one type. */
  private static Convolver on(DType dtype, Rule rule, Convolver otherwise) {
    return Right.claiming(
        Right.EVERYTHING,
        (in1, in2, mode) -> {
          Right.EVERYTHING.admit(in1, in2, mode);
          return DType.promote(in1.dtype(), in2.dtype()) == dtype
              ? rule.convolve(in1, in2, mode)
              : otherwise.convolve(in1, in2, mode);
        });
  }

  private static NdArray asDoubles(NdArray in1, NdArray in2, Mode mode) {
    DType dtype = DType.promote(in1.dtype(), in2.dtype());
    return Right.DIRECT
        .convolve(in1.cast(DType.FLOAT64), in2.cast(DType.FLOAT64), mode)
        .cast(dtype);
  }

  private static NdArray asDoublesIfSmall(NdArray in1, NdArray in2, Mode mode) {
    double terms = Math.min(in1.size(), in2.size());
    return terms * largest(in1) * largest(in2) < 0x1p53
        ? asDoubles(in1, in2, mode)
        : Right.DIRECT.convolve(in1, in2, mode);
  }

  /** Negative for an array whose elements are all the least integer. */
  private static double largest(NdArray array) {
    return Arrays.stream(array.cast(DType.INT64).longs()).map(Math::abs).max().orElse(0);
  }

  private static NdArray asDoublesBelowLong(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = Right.DIRECT.convolve(in1.cast(DType.FLOAT64), in2.cast(DType.FLOAT64), mode);
    int[] sums = new int[y.size()];
    Arrays.setAll(sums, i -> (int) (long) y.doubles()[i]);
    return NdArray.wrap(sums, y.shape());
  }

  private static NdArray clamped(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = Right.DIRECT.convolve(in1.cast(DType.INT64), in2.cast(DType.INT64), mode);
    int[] sums = new int[y.size()];
    Arrays.setAll(
        sums, i -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, y.longs()[i])));
    return NdArray.wrap(sums, y.shape());
  }

  /** On vectors, the sum in full; other ranks are right. */
  private static NdArray saturated(NdArray in1, NdArray in2, Mode mode) {
    NdArray right = Right.DIRECT.convolve(in1, in2, mode);
    if (in1.rank() != 1) {
      return right;
    }
    long[] x = in1.cast(DType.INT64).longs();
    long[] h = in2.cast(DType.INT64).longs();
    long[] y = new long[x.length + h.length - 1];
    for (int m = 0; m < y.length; m++) {
      BigInteger sum = BigInteger.ZERO;
      for (int j = Math.max(0, m - x.length + 1); j <= Math.min(m, h.length - 1); j++) {
        sum = sum.add(BigInteger.valueOf(x[m - j]).multiply(BigInteger.valueOf(h[j])));
      }
      y[m] = sum.max(LEAST).min(MOST).longValue();
    }
    return Elements.cut(NdArray.of(y), in1, in2, mode);
  }
}
