package org.conv4j.verify.vector;

/**
 * Where a reader is, for its messages.
 *
 * @param file the name of the file
 * @param vector what to call the vector being read, empty outside the vectors
 */
record Place(String file, String vector) {

  static Place in(String file) {
    return new Place(file, "");
  }

  /** A vector by its identifier, or by its index until the identifier is known. */
  Place vector(int index, Object id) {
    return id instanceof String name
        ? new Place(file, ", vector \"" + name + "\"")
        : new Place(file, ", vectors[" + index + "]");
  }

  VectorFormatException error(String message) {
    return new VectorFormatException(file + vector + ": " + message);
  }

  VectorFormatException error(String message, Throwable cause) {
    return new VectorFormatException(file + vector + ": " + message, cause);
  }
}
