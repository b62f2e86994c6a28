package org.conv4j.verify.operand;

import java.util.function.IntUnaryOperator;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Arrays made of the elements of others. */
public final class Gather {
  private Gather() {}

  /**
   * An array whose elements are elements of another, or zeros.
   *
   * @param from the other
   * @param shape the shape of the result
   * @param source for each flat index of the result a flat index of the other, or a negative number
   *     for zero
   * @return a fresh array of the same type
   */
  public static NdArray of(NdArray from, Shape shape, IntUnaryOperator source) {
    NdArray to = NdArray.zeros(from.dtype(), shape);
    for (int i = 0; i < to.size(); i++) {
      int k = source.applyAsInt(i);
      if (k >= 0) {
        copy(from, k, to, i);
      }
    }
    return to;
  }

  /**
   * Copies one element into another array of the same type.
   *
   * @param from the array to copy from
   * @param k the flat index in it
   * @param to the array to copy to
   * @param i the flat index in that
   */
  public static void copy(NdArray from, int k, NdArray to, int i) {
    switch (from.dtype()) {
      case FLOAT64 -> to.doubles()[i] = from.doubles()[k];
      case FLOAT32 -> to.floats()[i] = from.floats()[k];
      case INT64 -> to.longs()[i] = from.longs()[k];
      case INT32 -> to.ints()[i] = from.ints()[k];
      case COMPLEX128, COMPLEX64 -> {
        copy(from.real(), k, to.real(), i);
        copy(from.imaginary(), k, to.imaginary(), i);
      }
    }
  }
}
