package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;

/** What a caller may rely on besides the values: arguments, storage, repetition, threads. */
final class ContractLaws {
  /**
   * Enough calls for threads to meet: a single small call is over before the next thread has begun.
   */
  private static final int MOST_CALLS = 64;

  /** Outputs times the length of the longer operand, for all calls of a thread together. */
  private static final double CONCURRENT_WORK = 1 << 19;

  /** How long threads keep calling, however slow a call is. */
  private static final long LONG_ENOUGH_NANOS = 30_000_000;

  private ContractLaws() {}

  static List<ConvolverLaw> all() {
    return List.of(
        ConvolverLaw.must(
            "inputs.unchanged",
            "Neither operand is changed by a call.",
            ContractLaws::inputsUnchanged),
        ConvolverLaw.must(
            "result.fresh",
            "Each result has storage of its own, which neither a later call nor an operand shares.",
            ContractLaws::resultFresh),
        ConvolverLaw.must(
            "inputs.not-kept",
            "What becomes of an operand after a call does not matter to later calls.",
            ContractLaws::inputsNotKept),
        ConvolverLaw.must(
            "repeatable",
            "The same call gives the same result bit for bit, whatever was computed in between.",
            ContractLaws::repeatable),
        ConvolverLaw.must(
                "concurrent",
                "Calls from 8 threads at once give the same results as one after the other.",
                ContractLaws::concurrent)
            .on(Space.all().withElements(520)));
  }

  private static void inputsUnchanged(ConvolverSubject subject, Operands operands) {
    leftAlone(subject, operands.in1(), operands.in2(), operands.mode());
  }

  /** A call that must not change its operands. */
  static NdArray leftAlone(ConvolverSubject subject, NdArray in1, NdArray in2, Mode mode) {
    NdArray a = in1.copy();
    NdArray b = in2.copy();
    NdArray result = call(subject, a, b, mode);
    requireUnchanged("in1", in1, a);
    requireUnchanged("in2", in2, b);
    return result;
  }

  private static void requireUnchanged(String name, NdArray before, NdArray after) {
    if (!after.equals(before)) {
      throw new Violation("the call changed " + name, before, after);
    }
  }

  /** A call without copies. */
  private static NdArray call(ConvolverSubject subject, NdArray a, NdArray b, Mode mode) {
    subject.aroundCall();
    NdArray result;
    try {
      result = subject.convolver().convolve(a, b, mode);
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      throw new Violation("the call threw " + e, e);
    }
    return subject.checked(result, a, b, mode);
  }

  private static void resultFresh(ConvolverSubject subject, Operands operands) {
    fresh(subject, operands.in1(), operands.in2(), operands.mode());
    // Where the result is an operand, it is tempting to return that.
    NdArray a = operands.in1();
    NdArray one = impulse(a, 1, 0);
    fresh(subject, a, one, operands.mode());
    fresh(subject, one, a, operands.mode());
    if (operands.mode() == Mode.SAME) {
      fresh(subject, a, impulse(a, 3, 1), Mode.SAME);
    }
    DType real = a.dtype().real();
    if (a.dtype().isComplex() && subject.claims().dtypes().contains(real)) {
      fresh(subject, a, impulse(a, 1, 0).real(), operands.mode());
    }
  }

  /** A one among zeros, of an array's rank and type, at the same index on every axis. */
  static NdArray impulse(NdArray like, int extent, int at) {
    int[] extents = new int[like.rank()];
    int[] index = new int[like.rank()];
    Arrays.fill(extents, extent);
    Arrays.fill(index, at);
    return Moves.impulse(like.dtype(), Shape.of(extents), index);
  }

  private static void fresh(ConvolverSubject subject, NdArray in1, NdArray in2, Mode mode) {
    NdArray a = in1.copy();
    NdArray b = in2.copy();
    NdArray first = call(subject, a, b, mode);
    NdArray kept = first.copy();
    Arithmetic.overwrite(first);
    if (!a.equals(in1) || !b.equals(in2)) {
      throw new Violation("writing to the result changed an operand: they share storage");
    }
    // Some take two or three buffers in turn.
    List<NdArray> results = new ArrayList<>(List.of(first));
    for (int again = 0; again < 4; again++) {
      NdArray next = call(subject, a, b, mode);
      Agreement.identical("a later call, after the first result was overwritten", kept, next);
      if (results.stream().anyMatch(earlier -> Arithmetic.shareStorage(earlier, next))) {
        throw new Violation("two calls returned the same storage");
      }
      Arithmetic.overwrite(next);
      results.add(next);
    }
  }

