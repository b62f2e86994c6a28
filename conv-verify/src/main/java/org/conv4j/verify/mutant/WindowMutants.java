package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;

/** The right numbers in the wrong window. */
final class WindowMutants {
  /** From two extents to a number. */
  private interface Rule extends ToIntBiFunction<Integer, Integer> {}

  private WindowMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "window.full-padded",
            "Full keeps the padding to a power of two",
            window(Mode.FULL, (n, k) -> Integer.highestOneBit(2 * (n + k) - 3), (n, k) -> 0),
            "shape.full"),
        mutant(
            "window.full-as-signal",
            "Full is as long as the signal",
            window(Mode.FULL, (n, k) -> n, (n, k) -> 0),
            "shape.full",
            "commutative.full"),
        mutant(
            "window.same-longer",
            "Same is as long as the longer operand",
            window(Mode.SAME, Math::max, (n, k) -> (Math.min(n, k) - 1) / 2),
            "shape.same"),
        mutant(
            "window.same-late",
            "Same begins one late for even kernels",
            window(Mode.SAME, (n, k) -> n, (n, k) -> k / 2),
            "window.same"),
        mutant(
            "window.same-late-when-longer",
            "Same begins one late for even kernels that are longer than the signal",
            window(Mode.SAME, (n, k) -> n, (n, k) -> (k > n ? k : k - 1) / 2),
            "window.same"),
        mutant(
            "window.same-not-centred",
            "Same is not centred",
            window(Mode.SAME, (n, k) -> n, (n, k) -> 0),
            "window.same",
            "agrees.peers"),
        mutant(
            "window.same-centred-on-shorter",
            "Same is centred on the shorter operand",
            window(Mode.SAME, (n, k) -> n, (n, k) -> (Math.min(n, k) - 1) / 2),
            "window.same"),
        mutant(
            "window.valid-short",
            "Valid is one short",
            window(Mode.VALID, (n, k) -> Math.max(1, Math.abs(n - k)), WindowMutants::inside),
            "shape.valid"),
        mutant(
            "window.valid-early",
            "Valid begins one early",
            window(Mode.VALID, WindowMutants::valid, (n, k) -> Math.max(0, inside(n, k) - 1)),
            "window.valid",
            "correlate.adjoint"),
        mutant(
            "window.valid-from-second",
            "Valid begins where the second operand ends, also when that is the longer",
            window(Mode.VALID, WindowMutants::valid, (n, k) -> k - 1),
            "window.valid",
            "commutative.valid"),
        mutant(
            "window.valid-one-order",
            "Valid does not take a longer second operand",
            WindowMutants::validInOneOrder,
            "shape.valid",
            "commutative.valid"),
        mutant(
            "window.valid-swapped-reversed",
            "Valid swaps the operands when the second is longer, and reverses as for correlation",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return mode == Mode.VALID && in2.size() > in1.size() ? y.reversed() : y;
            },
            "window.valid",
            "commutative.valid"),
        mutant(
            "window.units-squeezed",
            "Axes of extent 1 are squeezed away",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              int[] extents = Arrays.stream(y.shape().toArray()).filter(n -> n > 1).toArray();
              return y.reshape(Shape.of(extents));
            },
            "axes.unit"),
        mutant(
            "window.flattened",
            "Results come out with the right elements in one row",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return y.rank() < 2 ? y : y.reshape(Shape.of(y.size()));
            },
            "shape.full",
            "shape.same",
            "shape.valid"),
        mutant(
            "window.scipy-for-numpy",
            "NumPy's convention is claimed, and same is sized by the first operand",
            scipyForNumpy(),
            "shape.same"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.WINDOW, id, mistake, wrong, caughtBy);
  }

  private static NdArray validInOneOrder(NdArray in1, NdArray in2, Mode mode) {
    if (mode == Mode.VALID && in2.size() > in1.size()) {
      throw new IllegalArgumentException(in1.shape() + " and " + in2.shape());
    }
    return Right.BASIC.convolve(in1, in2, mode);
  }

  private static Convolver scipyForNumpy() {
    Convolver numpy = Convolvers.numpy(Right.BASIC);
    Capabilities claims = Capabilities.basic().withConvention(Convention.NUMPY);
    return Right.claiming(
        claims,
        (in1, in2, mode) ->
            mode == Mode.SAME && in1.rank() == 1 && in2.rank() == 1
                ? Right.BASIC.convolve(in1, in2, mode)
                : numpy.convolve(in1, in2, mode));
  }

  private static int inside(int n, int k) {
    return Math.min(n, k) - 1;
  }

  private static int valid(int n, int k) {
    return Math.max(n, k) - Math.min(n, k) + 1;
  }

  /** Right except for one mode, whose window of the full result has other extents and offsets. */
  private static Convolver window(Mode wrong, Rule extent, Rule offset) {
    return (in1, in2, mode) -> {
      NdArray right = Right.BASIC.convolve(in1, in2, mode);
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
      NdArray full = Right.BASIC.convolve(in1, in2, Mode.FULL);
      return Moves.box(full, offsets, Shape.of(extents));
    };
  }
}
