package org.conv4j.verify.law;

import java.util.List;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;

/** A prepared convolution gives what the plain call gives, and keeps to the same contract. */
final class PreparedLaws {
  private PreparedLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
            "prepared",
            "A prepared convolution gives the bits that convolve gives, for one signal after the"
                + " other.",
            PreparedLaws::prepared),
        ConvolverLaw.must(
            "prepared.contract",
            "A prepared convolution keeps and changes no argument, returns fresh results, and"
                + " refuses signals of another shape.",
            PreparedLaws::preparedContract),
        ConvolverLaw.must(
            "prepared.out",
            "apply(signal, out) writes the bits that apply returns and changes nothing else, and"
                + " refuses an array that has another shape or dtype, or storage of the signal.",
            PreparedLaws::preparedOut));
  }

  /** The second operand, prepared for signals of the first one's shape. */
  static PreparedConvolution prepare(ConvolverSubject subject, Operands operands) {
    NdArray k = operands.in2().copy();
    Shape shape = operands.in1().shape();
    return FormLaws.made("prepare", () -> subject.convolver().prepare(k, shape, operands.mode()));
  }

  /** Applies a prepared convolution to a signal without copying it. */
  static NdArray apply(ConvolverSubject subject, PreparedConvolution prepared, NdArray signal) {
    subject.aroundCall();
    return FormLaws.made("apply", () -> prepared.apply(signal));
  }

  private static void prepared(ConvolverSubject subject, Operands operands) {
    NdArray k = operands.in2();
    Mode mode = operands.mode();
    NdArray a = operands.in1();
    PreparedConvolution prepared = prepare(subject, operands);
    NdArray first = apply(subject, prepared, a.copy());
    FormLaws.agree(subject, "a prepared convolution", a, k, mode, first);
    Agreement.identical(
        "a prepared convolution against convolve", subject.convolve(a, k, mode), first);
    NdArray other = a.reversed();
    NdArray second = apply(subject, prepared, other.copy());
    FormLaws.agree(subject, "a prepared convolution, applied again,", other, k, mode, second);
    NdArray third = apply(subject, prepared, a.copy());
    Agreement.identical("a prepared convolution, applied to the first signal again", first, third);
  }

  private static void preparedContract(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    NdArray a = operands.in1().copy();
    NdArray k = operands.in2().copy();
    PreparedConvolution prepared =
        FormLaws.made("prepare", () -> subject.convolver().prepare(k, a.shape(), mode));
    if (!k.equals(operands.in2())) {
      throw new Violation("prepare changed in2", operands.in2(), k);
    }
    Arithmetic.overwrite(k);
    NdArray first = apply(subject, prepared, a);
    if (!a.equals(operands.in1())) {
      throw new Violation("apply changed the signal", operands.in1(), a);
    }
    FormLaws.agree(
        subject,
        "a prepared convolution, in2 having been overwritten since,",
        operands.in1(),
        operands.in2(),
        mode,
        first);
    NdArray kept = first.copy();
    Arithmetic.overwrite(first);
    if (!a.equals(operands.in1())) {
      throw new Violation("writing to the result changed the signal: they share storage");
    }
    NdArray second = apply(subject, prepared, a);
    Agreement.identical("apply again, after the first result was overwritten", kept, second);
    NdArray third = apply(subject, prepared, a);
    if (Arithmetic.shareStorage(first, second)
        || Arithmetic.shareStorage(first, third)
        || Arithmetic.shareStorage(second, third)) {
      throw new Violation("two calls of apply returned the same storage");
    }
    refusesOtherShapes(prepared, operands.in1());
    refusesOtherRank(subject, operands);
    Arithmetic.clear(a, a.size() / 2);
    FormLaws.agree(
        subject,
        "a prepared convolution, the signal having been changed since,",
        a.copy(),
        operands.in2(),
        mode,
        apply(subject, prepared, a));
  }

  /** Requires a refusal at once, not when the first signal comes. */
  private static void refusesOtherRank(ConvolverSubject subject, Operands operands) {
    boolean claimed = operands.rank() < subject.claims().maxRank();
    if (!claimed || subject.claims().convention() == Convention.NUMPY) {
      return;
    }
    Shape higher = Moves.withUnitAxis(operands.in1().shape(), 0);
    FormLaws.throwsIt(
        IllegalArgumentException.class,
        "prepare(" + operands.in2().shape() + ", " + higher + ", " + operands.mode() + ")",
        () -> subject.convolver().prepare(operands.in2().copy(), higher, operands.mode()));
  }

  private static void refusesOtherShapes(PreparedConvolution prepared, NdArray a) {
    if (a.rank() == 0) {
      return;
    }
    NdArray longer = Moves.resized(a, Moves.with(a.shape(), 0, a.shape().extent(0) + 1));
    FormLaws.throwsIt(
        IllegalArgumentException.class,
        "apply of shape " + longer.shape() + ", prepared for " + a.shape() + ",",
        () -> prepared.apply(longer));
    int[] extents = a.shape().toArray();
    Shape turned = a.shape();
    for (int axis = 0; axis < a.rank(); axis++) {
      turned = Moves.with(turned, axis, extents[a.rank() - 1 - axis]);
    }
    Shape other = turned;
    if (!other.equals(a.shape())) {
      FormLaws.throwsIt(
          IllegalArgumentException.class,
          "apply of shape " + other + ", prepared for " + a.shape() + ",",
          () -> prepared.apply(a.reshape(other)));
    }
  }

  private static void preparedOut(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    PreparedConvolution prepared = prepare(subject, operands);
    NdArray expected = apply(subject, prepared, a.copy());
    NdArray out = written(subject, prepared, a, expected);
    NdArray other = a.reversed();
    written(subject, prepared, other, apply(subject, prepared, other.copy()));
    Agreement.identical("an array that an earlier call of apply wrote into", expected, out);
    Shape shape = expected.shape();
    refusesOut(prepared, a, filled(expected.dtype(), Moves.withUnitAxis(shape, 0)));
    if (shape.rank() > 0) {
      Shape longer = Moves.with(shape, 0, shape.extent(0) + 1);
      refusesOut(prepared, a, filled(expected.dtype(), longer));
    }
    DType type = expected.dtype() == DType.FLOAT32 ? DType.FLOAT64 : DType.FLOAT32;
    refusesOut(prepared, a, filled(type, shape));
    refusesTheSignal(subject, operands);
  }

  private static NdArray filled(DType dtype, Shape shape) {
    NdArray filled = NdArray.zeros(dtype, shape);
    Arithmetic.overwrite(filled);
    return filled;
  }

  /** Requires that a result is written, and nothing else. */
  private static NdArray written(
      ConvolverSubject subject, PreparedConvolution prepared, NdArray signal, NdArray expected) {
    NdArray given = signal.copy();
    NdArray out = filled(expected.dtype(), expected.shape());
    subject.aroundCall();
    FormLaws.made(
        "apply(signal, out)",
        () -> {
          prepared.apply(given, out);
          return out;
        });
    Agreement.identical("apply(signal, out) against apply(signal)", expected, out);
    if (!given.equals(signal)) {
      throw new Violation("apply(signal, out) changed the signal", signal, given);
    }
    return out;
  }

  /** Requires that an array is refused and keeps its elements. */
  private static void refusesOut(PreparedConvolution prepared, NdArray signal, NdArray out) {
    NdArray before = out.copy();
    FormLaws.throwsIt(
        IllegalArgumentException.class,
        "apply(signal, out) with out " + out.dtype().numpyName() + " of shape " + out.shape(),
        () -> prepared.apply(signal.copy(), out));
    if (!out.equals(before)) {
      throw new Violation("apply(signal, out) wrote into an array that it refused", before, out);
    }
  }

  /** A kernel of one element gives results of the shape of the signal in every mode. */
  private static void refusesTheSignal(ConvolverSubject subject, Operands operands) {
    NdArray in2 = operands.in2();
    int[] first = new int[in2.rank()];
    Shape one = in2.shape();
    for (int axis = 0; axis < in2.rank(); axis++) {
      one = Moves.with(one, axis, 1);
    }
    NdArray tap = Moves.box(in2, first, one);
    NdArray signal = operands.in1().copy();
    Mode mode = operands.mode();
    PreparedConvolution prepared =
        FormLaws.made("prepare", () -> subject.convolver().prepare(tap, signal.shape(), mode));
    NdArray same = signal.reshape(signal.shape());
    FormLaws.throwsIt(
        IllegalArgumentException.class,
        "apply(signal, out) with out on the storage of the signal",
        () -> prepared.apply(signal, same));
    if (!signal.equals(operands.in1())) {
      throw new Violation("apply changed the signal that it refused", operands.in1(), signal);
    }
  }
}
