package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Right on good arguments, wrong on bad ones or on what is claimed. */
final class RefusalMutants {
  private static final Capabilities BASIC = Capabilities.basic();

  private RefusalMutants() {}

  static List<Mutant> ofArguments() {
    return List.of(
        mutant(
            "refuse.rank-raised",
            "The operand of lower rank gets further axes",
            (in1, in2, mode) -> {
              int rank = Math.max(in1.rank(), in2.rank());
              return Right.BASIC.convolve(raised(in1, rank), raised(in2, rank), mode);
            },
            "refuse.rank-mismatch"),
        mutant(
            "refuse.rank-overrun",
            "Different ranks run over the end of an array",
            (in1, in2, mode) -> {
              if (in1.rank() != in2.rank()) {
                throw new ArrayIndexOutOfBoundsException(Math.min(in1.rank(), in2.rank()));
              }
              return Right.BASIC.convolve(in1, in2, mode);
            },
            "refuse.rank-mismatch"),
        mutant(
            "refuse.rank-asserted",
            "Different ranks are an AssertionError",
            (in1, in2, mode) -> {
              if (in1.rank() != in2.rank()) {
                throw new AssertionError(in1.shape() + " and " + in2.shape());
              }
              return Right.BASIC.convolve(in1, in2, mode);
            },
            "refuse.rank-mismatch"),
        mutant(
            "refuse.operand-changed",
            "The signal is scaled before the shapes are looked at",
            (in1, in2, mode) -> {
              NdArray y = null;
              try {
                y = Right.BASIC.convolve(in1, in2, mode);
                return y;
              } finally {
                if (y == null && in1 != null && in2 != null && in1.rank() != in2.rank()) {
                  Elements.scale(in1.doubles(), 0.5);
                }
              }
            },
            "refuse.rank-mismatch"),
        Mutant.made(
            Flaw.REFUSAL,
            "refuse.poisoned",
            "The call after one that was refused returns zeros",
            Poisoned::new,
            "refuse.rank-mismatch"),
        mutant(
            "refuse.message-missing",
            "Shapes are refused without being told",
            (in1, in2, mode) -> {
              if (in1.rank() != in2.rank()) {
                throw new IllegalArgumentException("bad shapes");
              }
              return Right.BASIC.convolve(in1, in2, mode);
            },
            "refuse.message"),
        mutant(
            "refuse.empty-zeros",
            "An empty operand gives zeros",
            (in1, in2, mode) ->
                in1.size() * in2.size() == 0
                    ? NdArray.zeros(DType.FLOAT64, in1.shape())
                    : Right.BASIC.convolve(in1, in2, mode),
            "refuse.empty"),
        mutant(
            "refuse.empty-negative",
            "An empty operand is a negative size",
            (in1, in2, mode) -> {
              if (in1.size() * in2.size() == 0) {
                throw new NegativeArraySizeException("-1");
              }
              return Right.BASIC.convolve(in1, in2, mode);
            },
            "refuse.empty"),
        mutant(
            "refuse.empty-kernel",
            "Only an empty signal is refused, an empty kernel gives the signal back",
            (in1, in2, mode) ->
                in2.size() == 0 && in1.size() > 0 && in1.rank() == in2.rank()
                    ? in1.copy()
                    : Right.BASIC.convolve(in1, in2, mode),
            "refuse.empty"),
        mutant(
            "refuse.null-mode",
            "No mode means full",
            (in1, in2, mode) -> Right.BASIC.convolve(in1, in2, mode == null ? Mode.FULL : mode),
            "refuse.null"),
        mutant(
            "refuse.null-illegal",
            "Null is an IllegalArgumentException",
            (in1, in2, mode) -> {
              if (in1 == null || in2 == null) {
                throw new IllegalArgumentException("operand missing");
              }
              return Right.BASIC.convolve(in1, in2, mode);
            },
            "refuse.null"),
        mutant(
            "refuse.valid-same",
            "Valid without cover gives what there is",
            RefusalMutants::validOrSame,
            "refuse.valid-uncovered"),
        mutant(
            "refuse.valid-by-size",
            "Valid compares the numbers of elements, and not the extents",
            RefusalMutants::validBySize,
            "refuse.valid-uncovered"));
  }

  static List<Mutant> ofClaims() {
    return List.of(
        mutant(
            "unclaimed.any-type",
            "Every dtype is taken for doubles",
            RefusalMutants::anyType,
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
    return Mutant.of(Flaw.REFUSAL, id, mistake, wrong, caughtBy);
  }

  private static final class Poisoned extends Right.Bent {
    private boolean poisoned;

    @Override
    public synchronized NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      boolean before = poisoned;
      poisoned = in1 != null && in2 != null && in1.rank() != in2.rank();
      NdArray y = super.convolve(in1, in2, mode);
      return before ? NdArray.zeros(y.dtype(), y.shape()) : y;
    }
  }

  private static NdArray raised(NdArray array, int rank) {
    int[] extents = new int[rank];
    Arrays.fill(extents, 1);
    int[] own = array.shape().toArray();
    System.arraycopy(own, 0, extents, rank - own.length, own.length);
    return array.reshape(Shape.of(extents));
  }

  private static NdArray validOrSame(NdArray in1, NdArray in2, Mode mode) {
    try {
      return Right.BASIC.convolve(in1, in2, mode);
    } catch (IllegalArgumentException e) {
      if (mode == Mode.VALID && in1.rank() == in2.rank()) {
        return Right.BASIC.convolve(in1, in2, Mode.SAME);
      }
      throw e;
    }
  }

  private static NdArray validBySize(NdArray in1, NdArray in2, Mode mode) {
    try {
      return Right.BASIC.convolve(in1, in2, mode);
    } catch (IllegalArgumentException e) {
      boolean larger = in1.rank() == in2.rank() && in1.size() >= in2.size() && in2.size() > 0;
      if (mode == Mode.VALID && larger) {
        return NdArray.zeros(DType.FLOAT64, in1.shape());
      }
      throw e;
    }
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

  /** Refuses as it should, except for some operands. */
  private static Convolver answering(Convolver right, BiPredicate<NdArray, NdArray> which) {
    return (in1, in2, mode) ->
        in1 != null && in2 != null && which.test(in1, in2)
            ? Right.DIRECT.convolve(in1, in2, mode)
            : right.convolve(in1, in2, mode);
  }
}
