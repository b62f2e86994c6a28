package org.conv4j.fft;

import org.conv4j.fft.TransformEngine.ComplexTransform;
import org.conv4j.fft.TransformEngine.RealTransform;

/**
 * The rows of tiles, of real or of complex numbers: how they come into a buffer, are transformed
 * there to pairs, and go back.
 */
abstract class RowFormat<A> {
  private final RowArithmetic<A> arithmetic;
  private final int length;

  private RowFormat(int length, RowArithmetic<A> arithmetic) {
    this.length = length;
    this.arithmetic = arithmetic;
  }

  static <A> RowFormat<A> of(
      int length, boolean complex, TransformEngine<A> engine, RowArithmetic<A> arithmetic) {
    return complex
        ? new Complex<>(length, engine.complex(length), arithmetic)
        : new Real<>(length, engine.real(length), arithmetic);
  }

  /** Pairs of a row's spectrum. */
  abstract int pairs();

  /** A buffer for a row. */
  final A buffer() {
    return arithmetic.allocate(2 * pairs());
  }

  final int length() {
    return length;
  }

  /** Fills a row, with zeros before {@code first} and from {@code end} on. */
  abstract void load(Channel<A> x, int from, A row, int first, int end);

  abstract void forward(A row);

  /** The inverse, times {@link #gain}. */
  abstract void inverse(A row);

  abstract double gain();

  /** Copies the first numbers of a row. */
  abstract void store(A row, int from, Channel<A> y, int to, int count);

  private static final class Real<A> extends RowFormat<A> {
    private final RealTransform<A> transform;
    private final RowArithmetic<A> arithmetic;

    Real(int length, RealTransform<A> transform, RowArithmetic<A> arithmetic) {
      super(length, arithmetic);
      this.transform = transform;
      this.arithmetic = arithmetic;
    }

    @Override
    int pairs() {
      return length() / 2 + 1;
    }

    @Override
    void load(Channel<A> x, int from, A row, int first, int end) {
      arithmetic.clear(row, 0, first);
      System.arraycopy(x.re(), from, row, first, end - first);
      arithmetic.clear(row, end, length());
    }

    @Override
    void forward(A row) {
      transform.forward(row, 0);
    }

    @Override
    void inverse(A row) {
      transform.unscaledInverse(row, 0);
    }

    @Override
    double gain() {
      return transform.gain();
    }

    @Override
    void store(A row, int from, Channel<A> y, int to, int count) {
      System.arraycopy(row, from, y.re(), to, count);
    }
  }

  private static final class Complex<A> extends RowFormat<A> {
    private final ComplexTransform<A> transform;
    private final RowArithmetic<A> arithmetic;

    Complex(int length, ComplexTransform<A> transform, RowArithmetic<A> arithmetic) {
      super(length, arithmetic);
      this.transform = transform;
      this.arithmetic = arithmetic;
    }

    @Override
    int pairs() {
      return length();
    }

    @Override
    void load(Channel<A> x, int from, A row, int first, int end) {
      arithmetic.clear(row, 0, 2 * first);
      arithmetic.join(x.re(), x.im().orElseThrow(), from, row, first, end - first);
      arithmetic.clear(row, 2 * end, 2 * length());
    }

    @Override
    void forward(A row) {
      transform.forward(row, 0);
    }

    @Override
    void inverse(A row) {
      transform.unscaledInverse(row, 0);
    }

    @Override
    double gain() {
      return length();
    }

    @Override
    void store(A row, int from, Channel<A> y, int to, int count) {
      arithmetic.split(row, from, y.re(), y.im().orElseThrow(), to, count);
    }
  }
}
