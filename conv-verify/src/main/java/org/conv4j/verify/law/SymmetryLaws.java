package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;

/** What moving, reversing, reordering and cutting up operands does to a result. */
final class SymmetryLaws {
  private static final Space FULL = Space.all().withModes(Mode.FULL);

  private SymmetryLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
                "shift.in1",
                "Zeros put before in1 along an axis shift the full result by as many.",
                (subject, operands) -> shift(subject, operands, true))
            .on(FULL.withRanks(1, 4)),
        ConvolverLaw.must(
                "shift.in2",
                "Zeros put before in2 along an axis shift the full result by as many.",
                (subject, operands) -> shift(subject, operands, false))
            .on(FULL.withRanks(1, 4)),
        ConvolverLaw.must(
                "reversal",
                "Reversing both operands along every axis reverses a full or valid result.",
                SymmetryLaws::reversal)
            .on(Space.all().withModes(Mode.FULL, Mode.VALID)),
        ConvolverLaw.must(
                "axes.permuted",
                "The same permutation of the axes of both operands permutes those of the result.",
                SymmetryLaws::permuted)
            .on(Space.all().withRanks(2, 4)),
        ConvolverLaw.must(
                "axes.unit",
                "An axis of extent 1 put into both operands changes no element of the result.",
                SymmetryLaws::unitAxis)
            .scoped(SymmetryLaws::roomForOneMoreAxis),
        ConvolverLaw.must(
                "separable",
                "Outer products convolve axis by axis: (u x v) * (p x q) = (u * p) x (v * q).",
                SymmetryLaws::separable)
            .on(
                Space.all()
                    .withRanks(2, 2)
                    .withModes(Mode.FULL, Mode.SAME)
                    .withRegimes(Regime.INTEGERS)),
        ConvolverLaw.must(
                "blocks",
                "The full results of the blocks of an operand, laid at their places, add up to its"
                    + " full result.",
                SymmetryLaws::blocks)
            .on(FULL.withRanks(1, 4).withElements(1024)));
  }

  /** Zeros before in1 if {@code first}, before in2 if not. */
  private static void shift(ConvolverSubject subject, Operands operands, boolean first) {
    NdArray moved = first ? operands.in1() : operands.in2();
    NdArray fixed = first ? operands.in2() : operands.in1();
    int rank = operands.rank();
    int axis = operands.choose(0, rank - 1);
    int by = operands.choose(1, 9);
    int[] at = Moves.along(rank, axis, by);
    Shape longer = Moves.with(moved.shape(), axis, moved.shape().extent(axis) + by);
    NdArray padded = Moves.place(moved, at, longer);
    NdArray plain = call(subject, first, moved, fixed);
    NdArray shifted = call(subject, first, padded, fixed);
    Shape shape = shifted.shape();
    NdArray bound =
        Arithmetic.plus(
            bound(subject, first, padded, fixed),
            Moves.place(bound(subject, first, moved, fixed), at, shape));
    Agreement.within(
        subject, by + " zeros before axis " + axis, Moves.place(plain, at, shape), shifted, bound);
  }

  private static NdArray call(ConvolverSubject subject, boolean inOrder, NdArray a, NdArray b) {
    return inOrder ? subject.convolve(a, b, Mode.FULL) : subject.convolve(b, a, Mode.FULL);
  }

  private static NdArray bound(ConvolverSubject subject, boolean inOrder, NdArray a, NdArray b) {
    return inOrder ? subject.bound(a, b, Mode.FULL) : subject.bound(b, a, Mode.FULL);
  }

  private static void reversal(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Mode mode = operands.mode();
    NdArray bound =
        Arithmetic.plus(
            subject.bound(a.reversed(), b.reversed(), mode), subject.bound(a, b, mode).reversed());
    Agreement.within(
        subject,
        "reversed operands",
        subject.convolve(a, b, mode).reversed(),
        subject.convolve(a.reversed(), b.reversed(), mode),
        bound);
  }

  private static void permuted(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Mode mode = operands.mode();
    int[] axes = permutation(operands);
    NdArray pa = Moves.permute(a, axes);
    NdArray pb = Moves.permute(b, axes);
    NdArray bound =
        Arithmetic.plus(
            subject.bound(pa, pb, mode), Moves.permute(subject.bound(a, b, mode), axes));
    Agreement.within(
        subject,
        "axes " + Arrays.toString(axes),
        Moves.permute(subject.convolve(a, b, mode), axes),
        subject.convolve(pa, pb, mode),
        bound);
  }

  /** Any but the identity: a rotation, or a swap of two axes. */
  private static int[] permutation(Operands operands) {
    int rank = operands.rank();
    int[] axes = new int[rank];
    int rotate = operands.choose(1, rank - 1);
    Arrays.setAll(axes, i -> (i + rotate) % rank);
    if (rank > 2 && operands.choose(0, 1) == 1) {
      int swap = axes[0];
      axes[0] = axes[1];
      axes[1] = swap;
    }
    return axes;
  }

  private static Scope<Space> roomForOneMoreAxis(Capabilities claims) {
    if (claims.convention() == Convention.NUMPY || claims.maxRank() < 1) {
      return Scope.notClaimed("one more axis");
    }
    int high = Math.min(3, claims.maxRank() - 1);
    return ConvolverLaw.claimed(Space.all().withRanks(0, high), claims);
  }

  private static void unitAxis(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Mode mode = operands.mode();
    int axis = operands.choose(0, operands.rank());
    NdArray wideA = a.reshape(Moves.withUnitAxis(a.shape(), axis));
    NdArray wideB = b.reshape(Moves.withUnitAxis(b.shape(), axis));
    NdArray plain = subject.convolve(a, b, mode);
    NdArray wide = subject.convolve(wideA, wideB, mode);
    NdArray bound =
        Arithmetic.plus(
            subject.bound(wideA, wideB, mode), subject.bound(a, b, mode).reshape(wide.shape()));
    Agreement.within(
        subject, "axis " + axis + " of extent 1", plain.reshape(wide.shape()), wide, bound);
  }

  private static void separable(ConvolverSubject subject, Operands operands) {
    NdArray u = edge(operands.in1(), 0);
    NdArray v = edge(operands.in1(), 1);
    NdArray p = edge(operands.in2(), 0);
    NdArray q = edge(operands.in2(), 1);
    Mode mode = operands.mode();
    NdArray up = Arithmetic.wide(subject.convolve(u, p, mode));
    NdArray vq = Arithmetic.wide(subject.convolve(v, q, mode));
    NdArray upBound = subject.bound(u, p, mode);
    NdArray vqBound = subject.bound(v, q, mode);
    NdArray a = Arithmetic.outer(u, v);
    NdArray b = Arithmetic.outer(p, q);
    NdArray parts =
        Arithmetic.plus(
            Arithmetic.plus(
                Arithmetic.outer(Arithmetic.abs(up), vqBound),
                Arithmetic.outer(upBound, Arithmetic.abs(vq))),
            Arithmetic.outer(upBound, vqBound));
    // Of a complex product each part is a sum of two, with errors of both; and this check rounds.
    NdArray own =
        Arithmetic.scaled(
            Arithmetic.outer(Arithmetic.abs(up), Arithmetic.abs(vq)), 4 * Math.ulp(1.0));
    NdArray bound =
        Arithmetic.plus(
            Arithmetic.plus(Arithmetic.scaled(parts, 2), own), subject.bound(a, b, mode));
    Agreement.within(
        subject,
        "outer products of the first column and row of each operand",
        Arithmetic.outer(up, vq),
        subject.convolve(a, b, mode),
        bound);
  }

  /** The first column (axis 0) or the first row (axis 1). */
  private static NdArray edge(NdArray array, int axis) {
    int extent = array.shape().extent(axis);
    Shape box = axis == 0 ? Shape.of(extent, 1) : Shape.of(1, extent);
    return Moves.box(array, new int[2], box).reshape(Shape.of(extent));
  }

  private static void blocks(ConvolverSubject subject, Operands operands) {
    boolean first = operands.choose(0, 1) == 0;
    NdArray cut = first ? operands.in1() : operands.in2();
    NdArray whole = first ? operands.in2() : operands.in1();
    int axis = operands.choose(0, operands.rank() - 1);
    int extent = cut.shape().extent(axis);
    int size = operands.choose((extent + 7) / 8, extent);
    NdArray full = call(subject, first, cut, whole);
    NdArray sum = Arithmetic.wide(NdArray.zeros(full.dtype(), full.shape()));
    NdArray bound = bound(subject, first, cut, whole);
    for (int from = 0; from < extent; from += size) {
      int[] at = Moves.along(operands.rank(), axis, from);
      Shape shape = Moves.with(cut.shape(), axis, Math.min(size, extent - from));
      NdArray block = Moves.box(cut, at, shape);
      NdArray part = Arithmetic.wide(call(subject, first, block, whole));
      sum = Arithmetic.plus(sum, Moves.place(part, at, full.shape()));
      NdArray blockBound = bound(subject, first, block, whole);
      bound = Arithmetic.plus(bound, Moves.place(blockBound, at, full.shape()));
      bound = Arithmetic.plus(bound, Arithmetic.scaled(Arithmetic.abs(sum), Math.ulp(1.0)));
    }
    Agreement.within(
        subject,
        "blocks of " + size + " along axis " + axis + " of " + (first ? "in1" : "in2"),
        sum,
        full,
        bound);
  }
}
