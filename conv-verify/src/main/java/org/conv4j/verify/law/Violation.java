package org.conv4j.verify.law;

import java.util.Optional;
import org.conv4j.api.NdArray;

/** A law does not hold. Says what was expected, what came, and how far apart they are. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient NdArray expected;
  private final transient NdArray got;

  /**
   * A violation that does not concern values.
   *
   * @param message what happened
   */
  public Violation(String message) {
    this(message, null, null);
  }

  /**
   * A violation by an exception that should not have been thrown.
   *
   * @param message what happened
   * @param cause the exception
   */
  public Violation(String message, Throwable cause) {
    super(message, cause);
    this.expected = null;
    this.got = null;
  }

  /**
   * A violation by wrong values.
   *
   * @param message where they are wrong and by how much
   * @param expected what the law asks for
   * @param got what the subject gave
   */
  public Violation(String message, NdArray expected, NdArray got) {
    super(message);
    this.expected = expected;
    this.got = got;
  }

  /** The same violation, with what was special about the operands. */
  Violation on(String operands) {
    Violation violation = new Violation(operands + ": " + getMessage(), expected, got);
    violation.initCause(getCause());
    return violation;
  }

  /**
   * What the law asks for.
   *
   * @return empty if the violation does not concern values
   */
  public Optional<NdArray> expected() {
    return Optional.ofNullable(expected);
  }

  /**
   * What the subject gave.
   *
   * @return empty if the violation does not concern values
   */
  public Optional<NdArray> got() {
    return Optional.ofNullable(got);
  }
}
