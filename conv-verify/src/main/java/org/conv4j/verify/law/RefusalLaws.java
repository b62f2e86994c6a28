package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;

/** What must be refused, and how. */
final class RefusalLaws {
  private RefusalLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
                "refuse.rank-mismatch",
                "Operands of different rank are an IllegalArgumentException.",
                leavingNothing(RefusalLaws::rankMismatch))
            .scoped(RefusalLaws::roomForAnotherRank),
        ConvolverLaw.must(
                "refuse.valid-uncovered",
                "Valid mode is an IllegalArgumentException unless one operand is at least as large"
                    + " as the other on every axis.",
                leavingNothing(RefusalLaws::uncovered))
            .on(Space.all().withRanks(2, 4).withModes(Mode.VALID)),
        ConvolverLaw.must(
                "refuse.empty",
                "An empty operand is an IllegalArgumentException.",
                leavingNothing(RefusalLaws::empty))
            .on(Space.all().withRanks(1, 4)),
        ConvolverLaw.must(
            "refuse.null",
            "A null argument is a NullPointerException.",
            leavingNothing(RefusalLaws::nulls)),
        ConvolverLaw.must(
                "refuse.unclaimed",
                "A dtype, rank or mode that is not claimed is an UnsupportedOperationException.",
                leavingNothing(RefusalLaws::unclaimed))
            .scoped(RefusalLaws::somethingUnclaimed),
        ConvolverLaw.must(
                "refuse.message",
                "The message of a refused rank mismatch tells the extents of both operands.",
                RefusalLaws::message)
            .scoped(RefusalLaws::roomForAnotherRank)
            .should());
  }

  private static Scope<Space> roomForAnotherRank(Capabilities claims) {
    if (claims.convention() == Convention.NUMPY) {
      return Scope.nothing("NumPy's convention takes scalars for vectors, and has no other rank");
    }
    if (claims.maxRank() < 1) {
      return Scope.notClaimed("any other rank");
    }
    return ConvolverLaw.claimed(
        Space.all().withRanks(0, Math.min(3, claims.maxRank() - 1)), claims);
  }

  private static Scope<Space> somethingUnclaimed(Capabilities claims) {
    boolean everything =
        claims.dtypes().containsAll(EnumSet.allOf(DType.class))
            && claims.modes().containsAll(EnumSet.allOf(Mode.class))
            && claims.maxRank() == Integer.MAX_VALUE;
    return everything
        ? Scope.nothing("everything is claimed")
        : ConvolverLaw.claimed(Space.all(), claims);
  }

  /** Requires that a call throws; returns what it threw. */
  private static Throwable refused(
      ConvolverSubject subject, Class<? extends Throwable> how, NdArray a, NdArray b, Mode mode) {
    String call = "convolve(" + describe(a) + ", " + describe(b) + ", " + mode + ") ";
    NdArray x = a == null ? null : a.copy();
    NdArray h = b == null ? null : b.copy();
    NdArray result;
    try {
      result = subject.convolver().convolve(x, h, mode);
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      if (how.isInstance(e)) {
        if (!Objects.equals(a, x) || !Objects.equals(b, h)) {
          throw new Violation(call + "was refused, and changed an operand");
        }
        return e;
      }
      throw new Violation(call + "threw " + e + ", expected " + how.getSimpleName(), e);
    }
    String hint =
        how == UnsupportedOperationException.class
            ? ": claim it, or refuse it with capabilities().admit(in1, in2, mode)"
            : "";
    throw new Violation(
        call + "returned " + describe(result) + ", expected " + how.getSimpleName() + hint);
  }

  /** Refusals that leave no trace: the next call gives what it gave before. */
  private static ConvolverLaw.Condition leavingNothing(ConvolverLaw.Condition refusals) {
    return (subject, operands) -> {
      Optional<NdArray> before = answered(subject, operands);
      refusals.check(subject, operands);
      before.ifPresent(
          result ->
              Agreement.identical(
                  "a call after one that was refused",
                  result,
                  subject.convolve(operands.in1(), operands.in2(), operands.mode())));
    };
  }

  /** Empty if the subject fails on these operands anyway; other laws report that. */
  private static Optional<NdArray> answered(ConvolverSubject subject, Operands operands) {
    try {
      return Optional.of(subject.convolve(operands.in1(), operands.in2(), operands.mode()));
    } catch (Violation e) {
      return Optional.empty();
    }
  }

  private static String describe(NdArray array) {
    return array == null ? "null" : array.dtype().numpyName() + " of shape " + array.shape();
  }

  private static void rankMismatch(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray wide = a.reshape(Moves.withUnitAxis(a.shape(), operands.choose(0, a.rank())));
    refused(subject, IllegalArgumentException.class, wide, operands.in2(), operands.mode());
    refused(subject, IllegalArgumentException.class, operands.in2(), wide, operands.mode());
  }

  private static void uncovered(ConvolverSubject subject, Operands operands) {
    Shape a = operands.in1().shape();
    Shape b = operands.in2().shape();
    int axis = operands.choose(1, a.rank() - 1);
    // in1 is longer on axis 0, in2 on another: whatever the rest is, neither covers the other.
    NdArray tall = Moves.resized(operands.in1(), Moves.with(a, 0, b.extent(0) + 1));
    NdArray wide = Moves.resized(operands.in2(), Moves.with(b, axis, a.extent(axis) + 1));
    refused(subject, IllegalArgumentException.class, tall, wide, Mode.VALID);
    refused(subject, IllegalArgumentException.class, wide, tall, Mode.VALID);
  }

  private static void empty(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    Shape shape = Moves.with(a.shape(), operands.choose(0, a.rank() - 1), 0);
    NdArray empty = NdArray.zeros(a.dtype(), shape);
    Class<IllegalArgumentException> how = IllegalArgumentException.class;
    refused(subject, how, empty, operands.in2(), operands.mode());
    refused(subject, how, operands.in2(), empty, operands.mode());
    refused(subject, how, empty, empty, operands.mode());
  }

  private static void nulls(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Class<NullPointerException> how = NullPointerException.class;
    refused(subject, how, null, b, operands.mode());
    refused(subject, how, a, null, operands.mode());
    refused(subject, how, a, b, null);
  }

  private static void unclaimed(ConvolverSubject subject, Operands operands) {
    Capabilities claims = subject.claims();
    Class<UnsupportedOperationException> how = UnsupportedOperationException.class;
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    for (DType dtype : without(DType.class, claims.dtypes())) {
      NdArray x = NdArray.zeros(dtype, a.shape());
      NdArray h = NdArray.zeros(dtype, b.shape());
      refused(subject, how, x, h, operands.mode());
      refused(subject, how, a, h, operands.mode());
      refused(subject, how, x, b, operands.mode());
    }
    for (DType other : claims.dtypes()) {
      if (!claims.dtypes().contains(DType.promote(a.dtype(), other))) {
        refused(subject, how, a, NdArray.zeros(other, b.shape()), operands.mode());
        refused(subject, how, NdArray.zeros(other, a.shape()), b, operands.mode());
      }
    }
    for (Mode mode : without(Mode.class, claims.modes())) {
      refused(subject, how, a, a, mode);
    }
    for (int rank = 8; rank > claims.maxRank(); rank--) {
      int[] extents = new int[rank];
      Arrays.fill(extents, rank == claims.maxRank() + 1 ? 2 : 1);
      NdArray high = Moves.resized(a, Shape.of(extents));
      refused(subject, how, high, high, operands.mode());
    }
  }

  private static <E extends Enum<E>> List<E> without(Class<E> type, Set<E> some) {
    List<E> rest = new ArrayList<>(EnumSet.allOf(type));
    rest.removeAll(some);
    return rest;
  }

  private static void message(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    NdArray wide = b.reshape(Moves.withUnitAxis(b.shape(), 0));
    Throwable refusal = refused(subject, IllegalArgumentException.class, a, wide, operands.mode());
    String message = String.valueOf(refusal.getMessage());
    for (Shape shape : List.of(a.shape(), wide.shape())) {
      for (int extent : shape.toArray()) {
        if (!message.contains(Integer.toString(extent))) {
          throw new Violation("the message \"" + message + "\" does not tell the shape " + shape);
        }
      }
    }
  }
}
