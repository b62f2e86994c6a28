package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Right on good arguments, wrong on bad ones. */
final class RefusalMutants {
  private RefusalMutants() {}

  static List<Mutant> all() {
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
            Kind.REFUSAL,
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

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Kind.REFUSAL, id, mistake, wrong, caughtBy);
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
}
