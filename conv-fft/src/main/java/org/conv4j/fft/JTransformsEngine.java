package org.conv4j.fft;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
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

  /** Plans by length; the least recently used are dropped when they hold too much together. */
  static final class PlanCache<P> {
    /**
     * The sum of the lengths of plans kept. A plan holds up to six numbers for each element of its
     * length, so that this is 96 MiB of doubles at the most.
     */
    private static final long MOST_ELEMENTS = 1 << 21;

    private final IntFunction<P> maker;

    private final Map<Integer, P> plans = new LinkedHashMap<>(16, 0.75f, true);
    private long elements;

    PlanCache(IntFunction<P> maker) {
      this.maker = maker;
    }

    P plan(int n) {
      synchronized (plans) {
        P plan = plans.get(n);
        if (plan != null) {
          return plan;
        }
      }
      // Made outside the lock: two threads may make the same plan, and either will do.
      P made = maker.apply(n);
      synchronized (plans) {
        if (plans.put(n, made) == null) {
          elements += n;
        }
        Iterator<Integer> eldest = plans.keySet().iterator();
        while (elements > MOST_ELEMENTS) {
          elements -= eldest.next();
          eldest.remove();
        }
      }
      return made;
    }

    /** The sum of the lengths of the plans that are kept. */
    long elements() {
      synchronized (plans) {
        return elements;
      }
    }
  }

  private static void requireEven(int n) {
    if (n % 2 != 0) {
      throw new IllegalArgumentException("even lengths only: " + n);
    }
  }

  private static final class Doubles implements TransformEngine<double[]> {
    private final PlanCache<DoubleFFT_1D> cache = new PlanCache<>(DoubleFFT_1D::new);

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
      };
    }
  }

  private static final class Floats implements TransformEngine<float[]> {
    private final PlanCache<FloatFFT_1D> cache = new PlanCache<>(FloatFFT_1D::new);

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
      };
    }
  }
}
