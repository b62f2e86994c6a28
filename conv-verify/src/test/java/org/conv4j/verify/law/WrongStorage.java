package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** The right numbers from a convolver that a program cannot live with. */
final class WrongStorage {
  private WrongStorage() {}

  static List<Wrong> all() {
    return List.of(
        Wrong.of(
            "the signal is scaled in place",
            (in1, in2, mode) -> {
              NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
              Arrays.setAll(in1.doubles(), i -> 0.5 * in1.doubles()[i]);
              return y;
            },
            "inputs.unchanged"),
        Wrong.of(
            "the kernel is flipped in place",
            (in1, in2, mode) -> {
              NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
              System.arraycopy(in2.reversed().doubles(), 0, in2.doubles(), 0, in2.size());
              return y;
            },
            "inputs.unchanged"),
        Wrong.of(
            "the result is written over a signal that is long enough",
            (in1, in2, mode) -> {
              NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
              if (y.size() != in1.size()) {
                return y;
              }
              System.arraycopy(y.doubles(), 0, in1.doubles(), 0, y.size());
              return in1.reshape(y.shape());
            },
            "inputs.unchanged",
            "result.fresh"),
        new Wrong(
            "results are remembered and given out again", Remembering::new, of("result.fresh")),
        new Wrong("one output buffer for each shape", OneBuffer::new, of("result.fresh")),
        new Wrong("the accumulator is not cleared", Uncleared::new, of("repeatable")),
        new Wrong("kernels are remembered by shape", StalePlan::new, of("bilinear.in2", "exact")),
        new Wrong("kernels are remembered by reference", Referring::new, of("inputs.not-kept")),
        Wrong.of(
            "a kernel that is the number one gives the signal itself",
            (in1, in2, mode) ->
                in2.size() == 1 && in2.doubles()[0] == 1
                    ? in1
                    : Wrong.RIGHT.convolve(in1, in2, mode),
            "result.fresh"),
        new Wrong("the last bit depends on how often", Flickering::new, of("repeatable")),
        new Wrong("all threads use one scratch buffer", SharedScratch::new, of("concurrent")),
        Wrong.of("null is returned", (in1, in2, mode) -> null, "shape.full", "sum"),
        Wrong.of(
            "floats are returned",
            (in1, in2, mode) -> Wrong.RIGHT.convolve(in1, in2, mode).cast(DType.FLOAT32),
            "shape.same",
            "shape.valid"),
        Wrong.of(
            "scalars run over the end of the extents",
            (in1, in2, mode) -> {
              NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
              return in1.shape().extent(0) > 0 ? y : null;
            },
            "exact",
            "axes.unit"));
  }

  private static List<String> of(String... ids) {
    return List.of(ids);
  }

  private static final class Remembering implements Convolver {
    private final Map<List<Object>, NdArray> results = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
      NdArray known = results.putIfAbsent(List.of(in1.copy(), in2.copy(), mode), y);
      return known == null ? y : known;
    }
  }

  private static final class OneBuffer implements Convolver {
    private final Map<Shape, NdArray> buffers = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
      NdArray buffer = buffers.computeIfAbsent(y.shape(), s -> NdArray.zeros(y.dtype(), s));
      System.arraycopy(y.doubles(), 0, buffer.doubles(), 0, y.size());
      return buffer;
    }
  }

  private static final class Uncleared implements Convolver {
    private final AtomicReference<NdArray> last = new AtomicReference<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
      NdArray dirt = last.getAndSet(y.copy());
      return dirt == null || !dirt.shape().equals(y.shape()) ? y : Agreement.plus(y, dirt);
    }
  }

  private static final class StalePlan implements Convolver {
    private final Map<Shape, NdArray> kernels = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray kernel = kernels.computeIfAbsent(in2.shape(), shape -> in2.copy());
      return Wrong.RIGHT.convolve(in1, kernel, mode);
    }
  }

  /** Prepares each kernel once, and knows it again by where it is stored. */
  private static final class Referring implements Convolver {
    private record Prepared(NdArray kernel, NdArray copy) {}

    private volatile Prepared last = new Prepared(null, null);

    @Override
    @SuppressWarnings("ReferenceEquality") // the mistake
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      Prepared prepared = last;
      if (prepared.kernel != in2) {
        Wrong.RIGHT.convolve(in1, in2, mode);
        prepared = new Prepared(in2, in2.copy());
        last = prepared;
      }
      return Wrong.RIGHT.convolve(in1, prepared.copy, mode);
    }
  }

  private static final class Flickering implements Convolver {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = Wrong.RIGHT.convolve(in1, in2, mode);
      boolean up = calls.getAndIncrement() % 4 == 0;
      return up ? Wrong.combine(y, y, (v, same) -> Math.nextUp(v)) : y;
    }
  }

  /** Copies the signal to where another thread may copy its own, before the sum is taken. */
  private static final class SharedScratch implements Convolver {
    private volatile NdArray scratch;

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      scratch = in1;
      LockSupport.parkNanos(1000);
      NdArray signal = scratch;
      return Wrong.RIGHT.convolve(signal.shape().equals(in1.shape()) ? signal : in1, in2, mode);
    }
  }
}
