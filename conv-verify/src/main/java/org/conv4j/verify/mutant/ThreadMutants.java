package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/**
 * Right as long as one call ends before the next begins. They wait a little where a thread of a
 * longer computation would be interrupted now and then.
 */
final class ThreadMutants {
  private ThreadMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "threads.shared-signal",
            "All threads use one scratch buffer for the signal",
            SharedSignal::new,
            "concurrent"),
        mutant(
            "threads.shared-result",
            "All threads sum up in one buffer, and copy the result from there",
            SharedResult::new,
            "concurrent"),
        mutant(
            "threads.operands-borrowed",
            "The kernel is flipped in place and flipped back in the end",
            Borrowing::new,
            "concurrent"),
        mutant(
            "threads.mode-shared",
            "The mode of the call is kept in a field",
            SharedMode::new,
            "concurrent"),
        mutant(
            "threads.table-unfinished",
            "A table is found by other threads before it is filled",
            UnfinishedTable::new,
            "concurrent"));
  }

  private static Mutant mutant(
      String id, String mistake, Supplier<Convolver> maker, String... caughtBy) {
    return Mutant.made(Flaw.THREADS, id, mistake, maker, caughtBy);
  }

  private static void pause(int nanos) {
    LockSupport.parkNanos(nanos);
  }

  private static final class SharedMode extends Right.Bent {
    private volatile Mode mode;

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode asked) {
      mode = asked;
      NdArray right = super.convolve(in1, in2, asked);
      pause(1000);
      return mode == asked ? right : super.convolve(in1, in2, mode);
    }
  }

  private static final class UnfinishedTable extends Right.Bent {
    private final Map<Integer, double[]> tables = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      double[] ones = tables.get(y.size());
      if (ones == null) {
        ones = new double[y.size()];
        tables.put(y.size(), ones);
        pause(1000);
        Arrays.fill(ones, 1);
      }
      for (int i = 0; i < ones.length; i++) {
        y.doubles()[i] *= ones[i];
      }
      return y;
    }
  }

  private static final class SharedSignal extends Right.Bent {
    private volatile NdArray scratch;

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      capabilities().admit(in1, in2, mode);
      scratch = in1;
      pause(1000);
      NdArray signal = scratch;
      return super.convolve(signal.shape().equals(in1.shape()) ? signal : in1, in2, mode);
    }
  }

  private static final class SharedResult extends Right.Bent {
    private volatile double[] sums = {};

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      double[] buffer = sums;
      if (buffer.length < y.size()) {
        buffer = new double[y.size()];
        sums = buffer;
      }
      System.arraycopy(y.doubles(), 0, buffer, 0, y.size());
      pause(1000);
      return NdArray.wrap(Arrays.copyOf(buffer, y.size()), y.shape());
    }
  }

  /** Correlates with the flipped kernel; whoever else reads the kernel meanwhile gets that. */
  private static final class Borrowing extends Right.Bent {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      capabilities().admit(in1, in2, mode);
      NdArray signal = in1.copy(); // the same array may come as both operands
      double[] taps = in2.doubles();
      flip(taps);
      pause(1000);
      NdArray y = super.convolve(signal, in2.reversed(), mode);
      flip(taps);
      return y;
    }

    private static void flip(double[] taps) {
      for (int i = 0, j = taps.length - 1; i < j; i++, j--) {
        double tap = taps[i];
        taps[i] = taps[j];
        taps[j] = tap;
      }
    }
  }
}
