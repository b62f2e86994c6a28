package org.conv4j.fft.layer;

import java.util.Arrays;
import java.util.List;
import org.conv4j.api.NdArray;

/** Moves elements of arrays of any type. */
final class Elements {
  private Elements() {}

  /** The arrays that hold the elements: one, or those of real and imaginary parts. */
  static List<Object> of(NdArray array) {
    return array.dtype().isComplex()
        ? List.of(array(array.real()), array(array.imaginary()))
        : List.of(array(array));
  }

  private static Object array(NdArray array) {
    return switch (array.dtype()) {
      case FLOAT64 -> array.doubles();
      case FLOAT32 -> array.floats();
      case INT64 -> array.longs();
      default -> array.ints();
    };
  }

  /**
   * Evenly spaced elements of an array.
   *
   * @param array of any primitive type that has a dtype
   * @param from the first
   * @param step from one to the next
   */
  record Run(Object array, int from, int step) {}

  /**
   * Copies {@code count} elements between arrays of one type, less a number that only integers may
   * have other than 0.
   */
  static void copy(Run from, Run to, int count, int less) {
    int a = from.from;
    int b = to.from;
    if (from.step == 1 && to.step == 1 && less == 0) {
      System.arraycopy(from.array, a, to.array, b, count);
    } else if (from.array instanceof double[] x) {
      double[] y = (double[]) to.array;
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] = x[a + i * from.step];
      }
    } else if (from.array instanceof float[] x) {
      float[] y = (float[]) to.array;
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] = x[a + i * from.step];
      }
    } else if (from.array instanceof long[] x) {
      long[] y = (long[]) to.array;
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] = x[a + i * from.step] - less;
      }
    } else {
      int[] x = (int[]) from.array;
      int[] y = (int[]) to.array;
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] = x[a + i * from.step] - less;
      }
    }
  }

  /**
   * Copies neighbouring elements to places, counted from where another run begins, less a number
   * that only integers may have other than 0.
   */
  static void scatter(Run from, Run to, int[] places, int less) {
    int a = from.from;
    int b = to.from;
    if (from.array instanceof double[] x) {
      double[] y = (double[]) to.array;
      for (int i = 0; i < places.length; i++) {
        y[b + places[i]] = x[a + i];
      }
    } else if (from.array instanceof float[] x) {
      float[] y = (float[]) to.array;
      for (int i = 0; i < places.length; i++) {
        y[b + places[i]] = x[a + i];
      }
    } else if (from.array instanceof long[] x) {
      long[] y = (long[]) to.array;
      for (int i = 0; i < places.length; i++) {
        y[b + places[i]] = x[a + i] - less;
      }
    } else {
      int[] x = (int[]) from.array;
      int[] y = (int[]) to.array;
      for (int i = 0; i < places.length; i++) {
        y[b + places[i]] = x[a + i] - less;
      }
    }
  }

  /** Adds element {@code index} of an array to {@code count} elements. */
  static void add(Object added, int index, Run to, int count) {
    int b = to.from;
    if (to.array instanceof double[] y) {
      double own = ((double[]) added)[index];
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] += own;
      }
    } else if (to.array instanceof float[] y) {
      float own = ((float[]) added)[index];
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] += own;
      }
    } else if (to.array instanceof long[] y) {
      long own = ((long[]) added)[index];
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] += own;
      }
    } else {
      int[] y = (int[]) to.array;
      int own = ((int[]) added)[index];
      for (int i = 0; i < count; i++) {
        y[b + i * to.step] += own;
      }
    }
  }

  /** Sets all elements to zero. */
  static void clear(Object array) {
    if (array instanceof double[] y) {
      Arrays.fill(y, 0);
    } else if (array instanceof float[] y) {
      Arrays.fill(y, 0);
    } else if (array instanceof long[] y) {
      Arrays.fill(y, 0);
    } else {
      Arrays.fill((int[]) array, 0);
    }
  }
}
