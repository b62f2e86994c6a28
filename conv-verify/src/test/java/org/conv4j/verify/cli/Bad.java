package org.conv4j.verify.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.direct.layer.DirectLayerConvolver;

/** Subjects that cannot be loaded, or should not pass; named on the command line by the tests. */
final class Bad {
  private static final Convolver RIGHT = new DirectConvolver();

  private Bad() {}

  static final class Correlates implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return RIGHT.correlate(in1, in2, mode);
    }
  }

  /** A layer whose kernel is reversed. */
  static final class Flips implements LayerConvolver {
    @Override
    public LayerCapabilities capabilities() {
      return LayerCapabilities.basic().withDTypes(DType.FLOAT32);
    }

    @Override
    public NdArray convolve(
        NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
      return new DirectLayerConvolver().convolve(input, weights.reversed(), biasOrNull, options);
    }
  }

  abstract static class Abstract implements Convolver {}

  static final class NotAConvolver {}

  static final class NeedsArgument implements Convolver {
    NeedsArgument(int argument) {
      throw new AssertionError(argument);
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      throw new AssertionError();
    }
  }

  static final class Throws implements Convolver {
    Throws() {
      throw new IllegalStateException("no such device");
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      throw new AssertionError();
    }
  }

  static final class ThrowsStatically implements Convolver {
    private static final int NUMBER = Integer.parseInt("no number");

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      throw new AssertionError(NUMBER);
    }
  }

  static final class HangsWhenMade implements Convolver {
    static final AtomicReference<Thread> HANGING = new AtomicReference<>();

    HangsWhenMade() {
      HANGING.set(Thread.currentThread());
      hang();
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      throw new AssertionError();
    }
  }

  static final class ClaimsNull implements Convolver {
    @Override
    public Capabilities capabilities() {
      return null;
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      throw new AssertionError();
    }
  }

  static final class ClaimsThrow implements Convolver {
    @Override
    public Capabilities capabilities() {
      throw new IllegalStateException("claims are not ready");
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      throw new AssertionError();
    }
  }

  static final class Hangs implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      hang();
      throw new AssertionError();
    }
  }

  static final class ReturnsNull implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return null;
    }
  }

  static final class ReturnsFloats implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return RIGHT.convolve(in1, in2, mode).cast(DType.FLOAT32);
    }
  }

  static final class NeverReturns implements Convolver {
    @Override
    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return convolve(in1, in2, mode);
    }
  }

  static final class EndsTheJvm implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      System.exit(0);
      throw new AssertionError();
    }
  }

  private static void hang() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
