package org.conv4j.verify.vector.file;

/**
 * Where a reader is, for its messages.
 *
 * @param file the name of the file
 * @param vector what to call the vector being read, empty outside the vectors
 */
public record Place(String file, String vector) {

  /**
   * A place in a file, outside its vectors.
   *
   * @param file the name of the file
   * @return the place
   */
  public static Place in(String file) {
    return new Place(file, "");
  }

  /**
   * A vector, by its identifier, or by its index until the identifier is known.
   *
   * @param index from 0
   * @param id the identifier, if it is a string
   * @return the place
   */
  public Place vector(int index, Object id) {
    return id instanceof String name
        ? new Place(file, ", vector \"" + name + "\"")
        : new Place(file, ", vectors[" + index + "]");
  }

  /**
   * An exception that names this place.
   *
   * @param message what was given and what is allowed
   * @return the exception, for the caller to throw
   */
  public VectorFormatException error(String message) {
    return new VectorFormatException(file + vector + ": " + message);
  }

  /**
   * An exception that names this place and has a cause.
   *
   * @param message what was given and what is allowed
   * @param cause what was thrown
   * @return the exception, for the caller to throw
   */
  public VectorFormatException error(String message, Throwable cause) {
    return new VectorFormatException(file + vector + ": " + message, cause);
  }
}
