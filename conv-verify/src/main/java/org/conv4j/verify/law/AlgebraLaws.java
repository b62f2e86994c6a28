package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.NonFinite;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;

/** Convolution as a product: commutative, bilinear, associative, with the unit impulse as one. */
final class AlgebraLaws {
  private static final Space FULL = Space.all().withModes(Mode.FULL);

  /** Operands whose sums, and products with small integers, are exact. */
  private static final Space SUMMABLE =
      Space.all()
          .withOperands(3)
          .withRegimes(Regime.INTEGERS, Regime.DYADIC, Regime.WORDS)
          .withElements(1024);

  private AlgebraLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        commutative(Mode.FULL),
        commutative(Mode.VALID),
        ConvolverLaw.must(
                "bilinear.in1",
                "c a + b in place of in1 gives c times the result of a plus the result of b.",
                AlgebraLaws::bilinearInFirst)
            .on(SUMMABLE),
        ConvolverLaw.must(
                "bilinear.in2",
                "c a + b in place of in2 gives c times the result of a plus the result of b.",
                AlgebraLaws::bilinearInSecond)
            .on(SUMMABLE),
        ConvolverLaw.must(
                "associative",
                "(a * b) * c equals a * (b * c) in full mode.",
                AlgebraLaws::associative)
            .on(FULL.withOperands(3).withElements(512)),
        ConvolverLaw.must(
                "identity",
                "Convolving with a unit impulse at p gives the other operand, moved by p.",
                AlgebraLaws::identity)
            .on(FULL),
        ConvolverLaw.must(
                "scale.power-of-two",
                "Operands scaled by powers of two give the scaled result, bit for bit.",
                AlgebraLaws::scale)
            .on(Space.all().withDTypes(dtype -> !dtype.isInteger())),
        ConvolverLaw.must(
                "scale.range",
                "Operands scaled to opposite ends of the range give the same result, bit for bit.",
                AlgebraLaws::scaleToTheEnds)
            .scoped(AlgebraLaws::ifLocal),
        ConvolverLaw.must(
                "sum",
                "The elements of the full result add up to the product of the sums of the"
                    + " operands.",
                AlgebraLaws::sum)
            .on(FULL));
  }

  private static ConvolverLaw commutative(Mode mode) {
    return ConvolverLaw.must(
            "commutative." + mode.name().toLowerCase(Locale.ROOT),
            "in1 * in2 equals in2 * in1 in " + mode + " mode.",
            (subject, operands) -> {
              NdArray a = operands.in1();
              NdArray b = operands.in2();
              NdArray bound = Arithmetic.plus(subject.bound(a, b, mode), subject.bound(b, a, mode));
              Agreement.within(
                  subject,
                  "in1 * in2 against in2 * in1",
                  subject.convolve(b, a, mode),
                  subject.convolve(a, b, mode),
                  bound);
            })
        .on(Space.all().withModes(mode));
  }

  private static void bilinearInFirst(ConvolverSubject subject, Operands operands) {
    NdArray k = operands.in2();
    bilinear(
        subject,
        operands,
        operands.in1(),
        x -> subject.convolve(x, k, operands.mode()),
        x -> subject.bound(x, k, operands.mode()));
  }

  private static void bilinearInSecond(ConvolverSubject subject, Operands operands) {
    NdArray k = operands.in1();
    bilinear(
        subject,
        operands,
        operands.in2(),
        x -> subject.convolve(k, x, operands.mode()),
        x -> subject.bound(k, x, operands.mode()));
  }

  /** {@code c a + b}, where b has the elements of the third operand. */
  private static void bilinear(
      ConvolverSubject subject,
      Operands operands,
      NdArray a,
      UnaryOperator<NdArray> convolve,
      UnaryOperator<NdArray> boundOf) {
    NdArray b = Moves.resized(operands.in3(), a.shape());
    int c = operands.choose(-7, 7);
    NdArray sum = Arithmetic.plus(Arithmetic.times(a, c), b);
    NdArray first = Arithmetic.times(Arithmetic.wide(convolve.apply(a)), c);
    NdArray second = Arithmetic.wide(convolve.apply(b));
    NdArray bounds =
        Arithmetic.plus(Arithmetic.scaled(boundOf.apply(a), Math.abs(c)), boundOf.apply(b));
    // What this check itself rounds: a product and a sum.
    NdArray own =
        Arithmetic.scaled(
            Arithmetic.plus(Arithmetic.abs(first), Arithmetic.abs(second)), 2 * Math.ulp(1.0));
    Agreement.within(
        subject,
        "c a + b, c = " + c,
        Arithmetic.plus(first, second),
        convolve.apply(sum),
        Arithmetic.plus(Arithmetic.plus(bounds, own), boundOf.apply(sum)));
  }

  private static void associative(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    NdArray c = operands.in3();
    NdArray ab = subject.convolve(a, b, Mode.FULL);
    NdArray bc = subject.convolve(b, c, Mode.FULL);
    // The error of an inner result passes through the outer convolution: at most the sum of its
    // bound times the magnitudes of the other operand.
    double inner =
        largest(subject.bound(a, b, Mode.FULL)) * Arithmetic.magnitude(c)
            + largest(subject.bound(b, c, Mode.FULL)) * Arithmetic.magnitude(a);
    NdArray bound =
        Arithmetic.plus(subject.bound(ab, c, Mode.FULL), subject.bound(a, bc, Mode.FULL));
    double[] limits = bound.doubles();
    Arrays.setAll(limits, i -> limits[i] + inner);
    Agreement.within(
        subject,
        "(a * b) * c against a * (b * c)",
        subject.convolve(a, bc, Mode.FULL),
        subject.convolve(ab, c, Mode.FULL),
        bound);
  }

  private static double largest(NdArray bound) {
    return Arrays.stream(bound.doubles()).max().orElse(0);
  }

  private static void identity(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    Shape shape = operands.in2().shape();
    int[] at = new int[shape.rank()];
    for (int axis = 0; axis < at.length; axis++) {
      at[axis] = operands.choose(0, shape.extent(axis) - 1);
    }
    NdArray impulse = Moves.impulse(a.dtype(), shape, at);
    Shape full = subject.geometry(a.shape(), shape, Mode.FULL).full();
    NdArray expected = Moves.place(a, at, full);
    String where = "unit impulse at " + Arrays.toString(at) + " of shape " + shape;
    Agreement.within(
        subject,
        "in1 * " + where,
        expected,
        subject.convolve(a, impulse, Mode.FULL),
        subject.bound(a, impulse, Mode.FULL));
    Agreement.within(
        subject,
        where + " * in1",
        expected,
        subject.convolve(impulse, a, Mode.FULL),
        subject.bound(impulse, a, Mode.FULL));
  }

  private static void scale(ConvolverSubject subject, Operands operands) {
    int most = isSingle(operands) ? 12 : 60;
    scale(subject, operands, operands.choose(-most, most), operands.choose(-most, most));
  }

  /**
   * For subjects that claim that intermediate results do not leave the range; elements are near 1.
   */
  private static Scope<Space> ifLocal(Capabilities claims) {
    return claims.nonFinite() == NonFinite.LOCAL
        ? ConvolverLaw.claimed(
            Space.all()
                .withDTypes(dtype -> !dtype.isInteger())
                .withRegimes(Regime.INTEGERS, Regime.ALTERNATING),
            claims)
        : Scope.notClaimed("non-finite LOCAL");
  }

  private static void scaleToTheEnds(ConvolverSubject subject, Operands operands) {
    int far = isSingle(operands) ? operands.choose(60, 110) : operands.choose(500, 1000);
    int sign = operands.choose(0, 1) == 0 ? 1 : -1;
    scale(subject, operands, sign * far, -sign * far + operands.choose(-9, 9));
  }

  private static boolean isSingle(Operands operands) {
    return operands.in1().dtype().unitRoundoff() > 0x1p-30;
  }

  /** Operands times {@code 2^p} and {@code 2^q}. */
  private static void scale(ConvolverSubject subject, Operands operands, int p, int q) {
    NdArray a = Arithmetic.scaled(operands.in1(), Math.scalb(1.0, p));
    NdArray b = Arithmetic.scaled(operands.in2(), Math.scalb(1.0, q));
    NdArray plain = subject.convolve(operands.in1(), operands.in2(), operands.mode());
    Agreement.identical(
        "operands times 2^" + p + " and 2^" + q,
        Arithmetic.scaled(plain, Math.scalb(1.0, p + q)),
        subject.convolve(a, b, operands.mode()));
  }

  private static void sum(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    NdArray result = subject.convolve(a, b, Mode.FULL);
    ExactSum got = ExactSum.of(result);
    ExactSum product = ExactSum.of(a).times(ExactSum.of(b));
    double bound = Arithmetic.magnitude(subject.bound(a, b, Mode.FULL));
    double error = got.distance(product, result.dtype());
    double fraction = error == 0 ? 0 : error / bound;
    subject.used(fraction);
    if (!(fraction <= 1)) {
      throw new Violation(
          "the elements add up to "
              + got
              + ", the product of the sums is "
              + product
              + ": error "
              + error
              + ", allowed "
              + bound);
    }
  }
}
