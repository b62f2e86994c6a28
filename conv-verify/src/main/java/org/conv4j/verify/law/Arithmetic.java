package org.conv4j.verify.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** Arithmetic on whole arrays of any dtype, as laws need it. */
public final class Arithmetic {
  private Arithmetic() {}

  /**
   * The same numbers in double precision; integers stay what they are.
   *
   * @param array the numbers
   * @return an array of doubles, real or complex, or the array itself
   */
  public static NdArray wide(NdArray array) {
    return switch (array.dtype()) {
      case FLOAT32 -> array.cast(DType.FLOAT64);
      case COMPLEX64 -> array.cast(DType.COMPLEX128);
      default -> array;
    };
  }

  /**
   * The parts of an array of floating type, as doubles: the real part, or the real and the
   * imaginary one.
   */
  static List<double[]> parts(NdArray array) {
    List<double[]> parts = new ArrayList<>();
    parts.add(array.real().cast(DType.FLOAT64).doubles());
    if (array.dtype().isComplex()) {
      parts.add(array.imaginary().cast(DType.FLOAT64).doubles());
    }
    return parts;
  }

  /** The inverse of {@link #parts}, rounded to the type. */
  static NdArray ofParts(List<double[]> parts, Shape shape, DType dtype) {
    NdArray wide =
        parts.size() == 1
            ? NdArray.wrap(parts.get(0), shape)
            : NdArray.wrapComplex(parts.get(0), parts.get(1), shape);
    return wide.cast(dtype);
  }

  /**
   * Marks what a condition holds for.
   *
   * @param array of floating type
   * @param condition for a number; of complex ones it must hold for one part
   * @return {@code INT64}, of the same shape: 1 where it holds, else 0
   */
  public static NdArray marks(NdArray array, DoublePredicate condition) {
    long[] marks = new long[array.size()];
    for (double[] part : parts(array)) {
      for (int i = 0; i < marks.length; i++) {
        marks[i] |= condition.test(part[i]) ? 1 : 0;
      }
    }
    return NdArray.wrap(marks, array.shape());
  }

  /**
   * A complex array from a real and an imaginary part of the same floating type.
   *
   * @param re the real parts
   * @param im the imaginary parts
   * @return a complex array on the storage of both
   */
  public static NdArray complex(NdArray re, NdArray im) {
    return re.dtype() == DType.FLOAT32
        ? NdArray.wrapComplex(re.floats(), im.floats(), re.shape())
        : NdArray.wrapComplex(re.doubles(), im.doubles(), re.shape());
  }

  /**
   * The sum, element by element, in the type of the first; integers wrap.
   *
   * @param a an array
   * @param b another, of the same shape
   * @return a fresh array
   */
  public static NdArray plus(NdArray a, NdArray b) {
    if (a.dtype().isInteger()) {
      long[] x = a.cast(DType.INT64).longs();
      long[] y = b.cast(DType.INT64).longs();
      long[] sum = new long[x.length];
      Arrays.setAll(sum, i -> x[i] + y[i]);
      return NdArray.wrap(sum, a.shape()).cast(a.dtype());
    }
    List<double[]> sums = new ArrayList<>();
    for (int part = 0; part < parts(a).size(); part++) {
      double[] x = parts(a).get(part);
      double[] y = parts(b).get(part);
      double[] sum = new double[x.length];
      Arrays.setAll(sum, i -> x[i] + y[i]);
      sums.add(sum);
    }
    return ofParts(sums, a.shape(), a.dtype());
  }

  /** Every element times a whole number, in the same type; integers wrap. */
  static NdArray times(NdArray a, int factor) {
    if (a.dtype().isInteger()) {
      long[] x = a.cast(DType.INT64).longs();
      long[] product = new long[x.length];
      Arrays.setAll(product, i -> x[i] * factor);
      return NdArray.wrap(product, a.shape()).cast(a.dtype());
    }
    return scaled(a, factor);
  }

