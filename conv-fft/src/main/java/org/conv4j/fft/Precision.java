package org.conv4j.fft;

import org.conv4j.api.DType;

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

  /** Finds plans. */
  Planner<A> planner();

  /** An array of zeros. */
  A allocate(int length);

  /** The number of elements. */
  int length(A data);

  /** How large the elements are. */
  default Magnitudes magnitudes(A data) {
    return magnitudes(data, 0, length(data));
  }

  /** How large some elements are. */
  Magnitudes magnitudes(A data, int from, int count);

  /** The elements times {@code 2^-exponent}, zero for those that are not finite. */
  A scaledFinite(A data, int exponent);

  /** Multiplies all elements by {@code 2^exponent}. */
  default void scale(A data, int exponent) {
    scale(data, 0, length(data), exponent);
  }

  /** Multiplies some elements by {@code 2^exponent}. */
  void scale(A data, int from, int count, int exponent);

  /**
   * The exponent of the largest element, or 0 if it does no harm: while exponents are below a
   * bound, squares and long sums stay well in range.
   */
  default int harmful(int exponent) {
    int harmless = dtype() == DType.FLOAT32 ? 10 : 300;
    return Math.abs(exponent) > harmless ? exponent : 0;
  }

  /** Changes all signs. */
  void negate(A data);

  /** The sum of the squares of the elements, which must not overflow. */
  double squares(A data);

  /** The elements as doubles. */
  double[] widened(A data);

  /** Sets one element. */
  void set(A data, int index, double value);
}
