package org.conv4j.verify.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Gather;

/** Moves elements of arrays without changing them: windows, shifts, blocks, permuted axes. */
public final class Moves {
  private Moves() {}

  /**
   * An array whose element at index {@code i} is another array's element at {@code source(i)}, or
   * zero if there is none.
   */
  private static NdArray gather(NdArray from, Shape shape, UnaryOperator<int[]> source) {
    NdArray to = NdArray.zeros(from.dtype(), shape);
    int[] index = new int[shape.rank()];
    for (int i = 0; i < to.size(); i++) {
      unravel(i, shape, index);
      int k = ravel(source.apply(index), from.shape());
      if (k >= 0) {
        Gather.copy(from, k, to, i);
      }
    }
    return to;
  }

  /**
   * The index vector of a flat index.
   *
   * @param flat the flat index, row-major
   * @param shape the shape that the index refers to
   * @param index filled in, one element for each axis
   */
  public static void unravel(int flat, Shape shape, int[] index) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = flat % shape.extent(axis);
      flat /= shape.extent(axis);
    }
  }

  private static int ravel(int[] index, Shape shape) {
    int flat = 0;
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= shape.extent(axis)) {
        return -1;
      }
      flat = flat * shape.extent(axis) + index[axis];
    }
    return flat;
  }

  /** The elements of an array, repeated or cut off to fill a shape. */
  static NdArray resized(NdArray array, Shape shape) {
    NdArray to = NdArray.zeros(array.dtype(), shape);
    for (int i = 0; i < to.size(); i++) {
      Gather.copy(array, i % array.size(), to, i);
    }
    return to;
  }

  /** The window of a full result. */
  static NdArray window(NdArray full, Geometry geometry) {
    int[] offset = geometry.offset();
    return gather(full, geometry.output(), index -> plus(index, offset, 1));
  }

  /**
   * The elements from an index on, as many as fit a shape.
   *
   * @param array the array to take them from
   * @param from the index of the first
   * @param shape of the result
   * @return a fresh array, zero where the given one has no element
   */
  public static NdArray box(NdArray array, int[] from, Shape shape) {
    return gather(array, shape, index -> plus(index, from, 1));
  }

  /** An array of a larger shape, zero except for the given array at an index. */
  static NdArray place(NdArray array, int[] at, Shape shape) {
    return gather(array, shape, index -> plus(index, at, -1));
  }

  private static int[] plus(int[] index, int[] by, int sign) {
    int[] sum = new int[index.length];
    for (int axis = 0; axis < sum.length; axis++) {
      sum[axis] = index[axis] + sign * by[axis];
    }
    return sum;
  }

  /** Axis {@code i} of the result is axis {@code axes[i]} of the array. */
  static NdArray permute(NdArray array, int[] axes) {
    int[] extents = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      extents[i] = array.shape().extent(axes[i]);
    }
    return gather(
        array,
        Shape.of(extents),
        index -> {
          int[] source = new int[index.length];
          for (int i = 0; i < axes.length; i++) {
            source[axes[i]] = index[i];
          }
          return source;
        });
  }

  /** The shape with one extent changed. */
  static Shape with(Shape shape, int axis, int extent) {
    int[] extents = shape.toArray();
    extents[axis] = extent;
    return Shape.of(extents);
  }

  /** The shape with one more axis, of extent 1, before {@code axis}. */
  static Shape withUnitAxis(Shape shape, int axis) {
    int[] extents = new int[shape.rank() + 1];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = i == axis ? 1 : shape.extent(i < axis ? i : i - 1);
    }
    return Shape.of(extents);
  }

  /** An index vector that is zero except on one axis. */
  static int[] along(int rank, int axis, int index) {
    int[] vector = new int[rank];
    vector[axis] = index;
    return vector;
  }

  /** Joins arrays of rank 1 and one type. */
  static NdArray joined(List<NdArray> parts) {
    int size = parts.stream().mapToInt(NdArray::size).sum();
    NdArray joined = NdArray.zeros(parts.get(0).dtype(), Shape.of(size));
    int at = 0;
    for (NdArray part : parts) {
      for (int i = 0; i < part.size(); i++) {
        Gather.copy(part, i, joined, at++);
      }
    }
    return joined;
  }

  /** An array of zeros with a one at an index. */
  static NdArray impulse(DType dtype, Shape shape, int[] at) {
    NdArray one = NdArray.of(1.0).cast(dtype).reshape(ones(shape.rank()));
    return place(one, at, shape);
  }

  private static Shape ones(int rank) {
    int[] extents = new int[rank];
    Arrays.fill(extents, 1);
    return Shape.of(extents);
  }
}
