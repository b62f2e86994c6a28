package org.conv4j.verify.layer.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Arithmetic;
import org.conv4j.verify.law.Threads;
import org.conv4j.verify.law.Violation;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;

/** What a caller may rely on besides the values: arguments, storage, repetition, threads. */
final class LayerContractLaws {
  private static final int MOST_CALLS = 24;

  /** How long threads keep calling, however slow a call is. */
  private static final long LONG_ENOUGH_NANOS = 30_000_000;

  private LayerContractLaws() {}

  static List<LayerLaw> all() {
    return List.of(
        LayerLaw.must(
            "layer.parallelism",
            "Another number of threads gives the same bits, and none less than 1 is taken.",
            LayerContractLaws::parallelism),
        LayerLaw.must(
            "layer.inputs.unchanged",
            "Neither input, weights nor bias are changed by a call.",
            LayerContractLaws::inputsUnchanged),
        LayerLaw.must(
            "layer.inputs.not-kept",
            "What becomes of an operand after a call does not matter to later calls.",
            LayerContractLaws::inputsNotKept),
        LayerLaw.must(
            "layer.result.fresh",
            "Each result has storage of its own, which neither a later call nor an operand shares.",
            LayerContractLaws::resultFresh),
        LayerLaw.must(
            "layer.repeatable",
            "The same call gives the same result bit for bit, whatever was computed in between.",
            LayerContractLaws::repeatable),
        LayerLaw.must(
                "layer.concurrent",
                "Calls from 8 threads at once give the same results as one after the other.",
                LayerContractLaws::concurrent)
            .on(LayerSpace.all().withWork(1 << 12)));
  }

  /** A call without copies. */
  private static NdArray call(
      LayerSubject subject, NdArray x, NdArray w, NdArray b, LayerOptions options) {
    return subject.made(
        LayerSubject.call("convolve", x.shape(), w.shape(), options),
        () -> subject.layers().convolve(x, w, b, options));
  }

  private static NdArray copy(NdArray arrayOrNull) {
    return arrayOrNull == null ? null : arrayOrNull.copy();
  }

  private static void parallelism(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    NdArray expected = subject.convolve(x, w, b, options);
    for (int threads : new int[] {1, 2, 3}) {
      LayerConvolver other =
          subject.made(
              "withParallelism(" + threads + ")", () -> subject.layers().withParallelism(threads));
      NdArray got =
          subject.result(
              "convolve on " + threads + " threads",
              () -> other.convolve(x.copy(), w.copy(), copy(b), options),
              expected.dtype(),
              expected.shape());
      Agreement.identical("on " + threads + " threads", expected, got);
    }
    for (int threads : new int[] {0, -1}) {
      Refusals.require(
          IllegalArgumentException.class,
          "withParallelism(" + threads + ")",
          () -> subject.layers().withParallelism(threads));
    }
  }

  private static void inputsUnchanged(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input().copy();
    NdArray w = operands.weights().copy();
    NdArray b = operands.someBias().copy();
    call(subject, x, w, b, operands.options());
    requireUnchanged("the input", operands.input(), x);
    requireUnchanged("the weights", operands.weights(), w);
    requireUnchanged("the bias", operands.someBias(), b);
  }

  private static void requireUnchanged(String name, NdArray before, NdArray after) {
    if (!after.equals(before)) {
      throw new Violation("the call changed " + name, before, after);
    }
  }

  /** What is remembered may be held against the first and the last element, so one is changed. */
  private static void inputsNotKept(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    for (int changed = 0; changed < 3; changed++) {
      NdArray x = operands.input().copy();
      NdArray w = operands.weights().copy();
      NdArray b = operands.someBias().copy();
      NdArray array = List.of(x, w, b).get(changed);
      call(subject, x, w, b, options);
      Arithmetic.clear(array, array.size() / 2);
      NdArray second = call(subject, x, w, b, options);
      Operands then = new Operands(x.copy(), w.copy(), b.copy());
      Arithmetic.overwrite(array);
      NdArray third = call(subject, x, w, b, options);
      Agreement.identical(
          "the same arrays with one other element",
          subject.convolve(then.x, then.w, then.b, options),
          second);
      Agreement.identical(
          "the same arrays with other elements", subject.convolve(x, w, b, options), third);
    }
  }

  /** What the arrays held. */
  private record Operands(NdArray x, NdArray w, NdArray b) {}

