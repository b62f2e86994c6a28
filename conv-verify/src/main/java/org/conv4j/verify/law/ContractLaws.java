package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Space;

/** What a caller may rely on besides the values: arguments, storage, repetition, threads. */
final class ContractLaws {
  private static final int THREADS = 8;

  /** So many that threads do meet: a single small call is over before the next thread has begun. */
  private static final int MOST_CALLS = 150;

  /** Outputs times the length of the longer operand, for all calls of a thread together. */
  private static final double CONCURRENT_WORK = 1 << 19;

  private ContractLaws() {}

  static List<Law> all() {
    return List.of(
        Law.must(
            "inputs.unchanged",
            "Neither operand is changed by a call.",
            ContractLaws::inputsUnchanged),
        Law.must(
            "result.fresh",
            "Each result has storage of its own, which neither a later call nor an operand shares.",
            ContractLaws::resultFresh),
        Law.must(
            "inputs.not-kept",
            "What becomes of an operand after a call does not matter to later calls.",
            ContractLaws::inputsNotKept),
        Law.must(
            "repeatable",
            "The same call gives the same result bit for bit, whatever was computed in between.",
            ContractLaws::repeatable),
        Law.must(
                "concurrent",
                "Calls from 8 threads at once give the same results as one after the other.",
                ContractLaws::concurrent)
            .on(Space.all().withElements(256)));
  }

  private static void inputsUnchanged(Subject subject, Operands operands) {
    NdArray a = operands.in1().copy();
    NdArray b = operands.in2().copy();
    call(subject, a, b, operands.mode());
    requireUnchanged("in1", operands.in1(), a);
    requireUnchanged("in2", operands.in2(), b);
  }

  private static void requireUnchanged(String name, NdArray before, NdArray after) {
    if (!after.equals(before)) {
      throw new Violation("the call changed " + name, before, after);
    }
  }

  /** A call without copies. */
  private static NdArray call(Subject subject, NdArray a, NdArray b, Mode mode) {
    subject.aroundCall();
    NdArray result;
    try {
      result = subject.convolver().convolve(a, b, mode);
    } catch (Throwable e) { // whatever it is, an error of the subject must not end the run
      throw new Violation("the call threw " + e, e);
    }
    return subject.checked(result, a, b, mode);
  }

  private static void resultFresh(Subject subject, Operands operands) {
    fresh(subject, operands.in1(), operands.in2(), operands.mode());
    // Where the result is an operand, it is tempting to return that.
    int[] origin = new int[operands.rank()];
    int[] ones = new int[operands.rank()];
    Arrays.fill(ones, 1);
    NdArray one = Moves.impulse(operands.in1().dtype(), Shape.of(ones), origin);
    fresh(subject, operands.in1(), one, operands.mode());
    fresh(subject, one, operands.in1(), operands.mode());
  }

  private static void fresh(Subject subject, NdArray in1, NdArray in2, Mode mode) {
    NdArray a = in1.copy();
    NdArray b = in2.copy();
    NdArray first = call(subject, a, b, mode);
    NdArray kept = first.copy();
    Arith.overwrite(first);
    if (!a.equals(in1) || !b.equals(in2)) {
      throw new Violation("writing to the result changed an operand: they share storage");
    }
    // Some take two or three buffers in turn.
    List<NdArray> results = new ArrayList<>(List.of(first));
    for (int again = 0; again < 4; again++) {
      NdArray next = call(subject, a, b, mode);
      Agreement.identical("a later call, after the first result was overwritten", kept, next);
      if (results.stream().anyMatch(earlier -> Arith.shareStorage(earlier, next))) {
        throw new Violation("two calls returned the same storage");
      }
      Arith.overwrite(next);
      results.add(next);
    }
  }

  private static void inputsNotKept(Subject subject, Operands operands) {
    NdArray a = operands.in1().copy();
    NdArray b = operands.in2().copy();
    Mode mode = operands.mode();
    call(subject, a, b, mode);
    Arith.overwrite(a);
    Arith.overwrite(b);
    NdArray again = call(subject, a, b, mode);
    NdArray expected = subject.convolve(a, b, mode);
    Agreement.identical("the same arrays with other elements", expected, again);
  }

  private static void repeatable(Subject subject, Operands operands) {
    NdArray a = operands.in1();
    NdArray b = operands.in2();
    Mode mode = operands.mode();
    NdArray first = subject.convolve(a, b, mode);
    subject.convolve(a, a, mode);
    subject.convolve(b, b, mode);
    Agreement.identical("the same call again", first, subject.convolve(a, b, mode));
  }

  /** All threads get the same arrays, and half of the calls go through one prepared convolution. */
  private static void concurrent(Subject subject, Operands operands) {
    Mode mode = operands.mode();
    NdArray a = operands.in1().copy();
    NdArray b = operands.in2().copy();
    NdArray[][] calls = {{a, b}, {a.reversed(), b}, {a, b.reversed()}, {a, a}, {b, b}};
    NdArray[] expected = new NdArray[calls.length];
    for (int i = 0; i < calls.length; i++) {
      expected[i] = subject.convolve(calls[i][0], calls[i][1], mode);
    }
    PreparedConvolution prepared = FormLaws.prepare(subject, operands);
    NdArray[] signals = {calls[0][0], calls[1][0]};
    NdArray[] applied = new NdArray[signals.length];
    for (int i = 0; i < signals.length; i++) {
      applied[i] = FormLaws.apply(subject, prepared, signals[i]);
    }
    Shape full = subject.geometry(a.shape(), b.shape(), mode).full();
    double work = 1.0 * full.size() * Math.max(a.size(), b.size());
    int count = (int) Math.max(2, Math.min(MOST_CALLS, CONCURRENT_WORK / work));
    onThreads(
        thread -> {
          for (int i = 0; i < count; i++) {
            int k = (thread + i) % calls.length;
            Agreement.identical(
                "on 8 threads at once", expected[k], call(subject, calls[k][0], calls[k][1], mode));
            int s = (thread + i) % signals.length;
            Agreement.identical(
                "one prepared convolution on 8 threads at once",
                applied[s],
                FormLaws.apply(subject, prepared, signals[s]));
          }
        });
  }

  /** Does something on all threads, which begin together. */
  private static void onThreads(IntConsumer task) {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS, ContractLaws::daemon);
    try {
      CountDownLatch start = new CountDownLatch(THREADS);
      List<Future<?>> futures = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        futures.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  task.accept(number);
                  return null;
                }));
      }
      for (Future<?> future : futures) {
        join(future);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "conv4j-concurrent");
    thread.setDaemon(true);
    return thread;
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Violation violation
          ? violation
          : new Violation("a thread ended with " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Violation("interrupted", e);
    }
  }
}
