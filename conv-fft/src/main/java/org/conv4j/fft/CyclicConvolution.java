package org.conv4j.fft;

import org.conv4j.fft.TransformEngine.ComplexTransform;
import org.conv4j.fft.TransformEngine.RealTransform;

/** Carries out a plan: pad, transform, multiply, transform back, take the window. */
final class CyclicConvolution {
  private final FftPlan plan;
  private final SpectrumPasses passes;

  CyclicConvolution(FftPlan plan, int threads) {
    this(plan, threads, JTransformsEngine.INSTANCE);
  }

  CyclicConvolution(FftPlan plan, int threads, TransformEngine engine) {
    this.plan = plan;
    int rank = plan.rank();
    ComplexTransform[] columns = new ComplexTransform[rank - 1];
    for (int axis = 0; axis < rank - 1; axis++) {
      columns[axis] = engine.complex(plan.lengths()[axis]);
    }
    int last = plan.lengths()[rank - 1];
    RealTransform rows = last == 1 ? null : engine.real(last);
    this.passes = new SpectrumPasses(plan.lengths(), plan.rowLength(), rows, columns, threads);
  }

  /** The window of the convolution of two operands, in a fresh array. */
  double[] apply(double[] in1, double[] in2) {
    double[] spectrum = spectrum(in1, plan.a());
    multiply(spectrum, spectrum(in2, plan.b()));
    passes.inverse(spectrum, plan.from(), plan.output());
    double[] y = new double[size(plan.output())];
    Boxes.copy(
        spectrum, storage(), plan.from(), y, plan.output(), new int[plan.rank()], plan.output());
    return y;
  }

  private double[] spectrum(double[] data, FftPlan.Part part) {
    double[] padded = new double[size(storage())];
    Boxes.copy(
        data, part.extents(), part.from(), padded, storage(), new int[plan.rank()], part.size());
    passes.forward(padded, part.size());
    return padded;
  }

  /** The extents of a padded array: the transform lengths, with rows long enough for a spectrum. */
  private int[] storage() {
    int[] storage = plan.lengths().clone();
    storage[storage.length - 1] = plan.rowLength();
    return storage;
  }

  private int size(int[] extents) {
    try {
      int size = 1;
      for (int extent : extents) {
        size = Math.multiplyExact(size, extent);
      }
      return size;
    } catch (ArithmeticException e) {
      throw (ArithmeticException)
          new ArithmeticException("more elements than a Java array holds: " + plan).initCause(e);
    }
  }

  /** {@code a[k] = a[k] * b[k]} for pairs of real and imaginary part. */
  private static void multiply(double[] a, double[] b) {
    for (int i = 0; i < a.length; i += 2) {
      double re = a[i] * b[i] - a[i + 1] * b[i + 1];
      double im = a[i] * b[i + 1] + a[i + 1] * b[i];
      a[i] = re;
      a[i + 1] = im;
    }
  }
}
