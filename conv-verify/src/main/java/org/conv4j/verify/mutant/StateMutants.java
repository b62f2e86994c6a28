package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Agreement;
import org.conv4j.verify.law.Moves;

/** What is remembered from an earlier call, and should not be. */
final class StateMutants {
  private StateMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "state.kernel-by-shape",
            "The spectrum of a kernel is remembered by the kernel's shape",
            () -> new Remembered((in1, in2) -> in2.shape()),
            "bilinear.in2",
            "exact"),
        mutant(
            "state.kernel-by-length",
            "The spectrum of a kernel is remembered by the length of the transform",
            () -> new Remembered((in1, in2) -> full(in1, in2)),
            "exact"),
        mutant(
            "state.kernel-by-first-tap",
            "A kernel is known again by its shape and its first element",
            () -> new Remembered((in1, in2) -> List.of(in2.shape(), in2.doubles()[0])),
            "bilinear.in2"),
        mutant(
            "state.kernel-by-reference",
            "A kernel is known again by where it is stored",
            Referring::new,
            "inputs.not-kept"),
        mutant(
            "state.signal-by-shape",
            "The spectrum of a signal is remembered by the signal's shape",
            RememberedSignal::new,
            "bilinear.in1",
            "exact"),
        mutant(
            "state.plan-of-first-size",
            "The length of the transform is that of the first call, longer ones wrap around",
            FirstPlan::new,
            "sizes"),
        mutant(
            "state.accumulator",
            "The accumulator is not cleared between calls of one shape",
            Uncleared::new,
            "repeatable"),
        mutant(
            "state.stale-tail",
            "A work buffer grows and is not cleared behind a shorter signal",
            StaleTail::new,
            "exact"));
  }

  private static Mutant mutant(
      String id, String mistake, Supplier<Convolver> maker, String... caughtBy) {
    return Mutant.made(Flaw.STATE, id, mistake, maker, caughtBy);
  }

  private static Shape full(NdArray in1, NdArray in2) {
    int[] extents = in1.shape().toArray();
    Arrays.setAll(extents, axis -> extents[axis] + in2.shape().extent(axis) - 1);
    return Shape.of(extents);
  }

  /** Keeps kernels under a key; one of another shape is padded or cut where it is used. */
  private static final class Remembered extends Right.Bent {
    private final Map<Object, NdArray> kernels = new ConcurrentHashMap<>();
    private final BiFunction<NdArray, NdArray, Object> key;

    Remembered(BiFunction<NdArray, NdArray, Object> key) {
      this.key = key;
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      capabilities().admit(in1, in2, mode);
      NdArray kernel = kernels.computeIfAbsent(key.apply(in1, in2), k -> in2.copy());
      NdArray fitting = Moves.box(kernel, new int[in2.rank()], in2.shape());
      return super.convolve(in1, fitting, mode);
    }
  }

  private static final class RememberedSignal extends Right.Bent {
    private final Map<Shape, NdArray> signals = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      capabilities().admit(in1, in2, mode);
      NdArray signal = signals.computeIfAbsent(in1.shape(), shape -> in1.copy());
      return super.convolve(signal, in2, mode);
    }
  }

  /** Prepares each kernel once, and knows it again by where it is stored. */
  private static final class Referring extends Right.Bent {
    private record Prepared(NdArray kernel, NdArray copy) {}

    private volatile Prepared last = new Prepared(null, null);

    @Override
    @SuppressWarnings("ReferenceEquality") // the mistake
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      capabilities().admit(in1, in2, mode);
      Prepared prepared = last;
      if (prepared.kernel != in2) {
        prepared = new Prepared(in2, in2.copy());
        last = prepared;
      }
      return super.convolve(in1, prepared.copy, mode);
    }
  }

  private static final class FirstPlan extends Right.Bent {
    private final AtomicReference<Integer> points = new AtomicReference<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray right = super.convolve(in1, in2, mode);
      if (in1.rank() != 1) {
        return right;
      }
      NdArray full = super.convolve(in1, in2, Mode.FULL);
      points.compareAndSet(null, 2 * Integer.highestOneBit(full.size()));
      double[] y = full.doubles();
      int period = points.get();
      for (int m = period; m < y.length; m++) {
        y[m % period] += y[m];
        y[m] = 0;
      }
      return Elements.cut(full, in1, in2, mode);
    }
  }

  private static final class Uncleared extends Right.Bent {
    private final AtomicReference<NdArray> last = new AtomicReference<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      NdArray dirt = last.getAndSet(y.copy());
      return dirt == null || !dirt.shape().equals(y.shape()) ? y : Agreement.plus(y, dirt);
    }
  }

  /** Slides the flipped kernel over a signal with room for it on either side. */
  private static final class StaleTail extends Right.Bent {
    private double[] buffer = new double[0];

    @Override
    public synchronized NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray right = super.convolve(in1, in2, mode);
      if (in1.rank() != 1) {
        return right;
      }
      int n = in1.size();
      int k = in2.size();
      if (buffer.length < n + k - 1) {
        buffer = new double[n + k - 1];
      }
      System.arraycopy(in1.doubles(), 0, buffer, 0, n);
      double[] padded = Arrays.copyOf(buffer, n + k - 1);
      NdArray signal = NdArray.wrap(padded, Shape.of(padded.length));
      NdArray full = super.convolve(signal, in2, Mode.FULL);
      return Elements.cut(full, in1, in2, mode);
    }
  }
}
