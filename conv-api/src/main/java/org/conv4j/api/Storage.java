package org.conv4j.api;

import java.lang.reflect.Array;
import java.util.Arrays;

/** Arrays of primitives whose type is known when the program runs: what an NdArray is stored in. */
final class Storage {
  private Storage() {}

  static Object clone(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  static Object allocate(DType real, int size) {
    return switch (real) {
      case FLOAT64 -> new double[size];
      case FLOAT32 -> new float[size];
      case INT64 -> new long[size];
      case INT32 -> new int[size];
      default -> throw new AssertionError(real);
    };
  }

  static Object convert(Object from, DType to, int size) {
    Object result = allocate(to, size);
    if (from instanceof long[] longs) {
      convertLongs(longs, result);
    } else if (from instanceof int[] ints) {
      convertLongs(Arrays.stream(ints).asLongStream().toArray(), result);
    } else if (from instanceof float[] floats) {
      double[] widened = new double[size];
      Arrays.setAll(widened, i -> floats[i]);
      convertDoubles(widened, result);
    } else {
      convertDoubles((double[]) from, result);
    }
    return result;
  }

  private static void convertLongs(long[] from, Object to) {
    for (int i = 0; i < from.length; i++) {
      if (to instanceof double[] doubles) {
        doubles[i] = (double) from[i];
      } else if (to instanceof float[] floats) {
        floats[i] = (float) from[i];
      } else if (to instanceof long[] longs) {
        longs[i] = from[i];
      } else {
        ((int[]) to)[i] = (int) from[i];
      }
    }
  }

  private static void convertDoubles(double[] from, Object to) {
    for (int i = 0; i < from.length; i++) {
      if (to instanceof double[] doubles) {
        doubles[i] = from[i];
      } else if (to instanceof float[] floats) {
        floats[i] = (float) from[i];
      } else if (to instanceof long[] longs) {
        longs[i] = (long) from[i];
      } else {
        ((int[]) to)[i] = (int) from[i];
      }
    }
  }

  static Object reverse(Object array) {
    if (array instanceof double[] from) {
      double[] to = new double[from.length];
      for (int i = 0; i < to.length; i++) {
        to[i] = from[from.length - 1 - i];
      }
      return to;
    }
    if (array instanceof float[] from) {
      float[] to = new float[from.length];
      for (int i = 0; i < to.length; i++) {
        to[i] = from[from.length - 1 - i];
      }
      return to;
    }
    if (array instanceof long[] from) {
      long[] to = new long[from.length];
      for (int i = 0; i < to.length; i++) {
        to[i] = from[from.length - 1 - i];
      }
      return to;
    }
    int[] from = (int[]) array;
    int[] to = new int[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = from[from.length - 1 - i];
    }
    return to;
  }
}
