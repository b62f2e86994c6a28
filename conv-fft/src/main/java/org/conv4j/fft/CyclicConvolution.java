package org.conv4j.fft;

/**
 * The steps of a plan: pad and transform an operand, multiply spectra, transform back and take the
 * window.
 */
final class CyclicConvolution<A> {
  private final FftPlan plan;
  private final Precision<A> precision;
  private final SpectrumPasses<A> passes;

  /** The extents of a padded array: the transform lengths, with rows long enough for a spectrum. */
  private final int[] storage;

  CyclicConvolution(FftPlan plan, int threads, Precision<A> precision) {
    this.plan = plan;
    this.precision = precision;
    this.passes = new SpectrumPasses<>(plan.lengths(), threads, precision);
    this.storage = plan.lengths().clone();
    storage[storage.length - 1] = SpectrumPasses.rowLength(plan.lengths());
  }

  /** The spectrum of the part of a first operand that counts. */
  A spectrumOfFirst(A data) {
    return spectrum(data, plan.a());
  }

  /** The spectrum of the part of a second operand that counts. */
  A spectrumOfSecond(A data) {
    return spectrum(data, plan.b());
  }

  private A spectrum(A data, FftPlan.Part part) {
    A padded = emptySpectrum();
    Boxes.copy(
        data, part.extents(), part.from(), padded, storage, new int[plan.rank()], part.size());
    passes.forward(padded, part.size());
    return padded;
  }

  /** A spectrum of zeros, to add products to. */
  A emptySpectrum() {
    return precision.allocate(size(storage));
  }

  /** The window of the array with a spectrum, which is overwritten. */
  A window(A spectrum) {
    passes.inverse(spectrum, plan.from(), plan.output());
    A y = precision.allocate(size(plan.output()));
    Boxes.copy(
        spectrum, storage, plan.from(), y, plan.output(), new int[plan.rank()], plan.output());
    return y;
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
}
