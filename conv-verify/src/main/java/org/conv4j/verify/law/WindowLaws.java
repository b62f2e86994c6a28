package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.oracle.Oracle;

/** What each mode returns. */
final class WindowLaws {
  private WindowLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        shape(Mode.FULL, "A full result has n+k-1 elements on every axis."),
        shape(
            Mode.SAME,
            "A same result has the extents of in1 (NumPy's convention: of the longer operand)."),
        shape(Mode.VALID, "A valid result has max(n,k)-min(n,k)+1 elements on every axis."),
        window(Mode.SAME, "The same result is the centred window of the full result."),
        window(
            Mode.VALID,
            "The valid result is the window of the full result where one operand lies wholly inside"
                + " the other."),
        ConvolverLaw.must(
                "window.zeros",
                "Zeros at the edges of an operand are elements like any other, in every mode.",
                WindowLaws::zeros)
            .on(Space.all().withRanks(1, 4)));
  }

  private static ConvolverLaw shape(Mode mode, String statement) {
    return ConvolverLaw.must(
            "shape." + mode.name().toLowerCase(Locale.ROOT),
            statement,
            (subject, operands) -> subject.convolve(operands.in1(), operands.in2(), mode))
        .on(Space.all().withModes(mode));
  }

  private static ConvolverLaw window(Mode mode, String statement) {
    return ConvolverLaw.must(
            "window." + mode.name().toLowerCase(Locale.ROOT),
            statement,
            (subject, operands) -> isWindow(subject, operands, mode))
        .on(Space.all().withModes(mode))
        .needing(Mode.FULL);
  }

  private static void zeros(ConvolverSubject subject, Operands operands) {
    NdArray a = padded(operands.in1(), operands);
    NdArray b = padded(operands.in2(), operands);
    Mode mode = operands.mode();
    if (mode == Mode.VALID) {
      // The longer operand may have become the one that does not cover the other.
      a = Moves.resized(operands.in1(), cover(a.shape(), b.shape()));
    }
    Geometry geometry = subject.geometry(a.shape(), b.shape(), mode);
    Agreement.within(subject, new Oracle(a, b, geometry), subject.convolve(a, b, mode));
  }

  /** Zeros before, after or on both sides, along one axis. */
  private static NdArray padded(NdArray array, Operands operands) {
    int axis = operands.choose(0, array.rank() - 1);
    int before = operands.choose(0, 3);
    int after = operands.choose(0, 3);
    Shape shape = Moves.with(array.shape(), axis, array.shape().extent(axis) + before + after);
    return Moves.place(array, Moves.along(array.rank(), axis, before), shape);
  }

  private static Shape cover(Shape a, Shape b) {
    int[] extents = a.toArray();
    Arrays.setAll(extents, axis -> Math.max(extents[axis], b.extent(axis)));
    return Shape.of(extents);
  }

  private static void isWindow(ConvolverSubject subject, Operands operands, Mode mode) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Geometry geometry = subject.geometry(a.shape(), b.shape(), mode);
    NdArray expected = Moves.window(subject.convolve(a, b, Mode.FULL), geometry);
    NdArray bound =
        Arithmetic.plus(
            subject.bound(a, b, mode), Moves.window(subject.bound(a, b, Mode.FULL), geometry));
    Agreement.within(
        subject,
        mode + " against the window of FULL",
        expected,
        subject.convolve(a, b, mode),
        bound);
  }
}
