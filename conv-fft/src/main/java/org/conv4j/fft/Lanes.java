package org.conv4j.fft;

import java.util.List;

/**
 * What is done to numbers of one type in lanes: neighbours in an array, of which each belongs to
 * another column. A row is one number of each lane.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
@SuppressWarnings("TooManyParameters") // as in the loops behind it
interface Lanes<A> {
  /** How many lanes there are. */
  int count();

  /** A transform in these lanes; they are kept, up to a bound, for whoever asks next. */
  BatchTransform<A> transform(BatchPlan.Key key);

  /** The factors of a long transform in rows of some length; kept likewise. */
  Turn<A> turn(BatchPlan.Key columns, int width);

  /** An array of zeros. */
  A allocate(int length);

  /** Numbers of this type, each the nearest. */
  A rounded(double[] exact);

  /**
   * Transposes squares of as many rows as there are lanes. Row r of square s begins at {@code from
   * + s * step + r * stride}, and goes to the places {@code to + s * toStep + r}, {@code toStride}
   * apart.
   */
  void transpose(
      A x, int from, int stride, int step, A y, int to, int toStride, int toStep, int squares);

  /** Copies {@code count} rows: row i from {@code from + i * step} to {@code to + i * toStep}. */
  void lines(A x, int from, int step, A y, int to, int toStep, int count);

  /** {@code y[to + i * toStep] = x[from + i * step]}, for i below {@code count}. */
  void copy(A x, int from, int step, A y, int to, int toStep, int count);

  /** Sets to zero. */
  void clear(A data, int from, int to);

  /** Multiplies by a real number, which is rounded to the type first. */
  void scale(A data, int from, int to, double factor);

  /** {@code (re + i im)[start + j] *= (kernelRe + i kernelIm)[kernelStart + j]}, whole rows. */
  void multiply(A re, A im, int start, A kernelRe, A kernelIm, int kernelStart, int count);

  /** {@code sum[j] += x[j] * kernel[j]} of complex numbers, from {@code from} on, whole rows. */
  void addProduct(A sumRe, A sumIm, A re, A im, A kernelRe, A kernelIm, int from, int to);

  /**
   * Adds up four products, as four calls of {@link #addProduct} would.
   *
   * @param x spectra, of which four count, from {@code first} on
   * @param h as many
   */
  void addFour(
      List<Spectrum<A>> x, List<Spectrum<A>> h, int first, Spectrum<A> sum, int from, int to);

  /** The largest magnitude of some numbers: infinite or NaN if one is not finite. */
  double largest(A data, int from, int to);

  /**
   * Multiplies row j by {@code (cos + i sin)[coarse] * (cos + i sin)[fine + j * lanes]}, lane by
   * lane.
   */
  void turn(A re, A im, int start, int rows, A cos, A sin, int coarse, int fine);

  /** The same with the conjugates of these factors. */
  void turnBack(A re, A im, int start, int rows, A cos, A sin, int coarse, int fine);
}
