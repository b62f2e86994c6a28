package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.api.StreamingConvolution;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.oracle.Oracle;

/** The other forms of a convolution give what the plain call gives. */
final class FormLaws {
  private static final int SHORTEST_LONG = 65;
  private static final int LONGEST = 700;

  private FormLaws() {}

  static List<Law> all() {
    return List.of(
        Law.must(
            "prepared",
            "A prepared convolution gives the bits that convolve gives, for one signal after the"
                + " other.",
            FormLaws::prepared),
        Law.must(
            "prepared.contract",
            "A prepared convolution keeps and changes no argument, returns fresh results, and"
                + " refuses signals of another shape.",
            FormLaws::preparedContract),
        Law.must(
                "stream",
                "What a stream returns, however the signal is cut, is the full result.",
                FormLaws::stream)
            .scoped(FormLaws::streams),
        Law.must(
                "overload.vectors",
                "convolve(double[], double[], mode) gives what convolve of arrays of rank 1 gives.",
                FormLaws::vectors)
            .scoped(claims -> doubles(claims, 1)),
        Law.must(
                "overload.rows",
                "convolve(double[][], double[][], mode) gives what convolve of arrays of rank 2"
                    + " gives.",
                FormLaws::rows)
            .scoped(claims -> doubles(claims, 2)),
        Law.must(
                "overload.refuse",
                "The overloads for Java arrays refuse null, empty and ragged ones.",
                FormLaws::overloadsRefuse)
            .scoped(claims -> doubles(claims, 1)),
        Law.must(
            "same-operand",
            "An array convolved with itself, or with its equal, gives the exact result.",
            FormLaws::sameOperand));
  }

