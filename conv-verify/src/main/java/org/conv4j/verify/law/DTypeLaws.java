package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;

/** Complex data, operands of two types, and correlation. */
final class DTypeLaws {
  private static final Space COMPLEX = Space.all().withDTypes(DType::isComplex);

  private DTypeLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
                "complex.conjugate",
                "Conjugating both operands conjugates the result.",
                DTypeLaws::conjugate)
            .on(COMPLEX),
        ConvolverLaw.must(
                "complex.parts",
                "A complex result is made of the four real results of the operands' parts.",
                DTypeLaws::parts)
            .scoped(DTypeLaws::complexAndReal),
        ConvolverLaw.must(
                "promotion",
                "Operands of two types give what they give when both are cast to the promoted"
                    + " type.",
                DTypeLaws::promotion)
            .scoped(DTypeLaws::twoTypes),
        ConvolverLaw.must(
                "prepared.types",
                "A prepared convolution applied to signals of another type gives what convolve"
                    + " gives, of the promoted type.",
                DTypeLaws::preparedTypes)
            .scoped(DTypeLaws::twoTypes),
        ConvolverLaw.must(
                "correlate",
                "Correlating gives the convolution with the reversed conjugate of in2.",
                DTypeLaws::correlate)
            .scoped(DTypeLaws::scipy),
        ConvolverLaw.must(
                "correlate.adjoint",
                "Correlation with a kernel is the adjoint of convolution with it: <a * k, c> = <a,"
                    + " c correlated with k>.",
                DTypeLaws::adjoint)
            .scoped(DTypeLaws::fullAndValid));
  }

  private static Scope<Space> complexAndReal(Capabilities claims) {
    List<DType> both =
        claims.dtypes().stream()
            .filter(dtype -> dtype.isComplex() && claims.dtypes().contains(dtype.real()))
            .toList();
    return both.isEmpty()
        ? Scope.notClaimed("a complex dtype and its real one")
        : ConvolverLaw.claimed(COMPLEX.withDTypes(both::contains), claims);
  }

  private static Scope<Space> twoTypes(Capabilities claims) {
    return partners(claims, null).isEmpty()
        ? Scope.notClaimed("operands of two dtypes")
        : ConvolverLaw.claimed(
            Space.all().withDTypes(d -> !partners(claims, d).isEmpty()).withElements(512), claims);
  }

  /** The other types that operands of one type may be convolved with; null stands for any type. */
  private static List<DType> partners(Capabilities claims, DType one) {
    List<DType> partners = new ArrayList<>();
    for (DType a : claims.dtypes()) {
      for (DType b : claims.dtypes()) {
        boolean claimed = a != b && claims.dtypes().contains(DType.promote(a, b));
        if (claimed && (one == null || a == one)) {
          partners.add(b);
        }
      }
    }
    return partners;
  }

  /** NumPy's correlation in same mode has a window of its own. */
  private static Scope<Space> scipy(Capabilities claims) {
    return claims.convention() == Convention.SCIPY
        ? ConvolverLaw.claimed(Space.all(), claims)
        : Scope.notClaimed("SciPy's convention");
  }

  private static Scope<Space> fullAndValid(Capabilities claims) {
    return claims.modes().contains(Mode.FULL) && claims.modes().contains(Mode.VALID)
        ? ConvolverLaw.claimed(Space.all().withModes(Mode.FULL).withElements(512), claims)
        : Scope.notClaimed("modes FULL and VALID");
  }

  private static void conjugate(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    NdArray bound = subject.bound(a, b, operands.mode());
    Agreement.within(
        subject,
        "conjugated operands",
        subject.convolve(a, b, operands.mode()).conjugate(),
        subject.convolve(a.conjugate(), b.conjugate(), operands.mode()),
        Arithmetic.scaled(bound, 2));
  }

  private static void parts(ConvolverSubject subject, Operands operands) {
    NdArray ar = operands.in1().real();
    NdArray ai = operands.in1().imaginary();
    NdArray br = operands.in2().real();
    NdArray bi = operands.in2().imaginary();
    Mode mode = operands.mode();
    NdArray result = subject.convolve(operands.in1(), operands.in2(), mode);
    part(subject, "real part", result.real(), mode, new NdArray[][] {{ar, br}, {ai, bi}}, -1);
    part(
        subject,
        "imaginary part",
        result.imaginary(),
        mode,
        new NdArray[][] {{ar, bi}, {ai, br}},
        1);
  }

  /** Compares one part with {@code p[0][0] * p[0][1] + sign p[1][0] * p[1][1]}. */
  private static void part(
      ConvolverSubject subject, String name, NdArray got, Mode mode, NdArray[][] pairs, int sign) {
    NdArray first = Arithmetic.wide(subject.convolve(pairs[0][0], pairs[0][1], mode));
    NdArray second = Arithmetic.wide(subject.convolve(pairs[1][0], pairs[1][1], mode));
    NdArray expected = Arithmetic.plus(first, Arithmetic.times(second, sign));
    NdArray whole =
        subject.bound(
            Arithmetic.complex(pairs[0][0], pairs[1][0]),
            sign < 0
                ? Arithmetic.complex(pairs[0][1], pairs[1][1])
                : Arithmetic.complex(pairs[1][1], pairs[0][1]),
            mode);
    NdArray bound =
        Arithmetic.plus(
            whole,
            Arithmetic.plus(
                subject.bound(pairs[0][0], pairs[0][1], mode),
                subject.bound(pairs[1][0], pairs[1][1], mode)));
    NdArray own = Arithmetic.scaled(Arithmetic.abs(expected), Math.ulp(1.0));
    Agreement.within(subject, name, expected, got, Arithmetic.plus(bound, own));
  }

  private static void promotion(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    for (DType other : partners(subject.claims(), a.dtype())) {
      promotion(subject, operands, a, other);
    }
  }

  private static void promotion(
      ConvolverSubject subject, Operands operands, NdArray a, DType other) {
    DType dtype = DType.promote(a.dtype(), other);
    NdArray b = cast(operands.in2(), other);
    Mode mode = operands.mode();
    NdArray wideA = a.cast(dtype);
    NdArray wideB = b.cast(dtype);
    NdArray bound = Arithmetic.scaled(subject.bound(wideA, wideB, mode), 2);
    String types = a.dtype().numpyName() + " and " + other.numpyName();
    Agreement.within(
        subject, types, subject.convolve(wideA, wideB, mode), subject.convolve(a, b, mode), bound);
    Agreement.within(
        subject,
        other.numpyName() + " and " + a.dtype().numpyName(),
        subject.convolve(wideB, wideA, mode),
        subject.convolve(b, a, mode),
        Arithmetic.scaled(subject.bound(wideB, wideA, mode), 2));
  }

  private static void correlate(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    NdArray flipped = b.reversed().conjugate();
    Agreement.within(
        subject,
        "correlation",
        subject.convolve(a, flipped, operands.mode()),
        subject.correlate(a, b, operands.mode()),
        Arithmetic.scaled(subject.bound(a, flipped, operands.mode()), 2));
    NdArray x = a.copy();
    NdArray h = b.copy();
    subject.checked(subject.convolver().correlate(x, h, operands.mode()), a, b, operands.mode());
    if (!x.equals(a) || !h.equals(b)) {
      throw new Violation("correlate changed an operand");
    }
    NdArray one = ContractLaws.impulse(a, 1, 0);
    Arithmetic.overwrite(
        subject.checked(
            subject.convolver().correlate(x, one, operands.mode()), x, one, operands.mode()));
    if (!x.equals(a)) {
      throw new Violation("writing to the result of correlate changed in1: they share storage");
    }
  }

  private static void preparedTypes(ConvolverSubject subject, Operands operands) {
    NdArray k = operands.in2();
    Mode mode = operands.mode();
    PreparedConvolution prepared = PreparedLaws.prepare(subject, operands);
    List<DType> types = partners(subject.claims(), k.dtype());
    types.add(operands.choose(0, types.size()), k.dtype());
    for (DType type : types) {
      NdArray a = cast(operands.in1(), type);
      NdArray got = PreparedLaws.apply(subject, prepared, a.copy());
      Agreement.within(
          subject,
          "prepared with " + k.dtype().numpyName() + ", applied to " + type.numpyName(),
          subject.convolve(a, k, mode),
          subject.checked(got, a, k, mode),
          Arithmetic.scaled(subject.bound(a, k, mode), 2));
    }
  }

  /** The real parts of complex numbers if the other type is real. */
  private static NdArray cast(NdArray array, DType to) {
    return array.dtype().isComplex() && !to.isComplex() ? array.real().cast(to) : array.cast(to);
  }

  /** Sums over all elements are exact; c is the third operand of the shape of the full result. */
  private static void adjoint(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray k = operands.in2();
    NdArray full = subject.convolve(a, k, Mode.FULL);
    NdArray c = Moves.resized(operands.in1(), full.shape());
    NdArray flipped = k.reversed().conjugate();
    NdArray back = subject.convolve(c, flipped, Mode.VALID);
    ExactSum left = ExactSum.inner(full, c);
    ExactSum right = ExactSum.inner(a, back);
    double bound =
        weighted(subject.bound(a, k, Mode.FULL), c)
            + weighted(subject.bound(c, flipped, Mode.VALID), a);
    double error = left.distance(right, full.dtype());
    // Each part of a complex inner product is a sum over both parts of either factor.
    double fraction = error == 0 ? 0 : error / (2 * bound);
    subject.used(fraction);
    if (!(fraction <= 1)) {
      throw new Violation(
          "<a * k, c> is "
              + left
              + ", <a, c correlated with k> is "
              + right
              + ": error "
              + error
              + ", allowed "
              + 2 * bound);
    }
  }

  /**
   * The sum of the elements' bounds, each times the magnitude that the element is multiplied with.
   */
  private static double weighted(NdArray bound, NdArray factors) {
    double[] magnitudes = Arithmetic.abs(factors).doubles();
    double sum = 0;
    for (int i = 0; i < magnitudes.length; i++) {
      sum += bound.doubles()[i] * magnitudes[i];
    }
    return sum;
  }
}
