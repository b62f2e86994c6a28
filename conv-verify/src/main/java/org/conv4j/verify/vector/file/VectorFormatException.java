package org.conv4j.verify.vector.file;

/**
 * A file of golden vectors breaks a rule of its schema. The message names the file, the vector
 * where there is one, what was given and what is allowed.
 */
public final class VectorFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception with a message.
   *
   * @param message names the file, what was given and what is allowed
   */
  public VectorFormatException(String message) {
    super(message);
  }

  /**
   * An exception with a message and a cause.
   *
   * @param message names the file, what was given and what is allowed
   * @param cause what was thrown on reading the file
   */
  public VectorFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