  /** The call in another form; whatever it throws is a violation. */
  private static <T> T made(String what, Supplier<T> call) {
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

  private static void agree(
      Subject subject, String what, NdArray a, NdArray b, Mode mode, NdArray got) {
    Agreement.within(
        subject,
        what + " against convolve",
        subject.convolve(a, b, mode),
        subject.checked(got, a, b, mode),
        Arith.scaled(subject.bound(a, b, mode), 2));
  }

  /** The second operand, prepared for signals of the first one's shape. */
  static PreparedConvolution prepare(Subject subject, Operands operands) {
    NdArray k = operands.in2().copy();
    Shape shape = operands.in1().shape();
    return made("prepare", () -> subject.convolver().prepare(k, shape, operands.mode()));
  }

  /** Applies a prepared convolution to a signal without copying it. */
  static NdArray apply(Subject subject, PreparedConvolution prepared, NdArray signal) {
    subject.aroundCall();
    return made("apply", () -> prepared.apply(signal));
  }

  private static void prepared(Subject subject, Operands operands) {
    NdArray k = operands.in2();
    Mode mode = operands.mode();
    NdArray a = operands.in1();
    PreparedConvolution prepared = prepare(subject, operands);
    NdArray first = apply(subject, prepared, a.copy());
    agree(subject, "a prepared convolution", a, k, mode, first);
    Agreement.identical(
        "a prepared convolution against convolve", subject.convolve(a, k, mode), first);
    NdArray other = a.reversed();
    NdArray second = apply(subject, prepared, other.copy());
    agree(subject, "a prepared convolution, applied again,", other, k, mode, second);
    NdArray third = apply(subject, prepared, a.copy());
    Agreement.identical("a prepared convolution, applied to the first signal again", first, third);
  }

  private static void preparedContract(Subject subject, Operands operands) {
    Mode mode = operands.mode();
    NdArray a = operands.in1().copy();
    NdArray k = operands.in2().copy();
    PreparedConvolution prepared =
        made("prepare", () -> subject.convolver().prepare(k, a.shape(), mode));
    if (!k.equals(operands.in2())) {
      throw new Violation("prepare changed in2", operands.in2(), k);
    }
    Arith.overwrite(k);
    NdArray first = apply(subject, prepared, a);
    if (!a.equals(operands.in1())) {
      throw new Violation("apply changed the signal", operands.in1(), a);
    }
    agree(
        subject,
        "a prepared convolution, in2 having been overwritten since,",
        operands.in1(),
        operands.in2(),
        mode,
        first);
    NdArray kept = first.copy();
    Arith.overwrite(first);
    if (!a.equals(operands.in1())) {
      throw new Violation("writing to the result changed the signal: they share storage");
    }
    NdArray second = apply(subject, prepared, a);
    Agreement.identical("apply again, after the first result was overwritten", kept, second);
    NdArray third = apply(subject, prepared, a);
    if (Arith.shareStorage(first, second)
        || Arith.shareStorage(first, third)
        || Arith.shareStorage(second, third)) {
      throw new Violation("two calls of apply returned the same storage");
    }
    refusesOtherShapes(prepared, operands.in1());
    refusesOtherRank(subject, operands);
    Arith.clear(a, a.size() / 2);
    agree(
        subject,
        "a prepared convolution, the signal having been changed since,",
        a.copy(),
        operands.in2(),
        mode,
        apply(subject, prepared, a));
  }

  /** Requires a refusal at once, not when the first signal comes. */
  private static void refusesOtherRank(Subject subject, Operands operands) {
    boolean claimed = operands.rank() < subject.claims().maxRank();
    if (!claimed || subject.claims().convention() == Convention.NUMPY) {
      return;
    }
    Shape higher = Moves.withUnitAxis(operands.in1().shape(), 0);
    throwsIt(
        IllegalArgumentException.class,
        "prepare(" + operands.in2().shape() + ", " + higher + ", " + operands.mode() + ")",
        () -> subject.convolver().prepare(operands.in2().copy(), higher, operands.mode()));
  }

  /** Requires that a call throws. */
  private static void throwsIt(Class<? extends Throwable> how, String what, Runnable call) {
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

  private static void refusesOtherShapes(PreparedConvolution prepared, NdArray a) {
    if (a.rank() == 0) {
      return;
    }
    NdArray longer = Moves.resized(a, Moves.with(a.shape(), 0, a.shape().extent(0) + 1));
    throwsIt(
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
      throwsIt(
          IllegalArgumentException.class,
          "apply of shape " + other + ", prepared for " + a.shape() + ",",
          () -> prepared.apply(a.reshape(other)));
    }
  }

  /** Whether the claims let a signal be convolved block by block. */
  static boolean streamable(Capabilities claims) {
    return claims.modes().contains(Mode.FULL) && claims.modes().contains(Mode.VALID);
  }

  private static Scope streams(Capabilities claims) {
    return streamable(claims)
        ? Scope.of(Space.all().withRanks(1, 1).withModes(Mode.FULL).withElements(1100), claims)
        : Scope.notClaimed("modes FULL and VALID");
  }

  private static void stream(Subject subject, Operands operands) {
    StreamingConvolution stream = stream(subject, operands.in1().dtype(), operands.in2());
    NdArray got = streamed(stream, operands);
    agree(subject, "a stream", operands.in1(), operands.in2(), Mode.FULL, got);
    throwsIt(
        IllegalStateException.class,
        "push after finish",
        () -> stream.push(Moves.box(operands.in1(), new int[] {0}, Shape.of(1))));
    throwsIt(IllegalStateException.class, "finish after finish", stream::finish);
    StreamingConvolution none = stream(subject, operands.in1().dtype(), operands.in2());
    if (made("finish", none::finish).size() != 0) {
      throw new Violation("finish returned outputs, though there was no sample");
    }
    NdArray one = ContractLaws.impulse(operands.in1(), 1, 0);
    NdArray same = streamed(stream(subject, one.dtype(), one), operands);
    agree(subject, "a stream with a unit impulse", operands.in1(), one, Mode.FULL, same);
  }

  /** All that a stream returns for the first operand, which has rank 1. */
  static NdArray streamed(Subject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray got = streamed(stream(subject, a.dtype(), operands.in2()), operands);
    return subject.checked(got, a, operands.in2(), Mode.FULL);
  }

  private static StreamingConvolution stream(Subject subject, DType dtype, NdArray in2) {
    NdArray k = in2.copy();
    StreamingConvolution stream = made("stream", () -> subject.convolver().stream(k, dtype));
    Arith.overwrite(k);
    return stream;
  }

  /** Blocks of any length, even empty ones; each is overwritten after it was pushed. */
  private static NdArray streamed(StreamingConvolution stream, Operands operands) {
    NdArray a = operands.in1();
    int most = operands.choose(1, Math.max(1, a.size() / 2));
    List<NdArray> outputs = new ArrayList<>();
    for (int from = 0; from < a.size(); ) {
      int length = Math.min(operands.choose(0, most), a.size() - from);
      NdArray block = Moves.box(a, new int[] {from}, Shape.of(length));
      outputs.add(vector("push", made("push", () -> stream.push(block)), a.dtype()));
      if (!block.equals(Moves.box(a, new int[] {from}, Shape.of(length)))) {
        throw new Violation("push changed the block");
      }
      Arith.overwrite(block);
      from += length;
    }
    outputs.add(vector("finish", made("finish", stream::finish), a.dtype()));
    return Moves.joined(outputs);
  }

  private static NdArray vector(String what, NdArray output, DType dtype) {
    if (output.rank() != 1 || output.dtype() != dtype) {
      throw new Violation(
          what
              + " returned "
              + output.dtype().numpyName()
              + " of shape "
              + output.shape()
              + ", expected "
              + dtype.numpyName()
              + " of rank 1");
    }
    return output;
  }

  private static Scope doubles(Capabilities claims, int rank) {
    return claims.convention() == Convention.NUMPY && rank > 1
        ? Scope.notClaimed("rank " + rank)
        : Scope.of(
            Space.all().withRanks(rank, rank).withDTypes(dtype -> dtype == DType.FLOAT64), claims);
  }

  private static void vectors(Subject subject, Operands operands) {
    Mode mode = operands.mode();
    double[] x = operands.in1().doubles().clone();
    double[] h = operands.in2().doubles().clone();
    double[] y = vectors(subject, x, h, mode);
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    if (!Arrays.equals(x, a.doubles()) || !Arrays.equals(h, b.doubles())) {
      throw new Violation("convolve(double[], double[], " + mode + ") changed an operand");
    }
    agree(subject, "convolve(double[], double[], mode)", a, b, mode, NdArray.of(y));
    double[] one = {1};
    double[] same = vectors(subject, x, one, mode);
    if (same == x || y == x || y == h) {
      throw new Violation("convolve(double[], double[], " + mode + ") returned an operand");
    }
    // Operands are short, as a rule, and blocks are not.
    NdArray longer = Moves.resized(a, Shape.of(operands.choose(SHORTEST_LONG, LONGEST)));
    NdArray blocks = NdArray.of(vectors(subject, longer.doubles().clone(), h, mode));
    String what = "convolve(double[], double[], mode) of " + longer.size() + " elements";
    agree(subject, what, longer, b, mode, blocks);
  }

  private static double[] vectors(Subject subject, double[] x, double[] h, Mode mode) {
    return made(
        "convolve(double[" + x.length + "], double[" + h.length + "], " + mode + ")",
        () -> subject.convolver().convolve(x, h, mode));
  }

  private static void overloadsRefuse(Subject subject, Operands operands) {
    Mode mode = operands.mode();
    double[] x = operands.in1().doubles().clone();
    double[] empty = {};
    Convolver convolver = subject.convolver();
    Class<NullPointerException> nulls = NullPointerException.class;
    Class<IllegalArgumentException> bad = IllegalArgumentException.class;
    throwsIt(
        nulls, "convolve((double[]) null, h)", () -> convolver.convolve((double[]) null, x, mode));
    throwsIt(
        nulls, "convolve(x, (double[]) null)", () -> convolver.convolve(x, (double[]) null, mode));
    throwsIt(bad, "convolve(new double[0], h)", () -> convolver.convolve(empty, x, mode));
    throwsIt(bad, "convolve(x, new double[0])", () -> convolver.convolve(x, empty, mode));
    throwsIt(nulls, "convolve(x, x, null)", () -> convolver.convolve(x, x, null));
    if (subject.claims().maxRank() < 2 || subject.claims().convention() == Convention.NUMPY) {
      return;
    }
    double[][] rows = {x, x};
    double[][] ragged = {x, Arrays.copyOf(x, x.length + 1)};
    throwsIt(
        nulls,
        "convolve((double[][]) null, h)",
        () -> convolver.convolve((double[][]) null, rows, mode));
    throwsIt(
        nulls,
        "convolve(x, (double[][]) null)",
        () -> convolver.convolve(rows, (double[][]) null, mode));
    double[][] emptyRow = {empty};
    throwsIt(nulls, "convolve of rows, null", () -> convolver.convolve(rows, rows, null));
    throwsIt(bad, "convolve of an empty row", () -> convolver.convolve(emptyRow, rows, mode));
    throwsIt(bad, "convolve with an empty row", () -> convolver.convolve(rows, emptyRow, mode));
    throwsIt(bad, "convolve of ragged rows", () -> convolver.convolve(ragged, rows, mode));
    throwsIt(bad, "convolve with ragged rows", () -> convolver.convolve(rows, ragged, mode));
  }

  private static void rows(Subject subject, Operands operands) {
    Mode mode = operands.mode();
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    double[][] x = a.rows();
    double[][] h = b.rows();
    double[][] y =
        made(
            "convolve(double[][], double[][], " + mode + ")",
            () -> subject.convolver().convolve(x, h, mode));
    if (!NdArray.of(x).equals(a) || !NdArray.of(h).equals(b)) {
      throw new Violation("convolve(double[][], double[][], " + mode + ") changed an operand");
    }
    double[][] one = {{1}};
    for (double[] row :
        made("convolve(x, {{1.0}}, mode)", () -> subject.convolver().convolve(x, one, mode))) {
      Arrays.fill(row, 7.5e5);
    }
    if (!NdArray.of(x).equals(a)) {
      throw new Violation("writing to rows of the result changed rows of x: they share storage");
    }
    NdArray got = made("the array of rows", () -> NdArray.of(y));
    agree(subject, "convolve(double[][], double[][], mode)", a, b, mode, got);
    double[][] zeros = NdArray.zeros(DType.FLOAT64, a.shape()).rows();
    double[][] equal =
        made("convolve(zeros, h, mode)", () -> subject.convolver().convolve(zeros, h, mode));
    for (int i = 1; i < equal.length; i++) {
      if (equal[i] == equal[0]) {
        throw new Violation("rows 0 and " + i + " of the result for zeros are one array");
      }
    }
  }

  private static void sameOperand(Subject subject, Operands operands) {
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
}
