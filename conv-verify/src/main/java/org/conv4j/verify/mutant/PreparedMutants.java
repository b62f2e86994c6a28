package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.Shape;

/** Right in one call, wrong where a kernel is prepared for many. */
final class PreparedMutants {
  private PreparedMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant(
            "prepared.not-flipped",
            "The prepared kernel is not flipped",
            preparing((in2, in1, mode) -> x -> Right.BASIC.convolve(x, in2.reversed(), mode)),
            "prepared"),
        mutant(
            "prepared.kernel-kept",
            "The kernel is not copied",
            preparing(
                (in2, in1, mode) ->
                    x -> {
                      requireShape(x, in1);
                      return Right.BASIC.convolve(x, in2, mode);
                    }),
            "prepared.contract"),
        mutant(
            "prepared.other-bits",
            "A prepared convolution sums in another order",
            preparing(
                (in2, in1, mode) -> {
                  NdArray kernel = in2.copy();
                  return x -> {
                    requireShape(x, in1);
                    NdArray full = Right.BASIC.convolve(x.reversed(), kernel.reversed(), Mode.FULL);
                    return Elements.cut(full.reversed(), x, kernel, mode);
                  };
                }),
            "prepared"),
        made(
            "prepared.spectrum-by-shape",
            "The spectrum of a prepared kernel is remembered by the shapes",
            Cached::new,
            "prepared"),
        made(
            "prepared.one-buffer",
            "A prepared convolution has one output buffer",
            () -> preparing((in2, in1, mode) -> new OneBuffer(in2.copy(), in1, mode)),
            "prepared.contract"),
        made(
            "prepared.accumulates",
            "A prepared convolution adds up what it is applied to",
            () -> preparing((in2, in1, mode) -> new Accumulating(in2.copy(), in1, mode)),
            "prepared"),
        made(
            "prepared.shared-scratch",
            "Threads that apply one prepared convolution share its scratch buffer",
            () -> preparing((in2, in1, mode) -> new SharedScratch(in2.copy(), in1, mode)),
            "concurrent"),
        mutant(
            "prepared.mode-forgotten",
            "A prepared convolution is full, whatever mode was asked for",
            preparing(
                (in2, in1, mode) -> {
                  NdArray kernel = in2.copy();
                  return x -> {
                    requireShape(x, in1);
                    return Right.BASIC.convolve(x, kernel, Mode.FULL);
                  };
                }),
            "prepared"),
        mutant(
            "prepared.shape-unchecked",
            "A prepared convolution takes signals of another shape",
            preparing(
                (in2, in1, mode) -> {
                  NdArray kernel = in2.copy();
                  return x -> Right.BASIC.convolve(x, kernel, mode);
                }),
            "prepared.contract"),
        mutant(
            "prepared.size-checked",
            "A prepared convolution checks the number of elements, and not their shape",
            preparing(
                (in2, in1, mode) -> {
                  NdArray kernel = in2.copy();
                  return x -> {
                    if (x.size() != in1.size()) {
                      requireShape(x, in1);
                    }
                    return Right.BASIC.convolve(x.reshape(in1), kernel, mode);
                  };
                }),
            "prepared.contract"),
        mutant(
            "prepared.refused-late",
            "What cannot be convolved is refused when it is applied, and not when it is prepared",
            new Right.Bent() {
              @Override
              public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
                NdArray copy = kernel.copy();
                return x -> {
                  requireShape(x, signalShape);
                  return Right.BASIC.convolve(x, copy, mode);
                };
              }
            },
            "prepared.contract"),
        mutant(
            "prepared.signal-changed",
            "A prepared convolution transforms the signal in place",
            preparing(
                (in2, in1, mode) -> {
                  NdArray kernel = in2.copy();
                  return x -> {
                    requireShape(x, in1);
                    NdArray y = Right.BASIC.convolve(x, kernel, mode);
                    x.doubles()[0] = y.doubles()[0];
                    return y;
                  };
                }),
            "prepared.contract"),
        mutant(
            "prepared.type-of-kernel",
            "A prepared convolution has results of the type of its kernel",
            new TypeOfKernel(),
            "prepared.types"),
        mutant(
            "out.added",
            "A prepared convolution adds to what an array holds",
            writing(
                (right, signal, out) -> {
                  NdArray before = out.copy();
                  right.apply(signal, out);
                  for (int i = 0; i < out.size(); i++) {
                    out.doubles()[i] += before.doubles()[i];
                  }
                }),
            "prepared.out"),
        mutant(
            "out.size-checked",
            "A prepared convolution writes into an array of as many elements, whatever its shape",
            writing(
                (right, signal, out) -> {
                  Shape shape = right.apply(signal).shape();
                  right.apply(signal, shape.size() == out.size() ? out.reshape(shape) : out);
                }),
            "prepared.out"),
        mutant(
            "out.cast",
            "A prepared convolution writes into an array of another type",
            writing(
                (right, signal, out) -> {
                  if (out.dtype() != DType.FLOAT32) {
                    right.apply(signal, out);
                    return;
                  }
                  NdArray y = right.apply(signal).cast(DType.FLOAT32);
                  System.arraycopy(y.floats(), 0, out.floats(), 0, y.size());
                }),
            "prepared.out"),
        mutant(
            "out.in-place",
            "A prepared convolution writes over its signal",
            writing(
                (right, signal, out) ->
                    right.apply(out.sharesStorage(signal) ? signal.copy() : signal, out)),
            "prepared.out"),
        mutant(
            "out.signal-as-scratch",
            "A prepared convolution that writes into an array works in its signal",
            writing(
                (right, signal, out) -> {
                  right.apply(signal, out);
                  signal.doubles()[0] += 1;
                }),
            "prepared.out"),
        mutant(
            "out.refused-late",
            "A prepared convolution clears an array before it looks at its shape",
            writing(
                (right, signal, out) -> {
                  if (out.dtype() == DType.FLOAT64 && !out.sharesStorage(signal)) {
                    Arrays.fill(out.doubles(), 0);
                  }
                  right.apply(signal, out);
                }),
            "prepared.out"),
        mutant(
            "out.kept",
            "A prepared convolution writes into the first array it was given, too",
            writingBy(Keeping::new),
            "prepared.out"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.FORM, id, mistake, wrong, caughtBy);
  }

  private static Mutant made(
      String id, String mistake, Supplier<Convolver> maker, String... caughtBy) {
    return Mutant.made(Flaw.FORM, id, mistake, maker, caughtBy);
  }

  private interface Preparing {
    PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode);
  }

  /** Refuses what is to be refused, and prepares in a way of its own. */
  private static Convolver preparing(Preparing preparing) {
    return new Right.Bent() {
      @Override
      public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
        PreparedConvolution right = super.prepare(kernel, signalShape, mode);
        PreparedConvolution wrong = preparing.prepare(kernel, signalShape, mode);
        return x -> {
          if (x == null) {
            return right.apply(x);
          }
          return wrong.apply(x);
        };
      }
    };
  }

  private interface Writing {
    void write(PreparedConvolution right, NdArray signal, NdArray out);
  }

  /** Returns right results, and writes them into arrays in a way of its own. */
  private static Convolver writing(Writing writing) {
    return writingBy(() -> writing);
  }

  /** With one that is made for each prepared convolution. */
  private static Convolver writingBy(Supplier<Writing> maker) {
    return new Right.Bent() {
      @Override
      public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
        Writing writing = maker.get();
        PreparedConvolution right = super.prepare(kernel, signalShape, mode);
        return new PreparedConvolution() {
          @Override
          public NdArray apply(NdArray signal) {
            return right.apply(signal);
          }

          @Override
          public void apply(NdArray signal, NdArray out) {
            writing.write(right, signal, out);
          }
        };
      }
    };
  }

  private static final class Keeping implements Writing {
    private final AtomicReference<NdArray> first = new AtomicReference<>();

    @Override
    public void write(PreparedConvolution right, NdArray signal, NdArray out) {
      right.apply(signal, out);
      NdArray kept = first.getAndUpdate(array -> array == null ? out : array);
      if (kept != null) {
        right.apply(signal, kept);
      }
    }
  }

  private static void requireShape(NdArray signal, Shape shape) {
    if (!signal.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "prepared for signals of shape " + shape + ", not " + signal.shape());
    }
  }

  private static final class Cached extends Right.Bent {
    private final Map<List<Object>, NdArray> kernels = new ConcurrentHashMap<>();

    @Override
    public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
      capabilities().admit(NdArray.zeros(kernel.dtype(), signalShape), kernel, mode);
      NdArray copy =
          kernels.computeIfAbsent(List.of(signalShape, kernel.shape()), shapes -> kernel.copy());
      return super.prepare(copy, signalShape, mode);
    }
  }

  private record OneBuffer(NdArray kernel, Shape shape, Mode mode, NdArray buffer)
      implements PreparedConvolution {
    OneBuffer(NdArray kernel, Shape shape, Mode mode) {
      this(
          kernel,
          shape,
          mode,
          Right.BASIC.convolve(NdArray.zeros(DType.FLOAT64, shape), kernel, mode));
    }

    @Override
    public NdArray apply(NdArray signal) {
      requireShape(signal, shape);
      NdArray y = Right.BASIC.convolve(signal, kernel, mode);
      System.arraycopy(y.doubles(), 0, buffer.doubles(), 0, y.size());
      return buffer;
    }
  }

  private record Accumulating(NdArray kernel, Shape shape, Mode mode, NdArray sums)
      implements PreparedConvolution {
    Accumulating(NdArray kernel, Shape shape, Mode mode) {
      this(
          kernel,
          shape,
          mode,
          Right.BASIC.convolve(NdArray.zeros(DType.FLOAT64, shape), kernel, mode));
    }

    @Override
    public NdArray apply(NdArray signal) {
      requireShape(signal, shape);
      NdArray y = Right.BASIC.convolve(signal, kernel, mode);
      for (int i = 0; i < y.size(); i++) {
        sums.doubles()[i] += y.doubles()[i];
      }
      return sums.copy();
    }
  }

  private static final class SharedScratch implements PreparedConvolution {
    private final NdArray kernel;
    private final Shape shape;
    private final Mode mode;
    private volatile NdArray scratch;

    SharedScratch(NdArray kernel, Shape shape, Mode mode) {
      this.kernel = kernel;
      this.shape = shape;
      this.mode = mode;
    }

    @Override
    public NdArray apply(NdArray signal) {
      requireShape(signal, shape);
      scratch = signal;
      LockSupport.parkNanos(1000);
      return Right.BASIC.convolve(scratch, kernel, mode);
    }
  }

  private static final class TypeOfKernel extends Right.Bent {
    TypeOfKernel() {
      super(Right.EVERYTHING, Right.DIRECT);
    }

    @Override
    public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
      PreparedConvolution right = super.prepare(kernel, signalShape, mode);
      DType dtype = kernel.dtype();
      return x -> {
        NdArray y = right.apply(x);
        return y.dtype().isComplex() && !dtype.isComplex() ? y.real().cast(dtype) : y.cast(dtype);
      };
    }
  }
}
