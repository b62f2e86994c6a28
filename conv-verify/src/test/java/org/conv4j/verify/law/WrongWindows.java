package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** The right numbers in the wrong window. */
final class WrongWindows {
  /** From two extents to a number. */
  private interface Rule extends ToIntBiFunction<Integer, Integer> {}

  private WrongWindows() {}

  static List<Wrong> all() {
    return List.of(
        Wrong.of(
            "full keeps the padding to a power of two",
            window(Mode.FULL, (n, k) -> Integer.highestOneBit(2 * (n + k) - 3), (n, k) -> 0),
            "shape.full"),
        Wrong.of(
            "full is as long as the signal",
            window(Mode.FULL, (n, k) -> n, (n, k) -> 0),
            "shape.full",
            "commutative.full"),
        Wrong.of(
            "same is as long as the longer operand",
            window(Mode.SAME, Math::max, (n, k) -> (Math.min(n, k) - 1) / 2),
            "shape.same"),
        Wrong.of(
            "same begins one late for even kernels",
            window(Mode.SAME, (n, k) -> n, (n, k) -> k / 2),
            "window.same"),
        Wrong.of(
            "same is not centred",
            window(Mode.SAME, (n, k) -> n, (n, k) -> 0),
            "window.same",
            "agrees.peers"),
        Wrong.of(
            "same is centred on the shorter operand",
            window(Mode.SAME, (n, k) -> n, (n, k) -> (Math.min(n, k) - 1) / 2),
            "window.same"),
        Wrong.of(
            "valid is one short",
            window(Mode.VALID, (n, k) -> Math.max(1, Math.abs(n - k)), WrongWindows::inside),
            "shape.valid"),
        Wrong.of(
            "valid begins one early",
            window(Mode.VALID, WrongWindows::valid, (n, k) -> Math.max(0, inside(n, k) - 1)),
            "window.valid",
            "correlate.adjoint"),
        Wrong.of(
            "valid begins where the second operand ends, also when that is the longer",
            window(Mode.VALID, WrongWindows::valid, (n, k) -> k - 1),
            "window.valid",
            "commutative.valid"),
        Wrong.of(
            "valid does not take a longer second operand",
            (in1, in2, mode) -> {
              if (mode == Mode.VALID && in2.size() > in1.size()) {
                throw new IllegalArgumentException(in1.shape() + " and " + in2.shape());
              }
              return Wrong.RIGHT.convolve(in1, in2, mode);
            },
            "shape.valid",
            "commutative.valid"),
        Wrong.of(
            "axes of extent 1 are squeezed away",
            (in1, in2, mode) -> {
              NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
              int[] extents = Arrays.stream(y.shape().toArray()).filter(n -> n > 1).toArray();
              return y.reshape(Shape.of(extents));
            },
            "axes.unit"));
  }

  private static int inside(int n, int k) {
    return Math.min(n, k) - 1;
  }

  private static int valid(int n, int k) {
    return Math.max(n, k) - Math.min(n, k) + 1;
  }

  /** Right but for one mode, whose window of the full result has other extents and offsets. */
  private static Convolver window(Mode wrong, Rule extent, Rule offset) {
    return (in1, in2, mode) -> {
      NdArray right = Wrong.RIGHT.convolve(in1, in2, mode);
      if (mode != wrong) {
        return right;
      }
      int[] extents = new int[in1.rank()];
      int[] offsets = new int[in1.rank()];
      for (int axis = 0; axis < extents.length; axis++) {
        int n = in1.shape().extent(axis);
        int k = in2.shape().extent(axis);
        extents[axis] = extent.applyAsInt(n, k);
        offsets[axis] = offset.applyAsInt(n, k);
      }
      NdArray full = Wrong.RIGHT.convolve(in1, in2, Mode.FULL);
      return Moves.box(full, offsets, Shape.of(extents));
    };
  }
}
