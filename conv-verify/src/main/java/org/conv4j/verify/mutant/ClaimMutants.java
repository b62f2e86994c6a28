package org.conv4j.verify.mutant;

import java.util.List;
import java.util.function.BiPredicate;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Claims that are not kept, and answers that nobody claimed. */
final class ClaimMutants {
  private static final Capabilities BASIC = Capabilities.basic();

  private ClaimMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "unclaimed.any-type",
            "Every dtype is taken for doubles",
            ClaimMutants::anyType,
            "refuse.unclaimed"),
        mutant(
            "unclaimed.second-type",
            "Only the type of the first operand is looked at",
            (in1, in2, mode) ->
                in1.dtype() == DType.FLOAT64 && in2.dtype() == DType.FLOAT32
                    ? Right.BASIC.convolve(in1, in2.cast(DType.FLOAT64), mode)
                    : Right.BASIC.convolve(in1, in2, mode),
            "refuse.unclaimed"),
        mutant(
            "unclaimed.mode",
            "Modes that are not claimed are answered",
            Right.claiming(BASIC.withModes(Mode.FULL), Right.BASIC),
            "refuse.unclaimed"),
        mutant(
            "unclaimed.rank",
            "Ranks that are not claimed are answered",
            Right.claiming(BASIC.withMaxRank(2), Right.BASIC),
            "refuse.unclaimed"),
        mutant(
            "unclaimed.rank.high",
            "Ranks far above those that are claimed are answered",
            Right.claiming(
                BASIC.withMaxRank(2),
                answering(
                    Right.of(BASIC.withMaxRank(2)),
                    (in1, in2) -> in1.rank() > 4 && in1.dtype() == DType.FLOAT64)),
            "refuse.unclaimed"),
        mutant(
            "unclaimed.pair",
            "Operands of two claimed types are answered, though the type of their result is not"
                + " claimed",
            Right.claiming(
                BASIC.withDTypes(DType.INT64, DType.FLOAT32),
                answering(
                    Right.of(BASIC.withDTypes(DType.INT64, DType.FLOAT32)),
                    (in1, in2) -> in1.dtype() == DType.INT64 && in2.dtype() == DType.FLOAT32)),
            "refuse.unclaimed"),
        mutant(
            "unclaimed.illegal",
            "What is not claimed is an IllegalArgumentException",
            (in1, in2, mode) -> {
              try {
                return Right.BASIC.convolve(in1, in2, mode);
              } catch (UnsupportedOperationException e) {
                throw new IllegalArgumentException(e);
              }
            },
            "refuse.unclaimed"),
        mutant(
            "claimed.type-refused",
            "32-bit integers are claimed and refused",
            refusing((in1, in2) -> in1.dtype() == DType.INT32),
            "integers.wrap"),
        mutant(
            "claimed.pairs-refused",
            "Operands of two types are claimed and refused",
            refusing((in1, in2) -> in1.dtype() != in2.dtype()),
            "promotion"),
        mutant(
            "claimed.pair-refused",
            "Complex kernels for integer signals are claimed and refused",
            refusing((in1, in2) -> in1.dtype().isInteger() && in2.dtype().isComplex()),
            "promotion"),
        mutant(
            "claimed.rank-refused",
            "Ranks above 3 are claimed and refused",
            refusing((in1, in2) -> in1.rank() > 3),
            "exact"),
        mutant(
            "claimed.rank-refused.high",
            "Ranks above 6 are claimed and refused",
            refusing((in1, in2) -> in1.rank() > 6),
            "sizes"),
        mutant(
            "claimed.size-refused",
            "Signals of more than 65536 elements are refused",
            refusing((in1, in2) -> in1.size() > (1 << 16)),
            "sizes"),
        mutant(
            "claimed.longer-kernel-refused",
            "A kernel longer than the signal is refused",
            refusing((in1, in2) -> in2.size() > in1.size()),
            "exact"),
        mutant(
            "claimed.even-kernel-refused",
            "Kernels of even length are refused in same mode",
            Right.claiming(
                BASIC,
                (in1, in2, mode) -> {
                  NdArray y = Right.BASIC.convolve(in1, in2, mode);
                  if (mode == Mode.SAME && in2.size() % 2 == 0) {
                    throw new IllegalArgumentException("the kernel must have a centre");
                  }
                  return y;
                }),
            "shape.same"),
        mutant(
            "claimed.mode-refused",
            "Same is claimed and refused",
            Right.claiming(BASIC, Right.of(BASIC.withModes(Mode.FULL, Mode.VALID))),
            "shape.same"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Kind.REFUSAL, id, mistake, wrong, caughtBy);
  }

  private static NdArray anyType(NdArray in1, NdArray in2, Mode mode) {
    NdArray a = in1.dtype().isComplex() ? in1.real() : in1;
    NdArray b = in2.dtype().isComplex() ? in2.real() : in2;
    return Right.BASIC.convolve(a.cast(DType.FLOAT64), b.cast(DType.FLOAT64), mode);
  }

  /** Claims everything, and refuses some of it. */
  private static Convolver refusing(BiPredicate<NdArray, NdArray> which) {
    return Right.claiming(
        Right.EVERYTHING,
        (in1, in2, mode) -> {
          Right.EVERYTHING.admit(in1, in2, mode);
          if (which.test(in1, in2)) {
            throw new UnsupportedOperationException("not yet");
          }
          return Right.DIRECT.convolve(in1, in2, mode);
        });
  }

  /** Refuses as it should, but for some operands. */
  private static Convolver answering(Convolver right, BiPredicate<NdArray, NdArray> which) {
    return (in1, in2, mode) ->
        in1 != null && in2 != null && which.test(in1, in2)
            ? Right.DIRECT.convolve(in1, in2, mode)
            : right.convolve(in1, in2, mode);
  }
}
