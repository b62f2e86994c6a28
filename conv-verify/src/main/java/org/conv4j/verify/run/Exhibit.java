package org.conv4j.verify.run;

import java.util.Objects;
import java.util.Optional;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * An array that a failure shows.
 *
 * @param dtype its type
 * @param shape its shape
 * @param array the array itself; empty if it was read back from a file that leaves out the elements
 *     of long arrays
 */
public record Exhibit(DType dtype, Shape shape, Optional<NdArray> array) {
  /**
   * Checks that nothing is missing.
   *
   * @param dtype as above
   * @param shape as above
   * @param array as above
   */
  public Exhibit {
    Objects.requireNonNull(dtype, "dtype");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(array, "array");
  }

  /**
   * An array that is there.
   *
   * @param array the array
   * @return the exhibit
   */
  public static Exhibit of(NdArray array) {
    return new Exhibit(array.dtype(), array.shape(), Optional.of(array));
  }

  /** The elements, as NumPy prints them, and type and shape. */
  @Override
  public String toString() {
    return array.map(NdArray::toString).orElse("(not kept)") + "   " + dtype.numpyName() + shape;
  }
}
