package org.conv4j.verify.layer.mutant;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;

/** What mistakes do to the elements of arrays. */
final class Elements {
  /** From the index of a right element and its value to a wrong value. */
  interface Mistake {
    double at(int[] index, double value);
  }

  private Elements() {}

  /**
   * A fresh array whose elements are elements of another, or zeros.
   *
   * @param from the other
   * @param to the shape of the result
   * @param source turns the index of an element of the result, in place, into that of an element of
   *     the other; if it answers false, or the index is out of bounds, the element is zero
   */
  static NdArray gather(NdArray from, Shape to, Predicate<int[]> source) {
    NdArray result = NdArray.zeros(from.dtype(), to);
    int[] index = new int[to.rank()];
    for (int i = 0; i < result.size(); i++) {
      Moves.unravel(i, to, index);
      int at = source.test(index) ? offset(index, from.shape()) : -1;
      if (at >= 0) {
        copy(from, at, result, i);
      }
    }
    return result;
  }

  /** The flat index of an element, or -1 if there is none. */
  static int offset(int[] index, Shape shape) {
    int flat = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (index[axis] < 0 || index[axis] >= shape.extent(axis)) {
        return -1;
      }
      flat = flat * shape.extent(axis) + index[axis];
    }
    return flat;
  }

  private static void copy(NdArray from, int at, NdArray to, int i) {
    if (from.dtype().isComplex()) {
      copy(from.real(), at, to.real(), i);
      copy(from.imaginary(), at, to.imaginary(), i);
    } else {
      System.arraycopy(storage(from), at, storage(to), i, 1);
    }
  }

  private static Object storage(NdArray array) {
    return switch (array.dtype()) {
      case FLOAT64 -> array.doubles();
      case FLOAT32 -> array.floats();
      case INT64 -> array.longs();
      case INT32 -> array.ints();
      default -> throw new AssertionError(array.dtype());
    };
  }

  /** Where index {@code i} of an axis has what index {@code source(i)} had. */
  static NdArray along(NdArray array, int axis, IntUnaryOperator source) {
    return gather(
        array,
        array.shape(),
        index -> {
          index[axis] = source.applyAsInt(index[axis]);
          return true;
        });
  }

  /** Reversed along one axis. */
  static NdArray flipped(NdArray array, int axis) {
    int last = array.shape().extent(axis) - 1;
    return along(array, axis, i -> last - i);
  }

  /** Weights with the kernel reversed on every spatial axis. */
  static NdArray reversedKernel(NdArray weights) {
    NdArray reversed = weights;
    for (int axis = 2; axis < weights.rank(); axis++) {
      reversed = flipped(reversed, axis);
    }
    return reversed;
  }

  /** Axis {@code i} of the result is axis {@code axes[i]} of the array. */
  static NdArray permuted(NdArray array, int... axes) {
    int[] source = new int[axes.length];
    return gather(
        array,
        permuted(array.shape(), axes),
        index -> {
          for (int i = 0; i < axes.length; i++) {
            source[axes[i]] = index[i];
          }
          System.arraycopy(source, 0, index, 0, source.length);
          return true;
        });
  }

  static Shape permuted(Shape shape, int... axes) {
    return Shape.of(Arrays.stream(axes).map(shape::extent).toArray());
  }

  /** The numbers of the axes of an array in order, with two of them exchanged. */
  static int[] exchanged(int rank, int a, int b) {
    return IntStream.range(0, rank).map(i -> i == a ? b : i == b ? a : i).toArray();
  }

  /** The axes of an array with channels last, in the order of one with channels first. */
  static int[] channelsFirst(int rank) {
    return IntStream.range(0, rank).map(i -> i < 2 ? i * (rank - 1) : i - 1).toArray();
  }

  /** The axes of an array with channels first, in the order of one with channels last. */
  static int[] channelsLast(int rank) {
    return IntStream.range(0, rank).map(i -> i == 0 ? 0 : i == rank - 1 ? 1 : i + 1).toArray();
  }

  /** The shape with another extent on one axis. */
  static Shape with(Shape shape, int axis, int extent) {
    int[] extents = shape.toArray();
    extents[axis] = extent;
    return Shape.of(extents);
  }

  /** An array of one number. */
  static NdArray filled(DType dtype, Shape shape, double value) {
    double[] all = new double[shape.size()];
    Arrays.fill(all, value);
    return NdArray.wrap(all, shape).cast(dtype);
  }

  /** Other doubles in place of those of an array. */
  static NdArray mapped(NdArray array, Mistake mistake) {
    double[] all = array.doubles().clone();
    int[] index = new int[array.rank()];
    for (int i = 0; i < all.length; i++) {
      Moves.unravel(i, array.shape(), index);
      all[i] = mistake.at(index, all[i]);
    }
    return NdArray.wrap(all, array.shape());
  }

  /** Doubles rounded to floats. */
  static NdArray single(NdArray array) {
    return array.cast(DType.FLOAT32).cast(DType.FLOAT64);
  }

  /** Right layers of other weights. */
  static LayerConvolver weights(UnaryOperator<NdArray> mistake) {
    return Right.bent((x, w, b, o) -> Right.DIRECT.convolve(x, mistake.apply(w), b, o));
  }

  /** Right layers of other inputs. */
  static LayerConvolver inputs(UnaryOperator<NdArray> mistake) {
    return Right.bent((x, w, b, o) -> Right.DIRECT.convolve(mistake.apply(x), w, b, o));
  }

  /** Right layers whose results something is done to. */
  static LayerConvolver results(UnaryOperator<NdArray> mistake) {
    return Right.bent((x, w, b, o) -> mistake.apply(Right.DIRECT.convolve(x, w, b, o)));
  }
}
