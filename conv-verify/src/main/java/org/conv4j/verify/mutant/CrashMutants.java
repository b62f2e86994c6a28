package org.conv4j.verify.mutant;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Calls that do not end as calls should. */
final class CrashMutants {
  /** Longer than anybody waits; and it ends by itself if nobody interrupts. */
  private static final Duration LONGEST_HANG = Duration.ofMinutes(5);

  private CrashMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant("crash.null", "Null is returned", (in1, in2, mode) -> null, "shape.full", "sum"),
        mutant(
            "crash.null-sometimes",
            "Null is returned where the result is one element",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return y.size() == 1 ? null : y;
            },
            "exact"),
        mutant(
            "crash.floats",
            "Floats are returned",
            (in1, in2, mode) -> Right.BASIC.convolve(in1, in2, mode).cast(DType.FLOAT32),
            "shape.same",
            "shape.valid"),
        mutant(
            "crash.scalars",
            "Scalars run over the end of the extents",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in1.shape().extent(0) > 0 ? y : null;
            },
            "exact",
            "axes.unit"),
        mutant(
            "crash.overrun",
            "A kernel longer than the signal runs over its end",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in2.rank() == 1 && in1.doubles()[in2.size() - 1] == 0 ? y.copy() : y;
            },
            "exact",
            "commutative.full"),
        mutant(
            "crash.out-of-memory",
            "Work space is in proportion to the product of the sizes, for long operands",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              boolean large = Math.min(in1.size(), in2.size()) > 40;
              return large ? y.reshape(Shape.of(table(in1, in2).length)) : y;
            },
            "sizes",
            "agrees.peers"),
        mutant(
            "crash.stack-overflow",
            "The two forms of convolve call each other",
            new CallsItself(),
            "shape.full"),
        mutant(
            "crash.stack-overflow.long",
            "Signals are halved without end once they are longer than 1000",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in1.size() > 1000 && depth(in1.size()) == 0 ? null : y;
            },
            "sizes"),
        mutant(
            "crash.stack-overflow.very-long",
            "Signals are halved without end once they are longer than 65536",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in1.size() > (1 << 16) && depth(in1.size()) == 0 ? null : y;
            },
            "sizes"),
        Mutant.of(
            Flaw.HANG,
            "hang.size",
            "A signal of 7 samples never ends",
            hanging((in1, in2) -> in1.rank() == 1 && in1.size() == 7),
            "sizes"),
        Mutant.of(
            Flaw.HANG,
            "hang.long",
            "A full result of more than 1000 elements never ends",
            hanging((in1, in2) -> in1.rank() == 1 && in1.size() + in2.size() > 1001),
            "sizes"),
        Mutant.of(
            Flaw.HANG,
            "hang.very-long",
            "A signal of more than 65536 samples never ends",
            hanging((in1, in2) -> in1.size() > (1 << 16)),
            "sizes"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.CRASH, id, mistake, wrong, caughtBy);
  }

  /** One row of a table for each element of the kernel, each as long as an array can be. */
  private static long[][] table(NdArray in1, NdArray in2) {
    long[][] table = new long[in2.size()][];
    for (int row = 0; row < table.length; row++) {
      table[row] = new long[Integer.MAX_VALUE - in1.size()];
    }
    return table;
  }

  /** Halves a length, rounded up, until nothing is left of it: which one element never is. */
  private static int depth(int length) {
    return length == 0 ? 0 : 1 + depth((length + 1) / 2);
  }

  private static Convolver hanging(BiPredicate<NdArray, NdArray> when) {
    return (in1, in2, mode) -> {
      NdArray y = Right.BASIC.convolve(in1, in2, mode);
      if (when.test(in1, in2)) {
        hang();
      }
      return y;
    };
  }

  /** Asleep until somebody interrupts: what hangs must not keep a processor busy. */
  private static void hang() {
    try {
      Thread.sleep(LONGEST_HANG.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("it did not end by itself");
  }

  /** The form for plain arrays calls the one for arrays, and that the one for plain arrays. */
  private static final class CallsItself implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      double[] y = convolve(in1.doubles(), in2.doubles(), mode);
      return NdArray.of(y);
    }

    @Override
    public double[] convolve(double[] in1, double[] in2, Mode mode) {
      return convolve(NdArray.of(in1), NdArray.of(in2), mode).doubles();
    }
  }
}
