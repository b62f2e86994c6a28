package org.conv4j.verify.law;

import java.util.List;
import java.util.function.Supplier;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.oracle.Oracle;

/** One array for both operands, other numbers of threads, and what laws on forms share. */
final class FormLaws {
  private FormLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
            "same-operand",
            "An array convolved with itself, or with its equal, gives the exact result.",
            FormLaws::sameOperand),
        ConvolverLaw.must(
            "parallelism",
            "withParallelism(n) gives a convolver with the same claims and the same bits, and"
                + " refuses an n below 1.",
            FormLaws::parallelism));
  }

  /** What a call returns; whatever it throws is a violation, and so is null. */
  static <T> T made(String what, Supplier<T> call) {
    T result;
    try {
      result = call.get();
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      throw new Violation(what + " threw " + e, e);
    }
    if (result == null) {
      throw new Violation(what + " returned null");
    }
    return result;
  }

  /** Requires that a result is what convolve gives: the two may differ by twice the bound. */
  static void agree(
      ConvolverSubject subject, String what, NdArray a, NdArray b, Mode mode, NdArray got) {
    Agreement.within(
        subject,
        what + " against convolve",
        subject.convolve(a, b, mode),
        subject.checked(got, a, b, mode),
        Arithmetic.scaled(subject.bound(a, b, mode), 2));
  }

  /** Requires that a call throws an exception of some class. */
  static void throwsIt(Class<? extends Throwable> how, String what, Runnable call) {
    try {
      call.run();
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      if (how.isInstance(e)) {
        return;
      }
      throw new Violation(what + " threw " + e + ", expected " + how.getSimpleName(), e);
    }
    throw new Violation(what + " returned, expected " + how.getSimpleName());
  }

  private static void sameOperand(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1().copy();
    Mode mode = operands.mode();
    NdArray got =
        made("convolve(a, a, " + mode + ")", () -> subject.convolver().convolve(a, a, mode));
    if (!a.equals(operands.in1())) {
      throw new Violation("the call changed its operand", operands.in1(), a);
    }
    Oracle oracle = new Oracle(a, a, subject.geometry(a.shape(), a.shape(), mode));
    Agreement.within(subject, oracle, subject.checked(got, a, a, mode));
    Agreement.within(subject, oracle, subject.convolve(a, a, mode));
    Convolver convolver = subject.convolver();
    if (a.rank() == 1 && a.dtype() == DType.FLOAT64) {
      double[] x = a.doubles();
      NdArray vector =
          NdArray.of(made("convolve(x, x, " + mode + ")", () -> convolver.convolve(x, x, mode)));
      Agreement.within(subject, oracle, subject.checked(vector, a, a, mode));
    }
    if (subject.claims().convention() == Convention.SCIPY) {
      NdArray correlated =
          made("correlate(a, a, " + mode + ")", () -> convolver.correlate(a, a, mode));
      Oracle reversed =
          new Oracle(a, a.reversed().conjugate(), subject.geometry(a.shape(), a.shape(), mode));
      Agreement.within(subject, reversed, subject.checked(correlated, a, a, mode));
    }
  }

  private static void parallelism(ConvolverSubject subject, Operands operands) {
    NdArray expected = subject.convolve(operands.in1(), operands.in2(), operands.mode());
    for (int threads : new int[] {1, 3}) {
      String what = "withParallelism(" + threads + ")";
      Convolver other = made(what, () -> subject.convolver().withParallelism(threads));
      if (!subject.claims().equals(other.capabilities())) {
        throw new Violation(
            what + " claims " + other.capabilities() + ", before it was " + subject.claims());
      }
      NdArray got =
          made(
              what + ".convolve",
              () -> other.convolve(operands.in1().copy(), operands.in2().copy(), operands.mode()));
      subject.checked(got, operands.in1(), operands.in2(), operands.mode());
      Agreement.identical("convolve after " + what, expected, got);
    }
    throwsIt(
        IllegalArgumentException.class,
        "withParallelism(0)",
        () -> subject.convolver().withParallelism(0));
  }
}
