package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;

/** The overloads for Java arrays give what the plain call gives. */
final class OverloadLaws {
  private static final int SHORTEST_LONG = 65;
  private static final int LONGEST = 700;

  private OverloadLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
                "overload.vectors",
                "convolve(double[], double[], mode) gives the bits that convolve of arrays of rank"
                    + " 1 gives.",
                OverloadLaws::vectors)
            .scoped(claims -> doubles(claims, 1)),
        ConvolverLaw.must(
                "overload.rows",
                "convolve(double[][], double[][], mode) gives the bits that convolve of arrays of"
                    + " rank 2 gives.",
                OverloadLaws::rows)
            .scoped(claims -> doubles(claims, 2)),
        ConvolverLaw.must(
                "overload.refuse",
                "The overloads for Java arrays refuse null, empty and ragged ones.",
                OverloadLaws::overloadsRefuse)
            .scoped(claims -> doubles(claims, 1)),
        ConvolverLaw.must(
                "overload.types",
                "convolve of float[], long[] and int[] gives the bits that convolve of arrays of"
                    + " rank 1 gives, and refuses null and empty ones.",
                OverloadLaws::types)
            .on(Space.all().withRanks(1, 1).withDTypes(OverloadLaws::hasVectors)),
        ConvolverLaw.must(
                "overload.float-rows",
                "convolve(float[][], float[][], mode) gives the bits that convolve of arrays of"
                    + " rank 2 gives, and refuses null, empty and ragged ones.",
                OverloadLaws::floatRows)
            .on(Space.all().withRanks(2, 2).withDTypes(dtype -> dtype == DType.FLOAT32)),
        ConvolverLaw.must(
                "overload.correlate",
                "correlate of double[] and double[][] gives the bits that correlate of arrays"
                    + " gives.",
                OverloadLaws::correlate)
            .on(Space.all().withRanks(1, 2).withDTypes(dtype -> dtype == DType.FLOAT64)));
  }

  private static Scope<Space> doubles(Capabilities claims, int rank) {
    return claims.convention() == Convention.NUMPY && rank > 1
        ? Scope.notClaimed("rank " + rank)
        : ConvolverLaw.claimed(
            Space.all().withRanks(rank, rank).withDTypes(dtype -> dtype == DType.FLOAT64), claims);
  }

  private static void vectors(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    double[] x = operands.in1().doubles().clone();
    double[] h = operands.in2().doubles().clone();
    double[] y = vectors(subject, x, h, mode);
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    if (!Arrays.equals(x, a.doubles()) || !Arrays.equals(h, b.doubles())) {
      throw new Violation("convolve(double[], double[], " + mode + ") changed an operand");
    }
    String form = "convolve(double[], double[], mode)";
    FormLaws.agree(subject, form, a, b, mode, NdArray.of(y));
    sameBits(form, subject.convolve(a, b, mode), NdArray.of(y));
    double[] one = {1};
    double[] same = vectors(subject, x, one, mode);
    if (same == x || y == x || y == h) {
      throw new Violation("convolve(double[], double[], " + mode + ") returned an operand");
    }
    // Operands are short, as a rule, and blocks are not.
    NdArray longer = Moves.resized(a, Shape.of(operands.choose(SHORTEST_LONG, LONGEST)));
    NdArray blocks = NdArray.of(vectors(subject, longer.doubles().clone(), h, mode));
    String what = "convolve(double[], double[], mode) of " + longer.size() + " elements";
    FormLaws.agree(subject, what, longer, b, mode, blocks);
    sameBits(what, subject.convolve(longer, b, mode), blocks);
  }

  private static double[] vectors(ConvolverSubject subject, double[] x, double[] h, Mode mode) {
    return FormLaws.made(
        "convolve(double[" + x.length + "], double[" + h.length + "], " + mode + ")",
        () -> subject.convolver().convolve(x, h, mode));
  }

  private static void overloadsRefuse(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    double[] x = operands.in1().doubles().clone();
    double[] empty = {};
    Convolver convolver = subject.convolver();
    Class<NullPointerException> nulls = NullPointerException.class;
    Class<IllegalArgumentException> bad = IllegalArgumentException.class;
    FormLaws.throwsIt(
        nulls, "convolve((double[]) null, h)", () -> convolver.convolve((double[]) null, x, mode));
    FormLaws.throwsIt(
        nulls, "convolve(x, (double[]) null)", () -> convolver.convolve(x, (double[]) null, mode));
    FormLaws.throwsIt(bad, "convolve(new double[0], h)", () -> convolver.convolve(empty, x, mode));
    FormLaws.throwsIt(bad, "convolve(x, new double[0])", () -> convolver.convolve(x, empty, mode));
    FormLaws.throwsIt(nulls, "convolve(x, x, null)", () -> convolver.convolve(x, x, null));
    if (subject.claims().maxRank() < 2 || subject.claims().convention() == Convention.NUMPY) {
      return;
    }
    double[][] rows = {x, x};
    double[][] ragged = {x, Arrays.copyOf(x, x.length + 1)};
    FormLaws.throwsIt(
        nulls,
        "convolve((double[][]) null, h)",
        () -> convolver.convolve((double[][]) null, rows, mode));
    FormLaws.throwsIt(
        nulls,
        "convolve(x, (double[][]) null)",
        () -> convolver.convolve(rows, (double[][]) null, mode));
    double[][] emptyRow = {empty};
    FormLaws.throwsIt(nulls, "convolve of rows, null", () -> convolver.convolve(rows, rows, null));
    FormLaws.throwsIt(
        bad, "convolve of an empty row", () -> convolver.convolve(emptyRow, rows, mode));
    FormLaws.throwsIt(
        bad, "convolve with an empty row", () -> convolver.convolve(rows, emptyRow, mode));
    FormLaws.throwsIt(bad, "convolve of ragged rows", () -> convolver.convolve(ragged, rows, mode));
    FormLaws.throwsIt(
        bad, "convolve with ragged rows", () -> convolver.convolve(rows, ragged, mode));
  }

  private static void rows(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    double[][] x = a.rows();
    double[][] h = b.rows();
    double[][] y =
        FormLaws.made(
            "convolve(double[][], double[][], " + mode + ")",
            () -> subject.convolver().convolve(x, h, mode));
    if (!NdArray.of(x).equals(a) || !NdArray.of(h).equals(b)) {
      throw new Violation("convolve(double[][], double[][], " + mode + ") changed an operand");
    }
    double[][] one = {{1}};
    for (double[] row :
        FormLaws.made(
            "convolve(x, {{1.0}}, mode)", () -> subject.convolver().convolve(x, one, mode))) {
      Arrays.fill(row, 7.5e5);
    }
    if (!NdArray.of(x).equals(a)) {
      throw new Violation("writing to rows of the result changed rows of x: they share storage");
    }
    NdArray got = FormLaws.made("the array of rows", () -> NdArray.of(y));
    String form = "convolve(double[][], double[][], mode)";
    FormLaws.agree(subject, form, a, b, mode, got);
    sameBits(form, subject.convolve(a, b, mode), got);
    double[][] zeros = NdArray.zeros(DType.FLOAT64, a.shape()).rows();
    double[][] equal =
        FormLaws.made(
            "convolve(zeros, h, mode)", () -> subject.convolver().convolve(zeros, h, mode));
    for (int i = 1; i < equal.length; i++) {
      if (equal[i] == equal[0]) {
        throw new Violation("rows 0 and " + i + " of the result for zeros are one array");
      }
    }
  }

  private static boolean hasVectors(DType dtype) {
    return dtype == DType.FLOAT32 || dtype.isInteger();
  }

  /** The overload for vectors of the type of the operands, which it may change. */
  private static NdArray plain(Convolver convolver, NdArray a, NdArray b, Mode mode) {
    return switch (a.dtype()) {
      case FLOAT32 -> NdArray.of(convolver.convolve(a.floats(), b.floats(), mode));
      case INT64 -> NdArray.of(convolver.convolve(a.longs(), b.longs(), mode));
      case INT32 -> NdArray.of(convolver.convolve(a.ints(), b.ints(), mode));
      default -> throw new AssertionError(a.dtype());
    };
  }

  private static void types(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    Convolver convolver = subject.convolver();
    NdArray a = operands.in1().copy();
    NdArray b = operands.in2().copy();
    String what = "convolve of two arrays of " + a.dtype().numpyName();
    NdArray y = FormLaws.made(what, () -> plain(convolver, a, b, mode));
    sameBits(what, subject.convolve(operands.in1(), operands.in2(), mode), y);
    unchanged(what, operands, a, b);
    NdArray empty = NdArray.zeros(a.dtype(), Shape.of(0));
    Class<IllegalArgumentException> bad = IllegalArgumentException.class;
    FormLaws.throwsIt(bad, what + ", one empty", () -> plain(convolver, a, empty, mode));
    FormLaws.throwsIt(bad, what + ", one empty", () -> plain(convolver, empty, b, mode));
    Class<NullPointerException> nulls = NullPointerException.class;
    FormLaws.throwsIt(nulls, what + ", no mode", () -> plain(convolver, a, b, null));
    switch (a.dtype()) {
      case FLOAT32 ->
          FormLaws.throwsIt(
              nulls, what + ", one null", () -> convolver.convolve(a.floats(), null, mode));
      case INT64 ->
          FormLaws.throwsIt(
              nulls, what + ", one null", () -> convolver.convolve(a.longs(), null, mode));
      default ->
          FormLaws.throwsIt(
              nulls, what + ", one null", () -> convolver.convolve(a.ints(), null, mode));
    }
  }

  private static void floatRows(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    Convolver convolver = subject.convolver();
    float[][] x = operands.in1().floatRows();
    float[][] h = operands.in2().floatRows();
    String what = "convolve(float[][], float[][], " + mode + ")";
    NdArray y = FormLaws.made(what, () -> NdArray.of(convolver.convolve(x, h, mode)));
    sameBits(what, subject.convolve(operands.in1(), operands.in2(), mode), y);
    unchanged(what, operands, NdArray.of(x), NdArray.of(h));
    float[][] ragged = {x[0], Arrays.copyOf(x[0], x[0].length + 1)};
    float[][] hole = {h[0], null};
    Class<IllegalArgumentException> bad = IllegalArgumentException.class;
    Class<NullPointerException> nulls = NullPointerException.class;
    FormLaws.throwsIt(bad, what + " of ragged rows", () -> convolver.convolve(ragged, h, mode));
    FormLaws.throwsIt(bad, what + " with ragged rows", () -> convolver.convolve(x, ragged, mode));
    FormLaws.throwsIt(
        bad, what + " of an empty row", () -> convolver.convolve(new float[1][0], h, mode));
    FormLaws.throwsIt(nulls, what + " with a null row", () -> convolver.convolve(x, hole, mode));
    FormLaws.throwsIt(nulls, what + " with null", () -> convolver.convolve(x, null, mode));
  }

  private static void correlate(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    Convolver convolver = subject.convolver();
    NdArray a = operands.in1().copy();
    NdArray b = operands.in2().copy();
    boolean vectors = a.rank() == 1;
    String what = vectors ? "correlate(double[], double[])" : "correlate(double[][], double[][])";
    double[][] x = vectors ? null : a.rows();
    double[][] h = vectors ? null : b.rows();
    NdArray y =
        FormLaws.made(
            what,
            () ->
                vectors
                    ? NdArray.of(convolver.correlate(a.doubles(), b.doubles(), mode))
                    : NdArray.of(convolver.correlate(x, h, mode)));
    NdArray expected =
        FormLaws.made(
            "correlate",
            () -> convolver.correlate(operands.in1().copy(), operands.in2().copy(), mode));
    sameBits(what, expected, y);
    unchanged(what, operands, vectors ? a : NdArray.of(x), vectors ? b : NdArray.of(h));
  }

  private static void sameBits(String what, NdArray expected, NdArray got) {
    if (!got.shape().equals(expected.shape())) {
      throw new Violation(
          what + " gives shape " + got.shape() + ", for arrays it is " + expected.shape());
    }
    Agreement.identical(what + " against the form for arrays", expected, got);
  }

  private static void unchanged(String what, Operands operands, NdArray a, NdArray b) {
    if (!a.equals(operands.in1()) || !b.equals(operands.in2())) {
      throw new Violation(what + " changed an operand");
    }
  }
}
