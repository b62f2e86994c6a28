package org.conv4j.direct;

/**
 * The inner loops of the scalar kernel, for one element type. The code of the four types differs in
 * that type alone: Java has no other way to write a loop over primitives four times.
 *
 * @param <A> the type of arrays
 */
interface Taps<A> {
  /**
   * One tap: {@code y[i] += h[tap] * x[i + shift]}, {@code from <= i < to}.
   *
   * @param h the taps
   * @param tap which one
   * @param x the operand that slides
   * @param shift from an index of y to that of the factor in x
   * @param y the output that is added to
   * @param from the first output
   * @param to after the last output
   */
  void one(A h, int tap, A x, int shift, A y, int from, int to);

  /**
   * Four neighbouring taps, {@code h[tap]} to {@code h[tap + 3]}, the factor of the first at {@code
   * i + shift} and of the others before it: one load and store of y for four, in the same order.
   *
   * @param h the taps
   * @param tap the first one
   * @param x the operand that slides
   * @param shift from an index of y to that of the first tap's factor in x
   * @param y the output that is added to
   * @param from the first output
   * @param to after the last output
   */
  void four(A h, int tap, A x, int shift, A y, int from, int to);

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
