package org.conv4j.fft;

import java.util.List;

/**
 * Complex transforms of several columns at once, one in each lane: number {@code i} of column
 * {@code l} is at {@code start + i * lanes + l} of {@code re} and {@code im}. All work is done in
 * place. Safe for concurrent use.
 *
 * <p>A spectrum is left in the order in which the stages produce it, see {@link #order}, and taken
 * back from there: products of spectra need no other. The two directions together multiply by n;
 * whoever makes the spectrum of a kernel divides it by n once.
 *
 * <p>A column is a polynomial of n complex coefficients, and its transform the values where {@code
 * x^n = exp(-2 pi i a)}: with a = 0 the discrete Fourier transform, whose products are cyclic
 * convolutions of length n. With a = 3/4, which makes {@code x^n = i}, a column holds a real
 * polynomial of 2n coefficients, the upper half as imaginary parts, modulo {@code x^2n = -1}: its
 * products are cyclic convolutions of 2n real numbers in which what comes around changes its sign.
 * No step is needed to take a real spectrum out of a complex one.
 *
 * <p>Accuracy: twiddles are within one unit roundoff and products are as exact as with four rounded
 * multiplications, so that {@link org.conv4j.api.Accuracy#transformFactor} holds.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
interface BatchTransform<A> {
  /** The number n of complex numbers in a column. */
  int length();

  /** The number of columns. */
  int lanes();

  /** Which element of the spectrum is in each row; row 0 has element 0. */
  int[] order();

  /** {@code X[k] = sum of x[j] exp(-2 pi i j (k + a) / n)}, to the row of k. */
  void forward(A re, A im, int start);

  /** {@code x[j] = sum of X[k] exp(2 pi i j (k + a) / n)}, from the rows of k; not divided by n. */
  void inverse(A re, A im, int start);

  /**
   * Multiplies every column by one.
   *
   * @param kernelRe the real part of a spectrum in the order of rows, n numbers
   * @param kernelIm its imaginary part
   */
  void multiply(A re, A im, int start, A kernelRe, A kernelIm);

  /**
   * Adds every column times one to columns of sums.
   *
   * @param sum of columns
   * @param x columns
   * @param kernel a spectrum in the order of rows, n numbers
   * @param from the first row
   * @param to the end of the rows
   */
  void addProduct(Spectrum<A> sum, Spectrum<A> x, Spectrum<A> kernel, int from, int to);

  /**
   * Adds up four products, as four calls of {@link #addProduct} would.
   *
   * @param x columns, of which four count, from {@code first} on
   * @param h as many spectra
   */
  void addFour(
      List<Spectrum<A>> x, List<Spectrum<A>> h, int first, Spectrum<A> sum, int from, int to);

  /**
   * {@link #forward}, {@link #multiply} and {@link #inverse} in one. It rounds like these, but goes
   * less often over memory: each part that fits the cache is taken to the end and back.
   */
  void convolve(A re, A im, int start, A kernelRe, A kernelIm);

  /**
   * Takes one column out, times a number, as a spectrum for {@link #multiply}.
   *
   * @param kernelRe gets the real part of n numbers, in order of rows
   * @param kernelIm gets the imaginary part
   */
  void column(A re, A im, int start, int lane, double factor, A kernelRe, A kernelIm);

  /**
   * Fills all rows: each run goes into a lane. What a run lacks, after its end, outside of its
   * bounds or altogether, is zero.
   *
   * @param blocks as many as there are lanes, or fewer; no longer than n
   */
  void load(Blocks<A> blocks, A data, int start);

  /**
   * The reverse of {@link #load}, from some row on: number i of a run comes from row {@code row +
   * i}. What is out of the run's bounds is left out.
   *
   * @param row the first row; that and the length of the runs are at most n together
   */
  void store(A data, int start, int row, Blocks<A> blocks);
}
