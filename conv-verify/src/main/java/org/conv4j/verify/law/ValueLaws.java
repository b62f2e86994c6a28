package org.conv4j.verify.law;

import java.util.List;
import java.util.Locale;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.oracle.Oracle;

/** Shortcuts that the elements of operands invite. */
final class ValueLaws {
  /** More ones than a byte can count. */
  private static final int MORE_THAN_A_BYTE = 300;

  private ValueLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
                "values",
                "Every element is within the bound for whole numbers at the limits of integers, for"
                    + " terms that cancel, and for operands that are constant, symmetric or zero.",
                ValueLaws::values)
            .on(
                Space.all()
                    .withRegimes(
                        Regime.INTEGERS,
                        Regime.UNIFORM,
                        Regime.WIDE,
                        Regime.LADDER,
                        Regime.HALFWAY,
                        Regime.WHOLE15,
                        Regime.WHOLE26,
                        Regime.WHOLE31,
                        Regime.WORDS,
                        Regime.LEAST))
            .onEachKind());
  }

  /** What an operand is made into. */
  private enum Form {
    AS_DRAWN,
    ONES,
    CONSTANT,
    SYMMETRIC,
    ANTISYMMETRIC,
    HERMITIAN,
    IMAGINARY,
    ZERO;

    /** One form; "as drawn" comes this many times as often as any other. */
    static Form any(Operands operands, int asDrawn) {
      int choice = operands.choose(0, values().length - 1 + asDrawn);
      return choice < values().length ? values()[choice] : AS_DRAWN;
    }

    NdArray of(NdArray array) {
      return switch (this) {
        case AS_DRAWN -> array;
        case ONES -> Moves.resized(NdArray.of(1.0).cast(array.dtype()), array.shape());
        case CONSTANT -> Moves.resized(Moves.resized(array, Shape.of(1)), array.shape());
        case SYMMETRIC -> Arithmetic.plus(array, array.reversed());
        case ANTISYMMETRIC -> Arithmetic.plus(array, Arithmetic.times(array.reversed(), -1));
        case HERMITIAN -> Arithmetic.plus(array, array.reversed().conjugate());
        case IMAGINARY ->
            array.dtype().isComplex()
                ? Arithmetic.complex(
                    NdArray.zeros(array.dtype().real(), array.shape()), array.real())
                : array;
        case ZERO -> NdArray.zeros(array.dtype(), array.shape());
      };
    }
  }

  private static void values(ConvolverSubject subject, Operands operands) {
    Form second = Form.any(operands, 4);
    Form first = Form.any(operands, 16);
    NdArray a = first.of(operands.in1());
    NdArray b = second.of(operands.in2());
    within(subject, a, b, operands.mode(), "in1 " + told(first) + ", in2 " + told(second));
    if (second == Form.ONES && b.rank() == 1) {
      NdArray many = Moves.resized(b, Shape.of(MORE_THAN_A_BYTE));
      within(subject, many, many, operands.mode(), MORE_THAN_A_BYTE + " ones in either operand");
    }
  }

  private static void within(
      ConvolverSubject subject, NdArray a, NdArray b, Mode mode, String what) {
    Geometry geometry = subject.geometry(a.shape(), b.shape(), mode);
    NdArray got = subject.convolve(a, b, mode);
    try {
      Agreement.within(subject, new Oracle(a, b, geometry), got);
    } catch (Violation violation) {
      throw violation.on(what);
    }
  }

  private static String told(Form form) {
    return form.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
