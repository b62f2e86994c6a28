package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.oracle.CommonsMath;
import org.conv4j.verify.oracle.ErrorBounds;
import org.conv4j.verify.oracle.Oracle;

/** Agreement with results that are known to be right, and with other convolvers. */
final class OracleLaws {
  private OracleLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
                "exact",
                "Every element is within the bound of the claimed accuracy class of the exact"
                    + " result.",
                OracleLaws::exact)
            .on(Space.all().withRanks(0, 5).withDTypes(dtype -> !dtype.isInteger())),
        ConvolverLaw.must(
                "sizes",
                "Every element is within the bound at lengths near powers of two, at primes, at"
                    + " extents of 1, and beyond 2^16 elements.",
                OracleLaws::exact)
            .on(Space.all().withRanks(0, 8))
            .swept(),
        ConvolverLaw.must(
                "subnormal",
                "Subnormal numbers are numbers, and not taken for zeros.",
                OracleLaws::subnormal)
            .on(
                Space.all()
                    .withDTypes(dtype -> dtype.real() == DType.FLOAT64)
                    .withRegimes(Regime.INTEGERS)
                    .withElements(64)),
        ConvolverLaw.must(
                "integers.wrap",
                "Integer results are exact modulo 2^32 or 2^64.",
                OracleLaws::exact)
            .on(Space.all().withDTypes(DType::isInteger)),
        ConvolverLaw.must(
                "range",
                "Nothing overflows or underflows on the way to a result that is representable.",
                OracleLaws::exact)
            .scoped(claims -> ifLocal(claims, Regime.RANGE, Regime.SUBNORMAL)),
        ConvolverLaw.must(
                "nonfinite.local",
                "NaN and infinities act on the outputs that they are a factor of, and on no other.",
                OracleLaws::nonFinite)
            .scoped(claims -> ifLocal(claims, Regime.NON_FINITE, Regime.INFINITIES)),
        ConvolverLaw.must(
                "nonfinite.forms",
                "Correlated, prepared and streamed, too, NaN and infinities act where they are a"
                    + " factor, and nowhere else.",
                OracleLaws::nonFiniteForms)
            .scoped(claims -> ifLocal(claims, Regime.NON_FINITE)),
        ConvolverLaw.must(
                "nan.kept",
                "An output of which NaN times a number other than zero is a term is NaN.",
                OracleLaws::nanKept)
            .on(notFinite(Regime.NON_FINITE)),
        ConvolverLaw.must(
                "agrees.commons-math",
                "The result agrees with that of Apache Commons Math, within both error bounds.",
                (subject, operands) -> agrees(subject, operands, CommonsMath.convolver()))
            .on(Space.all().withRanks(1, 1).withDTypes(dtype -> dtype == DType.FLOAT64)),
        ConvolverLaw.must(
            "agrees.peers",
            "The result agrees with those of direct and fft, within both error bounds.",
            (subject, operands) -> {
              agrees(subject, operands, new DirectConvolver());
              agrees(subject, operands, new FftConvolver());
            }));
  }

  private static Scope<Space> ifLocal(Capabilities claims, Regime... regimes) {
    return claims.nonFinite() == NonFinite.LOCAL
        ? ConvolverLaw.claimed(notFinite(regimes), claims)
        : Scope.notClaimed("non-finite LOCAL");
  }

  private static Space notFinite(Regime... regimes) {
    return Space.all()
        .withDTypes(dtype -> !dtype.isInteger())
        .withRegimes(regimes)
        .withElements(512);
  }

  private static void exact(ConvolverSubject subject, Operands operands) {
    exact(subject, operands.in1(), operands.in2(), operands.mode());
  }

  private static void exact(ConvolverSubject subject, NdArray a, NdArray b, Mode mode) {
    Geometry geometry = subject.geometry(a.shape(), b.shape(), mode);
    Agreement.within(subject, new Oracle(a, b, geometry), subject.convolve(a, b, mode));
  }

  /**
   * Whole numbers times 2^-1040: all results are multiples of that, below the normal numbers.
   * Transforms of 64 elements may lose about 2^-1057 by underflow, far less than the quarter that
   * is allowed.
   */
  private static void subnormal(ConvolverSubject subject, Operands operands) {
    NdArray small = Arithmetic.scaled(operands.in1(), 0x1p-1040);
    subnormal(subject, "in1", small, operands.in2(), operands.mode());
    NdArray kernel = Arithmetic.scaled(operands.in2(), 0x1p-1040);
    subnormal(subject, "in2", operands.in1(), kernel, operands.mode());
  }

  private static void subnormal(
      ConvolverSubject subject, String which, NdArray a, NdArray b, Mode mode) {
    Geometry geometry = subject.geometry(a.shape(), b.shape(), mode);
    double[] bound = subject.bound(a, b, mode).doubles();
    Arrays.setAll(bound, i -> bound[i] + 0x1p-1042);
    Agreement.within(
        subject,
        which + " times 2^-1040",
        new Oracle(a, b, geometry).expected(),
        subject.convolve(a, b, mode),
        NdArray.wrap(bound, geometry.output()));
  }

  private static void nonFinite(ConvolverSubject subject, Operands operands) {
    exact(subject, operands);
    NdArray a = operands.in1();
    NdArray zeros = NdArray.zeros(operands.in2().dtype(), operands.in2().shape());
    exact(subject, a, zeros, operands.mode());
    // Zeros among integers are factors, too.
    for (DType dtype : subject.claims().dtypes()) {
      DType promoted = DType.promote(dtype, a.dtype());
      if (dtype.isInteger() && subject.claims().dtypes().contains(promoted)) {
        NdArray b = operands.in2();
        mixed(subject, "in1", notZero(a).cast(dtype), b, operands.mode());
        mixed(subject, "in2", a, notZero(b).cast(dtype), operands.mode());
      }
    }
  }

  private static void mixed(
      ConvolverSubject subject, String which, NdArray a, NdArray b, Mode mode) {
    try {
      exact(subject, a, b, mode);
    } catch (Violation violation) {
      throw violation.on(which + " of integers, 1 where it was not zero");
    }
  }

  private static void nonFiniteForms(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Mode mode = operands.mode();
    Geometry geometry = subject.geometry(a.shape(), b.shape(), mode);
    Oracle oracle = new Oracle(a, b, geometry);
    NdArray applied =
        PreparedLaws.apply(subject, PreparedLaws.prepare(subject, operands), a.copy());
    Agreement.within(subject, oracle, subject.checked(applied, a, b, mode));
    if (subject.claims().convention() == Convention.SCIPY) {
      Oracle correlated = new Oracle(a, b.reversed().conjugate(), geometry);
      Agreement.within(subject, correlated, subject.correlate(a, b, mode));
    }
    if (mode == Mode.FULL && a.rank() == 1 && StreamLaws.streamable(subject.claims())) {
      Agreement.within(subject, oracle, StreamLaws.streamed(subject, operands));
    }
  }

  /**
   * Even a convolver that claims nothing about NaN must not return a number where the result is
   * NaN. It may throw, and it may take NaN times zero for zero.
   */
  private static void nanKept(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Mode mode = operands.mode();
    boolean local = subject.claims().nonFinite() == NonFinite.LOCAL;
    NdArray y;
    try {
      y = ContractLaws.leftAlone(subject, a, b, mode);
    } catch (Violation violation) {
      if (!local && violation.getCause() instanceof RuntimeException) {
        return;
      }
      throw violation;
    }
    Geometry geometry = subject.geometry(a.shape(), b.shape(), mode);
    NdArray ofA = Arithmetic.marks(a, Double::isNaN);
    NdArray ofB = Arithmetic.marks(b, Double::isNaN);
    long[] met = new Oracle(ofA, notZero(b), geometry).expected().longs();
    long[] more = new Oracle(notZero(a), ofB, geometry).expected().longs();
    Agreement.notANumber(i -> met[i] + more[i] > 0, y);
  }

  /** 1 where an element is not zero. */
  private static NdArray notZero(NdArray array) {
    return Arithmetic.marks(array, value -> value != 0);
  }

  private static void agrees(ConvolverSubject subject, Operands operands, Convolver other) {
    Convolver peer =
        subject.claims().convention() == Convention.NUMPY ? Convolvers.numpy(other) : other;
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Accuracy accuracy = peer.capabilities().accuracy();
    Geometry geometry = subject.geometry(a.shape(), b.shape(), operands.mode());
    Agreement.within(
        subject,
        "against " + peer.name(),
        peer.convolve(a, b, operands.mode()),
        subject.convolve(a, b, operands.mode()),
        Arithmetic.plus(
            subject.bound(a, b, operands.mode()), ErrorBounds.of(accuracy, a, b, geometry)));
  }
}
