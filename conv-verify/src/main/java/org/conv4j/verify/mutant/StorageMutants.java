package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** The right numbers from a convolver that a program cannot live with. */
final class StorageMutants {
  private StorageMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "input.scaled",
            "The signal is scaled in place",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              Arrays.setAll(in1.doubles(), i -> 0.5 * in1.doubles()[i]);
              return y;
            },
            "inputs.unchanged"),
        mutant(
            "input.kernel-flipped",
            "The kernel is flipped in place",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              System.arraycopy(in2.reversed().doubles(), 0, in2.doubles(), 0, in2.size());
              return y;
            },
            "inputs.unchanged"),
        mutant(
            "input.last-overwritten",
            "The last element of a long signal is overwritten with zero",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              if (in1.size() > 16) {
                in1.doubles()[in1.size() - 1] = 0;
              }
              return y;
            },
            "inputs.unchanged"),
        mutant(
            "input.overwritten-by-result",
            "The result is written over a signal that is long enough",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              if (y.size() != in1.size()) {
                return y;
              }
              System.arraycopy(y.doubles(), 0, in1.doubles(), 0, y.size());
              return in1.reshape(y.shape());
            },
            "inputs.unchanged",
            "result.fresh"),
        made(
            "input.kept",
            "The signal is kept, and the last result given again when it comes back",
            KeptSignal::new,
            "inputs.not-kept"),
        made(
            "result.given-again",
            "Results are remembered and given out again",
            Remembering::new,
            "result.fresh"),
        made(
            "result.one-buffer",
            "There is one output buffer for each shape",
            OneBuffer::new,
            "result.fresh"),
        made(
            "result.two-buffers",
            "There are two output buffers, used in turn",
            TwoBuffers::new,
            "result.fresh"),
        mutant(
            "result.signal-itself",
            "A kernel that is the number one gives the signal itself",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in2.size() == 1 && in2.doubles()[0] == 1 ? in1 : y;
            },
            "result.fresh"),
        mutant(
            "result.signal-centred",
            "A kernel of three with a one in the middle gives the signal itself in same mode",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              boolean centred = in2.rank() == 1 && in2.equals(NdArray.of(0.0, 1.0, 0.0));
              return mode == Mode.SAME && centred ? in1 : y;
            },
            "result.fresh"),
        mutant(
            "result.kernel-itself",
            "A signal that is the number one gives the kernel itself",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              boolean whole = y.shape().equals(in2.shape());
              return whole && in1.size() == 1 && in1.doubles()[0] == 1 ? in2 : y;
            },
            "result.fresh"),
        mutant(
            "operands.same-object",
            "A signal convolved with itself is squared in the spectrum as for autocorrelation",
            StorageMutants::squared,
            "same-operand"),
        mutant(
            "operands.same-storage",
            "Both operands are transformed in place, so that one that is both is transformed twice",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              boolean one = in1.size() > 0 && shared(in1, in2);
              return one ? Elements.map(y, v -> v * in1.size()) : y;
            },
            "same-operand"),
        mutant(
            "operands.equal",
            "Operands with the same elements are taken for an autocorrelation",
            (in1, in2, mode) -> {
              NdArray y = Right.BASIC.convolve(in1, in2, mode);
              return in1.equals(in2) ? Right.BASIC.convolve(in1, in2.reversed(), mode) : y;
            },
            "same-operand"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.STORAGE, id, mistake, wrong, caughtBy);
  }

  private static Mutant made(
      String id, String mistake, Supplier<Convolver> maker, String... caughtBy) {
    return Mutant.made(Flaw.STORAGE, id, mistake, maker, caughtBy);
  }

  @SuppressWarnings("ReferenceEquality") // the mistake
  private static NdArray squared(NdArray in1, NdArray in2, Mode mode) {
    NdArray y = Right.BASIC.convolve(in1, in2, mode);
    return in1 == in2 ? Right.BASIC.convolve(in1, in2.reversed(), mode) : y;
  }

  @SuppressWarnings("ArrayEquals") // whether they are one array, not whether they look alike
  private static boolean shared(NdArray in1, NdArray in2) {
    return in1.doubles() == in2.doubles();
  }

  private static final class KeptSignal extends Right.Bent {
    private record Call(NdArray in1, NdArray in2, Mode mode, NdArray result) {}

    private volatile Call last = new Call(null, null, null, null);

    @Override
    @SuppressWarnings("ReferenceEquality") // the mistake
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      capabilities().admit(in1, in2, mode);
      Call call = last;
      if (call.in1 == in1 && call.in2 == in2 && call.mode == mode) {
        return call.result.copy();
      }
      NdArray y = super.convolve(in1, in2, mode);
      last = new Call(in1, in2, mode, y.copy());
      return y;
    }
  }

  private static final class Remembering extends Right.Bent {
    private final Map<List<Object>, NdArray> results = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      NdArray known = results.putIfAbsent(List.of(in1.copy(), in2.copy(), mode), y);
      return known == null ? y : known;
    }
  }

  private static final class OneBuffer extends Right.Bent {
    private final Map<Shape, NdArray> buffers = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      NdArray buffer = buffers.computeIfAbsent(y.shape(), s -> NdArray.zeros(y.dtype(), s));
      System.arraycopy(y.doubles(), 0, buffer.doubles(), 0, y.size());
      return buffer;
    }
  }

  private static final class TwoBuffers extends Right.Bent {
    private NdArray next = NdArray.scalar(0);
    private NdArray other = NdArray.scalar(0);

    @Override
    public synchronized NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      NdArray buffer = next.shape().equals(y.shape()) ? next : NdArray.zeros(y.dtype(), y.shape());
      System.arraycopy(y.doubles(), 0, buffer.doubles(), 0, y.size());
      next = other;
      other = buffer;
      return buffer;
    }
  }
}
