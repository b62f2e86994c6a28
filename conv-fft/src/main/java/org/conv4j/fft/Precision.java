package org.conv4j.fft;

import org.conv4j.api.DType;
import org.conv4j.api.internal.ExponentRange;

/**
 * What convolution through transforms needs to do with numbers of one floating type. The code of
 * the two types differs in that type alone: Java has no other way to write a loop over primitives
 * twice.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
interface Precision<A> {
  /** The real dtype. */
  DType dtype();

  /** Where transforms come from. */
  TransformEngine<A> engine();

  /** An array of zeros. */
  A allocate(int length);

  /** The number of elements. */
  int length(A data);

  /** The exponents of the elements. */
  ExponentRange range(A data);

  /** The elements times {@code 2^-exponent}, zero for those that are not finite. */
  A scaledFinite(A data, int exponent);

  /** Multiplies all elements by {@code 2^exponent}. */
  void scale(A data, int exponent);

  /** Changes all signs. */
  void negate(A data);

  /** The sum of the squares of the elements, which must not overflow. */
  double squares(A data);

  /** The elements as doubles. */
  double[] widened(A data);

  /** Sets one element. */
  void set(A data, int index, double value);

  /** {@code sum[k] = sum[k] + p[k] * q[k]} for pairs of real and imaginary part. */
  void addProduct(A sum, A p, A q);

  /**
   * Copies neighbouring columns out of an array, one after the other.
   *
   * @param data the array
   * @param columns which ones
   * @param used elements of a column; those after them are known as zero, in the buffer too
   * @param buffer where column c begins at {@code 2 * columns.length() * c}
   */
  void gather(A data, Columns columns, int used, A buffer);

  /** Copies neighbouring columns back. */
  void scatter(A buffer, A data, Columns columns);

  /**
   * Neighbouring columns of pairs of real and imaginary part.
   *
   * @param start where the first column begins
   * @param stride numbers between neighbours in a column
   * @param count how many columns
   * @param length pairs in a column
   */
  record Columns(int start, int stride, int count, int length) {}
}
