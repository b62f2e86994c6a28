package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Right on good arguments, wrong on bad ones. */
final class WrongRefusals {
  /** The claims of {@link Wrong#RIGHT}, in part. */
  private static final Capabilities BASIC = Capabilities.basic();

  private WrongRefusals() {}

  static List<Wrong> all() {
    return List.of(
        Wrong.of(
            "the operand of lower rank gets further axes",
            (in1, in2, mode) -> {
              int rank = Math.max(in1.rank(), in2.rank());
              return Wrong.RIGHT.convolve(raised(in1, rank), raised(in2, rank), mode);
            },
            "refuse.rank-mismatch"),
        Wrong.of(
            "different ranks run over the end of an array",
            (in1, in2, mode) -> {
              if (in1.rank() != in2.rank()) {
                throw new ArrayIndexOutOfBoundsException(Math.min(in1.rank(), in2.rank()));
              }
              return Wrong.RIGHT.convolve(in1, in2, mode);
            },
            "refuse.rank-mismatch"),
        Wrong.of(
            "shapes are refused without being told", WrongRefusals::taciturn, "refuse.message"),
        Wrong.of(
            "an empty operand gives zeros",
            (in1, in2, mode) ->
                in1.size() * in2.size() == 0
                    ? NdArray.zeros(DType.FLOAT64, in1.shape())
                    : Wrong.RIGHT.convolve(in1, in2, mode),
            "refuse.empty"),
        Wrong.of(
            "an empty operand is a negative size",
            (in1, in2, mode) -> {
              if (in1.size() * in2.size() == 0) {
                throw new NegativeArraySizeException("-1");
              }
              return Wrong.RIGHT.convolve(in1, in2, mode);
            },
            "refuse.empty"),
        Wrong.of(
            "no mode means full",
            (in1, in2, mode) -> Wrong.RIGHT.convolve(in1, in2, mode == null ? Mode.FULL : mode),
            "refuse.null"),
        Wrong.of(
            "null is an IllegalArgumentException",
            (in1, in2, mode) -> {
              if (in1 == null || in2 == null) {
                throw new IllegalArgumentException("operand missing");
              }
              return Wrong.RIGHT.convolve(in1, in2, mode);
            },
            "refuse.null"),
        Wrong.of(
            "valid without cover gives what there is",
            (in1, in2, mode) -> {
              try {
                return Wrong.RIGHT.convolve(in1, in2, mode);
              } catch (IllegalArgumentException e) {
                if (mode == Mode.VALID && in1.rank() == in2.rank()) {
                  return Wrong.RIGHT.convolve(in1, in2, Mode.SAME);
                }
                throw e;
              }
            },
            "refuse.valid-uncovered"),
        Wrong.of("every dtype is taken for doubles", WrongRefusals::anyType, "refuse.unclaimed"),
        Wrong.of(
            "modes that are not claimed are answered",
            Wrong.claiming(BASIC.withModes(Mode.FULL), Wrong.RIGHT),
            "refuse.unclaimed"),
        Wrong.of(
            "ranks that are not claimed are answered",
            Wrong.claiming(BASIC.withMaxRank(2), Wrong.RIGHT),
            "refuse.unclaimed"),
        Wrong.of(
            "what is not claimed is an IllegalArgumentException",
            (in1, in2, mode) -> {
              try {
                return Wrong.RIGHT.convolve(in1, in2, mode);
              } catch (UnsupportedOperationException e) {
                throw new IllegalArgumentException(e);
              }
            },
            "refuse.unclaimed"));
  }

  private static NdArray raised(NdArray array, int rank) {
    int[] extents = new int[rank];
    Arrays.fill(extents, 1);
    int[] own = array.shape().toArray();
    System.arraycopy(own, 0, extents, rank - own.length, own.length);
    return array.reshape(Shape.of(extents));
  }

  private static NdArray taciturn(NdArray in1, NdArray in2, Mode mode) {
    if (in1.rank() != in2.rank()) {
      throw new IllegalArgumentException("bad shapes");
    }
    return Wrong.RIGHT.convolve(in1, in2, mode);
  }

  private static NdArray anyType(NdArray in1, NdArray in2, Mode mode) {
    Convolver right = Wrong.RIGHT;
    NdArray a = in1.dtype().isComplex() ? in1.real() : in1;
    NdArray b = in2.dtype().isComplex() ? in2.real() : in2;
    return right.convolve(a.cast(DType.FLOAT64), b.cast(DType.FLOAT64), mode);
  }
}