  private static void inputsNotKept(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1().copy();
    NdArray b = operands.in2().copy();
    Mode mode = operands.mode();
    call(subject, a, b, mode);
    Arithmetic.overwrite(a);
    Arithmetic.overwrite(b);
    NdArray again = call(subject, a, b, mode);
    NdArray expected = subject.convolve(a, b, mode);
    Agreement.identical("the same arrays with other elements", expected, again);
    // What is remembered may be held against the first and the last element.
    for (NdArray array : List.of(a, b)) {
      Arithmetic.clear(array, array.size() / 2);
      NdArray third = call(subject, a, b, mode);
      Agreement.identical(
          "the same arrays with one other element", subject.convolve(a, b, mode), third);
    }
  }

  private static void repeatable(ConvolverSubject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Mode mode = operands.mode();
    NdArray first = subject.convolve(a, b, mode);
    subject.convolve(a, a, mode);
    subject.convolve(b, b, mode);
    Agreement.identical("the same call again", first, subject.convolve(a, b, mode));
  }

  /** Calls that share operands and differ in shapes, modes and forms. */
  private static List<Supplier<NdArray>> calls(
      ConvolverSubject subject, NdArray a, NdArray b, Mode mode) {
    NdArray ra = a.reversed();
    NdArray rb = b.reversed();
    List<Supplier<NdArray>> calls = new ArrayList<>();
    calls.add(() -> call(subject, a, b, mode));
    calls.add(() -> call(subject, ra, b, mode));
    calls.add(() -> call(subject, a, rb, mode));
    for (Mode other : subject.claims().modes()) {
      calls.add(() -> call(subject, a, a, other));
      calls.add(() -> call(subject, b, b, other));
    }
    Convolver convolver = subject.convolver();
    if (subject.claims().convention() == Convention.SCIPY) {
      calls.add(() -> convolver.correlate(a, rb, mode));
      calls.add(() -> convolver.correlate(ra, b, mode));
    }
    if (a.rank() == 1 && a.dtype() == DType.FLOAT64) {
      calls.add(() -> NdArray.of(convolver.convolve(a.doubles(), b.doubles(), mode)));
      calls.add(() -> NdArray.of(convolver.convolve(ra.doubles(), b.doubles(), mode)));
    }
    return calls;
  }

  /** The results of some calls, made in turn from any of them on. */
  private static NdArray[] results(List<Supplier<NdArray>> calls, int first) {
    NdArray[] results = new NdArray[calls.size()];
    for (int i = 0; i < results.length; i++) {
      int k = (first + i) % results.length;
      results[k] = calls.get(k).get();
    }
    return results;
  }

  /**
   * All threads get the same arrays. What is made for new sizes is made by all of them at once;
   * later, half of the calls go through one prepared convolution.
   */
  private static void concurrent(ConvolverSubject subject, Operands operands) {
    Mode mode = operands.mode();
    NdArray a = operands.in1().copy();
    NdArray b = operands.in2().copy();
    List<Supplier<NdArray>> calls = calls(subject, a, b, mode);
    NdArray[][] cold = new NdArray[Threads.COUNT][];
    subject.aroundCall();
    Threads.together(thread -> cold[thread] = results(calls, thread / 2));
    NdArray[] expected = results(calls, 0);
    for (NdArray[] results : cold) {
      for (int i = 0; i < expected.length; i++) {
        Agreement.identical("first on 8 threads at once", expected[i], results[i]);
      }
    }
    PreparedConvolution prepared = PreparedLaws.prepare(subject, operands);
    NdArray[] signals = {a, a.reversed()};
    NdArray[] applied = new NdArray[signals.length];
    for (int i = 0; i < signals.length; i++) {
      applied[i] = PreparedLaws.apply(subject, prepared, signals[i]);
    }
    Shape full = subject.geometry(a.shape(), b.shape(), mode).full();
    double work = 1.0 * full.size() * Math.max(a.size(), b.size());
    int count = (int) Math.min(MOST_CALLS, CONCURRENT_WORK / work);
    Threads.together(
        thread -> {
          long end = System.nanoTime() + LONG_ENOUGH_NANOS;
          for (int i = 0; i < count && (i < expected.length || System.nanoTime() < end); i++) {
            int k = (thread + i) % expected.length;
            Agreement.identical("on 8 threads at once", expected[k], calls.get(k).get());
            int s = (thread + i) % signals.length;
            Agreement.identical(
                "one prepared convolution on 8 threads at once",
                applied[s],
                PreparedLaws.apply(subject, prepared, signals[s]));
          }
        });
  }
}
