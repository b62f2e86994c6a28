package org.conv4j.fft;

/** Where one-dimensional transforms come from. Transforms are safe for concurrent use. */
interface TransformEngine {
  /** The name that messages show. */
  String name();

  /** The transform of n real numbers, n even. */
  RealTransform real(int n);

  /** The transform of n complex numbers. */
  ComplexTransform complex(int n);

  /** Transforms n real numbers to {@code n / 2 + 1} complex ones and back, in place. */
  interface RealTransform {
    /**
     * From n numbers to {@code n / 2 + 1} pairs of real and imaginary part.
     *
     * @param data read and written from {@code start}; has room for {@code n + 2} numbers there
     * @param start where the row begins
     */
    void forward(double[] data, int start);

    /** The inverse of {@link #forward}, scaled by 1/n. */
    void inverse(double[] data, int start);
  }

  /** Transforms n pairs of real and imaginary part, in place. */
  interface ComplexTransform {
    /** {@code X[k] = sum of x[j] exp(-2 pi i j k / n)}. */
    void forward(double[] data, int start);

    /** The inverse of {@link #forward}, scaled by 1/n. */
    void inverse(double[] data, int start);
  }
}
