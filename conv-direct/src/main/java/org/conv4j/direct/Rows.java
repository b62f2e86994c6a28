package org.conv4j.direct;

/**
 * The operand that slides, as kernels read it, or the output, as they write it: row after row. Rows
 * stand one behind the other in one array, or are arrays of their own.
 *
 * @param <A> the type of arrays
 */
final class Rows<A> {
  private final A joined;
  private final Object[] apart;

  private Rows(A joined, Object[] apart) {
    this.joined = joined;
    this.apart = apart;
  }

  /** Elements in row-major order. */
  static <A> Rows<A> joined(A elements) {
    return new Rows<>(elements, null);
  }

  /** Of rank 2; each row is an {@code A}. */
  static <A> Rows<A> apart(Object[] rows) {
    return new Rows<>(null, rows);
  }

  boolean areApart() {
    return apart != null;
  }

  /** The elements, where there is only one row. */
  A only() {
    return joined;
  }

  /** The array that has a row. */
  @SuppressWarnings("unchecked") // as apart says
  A array(int row) {
    return apart == null ? joined : (A) apart[row];
  }

  /** Where in its array a row of so many elements begins. */
  int start(int row, int columns) {
    return apart == null ? row * columns : 0;
  }
}
