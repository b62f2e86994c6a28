package org.conv4j.fft;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * The one class that knows JTransforms. Only its one-dimensional plans are used: those of two and
 * three dimensions change their own fields while they run and corrupt results when shared.
 */
final class JTransformsEngine {
  static final TransformEngine<double[]> DOUBLES = new Doubles();
  static final TransformEngine<float[]> FLOATS = new Floats();

  private static final String NAME = "jtransforms";

  private JTransformsEngine() {}

  private static void requireEven(int n) {
    if (n % 2 != 0) {
      throw new IllegalArgumentException("even lengths only: " + n);
    }
  }

  /** As found: the split-radix path, for powers of two, and the others differ. */
  private static double realGain(int n) {
    return Integer.bitCount(n) == 1 ? n / 2.0 : n;
  }

  private static final class Doubles implements TransformEngine<double[]> {
    private final PlanCache<Integer, DoubleFFT_1D> cache =
        new PlanCache<>(n -> new DoubleFFT_1D(n), n -> n);

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public RealTransform<double[]> real(int n) {
      requireEven(n);
      DoubleFFT_1D plan = cache.plan(n);
      return new RealTransform<>() {
        @Override
        public void forward(double[] data, int start) {
          plan.realForward(data, start);
          // Element n/2 is real and comes packed in the place of the imaginary part of element 0.
          data[start + n] = data[start + 1];
          data[start + n + 1] = 0;
          data[start + 1] = 0;
        }

        @Override
        public void inverse(double[] data, int start) {
          data[start + 1] = data[start + n];
          plan.realInverse(data, start, true);
        }

        @Override
        public void unscaledInverse(double[] data, int start) {
          data[start + 1] = data[start + n];
          plan.realInverse(data, start, false);
        }

        @Override
        public double gain() {
          return realGain(n);
        }
      };
    }

    @Override
    public ComplexTransform<double[]> complex(int n) {
      DoubleFFT_1D plan = cache.plan(n);
      return new ComplexTransform<>() {
        @Override
        public void forward(double[] data, int start) {
          plan.complexForward(data, start);
        }

        @Override
        public void inverse(double[] data, int start) {
          plan.complexInverse(data, start, true);
        }

        @Override
        public void unscaledInverse(double[] data, int start) {
          plan.complexInverse(data, start, false);
        }
      };
    }
  }

  private static final class Floats implements TransformEngine<float[]> {
    private final PlanCache<Integer, FloatFFT_1D> cache =
        new PlanCache<>(n -> new FloatFFT_1D(n), n -> n);

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public RealTransform<float[]> real(int n) {
      requireEven(n);
      FloatFFT_1D plan = cache.plan(n);
      return new RealTransform<>() {
        @Override
        public void forward(float[] data, int start) {
          plan.realForward(data, start);
          // Packed as in double precision.
          data[start + n] = data[start + 1];
          data[start + n + 1] = 0;
          data[start + 1] = 0;
        }

        @Override
        public void inverse(float[] data, int start) {
          data[start + 1] = data[start + n];
          plan.realInverse(data, start, true);
        }

        @Override
        public void unscaledInverse(float[] data, int start) {
          data[start + 1] = data[start + n];
          plan.realInverse(data, start, false);
        }

        @Override
        public double gain() {
          return realGain(n);
        }
      };
    }

    @Override
    public ComplexTransform<float[]> complex(int n) {
      FloatFFT_1D plan = cache.plan(n);
      return new ComplexTransform<>() {
        @Override
        public void forward(float[] data, int start) {
          plan.complexForward(data, start);
        }

        @Override
        public void inverse(float[] data, int start) {
          plan.complexInverse(data, start, true);
        }

        @Override
        public void unscaledInverse(float[] data, int start) {
          plan.complexInverse(data, start, false);
        }
      };
    }
  }
}
