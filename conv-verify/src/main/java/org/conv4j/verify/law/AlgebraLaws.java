package org.conv4j.verify.law;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.operand.Space;

/** Convolution as a product: commutative, bilinear, associative, with the unit impulse as one. */
final class AlgebraLaws {
  private static final Space FULL = Space.all().withModes(Mode.FULL);

  /** Operands whose sums, and products with small integers, are exact. */
  private static final Space SUMMABLE =
      Space.all().withOperands(3).withRegimes(Regime.INTEGERS, Regime.DYADIC).withElements(1024);

  private AlgebraLaws() {}

  static List<Law> all() {
    return List.of(
        commutative(Mode.FULL),
        commutative(Mode.VALID),
        Law.must(
                "bilinear.in1",
                "c a + b in place of in1 gives c times the result of a plus the result of b.",
                AlgebraLaws::bilinearInFirst)
            .on(SUMMABLE),
        Law.must(
                "bilinear.in2",
                "c a + b in place of in2 gives c times the result of a plus the result of b.",
                AlgebraLaws::bilinearInSecond)
            .on(SUMMABLE),
        Law.must(
                "associative",
                "(a * b) * c equals a * (b * c) in full mode.",
                AlgebraLaws::associative)
            .on(FULL.withOperands(3).withElements(512)),
        Law.must(
                "identity",
                "Convolving with a unit impulse at p gives the other operand, moved by p.",
                AlgebraLaws::identity)
            .on(FULL),
        Law.must(
            "scale.power-of-two",
            "Operands scaled by powers of two give the scaled result, bit for bit.",
            AlgebraLaws::scale),
        Law.must(
                "sum",
                "The elements of the full result add up to the product of the sums of the operands.",
                AlgebraLaws::sum)
            .on(FULL));
  }

  private static Law commutative(Mode mode) {
    return Law.must(
            "commutative." + mode.name().toLowerCase(java.util.Locale.ROOT),
            "in1 * in2 equals in2 * in1 in " + mode + " mode.",
            (subject, operands) -> {
              NdArray a = operands.in1();
              NdArray b = operands.in2();
              NdArray bound = Agreement.plus(subject.bound(a, b, mode), subject.bound(b, a, mode));
              Agreement.within(
                  subject,
                  "in1 * in2 against in2 * in1",
                  subject.convolve(b, a, mode),
                  subject.convolve(a, b, mode),
                  bound);
            })
        .on(Space.all().withModes(mode));
  }

  /** The third operand, with the shape of another. */
  private static NdArray third(Operands operands, Shape shape) {
    double[] source = operands.in3().doubles();
    double[] data = new double[shape.size()];
    Arrays.setAll(data, i -> source[i % source.length]);
    return NdArray.wrap(data, shape);
  }

  private static void bilinearInFirst(Subject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = third(operands, a.shape());
    NdArray k = operands.in2();
    Mode mode = operands.mode();
    double c = operands.choose(-7, 7);
    NdArray sum = Agreement.plus(Agreement.times(a, c), b);
    bilinear(
        subject,
        c,
        new NdArray[] {
          subject.convolve(a, k, mode), subject.convolve(b, k, mode), subject.convolve(sum, k, mode)
        },
        new NdArray[] {
          subject.bound(a, k, mode), subject.bound(b, k, mode), subject.bound(sum, k, mode)
        });
  }

  private static void bilinearInSecond(Subject subject, Operands operands) {
    NdArray k = operands.in1();
    NdArray a = operands.in2();
    NdArray b = third(operands, a.shape());
    Mode mode = operands.mode();
    double c = operands.choose(-7, 7);
    NdArray sum = Agreement.plus(Agreement.times(a, c), b);
    bilinear(
        subject,
        c,
        new NdArray[] {
          subject.convolve(k, a, mode), subject.convolve(k, b, mode), subject.convolve(k, sum, mode)
        },
        new NdArray[] {
          subject.bound(k, a, mode), subject.bound(k, b, mode), subject.bound(k, sum, mode)
        });
  }

  /** Results and bounds of a, of b, and of c a + b. */
  private static void bilinear(Subject subject, double c, NdArray[] results, NdArray[] bounds) {
    NdArray expected = Agreement.plus(Agreement.times(results[0], c), results[1]);
    NdArray bound =
        Agreement.plus(
            Agreement.plus(Agreement.times(bounds[0], Math.abs(c)), bounds[1]), bounds[2]);
    // What this check itself rounds: a product and a sum.
    NdArray rounding =
        Agreement.combine(
            Agreement.times(results[0], c),
            results[1],
            (x, y) -> 2 * Math.ulp(1.0) * (Math.abs(x) + Math.abs(y)));
    Agreement.within(
        subject, "c a + b, c = " + c, expected, results[2], Agreement.plus(bound, rounding));
  }

  private static void associative(Subject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    NdArray c = operands.in3();
    NdArray ab = subject.convolve(a, b, Mode.FULL);
    NdArray bc = subject.convolve(b, c, Mode.FULL);
    // The error of an inner result passes through the outer convolution: at most the sum of its
    // bound times the magnitudes of the other operand.
    double inner =
        largest(subject.bound(a, b, Mode.FULL)) * magnitude(c)
            + largest(subject.bound(b, c, Mode.FULL)) * magnitude(a);
    NdArray outer =
        Agreement.plus(subject.bound(ab, c, Mode.FULL), subject.bound(a, bc, Mode.FULL));
    NdArray bound = Agreement.combine(outer, outer, (x, y) -> x + inner);
    Agreement.within(
        subject,
        "(a * b) * c against a * (b * c)",
        subject.convolve(a, bc, Mode.FULL),
        subject.convolve(ab, c, Mode.FULL),
        bound);
  }

  private static double largest(NdArray array) {
    return Arrays.stream(array.doubles()).map(Math::abs).max().orElse(0);
  }

  private static double magnitude(NdArray array) {
    return Arrays.stream(array.doubles()).map(Math::abs).sum();
  }

  private static void identity(Subject subject, Operands operands) {
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

  private static void scale(Subject subject, Operands operands) {
    int p = operands.choose(-60, 60);
    int q = operands.choose(-60, 60);
    NdArray a = Agreement.times(operands.in1(), Math.scalb(1.0, p));
    NdArray b = Agreement.times(operands.in2(), Math.scalb(1.0, q));
    NdArray plain = subject.convolve(operands.in1(), operands.in2(), operands.mode());
    Agreement.identical(
        "operands times 2^" + p + " and 2^" + q,
        Agreement.times(plain, Math.scalb(1.0, p + q)),
        subject.convolve(a, b, operands.mode()));
  }

  private static void sum(Subject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    NdArray result = subject.convolve(a, b, Mode.FULL);
    for (double value : result.doubles()) {
      if (!Double.isFinite(value)) {
        throw new Violation("the result of finite operands holds " + value, result, result);
      }
    }
    BigDecimal error = exactSum(result).subtract(exactSum(a).multiply(exactSum(b))).abs();
    double bound = magnitude(subject.bound(a, b, Mode.FULL));
    double fraction = error.signum() == 0 ? 0 : error.doubleValue() / bound;
    subject.used(fraction);
    if (fraction > 1) {
      throw new Violation(
          "the elements add up to "
              + exactSum(result).doubleValue()
              + ", the product of the sums is "
              + exactSum(a).multiply(exactSum(b)).doubleValue()
              + ": error "
              + error.doubleValue()
              + ", allowed "
              + bound);
    }
  }

  private static BigDecimal exactSum(NdArray array) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : array.doubles()) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum;
  }
}
