package org.conv4j.verify.mutant;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Shortcuts for operands whose elements are special, and arithmetic that only these show. */
final class ValueMutants {
  private static final Capabilities SUMS =
      Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE);

  private static final Capabilities EXACT = SUMS.withAccuracy(Accuracy.EXACT).withMaxRank(1);

  private ValueMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "value.whole-as-int",
            "Doubles that are whole numbers of 32 bits are convolved as such",
            whole(DType.INT32, x -> x == (int) x)),
        mutant(
            "value.whole-as-long",
            "Doubles that are whole numbers of 64 bits are convolved as such",
            whole(DType.INT64, x -> Math.abs(x) < 0x1p62 && x == (long) x)),
        mutant(
            "value.counted-in-a-byte",
            "Where all elements are 0 or 1, products are counted in bytes",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              boolean bits =
                  DoubleStream.concat(Arrays.stream(in1.doubles()), Arrays.stream(in2.doubles()))
                      .allMatch(x -> x == 0 || x == 1);
              return bits ? Elements.map(y, count -> (int) count & 0xff) : y;
            }),
        mutant(
            "value.constant-kernel",
            "For a constant kernel a running sum adds the next element and takes off the last",
            Right.claiming(SUMS, ValueMutants::runningSum)),
        mutant(
            "value.hermitian-kernel",
            "A kernel that is its own reversed conjugate is conjugated",
            everything(
                b -> b.size() > 1 && b.equals(b.reversed().conjugate()), NdArray::conjugate)),
        mutant(
            "value.antisymmetric-kernel",
            "A kernel that is the opposite of its reverse is reversed",
            everything(
                b ->
                    b.dtype() == DType.FLOAT64
                        && b.size() > 1
                        && Elements.map(b.reversed(), x -> 0.0 - x)
                            .equals(Elements.map(b, x -> x + 0.0)),
                NdArray::reversed)),
        mutant(
            "value.zero-kernel",
            "For a kernel of zeros the result is zeros of the shape of the signal",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              boolean zeros = Arrays.stream(in2.doubles()).allMatch(h -> h == 0);
              return zeros ? NdArray.zeros(DType.FLOAT64, in1.shape()) : y;
            }),
        mutant(
            "value.exact-rounded-twice",
            "Floats that are claimed to be rounded once are rounded to doubles first",
            Right.claiming(EXACT.withDTypes(DType.FLOAT32), ValueMutants::roundedTwice)),
        mutant(
            "value.exact-in-two-doubles",
            "Sums that are claimed to be rounded once are kept in two doubles",
            Right.claiming(EXACT, ValueMutants::inTwoDoubles)));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong) {
    return Mutant.of(Flaw.KERNEL, id, mistake, wrong, "values");
  }

  private static Convolver whole(DType dtype, DoublePredicate fits) {
    return (in1, in2, mode) -> {
      NdArray y = Right.BASIC.convolve(in1, in2, mode);
      boolean whole =
          Arrays.stream(in1.doubles()).allMatch(fits)
              && Arrays.stream(in2.doubles()).allMatch(fits);
      return whole
          ? Right.DIRECT.convolve(in1.cast(dtype), in2.cast(dtype), mode).cast(DType.FLOAT64)
          : y;
    };
  }

  /** Claims everything, and takes some kernels for others. */
  private static Convolver everything(Predicate<NdArray> special, UnaryOperator<NdArray> taken) {
    return Right.claiming(
        Right.EVERYTHING,
        (in1, in2, mode) -> {
          Right.EVERYTHING.admit(in1, in2, mode);
          return Right.DIRECT.convolve(in1, special.test(in2) ? taken.apply(in2) : in2, mode);
        });
  }

  private static NdArray runningSum(NdArray in1, NdArray in2, Mode mode) {
    SUMS.admit(in1, in2, mode);
    NdArray y = Right.DIRECT.convolve(in1, in2, mode);
    double[] x = in1.doubles();
    double[] h = in2.doubles();
    if (in1.rank() != 1 || Arrays.stream(h).anyMatch(tap -> tap != h[0])) {
      return y;
    }
    double[] full = new double[x.length + h.length - 1];
    double sum = 0;
    for (int m = 0; m < full.length; m++) {
      sum += m < x.length ? x[m] : 0;
      sum -= m >= h.length ? x[m - h.length] : 0;
      full[m] = sum * h[0];
    }
    return Elements.cut(NdArray.of(full), in1, in2, mode);
  }

  private static NdArray roundedTwice(NdArray in1, NdArray in2, Mode mode) {
    EXACT.withDTypes(DType.FLOAT32).admit(in1, in2, mode);
    if (in1.rank() == 0) {
      return Right.DIRECT.convolve(in1, in2, mode);
    }
    double[] x = in1.cast(DType.FLOAT64).doubles();
    double[] h = in2.cast(DType.FLOAT64).doubles();
    BigDecimal[] sums = new BigDecimal[x.length + h.length - 1];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < h.length; j++) {
        sums[i + j] = sums[i + j].add(new BigDecimal(x[i]).multiply(new BigDecimal(h[j])));
      }
    }
    double[] full = Arrays.stream(sums).mapToDouble(BigDecimal::doubleValue).toArray();
    return Elements.cut(NdArray.of(full).cast(DType.FLOAT32), in1, in2, mode);
  }

  /** Twice the working precision (Ogita, Rump and Oishi's Dot2). */
  private static NdArray inTwoDoubles(NdArray in1, NdArray in2, Mode mode) {
    EXACT.admit(in1, in2, mode);
    if (in1.rank() == 0) {
      return Right.DIRECT.convolve(in1, in2, mode);
    }
    double[] x = in1.doubles();
    double[] h = in2.doubles();
    double[] high = new double[x.length + h.length - 1];
    double[] low = new double[high.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < h.length; j++) {
        double product = x[i] * h[j];
        double sum = high[i + j] + product;
        double moved = sum - high[i + j];
        low[i + j] += (high[i + j] - (sum - moved)) + (product - moved);
        low[i + j] += Math.fma(x[i], h[j], -product);
        high[i + j] = sum;
      }
    }
    Arrays.setAll(high, m -> high[m] + low[m]);
    return Elements.cut(NdArray.of(high), in1, in2, mode);
  }
}
