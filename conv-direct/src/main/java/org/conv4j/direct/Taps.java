package org.conv4j.direct;

/**
 * The inner loops of the scalar kernel, for one element type. The code of the four types differs in
 * that type alone: Java has no other way to write a loop over primitives four times.
 *
 * @param <A> the type of arrays
 */
interface Taps<A> {
  A newArray(int length);

  /**
   * One tap: {@code y[i] += h[tap] * a[i]}, {@code from <= i < to}.
   *
   * @param h the taps
   * @param tap which one
   * @param a its factors
   * @param y the sums
   * @param from the first sum
   * @param to after the last sum
   */
  void one(A h, int tap, A a, A y, int from, int to);

  /**
   * Two neighbouring taps, {@code h[tap]} and {@code h[tap + 1]}, in the same order as one by one.
   *
   * @param h the taps
   * @param tap the first one
   * @param a its factors
   * @param b those of the second
   * @param y the sums
   * @param from the first sum
   * @param to after the last sum
   */
  void two(A h, int tap, A a, A b, A y, int from, int to);

  /**
   * Four neighbouring taps, {@code h[tap]} to {@code h[tap + 3]}, in the same order as one by one.
   *
   * @param h the taps
   * @param tap the first one
   * @param a its factors
   * @param b those of the second
   * @param c those of the third
   * @param d those of the fourth
   * @param y the sums
   * @param from the first sum
   * @param to after the last sum
   */
  void four(A h, int tap, A a, A b, A c, A d, A y, int from, int to);

  /**
   * Whether elements are neither infinite nor NaN nor smaller than a bound; true for integers.
   *
   * @param y an array
   * @param from the first element
   * @param to after the last element
   * @param tiny the bound, positive
   * @return false if one of them is
   */
  boolean inRange(A y, int from, int to, double tiny);
}
