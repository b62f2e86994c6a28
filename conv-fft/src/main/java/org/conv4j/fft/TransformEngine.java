package org.conv4j.fft;

/**
 * Where one-dimensional transforms of one floating type come from. Transforms are safe for
 * concurrent use.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
interface TransformEngine<A> {
  /** The name that messages show. */
  String name();

  /** The transform of n real numbers, n even. */
  RealTransform<A> real(int n);

  /** The transform of n complex numbers. */
  ComplexTransform<A> complex(int n);

  /** Transforms n real numbers to {@code n / 2 + 1} complex ones and back, in place. */
  interface RealTransform<A> {
    /**
     * From n numbers to {@code n / 2 + 1} pairs of real and imaginary part.
     *
     * @param data read and written from {@code start}; has room for {@code n + 2} numbers there
     * @param start where the row begins
     */
    void forward(A data, int start);

    /** The inverse of {@link #forward}, scaled by 1/n. */
    void inverse(A data, int start);

    /** The inverse of {@link #forward}, times {@link #gain}. */
    void unscaledInverse(A data, int start);

    /** What a number is multiplied by, forth and back. */
    double gain();
  }

  /** Transforms n pairs of real and imaginary part, in place. */
  interface ComplexTransform<A> {
    /** {@code X[k] = sum of x[j] exp(-2 pi i j k / n)}. */
    void forward(A data, int start);

    /** The inverse of {@link #forward}, scaled by 1/n. */
    void inverse(A data, int start);

    /** The inverse of {@link #forward}, times n. */
    void unscaledInverse(A data, int start);
  }
}
