package org.conv4j.verify.mutant;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Right except for some sizes or ranks, where another path is taken. */
final class SizeMutants {
  private static final int MANY = 1 << 16;

  private SizeMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "size.prime",
            "A prime length of the full result is computed by a poor fallback",
            whenFull(m -> m > 16 && BigInteger.valueOf(m).isProbablePrime(40)),
            "agrees.commons-math",
            "exact"),
        mutant(
            "size.power",
            "A signal whose length is a power of two takes a broken fast path",
            whenSignal(n -> n >= 16 && Integer.bitCount(n) == 1),
            "sizes"),
        mutant(
            "size.power-plus-one",
            "A signal one longer than a power of two is padded wrongly",
            whenSignal(n -> n > 16 && Integer.bitCount(n - 1) == 1),
            "sizes"),
        mutant(
            "size.power-minus-one",
            "A full result one shorter than a power of two is padded wrongly",
            whenFull(m -> m >= 15 && Integer.bitCount(m + 1) == 1),
            "sizes"),
        mutant(
            "size.full-power",
            "A full result whose length is a power of two takes a broken fast path",
            whenFull(m -> m >= 16 && Integer.bitCount(m) == 1),
            "sizes"),
        mutant(
            "size.full-power-plus-one",
            "A full result one longer than a power of two is padded wrongly",
            whenFull(m -> m > 16 && Integer.bitCount(m - 1) == 1),
            "sizes"),
        mutant(
            "size.above-1000",
            "A full result of more than 1000 elements is wrong in its last",
            last((in1, in2) -> full(in1, in2) > 1000),
            "sizes"),
        mutant(
            "size.above-65536.signal",
            "With more than 65536 elements of the signal, the last output is wrong",
            last((in1, in2) -> in1.size() > MANY),
            "sizes"),
        mutant(
            "size.above-65536.kernel",
            "With more than 65536 elements of the kernel, the last output is wrong",
            last((in1, in2) -> in2.size() > MANY),
            "sizes"),
        mutant(
            "size.above-65536.full",
            "With more than 65536 elements of a full result of rank 1, the last output is wrong",
            last((in1, in2) -> in1.rank() == 1 && full(in1, in2) > MANY),
            "sizes"),
        mutant(
            "size.above-65536.image",
            "With more than 65536 elements of an image, the last output is wrong",
            last((in1, in2) -> in1.rank() == 2 && in1.size() > MANY),
            "sizes"),
        mutant(
            "size.index-of-short",
            "Indices of the signal are kept in 16 bits",
            Elements.line(SizeMutants::shortIndices),
            "sizes"),
        mutant(
            "size.long-by-long",
            "With 256 elements or more of each operand, the last output is wrong",
            last((in1, in2) -> Math.min(in1.size(), in2.size()) >= 256),
            "sizes"),
        mutant(
            "rank.three-and-up",
            "From rank 3 on, the last element is wrong",
            last((in1, in2) -> in1.rank() >= 3),
            "exact",
            "agrees.peers"),
        mutant(
            "rank.four",
            "At rank 4, the last element is wrong",
            last((in1, in2) -> in1.rank() == 4),
            "exact"),
        mutant(
            "rank.five",
            "At rank 5, the last element is wrong",
            last((in1, in2) -> in1.rank() == 5),
            "exact",
            "sizes"),
        mutant(
            "rank.six",
            "From rank 6 on, the last element is wrong",
            last((in1, in2) -> in1.rank() >= 6),
            "sizes"),
        mutant(
            "rank.zero",
            "Scalars are added",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in1.rank() > 0 ? y : NdArray.scalar(in1.doubles()[0] + in2.doubles()[0]);
            },
            "exact",
            "axes.unit"),
        mutant(
            "extent.one-last",
            "A last axis of extent 1 is gone over twice",
            Elements.spoiled(
                (in1, in2, y) -> Elements.scale(y, lastExtent(in1) * lastExtent(in2) == 1 ? 2 : 1)),
            "axes.unit"),
        mutant(
            "extent.one-signal",
            "A signal of one element gives the kernel as it is",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in1.size() == 1 && mode == Mode.FULL ? in2.copy() : y;
            },
            "bilinear.in1",
            "exact"),
        mutant(
            "extent.two",
            "Operands of two elements each are computed by a broken unrolled kernel",
            Elements.spoiled(
                (in1, in2, y) -> {
                  if (in1.rank() == 1 && in1.size() == 2 && in2.size() == 2 && y.length == 3) {
                    y[1] = in1.doubles()[0] * in2.doubles()[1];
                  }
                }),
            "sizes"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.SIZE, id, mistake, wrong, caughtBy);
  }

  /** The first element is wrong at some lengths of vectors. */
  private static Convolver whenSignal(IntPredicate length) {
    return first((in1, in2) -> in1.rank() == 1 && length.test(in1.size()));
  }

  private static Convolver whenFull(IntPredicate length) {
    return first((in1, in2) -> in1.rank() == 1 && length.test(full(in1, in2)));
  }

  private static Convolver first(BiPredicate<NdArray, NdArray> when) {
    return Elements.spoiled(
        (in1, in2, y) -> {
          if (when.test(in1, in2)) {
            Elements.wrongAt(0, in1, in2, y);
          }
        });
  }

  private static Convolver last(BiPredicate<NdArray, NdArray> when) {
    return Elements.spoiled(
        (in1, in2, y) -> {
          if (when.test(in1, in2)) {
            Elements.wrongAt(y.length - 1, in1, in2, y);
          }
        });
  }

  /** Of vectors; of other arrays, no less than either operand has. */
  private static int full(NdArray in1, NdArray in2) {
    return in1.size() + in2.size() - 1;
  }

  private static int lastExtent(NdArray array) {
    return array.rank() < 2 ? 0 : array.shape().extent(array.rank() - 1);
  }

  /** Elements from 65536 on are those from 0 on. */
  private static double[] shortIndices(double[] x, double[] h) {
    double[] read = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      read[i] = x[(char) i];
    }
    return Elements.convolved(read, h);
  }
}
