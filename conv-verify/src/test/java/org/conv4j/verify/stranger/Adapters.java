package org.conv4j.verify.stranger;

import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * What adapters have in common: they refuse only what the types of the library's function cannot
 * express, and pass everything else on, null and empty operands among it.
 */
final class Adapters {
  private Adapters() {}

  /** Refuses what is not claimed, and operands of different rank. */
  static void refuseInexpressible(Capabilities claims, NdArray in1, NdArray in2, Mode mode) {
    if (in1 == null || in2 == null || mode == null) {
      return;
    }
    int rank = Math.max(in1.rank(), in2.rank());
    if (!claims.claims(rank, in1.dtype(), in2.dtype(), mode)) {
      throw new UnsupportedOperationException("not claimed: " + mode + " of rank " + rank);
    }
    // NumPy's convention takes scalars for vectors.
    if (in1.rank() != in2.rank() && claims.convention() == Convention.SCIPY) {
      throw new IllegalArgumentException(
          "operands differ in rank: " + in1.shape() + " and " + in2.shape());
    }
  }

  static double[] doubles(NdArray array) {
    return array == null ? null : array.doubles();
  }

  /** An image of at most two dimensions as rows; a vector is one row. */
  static float[][] rows(NdArray array) {
    if (array == null) {
      return null;
    }
    int columns = array.rank() == 0 ? 1 : array.shape().extent(array.rank() - 1);
    int count = array.rank() < 2 ? 1 : array.shape().extent(0);
    float[][] rows = new float[count][columns];
    for (int row = 0; row < count; row++) {
      System.arraycopy(array.floats(), row * columns, rows[row], 0, columns);
    }
    return rows;
  }

  /** The upper left part of rows, as an array of some shape of at most two dimensions. */
  static NdArray ofRows(float[][] rows, Shape shape) {
    int columns = shape.rank() == 0 ? 1 : shape.extent(shape.rank() - 1);
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = rows[i / columns][i % columns];
    }
    return NdArray.wrap(data, shape);
  }

  /** The shape of a full result, also of empty operands, of which there is none. */
  static Shape full(NdArray in1, NdArray in2) {
    int[] extents = new int[in1.rank()];
    for (int axis = 0; axis < extents.length; axis++) {
      extents[axis] = Math.max(0, in1.shape().extent(axis) + in2.shape().extent(axis) - 1);
    }
    return Shape.of(extents);
  }
}
