package org.conv4j.api.internal;

import java.util.Objects;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** What is checked of an array that a result is to be written into. */
public final class Outputs {
  private Outputs() {}

  /**
   * Refuses an array that a result cannot be written into.
   *
   * @param out the array
   * @param shape that of the result
   * @param dtype that of the result
   * @param signal what the result is computed from
   * @throws NullPointerException if {@code out} is null
   * @throws IllegalArgumentException if it has another shape or type, if it has storage in common
   *     with the signal, or if its real and imaginary parts are one array
   */
  public static void require(NdArray out, Shape shape, DType dtype, NdArray signal) {
    Objects.requireNonNull(out, "out");
    if (!out.shape().equals(shape) || out.dtype() != dtype) {
      throw new IllegalArgumentException(
          "the result is %s of shape %s, out is %s of shape %s"
              .formatted(dtype.numpyName(), shape, out.dtype().numpyName(), out.shape()));
    }
    if (out.sharesStorage(signal)) {
      throw new IllegalArgumentException(
          "out and the signal share storage; the result needs an array of its own");
    }
    if (dtype.isComplex() && out.real().sharesStorage(out.imaginary())) {
      throw new IllegalArgumentException(
          "the real and the imaginary part of out are one array; they need one each");
    }
  }
}