  /**
   * Every element times a number, in the same floating type.
   *
   * @param a an array
   * @param factor the number
   * @return a fresh array
   */
  public static NdArray scaled(NdArray a, double factor) {
    List<double[]> products = new ArrayList<>();
    for (double[] part : parts(a)) {
      double[] product = new double[part.length];
      Arrays.setAll(product, i -> part[i] * factor);
      products.add(product);
    }
    return ofParts(products, a.shape(), a.dtype());
  }

  /**
   * The magnitudes as doubles; for complex numbers the modulus.
   *
   * @param a an array
   * @return a fresh array
   */
  public static NdArray abs(NdArray a) {
    double[] re = a.real().cast(DType.FLOAT64).doubles();
    double[] im = a.imaginary().cast(DType.FLOAT64).doubles();
    double[] magnitudes = new double[re.length];
    Arrays.setAll(magnitudes, i -> Math.hypot(re[i], im[i]));
    return NdArray.wrap(magnitudes, a.shape());
  }

  /** The sum of the magnitudes. */
  static double magnitude(NdArray a) {
    return Arrays.stream(abs(a).doubles()).sum();
  }

  /**
   * The outer product of two vectors, {@code a[i] * b[j]}, in their type.
   *
   * @param a a vector
   * @param b another, of the same type
   * @return a fresh array of rank 2
   */
  public static NdArray outer(NdArray a, NdArray b) {
    int columns = b.size();
    Shape shape = Shape.of(a.size(), columns);
    if (a.dtype().isInteger()) {
      long[] x = a.cast(DType.INT64).longs();
      long[] y = b.cast(DType.INT64).longs();
      long[] product = new long[shape.size()];
      Arrays.setAll(product, i -> x[i / columns] * y[i % columns]);
      return NdArray.wrap(product, shape).cast(a.dtype());
    }
    double[] ar = parts(a).get(0);
    double[] br = parts(b).get(0);
    double[] re = new double[shape.size()];
    Arrays.setAll(re, i -> ar[i / columns] * br[i % columns]);
    if (!a.dtype().isComplex()) {
      return ofParts(List.of(re), shape, a.dtype());
    }
    double[] ai = parts(a).get(1);
    double[] bi = parts(b).get(1);
    double[] im = new double[shape.size()];
    Arrays.setAll(re, i -> re[i] - ai[i / columns] * bi[i % columns]);
    Arrays.setAll(im, i -> ar[i / columns] * bi[i % columns] + ai[i / columns] * br[i % columns]);
    return ofParts(List.of(re, im), shape, a.dtype());
  }

  /**
   * Sets every element, in both parts, to a number that no small sum gives.
   *
   * @param array what to change
   */
  public static void overwrite(NdArray array) {
    switch (array.dtype()) {
      case FLOAT64 -> Arrays.fill(array.doubles(), 7.5e5);
      case FLOAT32 -> Arrays.fill(array.floats(), 7.5e5f);
      case INT64 -> Arrays.fill(array.longs(), 750_001);
      case INT32 -> Arrays.fill(array.ints(), 750_001);
      case COMPLEX128, COMPLEX64 -> {
        overwrite(array.real());
        overwrite(array.imaginary());
      }
    }
  }

  /**
   * Sets one element to zero.
   *
   * @param array what to change
   * @param index the flat index of the element
   */
  public static void clear(NdArray array, int index) {
    switch (array.dtype()) {
      case FLOAT64 -> array.doubles()[index] = 0;
      case FLOAT32 -> array.floats()[index] = 0;
      case INT64 -> array.longs()[index] = 0;
      case INT32 -> array.ints()[index] = 0;
      case COMPLEX128, COMPLEX64 -> {
        clear(array.real(), index);
        clear(array.imaginary(), index);
      }
    }
  }

  /** Whether two arrays of the same dtype have the same storage. */
  static boolean shareStorage(NdArray a, NdArray b) {
    return switch (a.dtype()) {
      case FLOAT64 -> a.doubles() == b.doubles();
      case FLOAT32 -> a.floats() == b.floats();
      case INT64 -> a.longs() == b.longs();
      case INT32 -> a.ints() == b.ints();
      case COMPLEX128, COMPLEX64 ->
          shareStorage(a.real(), b.real()) || shareStorage(a.imaginary(), b.imaginary());
    };
  }
}
