package org.conv4j.fft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The one class that knows JTransforms. Only its one-dimensional plans are used: those of two and
 * three dimensions change their own fields while they run and corrupt results when shared.
 */
final class JTransformsEngine implements TransformEngine {
  static final JTransformsEngine INSTANCE = new JTransformsEngine();

  /** Plans kept, the least recently used dropped first; one holds about as much as its data. */
  private static final int CACHED_PLANS = 64;

  /** Longer plans are made anew each time: a few would hold the whole heap. */
  private static final int LONGEST_CACHED = 1 << 20;

  private final Map<Integer, DoubleFFT_1D> plans =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, DoubleFFT_1D> eldest) {
          return size() > CACHED_PLANS;
        }
      };

  private JTransformsEngine() {}

  @Override
  public String name() {
    return "jtransforms";
  }

  private DoubleFFT_1D plan(int n) {
    if (n > LONGEST_CACHED) {
      return new DoubleFFT_1D(n);
    }
    synchronized (plans) {
      DoubleFFT_1D plan = plans.get(n);
      if (plan != null) {
        return plan;
      }
    }
    // Made outside the lock: two threads may make the same plan, and either will do.
    DoubleFFT_1D made = new DoubleFFT_1D(n);
    synchronized (plans) {
      plans.put(n, made);
    }
    return made;
  }

  @Override
  public RealTransform real(int n) {
    if (n % 2 != 0) {
      throw new IllegalArgumentException("even lengths only: " + n);
    }
    DoubleFFT_1D plan = plan(n);
    return new RealTransform() {
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
  public ComplexTransform complex(int n) {
    DoubleFFT_1D plan = plan(n);
    return new ComplexTransform() {
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