  private static void resultFresh(LayerSubject subject, LayerOperands operands) {
    LayerOptions options = operands.options();
    NdArray x = operands.input().copy();
    NdArray w = operands.weights().copy();
    NdArray b = copy(operands.biasOrNull());
    NdArray first = call(subject, x, w, b, options);
    NdArray kept = first.copy();
    Arithmetic.overwrite(first);
    if (!x.equals(operands.input()) || !w.equals(operands.weights())) {
      throw new Violation("writing to the result changed an operand: they share storage");
    }
    // Some take two or three buffers in turn.
    List<NdArray> results = new ArrayList<>(List.of(first));
    for (int again = 0; again < 4; again++) {
      NdArray next = call(subject, x, w, b, options);
      Agreement.identical("a later call, after the first result was overwritten", kept, next);
      if (results.stream().anyMatch(earlier -> earlier.sharesStorage(next))) {
        throw new Violation("two calls returned the same storage");
      }
      Arithmetic.overwrite(next);
      results.add(next);
    }
    requireCopy(subject, operands);
  }

  /** A kernel of one tap that gives each channel back is the layer whose result is its input. */
  private static void requireCopy(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input().copy();
    int channels = operands.geometry().inputChannels();
    int[] extents = new int[x.rank()];
    Arrays.fill(extents, 1);
    extents[0] = channels;
    extents[1] = channels;
    double[] identity = new double[channels * channels];
    for (int c = 0; c < channels; c++) {
      identity[c * channels + c] = 1;
    }
    NdArray w = NdArray.wrap(identity, Shape.of(extents)).cast(x.dtype());
    LayerOptions plain = LayerOptions.basic().withLayout(operands.options().layout());
    if (call(subject, x, w, null, plain).sharesStorage(x)) {
      throw new Violation("the layer that gives its input back returned it, and not a copy");
    }
  }

  private static void repeatable(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    NdArray first = subject.convolve(x, w, b, options);
    NdArray otherInput = operands.another(x.shape(), 0);
    NdArray otherWeights = operands.another(w.shape(), 1);
    subject.convolve(otherInput, w, b, options);
    subject.convolve(x, otherWeights, b, options);
    subject.convolve(x, w, b, Compare.explicit(operands.geometry()).withStride(1));
    subject.convolve(x, w, operands.another(operands.someBias().shape(), 2), options);
    Agreement.identical("the same call again", first, subject.convolve(x, w, b, options));
  }

  /** Calls on arrays that all threads share, which differ in arrays and options. */
  private static void concurrent(LayerSubject subject, LayerOperands operands) {
    NdArray x = operands.input();
    NdArray w = operands.weights();
    NdArray b = operands.biasOrNull();
    LayerOptions options = operands.options();
    LayerOptions other = Compare.explicit(operands.geometry()).withStride(1);
    NdArray x2 = operands.another(x.shape(), 0);
    NdArray w2 = operands.another(w.shape(), 1);
    List<Supplier<NdArray>> calls = new ArrayList<>();
    calls.add(() -> subject.layers().convolve(x, w, b, options));
    calls.add(() -> subject.layers().convolve(x2, w, b, options));
    calls.add(() -> subject.layers().convolve(x, w2, b, options));
    calls.add(() -> subject.layers().convolve(x, w2, null, other));
    NdArray[][] cold = new NdArray[Threads.COUNT][calls.size()];
    subject.aroundCall();
    Threads.together(
        thread -> {
          for (int i = 0; i < calls.size(); i++) {
            int k = (thread / 2 + i) % calls.size();
            cold[thread][k] = calls.get(k).get();
          }
        });
    List<NdArray> expected = calls.stream().map(call -> subject.made("convolve", call)).toList();
    for (NdArray[] results : cold) {
      for (int i = 0; i < results.length; i++) {
        requireSame("first on 8 threads at once", expected.get(i), results[i]);
      }
    }
    PreparedLayer prepared = PreparedLayerLaws.prepare(subject, operands);
    List<NdArray> inputs = List.of(x, x2);
    List<NdArray> applied =
        inputs.stream().map(input -> subject.made("apply", () -> prepared.apply(input))).toList();
    Threads.together(
        thread -> {
          long end = System.nanoTime() + LONG_ENOUGH_NANOS;
          for (int i = 0; i < MOST_CALLS && (i < 4 || System.nanoTime() < end); i++) {
            int k = (thread + i) % calls.size();
            requireSame("on 8 threads at once", expected.get(k), calls.get(k).get());
            int s = (thread + i) % inputs.size();
            requireSame(
                "one prepared layer on 8 threads at once",
                applied.get(s),
                prepared.apply(inputs.get(s)));
          }
        });
  }

  private static void requireSame(String what, NdArray expected, NdArray got) {
    if (got == null || !got.shape().equals(expected.shape()) || got.dtype() != expected.dtype()) {
      throw new Violation(what + ": the result has another shape or type");
    }
    Agreement.identical(what, expected, got);
  }
}
